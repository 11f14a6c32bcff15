"""The pages of bodies and mandates: what a query answered, in words, links and order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from varjebarn.kernel.periods import Period
from varjebarn.steering.queries import (
    BodyStanding,
    Gap,
    GapKind,
    MandateLine,
    MandatePage,
    StandingMap,
    standing,
)
from varjebarn.web.county import words
from varjebarn.web.county.bodies import words as own_words
from varjebarn.web.county.parts import Link, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Who sits for an organisation in a body, under the body's name."""

    body: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """An organisation in the map."""

    organisation: str
    cells: tuple[Cell, ...]
    without: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A body in the tree."""

    link: Link
    level: str
    is_orphan: bool
    below: tuple["Branch", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage:
    """The map, the tree, and what is missing."""

    heads: tuple[str, ...]
    rows: tuple[MapRow, ...]
    tree: tuple[Branch, ...]
    gaps: tuple[Row, ...]


def map_page(found: StandingMap, *, today: date, may_write: bool) -> MapPage:
    """Put the map into words."""
    return MapPage(
        heads=tuple(one.name for one in found.bodies),
        rows=tuple(
            MapRow(
                organisation=row.organisation,
                cells=tuple(
                    Cell(body=body.name, people=tuple(map(_sitting, cell)))
                    for body, cell in zip(found.bodies, row.cells, strict=True)
                ),
                without=own_words.levels_without(row.levels_without),
            )
            for row in found.rows
        ),
        tree=tuple(map(_branch, found.tree)),
        gaps=tuple(_gap_row(one, today=today, may_write=may_write) for one in found.gaps),
    )


def _branch(one: standing.Branch) -> Branch:
    return Branch(
        link=_body_link(one.id, one.name),
        level=str(words.LEVELS[one.level]),
        is_orphan=one.is_orphan,
        below=tuple(map(_branch, one.below)),
    )


def _sitting(one: standing.Sitting) -> str:
    role = "" if one.seat == "member" else str(words.SEATS[one.seat])
    return ", ".join(filter(None, [one.name, one.profession, role]))


def _gap_row(gap: Gap, *, today: date, may_write: bool) -> Row:
    """Show what is missing; the name leads to the thing, the button to what may be done."""
    href = ""
    if gap.mandate is not None:
        href = reverse("county:mandate", args=[gap.mandate])
    elif gap.body is not None:
        href = reverse("county:body", args=[gap.body])
    return Row(
        title=own_words.gap_words(gap, today=today),
        href=href,
        act=(
            Link(text=str(own_words.WHAT_TO_DO[gap.kind]), href=act)
            if may_write and (act := _act_on(gap))
            else None
        ),
    )


def _act_on(gap: Gap) -> str:
    """Say where one mends a gap; empty where nothing in particular does."""
    if gap.kind is GapKind.LEVEL_EMPTY:
        return reverse("county:found_body")
    if gap.kind is GapKind.NO_MANDATE:
        return f"{reverse('county:give_mandate')}?grupp={gap.body}"
    if gap.kind is GapKind.ORPHAN:
        return reverse("county:change_body", args=[gap.body])
    if gap.kind in {GapKind.BODY_EMPTY, GapKind.PROFESSION_IN_BODY}:
        return reverse("county:appoint", args=[gap.body])
    if gap.kind in {GapKind.NO_RESOURCES, GapKind.OVERDUE}:
        return reverse("county:change_mandate", args=[gap.mandate])
    return ""


# Mandates ----------------------------------------------------------------------------------------


def mandate_row(line: MandateLine, *, today: date) -> Row:
    """Show a mandate in a list: who holds it, from whom, until when, and what it lacks."""
    facts = [
        _("Till: %(who)s") % {"who": line.holder.name},
        _("Från: %(who)s") % {"who": line.giver.name},
    ]
    if line.due is not None:
        facts.append(_("Klart senast %(day)s") % {"day": words.short_day(line.due, today=today)})
    status, kind = _mandate_status(line)
    return Row(
        title=line.title,
        href=reverse("county:mandate", args=[line.id]),
        status=status,
        status_kind=kind,
        facts=tuple(facts),
        warning=_("Varken tid eller resurser är sagda.") if line.lacks_resources else "",
    )


def _mandate_status(line: MandateLine) -> tuple[str, str]:
    if line.ended_on is not None:
        return _("Avslutat"), "done"
    if line.is_overdue:
        return _("Tiden har gått ut"), "late"
    if line.accepted_on is None:
        return _("Väntar på att antas"), "waiting"
    return _("Pågår"), "going"


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateShown:
    """One mandate."""

    id: UUID
    row: Row
    giver: Link
    holder: Link
    facts: tuple[tuple[str, str], ...]
    reports_to: Link | None
    decision: Link | None
    outcome: str
    is_held: bool
    may_accept: bool


def mandate_shown(page: MandatePage, *, today: date, may_accept: bool) -> MandateShown:
    """Put a mandate into words."""
    line = page.line
    said = (
        (_("Syfte"), page.purpose),
        (_("Ramar"), page.limits),
        (_("Tid"), _("%(share)d procent av en tjänst") % {"share": line.time_share})
        if line.time_share is not None
        else (_("Tid"), ""),
        (_("Resurser"), line.resources),
        (_("Gavs"), words.day_words(line.given_on)),
        (_("Klart senast"), "" if line.due is None else words.day_words(line.due)),
        (_("Rapporteras"), "" if page.reports_on is None else words.day_words(page.reports_on)),
        (_("Antogs"), "" if line.accepted_on is None else words.day_words(line.accepted_on)),
        (_("Avslutades"), "" if line.ended_on is None else words.day_words(line.ended_on)),
    )
    return MandateShown(
        id=line.id,
        row=mandate_row(line, today=today),
        giver=_party_link(line.giver.name, line.giver.body),
        holder=_party_link(line.holder.name, line.holder.body),
        facts=tuple((label, text) for label, text in said if text),
        reports_to=(
            None
            if page.reports_to is None
            else _body_link(page.reports_to.id, page.reports_to.name)
        ),
        decision=(
            None
            if page.decision is None
            else Link(
                text=page.decision.name, href=reverse("county:decision", args=[page.decision.id])
            )
        ),
        outcome=page.outcome,
        is_held=line.ended_on is None,
        may_accept=may_accept and line.ended_on is None and line.accepted_on is None,
    )


# A body over time --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyOverTime:
    """A body's mandates and history."""

    is_working: bool
    days: tuple[str, ...]
    continues: Link | None
    continued_by: tuple[Link, ...]
    earlier: tuple[Row, ...]
    mandates: tuple[Row, ...]
    given: tuple[Row, ...]
    former: tuple[str, ...]
    expected: tuple[str, ...]


