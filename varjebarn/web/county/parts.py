"""The pieces that several pages of the county's work show: agendas, decisions, questions, agreements."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varjebarn.steering.values import (
    DecisionLine,
    ItemLine,
    MeetingLine,
    ReportBackLine,
)
from varjebarn.web.county import words
from varjebarn.web.county.decided import words as states


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A text that leads somewhere."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing in a list: what it is, what is to be known, and where to read more."""

    title: str
    href: str = ""
    kind: str = ""
    status: str = ""
    status_kind: str = ""
    age: str = ""
    facts: tuple[str, ...] = ()
    note: str = ""
    warning: str = ""
    links: tuple[Link, ...] = ()
    act: Link | None = None
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCard:
    """A meeting with its agenda."""

    when: str
    where: str
    body: str
    href: str
    day: date
    items: tuple[Row, ...]


def item_row(item: ItemLine, *, today: date, may_write: bool = False) -> Row:
    """Show an item: its age if it has waited, what became of it, and where it went."""
    status, kind = words.BECAME.get(item.outcome, ("", ""))
    age = ""
    if item.waits_since is not None:
        age = words.waited(item.waits_since, item.days_waited, today=today)
    links = [decision_link(one) for one in item.decisions]
    if item.moved_to is not None:
        moved = _("Flyttad till mötet %(day)s") % {
            "day": words.short_day(item.moved_to, today=today)
        }
        links.append(Link(text=moved, href=reverse("county:meeting", args=[item.moved_to_meeting])))
    may_move = may_write and not item.outcome and not item.is_standing
    return Row(
        number=str(item.order),
        title=item.title,
        href=reverse("county:matter", args=[item.id]),
        kind=str(words.KINDS[item.kind]),
        status=str(status),
        status_kind=kind,
        age=age,
        facts=(raised_by(item),) if item.raised_by_name else (),
        note=item.note,
        links=tuple(links),
        act=(
            Link(text=_("Skjut upp"), href=reverse("county:postpone", args=[item.id]))
            if may_move
            else None
        ),
    )


def raised_by(item: ItemLine) -> str:
    """Say where a matter comes from."""
    return _("Väckt av %(who)s") % {"who": item.raised_by_name}


def waiting_row(item: ItemLine, *, today: date) -> Row:
    """Show a waiting matter in the list of what waits."""
    coming = _("Står på dagordningen %(day)s") % {
        "day": words.short_day(item.meeting_on, today=today)
    }
    since = item.waits_since or item.meeting_on
    return Row(
        title=item.title,
        href=reverse("county:meeting", args=[item.meeting]),
        age=words.waited(since, item.days_waited, today=today),
        facts=(coming,),
    )


def decision_name(decision: DecisionLine) -> str:
    """Call a decision by its number."""
    return _("Beslut %(number)d") % {"number": decision.number}


def decision_link(decision: DecisionLine) -> Link:
    """Lead to a decision from where it was made."""
    return Link(
        text=f"{decision_name(decision)}: {decision.wording}",
        href=reverse("county:decision", args=[decision.id]),
    )


def decision_row(decision: DecisionLine, *, today: date) -> Row:
    """Show a decision with who is responsible and what it changes."""
    facts = [
        _("Beslutat %(day)s av %(body)s")
        % {"day": words.short_day(decision.decided_on, today=today), "body": decision.body}
    ]
    if decision.responsible:
        facts.append(_("Ansvarig: %(who)s") % {"who": decision.responsible})
    if decision.due is not None:
        facts.append(
            _("Klart senast %(day)s") % {"day": words.short_day(decision.due, today=today)}
        )
    is_late = decision.is_open and decision.due is not None and decision.due < today
    status, kind = (states.LATE, "late") if is_late else states.STATES[decision.status]
    return Row(
        number=decision_name(decision),
        title=decision.wording,
        href=reverse("county:decision", args=[decision.id]),
        status=str(status),
        status_kind=kind,
        facts=tuple(facts),
        warning=_("Rör barn, men saknar barnkonsekvensanalys") if decision.lacks_analysis else "",
        links=() if decision.model is None else (model_link(decision.model),),
    )


def model_link(model: tuple[str, str]) -> Link:
    """Lead to a version of a practice model."""
    return Link(text=_("Läs modellversionen"), href=reverse("county:model", args=model))


def report_back_row(line: ReportBackLine, *, today: date, may_answer: bool = False) -> Row:
    """Show a question, how many have answered and who has not, by name."""
    counted = ngettext(
        "%(answered)d av %(count)d organisation har svarat",
        "%(answered)d av %(count)d organisationer har svarat",
        line.asked,
    ) % {"answered": line.answered, "count": line.asked}
    due = _("Svar senast %(day)s") % {"day": words.short_day(line.due, today=today)}
    is_late = bool(line.silent) and line.due < today
    return Row(
        title=line.question,
        href=reverse("county:report_back", args=[line.id]),
        status=_("Alla har svarat") if not line.silent else _("Väntar på svar"),
        status_kind="done" if not line.silent else "late" if is_late else "waiting",
        facts=(counted, due),
        warning=silence(line),
        act=(
            Link(text=_("Svara"), href=reverse("county:answer", args=[line.id]))
            if may_answer and line.silent
            else None
        ),
    )


def silence(line: ReportBackLine) -> str:
    """Name those who have not answered."""
    if not line.silent:
        return ""
    return _("Har inte svarat: %(names)s") % {"names": words.listed(line.silent)}


def meeting_card(
    meeting: MeetingLine, items: Iterable[ItemLine], *, today: date, may_write: bool
) -> MeetingCard:
    """Show a meeting with its agenda."""
    return MeetingCard(
        when=words.meeting_when(meeting),
        where=words.meeting_where(meeting),
        body=meeting.body.name,
        href=reverse("county:meeting", args=[meeting.id]),
        day=meeting.day,
        items=tuple(item_row(one, today=today, may_write=may_write) for one in items),
    )
