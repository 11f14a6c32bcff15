"""Meetings and agendas, read whole."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from varjebarn.steering.models import (
    AgendaItem,
    Attendance,
    DecisionRecord,
    Meeting,
    MeetingState,
    Presence,
    ReportBack,
    ReportBackAnswer,
    Seat,
)
from varjebarn.steering.queries.analyses import IS_ANALYSED
from varjebarn.steering.queries.corrections import correction_lines
from varjebarn.steering.queries.lines import (
    decision_line,
    item_line,
    meeting_line,
    report_back_line,
)
from varjebarn.steering.queries.running import proposals_for
from varjebarn.steering.queries.seats import asked_from, voting_seats
from varjebarn.steering.values import (
    Attendee,
    DecisionLine,
    MeetingLine,
    MeetingPage,
    ReportBackLine,
)

SEAT_ORDER = {Seat.CHAIR: 0, Seat.VICE_CHAIR: 1, Seat.MEMBER: 2, Seat.ADJUNCT: 3}


def meeting_page(meeting: UUID, *, on: date) -> MeetingPage:
    """Read one meeting."""
    found = Meeting.objects.select_related("body", "chair").get(public_id=meeting)
    decisions = decision_lines(Q(item__meeting=found))
    items = agenda(Q(meeting=found))
    proposals = proposals_for(items)
    return MeetingPage(
        meeting=meeting_line(found),
        chair="" if found.chair is None else found.chair.name,
        items=tuple(
            item_line(item, on=found.date if item.outcome else on, decisions=decisions)
            for item in items
        ),
        proposals=tuple(
            (item.public_id, proposed)
            for item in items
            if (proposed := proposals.get(item.first_id or item.pk))
        ),
        attendance=_attendance(found),
        report_backs=report_back_lines(Q(item__meeting=found)),
        corrections=correction_lines(Q(decision__item__meeting=found)),
    )


def meetings_to_postpone_to(item: UUID) -> tuple[MeetingLine, ...]:
    """List the later meetings of the same body that are still to be held."""
    standing = AgendaItem.objects.select_related("meeting").get(public_id=item).meeting
    found = Meeting.objects.filter(
        body_id=standing.body_id, state=MeetingState.PLANNED, date__gt=standing.date
    )
    return tuple(meeting_line(one) for one in found.select_related("body").order_by("date"))


def agenda(wanted: Q) -> list[AgendaItem]:
    """Items with all that their lines need, in the order of meeting and agenda."""
    return list(
        AgendaItem.objects.filter(wanted)
        .select_related("meeting", "first__meeting", "follower__meeting")
        .order_by("meeting__date", "order")
    )


def decision_lines(wanted: Q) -> tuple[DecisionLine, ...]:
    """Decisions with all that their lines need, the newest first."""
    found = (
        DecisionRecord.objects.filter(wanted)
        .select_related("body", "item__meeting")
        .annotate(is_analysed=IS_ANALYSED)
    )
    return tuple(decision_line(one) for one in found.order_by("-item__meeting__date", "-number"))


def report_back_lines(wanted: Q) -> tuple[ReportBackLine, ...]:
    """Questions with those who are silent, in three statements however many there are."""
    asking = list(
        ReportBack.objects.filter(wanted).select_related("item__meeting").order_by("due", "pk")
    )
    seats = voting_seats({one.body_id for one in asking})
    answered = answers_by_question(asking)
    return tuple(
        report_back_line(
            one,
            asked_from(seats, one.body_id, one.item.meeting.date),
            answered.get(one.pk, ()),
        )
        for one in asking
    )


def answers_by_question(asking: Iterable[ReportBack]) -> dict[int, list[int]]:
    """Give the organisations that have answered, by question."""
    result: dict[int, list[int]] = {}
    found = ReportBackAnswer.objects.filter(report_back_id__in=[one.pk for one in asking])
    for question, organisation in found.values_list("report_back_id", "organisation_id"):
        result.setdefault(question, []).append(organisation)
    return result


def _attendance(meeting: Meeting) -> tuple[Attendee, ...]:
    found = (
        Attendance.objects.filter(meeting=meeting)
        .select_related("membership__organisation", "instead_of")
        .prefetch_related("also__membership")
    )
    rows = sorted(found, key=lambda row: (SEAT_ORDER[Seat(row.membership.seat)], row.membership.pk))
    return tuple(
        Attendee(
            name=row.membership.name,
            title=row.membership.title,
            organisation=row.membership.organisation.name,
            seat=row.membership.seat,
            is_present=row.presence == Presence.PRESENT,
            instead_of=_instead_of(row),
        )
        for row in rows
    )


def _instead_of(row: Attendance) -> str:
    """Name whom somebody stood in for, as minutes do: "Olle Dahl och Nils Öberg"."""
    if row.instead_of is None:
        return ""
    *names, last = [row.instead_of.name, *(one.membership.name for one in row.also.all())]
    return f"{', '.join(names)} och {last}" if names else last
