"""From rows to the lines of `values.py`. Everything needed has been read before; no query here."""

from collections.abc import Iterable
from datetime import date

from varjebarn.kernel.periods import Period
from varjebarn.steering.models import (
    STANDING,
    AgendaItem,
    Agreement,
    Body,
    DecisionRecord,
    Level,
    Meeting,
    MeetingState,
    Membership,
    ReportBack,
)
from varjebarn.steering.queries.seats import Asked
from varjebarn.steering.rules import days_waited
from varjebarn.steering.values import (
    AgreementLine,
    BodyLine,
    DecisionLine,
    ItemLine,
    MeetingLine,
    Member,
    Named,
    ReportBackLine,
)


def body_line(body: Body) -> BodyLine:
    """Needs `reports_to`."""
    above = body.reports_to
    return BodyLine(
        id=body.public_id,
        name=body.name,
        level=body.level,
        purpose=body.purpose,
        reports_to=None if above is None else Named(id=above.public_id, name=above.name),
        is_orphan=body.level != Level.STRATEGIC
        and body.ended_on is None
        and (above is None or above.ended_on is not None),
    )


def member(seat: Membership) -> Member:
    """Needs `organisation`, `profession` and `substitute_for`."""
    return Member(
        id=seat.public_id,
        name=seat.name,
        title=seat.title,
        organisation=seat.organisation.name,
        seat=seat.seat,
        profession="" if seat.profession is None else str(seat.profession),
        substitutes_for="" if seat.substitute_for is None else seat.substitute_for.name,
        since=seat.valid_from,
    )


def meeting_line(meeting: Meeting) -> MeetingLine:
    """Needs `body`."""
    return MeetingLine(
        id=meeting.public_id,
        body=Named(id=meeting.body.public_id, name=meeting.body.name),
        day=meeting.date,
        starts=meeting.starts,
        ends=meeting.ends,
        place=meeting.place,
        is_digital=meeting.digital,
        is_held=meeting.state == MeetingState.HELD,
        is_cancelled=meeting.state == MeetingState.CANCELLED,
        cancelled_because=meeting.cancelled_because,
        is_extra=meeting.extra,
    )


def decision_line(decision: DecisionRecord) -> DecisionLine:
    """Needs `body`, `item__meeting` and `is_analysed`."""
    is_analysed: bool = getattr(decision, "is_analysed", False)
    model = (decision.changes_model_id, decision.changes_model_version)
    return DecisionLine(
        id=decision.public_id,
        number=decision.number,
        wording=decision.wording,
        decided_on=decision.item.meeting.date,
        body=decision.body.name,
        item=decision.item.public_id,
        responsible=decision.responsible,
        due=decision.due,
        status=decision.status,
        is_open=decision.status in STANDING,
        is_about_children=decision.about_the_young,
        lacks_analysis=decision.about_the_young and not is_analysed,
        model=model if decision.changes_model_id else None,
    )


def item_line(item: AgendaItem, *, on: date, decisions: Iterable[DecisionLine] = ()) -> ItemLine:
    """Needs `meeting`, `first__meeting` and the follower's `meeting`."""
    since = None if item.first is None else item.first.meeting.date
    follower: AgendaItem | None = getattr(item, "follower", None)
    return ItemLine(
        id=item.public_id,
        order=item.order,
        title=item.title,
        kind=item.kind,
        outcome=item.outcome,
        note=item.note,
        meeting=item.meeting.public_id,
        meeting_on=item.meeting.date,
        waits_since=since,
        days_waited=0 if since is None else days_waited(since, on),
        moved_to=None if follower is None else follower.meeting.date,
        moved_to_meeting=None if follower is None else follower.meeting.public_id,
        decisions=tuple(one for one in decisions if one.item == item.public_id),
        is_standing=item.standing_id is not None,
        raised_by=item.raised_by,
        raised_by_name=item.raised_by_name,
    )


def report_back_line(asking: ReportBack, asked: Asked, answered: Iterable[int]) -> ReportBackLine:
    """Needs `item__meeting`."""
    heard = set(answered)
    return ReportBackLine(
        id=asking.public_id,
        question=asking.question,
        asked_on=asking.item.meeting.date,
        due=asking.due,
        item=asking.item.public_id,
        asked=len(asked),
        answered=len(heard & asked.keys()),
        silent=tuple(named.name for key, named in asked.items() if key not in heard),
    )


def agreement_line(
    agreement: Agreement,
    *,
    extended_to: date | None,
    revise_by: date | None,
    contradicts: tuple[str, ...] = (),
) -> AgreementLine:
    """Tell how long it holds: as first written, or as the latest extension says."""
    return AgreementLine(
        id=agreement.public_id,
        title=agreement.title,
        valid_from=agreement.valid_from,
        last_day=last_day(extended_to or agreement.valid_to),
        revise_by=revise_by if extended_to is not None else agreement.revise_by,
        contradicts=contradicts,
        is_extended=extended_to is not None,
    )


def last_day(end: date) -> date:
    """Give the last day before an end that is not included."""
    shown = Period(start=date.min, end=end).last_day
    assert shown is not None  # noqa: S101 - the period has just been given an end
    return shown
