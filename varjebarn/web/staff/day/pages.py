"""Min dag in words. Children stand by the day of their next follow-up, and by nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.queries import DeliveryLine, ReviewDue
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.people.queries import CaseloadLine, NoticeLine
from varjebarn.people.rules import may_work_with_children
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
    "feedback_due": _("Någon som har lämnat en uppgift vill veta vad ni beslutade."),
    "passed_on": _("En kollega har lämnat något vidare till dig."),
    "delivery_filed": _("En annan verksamhet har tagit emot det ni skickade."),
    "delivery_declined": _("En annan verksamhet har avböjt det ni skickade."),
    "copy_closed": _(
        "Något som ni har skickat till en vårdnadshavare hålls nu tillbaka och har stängts. Skicka en ny version av planen."
    ),
    "child_words": _("Barnet har svarat med egna ord."),
    "guardian_words": _("En vårdnadshavare har skrivit till er."),
    "objection": _("Någon i familjen säger att något inte stämmer."),
    "plan_version": _("En ny version av planen är skickad."),
    "tell_paper": _("En vårdnadshavare vill få något nytt på papper. Skriv ut det och lämna det."),
    "tell_contact": _("Säg till familjen att det finns något nytt att läsa."),
    "consent_answer": _("Någon har svarat på frågan om samtycke."),
    "reading_question": _("Familjen frågar varför någon har läst."),
}
SOMETHING_NEW = _("Det finns något nytt.")

NOTICE_PLACES = {
    "signal": "signal",
    "signal_outcome": "signal",
    "child_words": "words",
    "guardian_words": "words",
    "objection": "objections",
    "plan_version": "plan",
    "contribution": "plan",
    "consent_answer": "consents",
    "reading_question": "questions",
    "consent_withdrawn": "consents",
    "tell_paper": "plan",
    "copy_closed": "plan",
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
    """Something new, and where it stands."""

    what: str
    place: str
    object: UUID | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAbout:
    """Everything new about one child."""

    child: UUID
    name: str
    rows: tuple[NewRow, ...]


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
class ReviewRow:
    """Something kept from a guardian that is to be looked at again. A protected child has no name."""

    child: UUID
    withholding: UUID
    name: str
    is_whereabouts: bool
    on: date
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage:
    """Everything on the day's page."""

    first_name: str
    inbox: tuple[InboxRow, ...]
    new: tuple[NewAbout, ...]
    due: tuple[ChildRow, ...]
    children: tuple[ChildRow, ...]
    signals: tuple[MySignal, ...]
    reviews: tuple[ReviewRow, ...]
    holds_intake: bool
    may_open: bool


def day_page(
    *,
    actor: Actor,
    inbox: Sequence[DeliveryLine],
    notices: Sequence[NoticeLine],
    children: Sequence[CaseloadLine],
    signals: Sequence[MySignal],
    reviews: Sequence[ReviewDue],
    on: date,
) -> DayPage:
    """Put the day together."""
    rows = tuple(_child(line, on) for line in children)
    return DayPage(
        first_name=actor.called,
        inbox=tuple(_inbox(line) for line in inbox),
        new=tuple(_news(notices)),
        due=tuple(row for row in rows if row.is_due),
        children=rows,
        signals=tuple(signals),
        reviews=tuple(_review(line, on) for line in reviews),
        holds_intake=Duty.INTAKE in actor.duties,
        may_open=bool(may_work_with_children(actor)),
    )


def _review(line: ReviewDue, on: date) -> ReviewRow:
    return ReviewRow(
        child=line.child,
        withholding=line.withholding,
        name="" if line.is_protected else line.child_name,
        is_whereabouts=line.is_whereabouts,
        on=line.review_on,
        is_late=line.review_on < on,
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


def _news(notices: Sequence[NoticeLine]) -> Iterator[NewAbout]:
    """Gather what is new by child, the child with the latest news first."""
    by_child: dict[UUID, list[NoticeLine]] = {}
    for line in notices:
        by_child.setdefault(line.file, []).append(line)
    for child, lines in by_child.items():
        rows = {(row.what, row.place, row.object): row for row in map(_new, reversed(lines))}
        yield NewAbout(
            child=child,
            name=lines[0].child_name,
            rows=tuple(sorted(rows.values(), key=lambda row: row.at, reverse=True)),
        )


def _new(line: NoticeLine) -> NewRow:
    place = NOTICE_PLACES.get(line.kind, "child")
    return NewRow(
        what=str(NOTICES.get(line.kind, SOMETHING_NEW)),
        place="child" if place == "signal" and line.object is None else place,
        object=line.object if place == "signal" else None,
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
