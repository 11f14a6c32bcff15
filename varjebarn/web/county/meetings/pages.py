"""A meeting's page: how far it has come and what to do next, its agenda, and who was there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from varjebarn.steering import values
from varjebarn.steering.minuted import Stage
from varjebarn.web.county import parts, words
from varjebarn.web.county.parts import Link, MeetingCard, Row
from varjebarn.web.shared.days import day_in_words

STAGES: Mapping[Stage, Promise] = {
    Stage.PLANNED: gettext_lazy("Planerat"),
    Stage.HELD: gettext_lazy("Genomfört"),
    Stage.DRAFTED: gettext_lazy("Antecknat"),
    Stage.APPROVED: gettext_lazy("Godkänt"),
    Stage.PUBLISHED: gettext_lazy("Publicerat"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendees:
    """Those who were there, or those who were not."""

    heading: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """An item with what may be done with it before the meeting."""

    ref: UUID
    row: Row
    proposal: str = ""
    move_href: str = ""
    is_first: bool = False
    is_last: bool = False
    acts: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a meeting stands: the steps, the one it is at, and the next thing to do."""

    steps: tuple[str, ...]
    at: int
    next: Link | None
    also: tuple[Link, ...]
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPage:
    """One meeting."""

    id: UUID
    heading: str
    card: MeetingCard
    body: Link
    chair: str
    is_extra: bool
    cancelled: str
    standing: Standing | None
    agenda: tuple[AgendaRow, ...]
    attendance: tuple[Attendees, ...]
    report_backs: tuple[Row, ...]
    is_planned: bool


def meeting_page(
    page: values.MeetingPage,
    stage: Stage,
    *,
    today: date,
    may_write: bool,
    may_propose: bool = False,
    may_approve: bool = False,
) -> MeetingPage:
    """Put a meeting into words."""
    meeting = page.meeting
    is_planned = stage is Stage.PLANNED
    sides = ((_("Närvarande"), True), (_("Frånvarande"), False))
    return MeetingPage(
        id=meeting.id,
        heading=_("Möte %(day)s") % {"day": day_in_words(meeting.day)},
        card=parts.meeting_card(meeting, page.items, today=today, may_write=False),
        body=Link(text=meeting.body.name, href=reverse("county:body", args=[meeting.body.id])),
        chair=page.chair,
        is_extra=meeting.is_extra,
        cancelled=meeting.cancelled_because if meeting.is_cancelled else "",
        standing=None
        if stage is Stage.CANCELLED
        else _standing(
            page,
            stage,
            today=today,
            may_write=may_write,
            may_propose=may_propose,
            may_approve=may_approve,
        ),
        agenda=agenda_rows(
            page, today=today, may_act=may_write, may_write=may_write and is_planned
        ),
        attendance=tuple(
            Attendees(heading=heading, rows=rows)
            for heading, is_present in sides
            if (rows := tuple(who(a) for a in page.attendance if a.is_present is is_present))
        ),
        report_backs=tuple(
            parts.report_back_row(one, today=today, may_answer=may_write)
            for one in page.report_backs
        ),
        is_planned=is_planned,
    )


def agenda_rows(
    page: values.MeetingPage, *, today: date, may_act: bool, may_write: bool
) -> tuple[AgendaRow, ...]:
    """Give the agenda, with the acts on each item for those who may, most of them before the meeting."""
    proposals = dict(page.proposals)
    last = len(page.items) - 1
    return tuple(
        AgendaRow(
            ref=item.id,
            row=parts.item_row(item, today=today, may_write=may_act),
            proposal=proposals.get(item.id, ""),
            move_href=reverse("county:move_item", args=[item.id]) if may_write else "",
            is_first=at == 0,
            is_last=at == last,
            acts=tuple(_acts(item)) if may_write and not item.outcome else (),
        )
        for at, item in enumerate(page.items)
    )


def who(attendee: values.Attendee) -> str:
    """Name somebody at a meeting with organisation, role and whom they stood in for."""
    name = ", ".join(filter(None, [attendee.name, attendee.organisation]))
    seat = "" if attendee.seat == "member" else f" ({words.SEATS[attendee.seat]})"
    instead = (
        _(", ersätter %(name)s") % {"name": attendee.instead_of} if attendee.instead_of else ""
    )
    return f"{name}{seat}{instead}"


def _acts(item: values.ItemLine) -> Iterable[Link]:
    yield Link(text=_("Ändra"), href=reverse("county:edit_item", args=[item.id]))
    yield Link(text=_("Bered"), href=reverse("county:prepare_item", args=[item.id]))
    if not item.is_standing:
        yield Link(text=_("Skjut upp"), href=reverse("county:postpone", args=[item.id]))


def _standing(
    page: values.MeetingPage,
    stage: Stage,
    *,
    today: date,
    may_write: bool,
    may_propose: bool,
    may_approve: bool,
) -> Standing:
    steps = tuple(STAGES)
    acts = [
        Link(text=str(text), href=reverse(f"county:{name}", args=[page.meeting.id]))
        for text, name in (
            _to_do(page, stage, today=today, may_approve=may_approve)
            if may_write
            else _to_read(stage, may_propose=may_propose)
        )
    ]
    if stage is Stage.PLANNED and may_propose and not may_write:
        acts.append(
            Link(
                text=_("Föreslå en punkt"),
                href=reverse("county:propose", args=[page.meeting.body.id]),
            )
        )
    return Standing(
        steps=tuple(str(STAGES[one]) for one in steps),
        at=steps.index(stage) + 1,
        next=acts[0] if acts else None,
        also=tuple(acts[1:]),
        told=_told(page, stage, today=today),
    )


def _to_do(
    page: values.MeetingPage, stage: Stage, *, today: date, may_approve: bool
) -> list[tuple[str, str]]:
    """Say what whoever keeps the register does next, the first thing first."""
    if stage is Stage.PLANNED:
        run = (_("Öppna mötet"), "run")
        add = (_("Lägg till en punkt"), "raise_item")
        later = [(_("Ändra mötet"), "change_meeting"), (_("Ställ in mötet"), "cancel_meeting")]
        return [run, add, *later] if page.meeting.day <= today else [add, *later]
    if stage is Stage.HELD:
        return [(_("Skriv anteckningarna"), "write_minutes")]
    read = (_("Läs anteckningarna"), "minutes")
    if stage is Stage.DRAFTED:
        revise = (_("Skriv klart anteckningarna"), "write_minutes")
        approve = (_("Godkänn anteckningarna"), "approve_minutes")
        return [approve, revise, read] if may_approve else [revise, read]
    if stage is Stage.APPROVED:
        return [(_("Publicera anteckningarna"), "publish_minutes"), read]
    return [read]


def _to_read(stage: Stage, *, may_propose: bool) -> list[tuple[str, str]]:
    is_there = stage is Stage.PUBLISHED or (
        may_propose and stage in {Stage.DRAFTED, Stage.APPROVED}
    )
    return [(_("Läs anteckningarna"), "minutes")] if is_there else []


def _told(page: values.MeetingPage, stage: Stage, *, today: date) -> str:
    days = (page.meeting.day - today).days
    if stage is Stage.PLANNED:
        if days > 0:
            return ngettext("Om %(count)d dag", "Om %(count)d dagar", days) % {"count": days}
        return _("I dag") if days == 0 else _("Dagen har varit. Mötet är inte nedskrivet än.")
    if stage is Stage.DRAFTED:
        return _("Anteckningarna godkänns på nästa möte. Till dess läses de bara av gruppen.")
    if stage is Stage.APPROVED:
        return _("Anteckningarna är godkända och kan öppnas för alla.")
    return ""
