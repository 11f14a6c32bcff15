"""Min dag in words. Children stand by the day of their next follow-up, and by nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.queries import DeliveryLine
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.people.queries import CaseloadLine, NoticeLine
from varjebarn.web.staff.labels import CONTENT_KINDS, label
from varjebarn.web.staff.who import age_in_words
from varjebarn.wellbeing.queries import MySignal

SOON = timedelta(days=14)

NOTICES: dict[str, Promise] = {
    "signal": _("Någon har uppmärksammat något och lämnat det till dig."),
    "signal_outcome": _("Det du uppmärksammade har fått ett svar."),
    "contribution": _("Ett bidrag till planen har kommit."),
    "consent_withdrawn": _("Ett samtycke har tagits tillbaka."),
    "delivery": _("En kopia har kommit från en annan verksamhet."),
    "delivery_filed": _("En annan verksamhet har tagit emot det ni skickade."),
    "delivery_declined": _("En annan verksamhet har avböjt det ni skickade."),
    "child_words": _("Barnet har svarat med egna ord."),
    "guardian_words": _("En vårdnadshavare har skrivit till er."),
    "plan_version": _("En ny version av planen är skickad."),
    "consent_answer": _("Någon har svarat på frågan om samtycke."),
}
SOMETHING_NEW = _("Det finns något nytt.")

NOTICE_PLACES = {
    "signal": "signal",
    "signal_outcome": "signal",
    "child_words": "words",
    "guardian_words": "words",
    "consent_answer": "consents",
    "consent_withdrawn": "consents",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """A copy that waits."""

    delivery: UUID
    child: str
    what: str
    version: int | None
    sender: str
    arrived: datetime
    waits_for_intake: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """Something new about a child, and where it stands."""

    child: UUID
    name: str
    what: str
    place: str
    object: UUID | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildRow:
    """One of my children."""

    child: UUID
    name: str
    age: str
    follow_up: date | None
    is_due: bool
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage:
    """Everything on the day's page."""

    first_name: str
    inbox: tuple[InboxRow, ...]
    new: tuple[NewRow, ...]
    due: tuple[ChildRow, ...]
    children: tuple[ChildRow, ...]
    signals: tuple[MySignal, ...]
    holds_intake: bool


def day_page(
    *,
    actor: Actor,
    inbox: Sequence[DeliveryLine],
    notices: Sequence[NoticeLine],
    children: Sequence[CaseloadLine],
    signals: Sequence[MySignal],
    on: date,
) -> DayPage:
    """Put the day together."""
    rows = tuple(_child(line, on) for line in children)
    return DayPage(
        first_name=actor.name.split(" ", maxsplit=1)[0],
        inbox=tuple(_inbox(line) for line in inbox),
        new=tuple(_new(line) for line in notices),
        due=tuple(row for row in rows if row.is_due),
        children=rows,
        signals=tuple(signals),
        holds_intake=Duty.INTAKE in actor.duties,
    )


def _inbox(line: DeliveryLine) -> InboxRow:
    return InboxRow(
        delivery=line.delivery,
        child=line.child_name,
        what=label(CONTENT_KINDS, line.content_kind),
        version=line.version,
        sender=f"{line.from_unit_name}, {line.from_organisation_name}",
        arrived=line.arrived,
        waits_for_intake=line.state == "new",
    )


def _new(line: NoticeLine) -> NewRow:
    place = NOTICE_PLACES.get(line.kind, "child")
    return NewRow(
        child=line.file,
        name=line.child_name,
        what=str(NOTICES.get(line.kind, SOMETHING_NEW)),
        place="child" if place == "signal" and line.object is None else place,
        object=line.object,
        at=line.at,
    )


def _child(line: CaseloadLine, on: date) -> ChildRow:
    day = line.next_follow_up
    return ChildRow(
        child=line.file,
        name=line.name,
        age=age_in_words(line.born, on),
        follow_up=day,
        is_due=day is not None and day <= on + SOON,
        is_late=day is not None and day < on,
    )
