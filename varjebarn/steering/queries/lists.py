"""Whole lists of the register, for files: a constant number of statements however long they are."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from varjebarn.steering.models import (
    AgendaItem,
    AgreementParty,
    Attendance,
    DecisionRecord,
    Meeting,
    MeetingState,
    Membership,
    Outcome,
    Presence,
    ReportBack,
    ReportBackAnswer,
)
from varjebarn.steering.queries.agreements import agreement_lines
from varjebarn.steering.queries.meetings import decision_lines
from varjebarn.steering.queries.seats import asked_from, voting_seats
from varjebarn.steering.values import AgreementLine, DecisionLine


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A meeting, with how many were there and what became of it."""

    id: UUID
    body: str
    day: date
    starts: time
    ends: time
    place: str
    is_digital: bool
    is_held: bool
    is_cancelled: bool
    present: int
    absent: int
    items: int
    postponed: int
    decisions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """An item of an agenda, and since when it has waited."""

    meeting: UUID
    body: str
    day: date
    order: int
    title: str
    outcome: str
    note: str
    waits_since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """An agreement with its parties, by name."""

    line: AgreementLine
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One organisation that was asked one question; `answered_at` is None for who is silent."""

    id: UUID
    question: str
    body: str
    asked_on: date
    due: date
    organisation: str
    answered_at: datetime | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A seat that holds on a day."""

    body_id: UUID
    body: str
    level: str
    name: str
    title: str
    organisation: str
    seat: str
    substitutes_for: str
    since: date


def all_decisions() -> tuple[DecisionLine, ...]:
    """List every decision, the newest first."""
    return decision_lines(Q())


def all_meetings() -> tuple[MeetingRow, ...]:
    """List every meeting, the newest first."""
    present = _counted(Attendance.objects.filter(presence=Presence.PRESENT))
    absent = _counted(Attendance.objects.filter(presence=Presence.ABSENT))
    items = _counted(AgendaItem.objects.all())
    postponed = _counted(AgendaItem.objects.filter(outcome=Outcome.POSTPONED))
    decided = dict(DecisionRecord.objects.values_list("item__meeting").annotate(count=Count("pk")))
    found = Meeting.objects.select_related("body").order_by("-date", "-starts", "pk")
    return tuple(
        MeetingRow(
            id=one.public_id,
            body=one.body.name,
            day=one.date,
            starts=one.starts,
            ends=one.ends,
            place=one.place,
            is_digital=one.digital,
            is_held=one.state == MeetingState.HELD,
            is_cancelled=one.state == MeetingState.CANCELLED,
            present=present.get(one.pk, 0),
            absent=absent.get(one.pk, 0),
            items=items.get(one.pk, 0),
            postponed=postponed.get(one.pk, 0),
            decisions=decided.get(one.pk, 0),
        )
        for one in found
    )


def all_items() -> tuple[ItemRow, ...]:
    """List every item of every agenda, the newest meeting first."""
    found = AgendaItem.objects.select_related("meeting__body", "first__meeting")
    return tuple(
        ItemRow(
            meeting=one.meeting.public_id,
            body=one.meeting.body.name,
            day=one.meeting.date,
            order=one.order,
            title=one.title,
            outcome=one.outcome,
            note=one.note,
            waits_since=None if one.first is None else one.first.meeting.date,
        )
        for one in found.order_by("-meeting__date", "meeting_id", "order")
    )


def all_agreements(*, on: date) -> tuple[AgreementRow, ...]:
    """List every agreement, past ones too, with how long it holds by its latest extension."""
    parties: dict[UUID, list[str]] = defaultdict(list)
    signed = AgreementParty.objects.order_by("organisation__name")
    for agreement, name in signed.values_list("agreement__public_id", "organisation__name"):
        parties[agreement].append(name)
    return tuple(
        AgreementRow(line=line, parties=tuple(parties[line.id]))
        for line in agreement_lines(on, with_past=True)
    )


def all_answers() -> tuple[AnswerRow, ...]:
    """List every question with every organisation that was asked it, the newest question first."""
    asking = list(
        ReportBack.objects.select_related("body", "item__meeting").order_by("-due", "-pk")
    )
    seats = voting_seats({one.body_id for one in asking})
    answers = {
        (one.report_back_id, one.organisation_id): one for one in ReportBackAnswer.objects.all()
    }
    return tuple(
        _answer(one, organisation.name, answers.get((one.pk, key)))
        for one in asking
        for key, organisation in asked_from(seats, one.body_id, one.item.meeting.date).items()
    )


def all_members(*, on: date) -> tuple[MemberRow, ...]:
    """List every seat that holds on a day, by body."""
    sitting = Q(valid_to=None) | Q(valid_to__gt=on)
    found = Membership.objects.filter(sitting, valid_from__lte=on)
    rows = found.select_related("body", "organisation", "substitute_for")
    return tuple(
        MemberRow(
            body_id=one.body.public_id,
            body=one.body.name,
            level=one.body.level,
            name=one.name,
            title=one.title,
            organisation=one.organisation.name,
            seat=one.seat,
            substitutes_for="" if one.substitute_for is None else one.substitute_for.name,
            since=one.valid_from,
        )
        for one in rows.order_by("body__name", "organisation__name", "name")
    )


def _counted(found: QuerySet[Any]) -> dict[int, int]:
    return dict(found.values_list("meeting").annotate(count=Count("pk")))


def _answer(asking: ReportBack, organisation: str, answer: ReportBackAnswer | None) -> AnswerRow:
    return AnswerRow(
        id=asking.public_id,
        question=asking.question,
        body=asking.body.name,
        asked_on=asking.item.meeting.date,
        due=asking.due,
        organisation=organisation,
        answered_at=None if answer is None else answer.at,
        text="" if answer is None else answer.text,
    )
