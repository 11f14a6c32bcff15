"""The county's work on one page, and one body's page."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from varjebarn.steering.models import (
    STANDING,
    Body,
    DecisionRecord,
    Level,
    Meeting,
    MeetingState,
    Membership,
    Seat,
)
from varjebarn.steering.queries.agreements import agreement_lines
from varjebarn.steering.queries.lines import body_line, item_line, meeting_line, member
from varjebarn.steering.queries.meetings import (
    SEAT_ORDER,
    agenda,
    decision_lines,
    report_back_lines,
)
from varjebarn.steering.values import (
    AgendaMeeting,
    BodyPage,
    CountyOverview,
    DecisionLine,
    ItemLine,
    Named,
)

MOST_OPEN = 10
RECENT = timedelta(days=60)  # how long a question that everybody has answered stays in the list
HEIGHT = {Level.STRATEGIC: 0, Level.TACTICAL: 1, Level.OPERATIVE: 2}


def county_overview(on: date) -> CountyOverview:
    """Read the county's work as it stands on a day: eight statements, however much there is."""
    bodies = sorted(
        Body.objects.filter(ended_on=None).select_related("reports_to"),
        key=lambda body: (HEIGHT[Level(body.level)], body.pk),
    )
    top = next((body for body in bodies if body.level == Level.STRATEGIC), None)
    coming, gone = _nearest_meetings(top, on)
    nearest = [one.pk for one in (coming, gone) if one is not None]
    decisions = decision_lines(
        _latest_open(Q()) | ~Q(changes_model_id="") | Q(item__meeting__in=nearest)
    )
    waits = Q(outcome="", first__isnull=False)
    items = [
        item_line(item, on=on, decisions=decisions)
        for item in agenda(Q(meeting__in=nearest) | waits)
    ]
    return CountyOverview(
        bodies=tuple(body_line(body) for body in bodies),
        steering_group=None if top is None else body_line(top),
        next_meeting=_with_agenda(coming, items),
        last_meeting=_with_agenda(gone, items),
        waiting=_oldest_first(items),
        open_decisions=tuple(one for one in decisions if one.is_open),
        model_decisions=_with_model(decisions),
        report_backs=tuple(
            line for line in report_back_lines(Q()) if line.silent or line.due > on - RECENT
        ),
        agreements=agreement_lines(on),
    )


def body_page(body: UUID, *, on: date) -> BodyPage:
    """Read one body: its seats on a day, its meetings, its open decisions."""
    found = Body.objects.select_related("reports_to").get(public_id=body)
    below = Body.objects.filter(reports_to=found, ended_on=None).order_by("name")
    sitting = Q(valid_to=None) | Q(valid_to__gt=on)
    seats = Membership.objects.filter(sitting, body=found, valid_from__lte=on).select_related(
        "organisation", "profession", "substitute_for"
    )
    meetings = Meeting.objects.filter(body=found).select_related("body").order_by("-date")
    return BodyPage(
        body=body_line(found),
        below=tuple(Named(id=one.public_id, name=one.name) for one in below),
        members=tuple(
            sorted(
                map(member, seats),
                key=lambda one: (SEAT_ORDER[Seat(one.seat)], one.organisation, one.name),
            )
        ),
        meetings=tuple(map(meeting_line, meetings)),
        open_decisions=decision_lines(_latest_open(Q(body=found))),
    )


def _latest_open(wanted: Q) -> Q:
    """Pick the latest decisions that stand open; the register has them all."""
    found = DecisionRecord.objects.filter(wanted, status__in=STANDING)
    return Q(pk__in=found.order_by("-item__meeting__date", "-number").values("pk")[:MOST_OPEN])


def _nearest_meetings(body: Body | None, on: date) -> tuple[Meeting | None, Meeting | None]:
    """Find a body's next and last meeting, in one statement."""
    if body is None:
        return None, None
    own = Meeting.objects.filter(body=body)
    coming = own.filter(state=MeetingState.PLANNED, date__gte=on).order_by("date")[:1]
    gone = own.filter(state=MeetingState.HELD, date__lte=on).order_by("-date")[:1]
    wanted = Q(pk__in=coming.values("pk")) | Q(pk__in=gone.values("pk"))
    found = {one.state: one for one in Meeting.objects.filter(wanted).select_related("body")}
    return found.get(MeetingState.PLANNED), found.get(MeetingState.HELD)


def _with_agenda(meeting: Meeting | None, items: Iterable[ItemLine]) -> AgendaMeeting | None:
    if meeting is None:
        return None
    return AgendaMeeting(
        meeting=meeting_line(meeting),
        items=tuple(item for item in items if item.meeting == meeting.public_id),
    )


def _oldest_first(items: Iterable[ItemLine]) -> tuple[ItemLine, ...]:
    waiting = (item for item in items if not item.outcome and item.waits_since is not None)
    return tuple(sorted(waiting, key=lambda item: -item.days_waited))


def _with_model(decisions: Iterable[DecisionLine]) -> tuple[DecisionLine, ...]:
    return tuple(one for one in decisions if one.model is not None)