def body_over_time(found: BodyStanding, *, today: date) -> BodyOverTime:
    """Put a body's history and mandates into words."""
    days = []
    if found.founded_on is not None:
        days.append(_("Bildades %(day)s") % {"day": words.day_words(found.founded_on)})
    if found.ended_on is not None:
        days.append(_("Upphörde %(day)s") % {"day": words.day_words(found.ended_on)})
    return BodyOverTime(
        is_working=found.ended_on is None,
        days=tuple(days),
        continues=(
            None
            if found.continues is None
            else _body_link(found.continues.id, found.continues.name)
        ),
        continued_by=tuple(_body_link(one.id, one.name) for one in found.continued_by),
        earlier=tuple(
            Row(
                title=one.name,
                facts=tuple(
                    filter(
                        None,
                        [
                            _("Till %(day)s") % {"day": words.short_day(one.until, today=today)},
                            str(words.LEVELS[one.level]),
                            _("Rapporterade till %(who)s") % {"who": one.reports_to}
                            if one.reports_to
                            else _("Rapporterade inte till någon"),
                        ],
                    )
                ),
                note=one.purpose,
            )
            for one in found.earlier
        ),
        mandates=tuple(mandate_row(one, today=today) for one in _held_first(found.mandates)),
        given=tuple(mandate_row(one, today=today) for one in _held_first(found.given)),
        former=tuple(
            _("%(name)s, %(organisation)s (%(start)s–%(end)s)")
            % {
                "name": name,
                "organisation": organisation,
                "start": words.short_day(start, today=date.max),
                "end": words.short_day(_last_day(end), today=date.max),
            }
            for name, organisation, start, end in found.former
        ),
        expected=tuple(name for _id, name in found.expected),
    )


def _last_day(end: date) -> date:
    return Period(start=date.min, end=end).last_day or end


def _held_first(lines: Iterable[MandateLine]) -> list[MandateLine]:
    return sorted(lines, key=lambda one: one.ended_on is not None)


def _body_link(body: UUID, name: str) -> Link:
    return Link(text=name, href=reverse("county:body", args=[body]))


def _party_link(name: str, body: UUID | None) -> Link:
    return Link(text=name, href="") if body is None else _body_link(body, name)
