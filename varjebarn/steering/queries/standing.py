"""Who sits where, who reports to whom, and what is missing, by name. Six statements in all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from varjebarn.organisations.models import Organisation, OrganisationKind, SecrecyUnit
from varjebarn.steering.models import (
    Body,
    ExpectedProfession,
    Level,
    Mandate,
    Meeting,
    MeetingState,
    Membership,
)
from varjebarn.steering.rules.standing import lacks_resources

LEVELS = (Level.STRATEGIC, Level.TACTICAL, Level.OPERATIVE)
OF_THE_COUNTY = (
    OrganisationKind.MUNICIPALITY,
    OrganisationKind.REGION,
    OrganisationKind.POLICE,
)


class GapKind(StrEnum):
    """What may be missing. The order is that of the list."""

    LEVEL_EMPTY = "level_empty"
    ORGANISATION_OUTSIDE = "organisation_outside"
    PROFESSION_IN_BODY = "profession_in_body"
    PROFESSION_ON_LEVEL = "profession_on_level"
    ORPHAN = "orphan"
    BODY_EMPTY = "body_empty"
    NO_MANDATE = "no_mandate"
    NO_RESOURCES = "no_resources"
    OVERDUE = "overdue"
    HOLDER_ENDED = "holder_ended"
    MEETS_AFTER_END = "meets_after_end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that is missing: what, where, and the body or mandate to go to."""

    kind: GapKind
    name: str
    place: str = ""
    body: UUID | None = None
    mandate: UUID | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Somebody in a cell of the map."""

    name: str
    seat: str
    profession: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """An organisation, who sits for it in each body, and the levels where nobody does."""

    organisation: str
    cells: tuple[tuple[Sitting, ...], ...]
    levels_without: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A body and what reports to it."""

    id: UUID
    name: str
    level: str
    is_orphan: bool
    below: tuple["Branch", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyColumn:
    """A body at the head of the map."""

    id: UUID
    name: str
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingMap:
    """The county's bodies on a day: the map, the tree, and what is missing."""

    bodies: tuple[BodyColumn, ...]
    rows: tuple[MapRow, ...]
    tree: tuple[Branch, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """Everything that has been read, for the map and the gaps alike."""

    on: date
    working: tuple[Body, ...]
    ended: tuple[Body, ...]
    seats: tuple[Membership, ...]
    expected: tuple[ExpectedProfession, ...]
    mandates: tuple[Mandate, ...]
    organisations: tuple[Organisation, ...]
    to_be_there: frozenset[int]
    """The keys of those that are to sit somewhere: who only leads the work need not."""
    meeting_after_end: frozenset[int]


def standing_map(on: date) -> StandingMap:
    """Read the map of a day."""
    read = _read(on)
    return StandingMap(
        bodies=tuple(
            BodyColumn(id=one.public_id, name=one.name, level=one.level) for one in read.working
        ),
        rows=tuple(_rows(read)),
        tree=_tree(read),
        gaps=_in_order(_gaps(read)),
    )


def _read(on: date) -> _Read:
    bodies = list(Body.objects.select_related("reports_to").order_by("name"))
    working = [one for one in bodies if one.ended_on is None]
    sitting = Q(valid_to=None) | Q(valid_to__gt=on)
    seats = Membership.objects.filter(sitting, body__ended_on=None, valid_from__lte=on)
    planned = Meeting.objects.filter(
        state=MeetingState.PLANNED, date__gte=on, body__ended_on__isnull=False
    )
    organisations = Organisation.objects.annotate(
        leads=Exists(SecrecyUnit.objects.filter(organisation=OuterRef("pk"), area="county"))
    ).order_by("name")
    return _Read(
        on=on,
        working=tuple(sorted(working, key=lambda one: LEVELS.index(Level(one.level)))),
        ended=tuple(one for one in bodies if one.ended_on is not None),
        seats=tuple(seats.select_related("organisation", "profession").order_by("name")),
        expected=tuple(
            ExpectedProfession.objects.filter(ended_on=None)
            .select_related("profession", "body")
            .order_by("profession__name", "pk")
        ),
        mandates=tuple(
            Mandate.objects.filter(ended_on=None).select_related("given_to").order_by("title", "pk")
        ),
        organisations=tuple(organisations),
        to_be_there=frozenset(
            one.pk for one in organisations if one.kind in OF_THE_COUNTY and not one.leads
        ),
        meeting_after_end=frozenset(planned.values_list("body_id", flat=True)),
    )


# The map and the tree ----------------------------------------------------------------------------


def _rows(read: _Read) -> Iterator[MapRow]:
    there: dict[tuple[int, int], list[Sitting]] = defaultdict(list)
    levels: dict[int, set[str]] = defaultdict(set)
    by_key = {one.pk: one for one in read.working}
    for seat in read.seats:
        profession = "" if seat.profession is None else str(seat.profession)
        there[seat.organisation_id, seat.body_id].append(
            Sitting(name=seat.name, seat=seat.seat, profession=profession)
        )
        levels[seat.organisation_id].add(by_key[seat.body_id].level)
    held = {one.level for one in read.working}
    for organisation in read.organisations:
        if organisation.pk in levels or organisation.pk in read.to_be_there:
            yield MapRow(
                organisation=organisation.name,
                cells=tuple(
                    tuple(there.get((organisation.pk, one.pk), ())) for one in read.working
                ),
                levels_without=tuple(
                    level for level in LEVELS if level in held - levels[organisation.pk]
                ),
            )


def _tree(read: _Read) -> tuple[Branch, ...]:
    below: dict[int | None, list[Body]] = defaultdict(list)
    working = {one.pk for one in read.working}
    for one in read.working:
        below[one.reports_to_id if one.reports_to_id in working else None].append(one)

    def branch(body: Body) -> Branch:
        return Branch(
            id=body.public_id,
            name=body.name,
            level=body.level,
            is_orphan=_is_orphan(body),
            below=tuple(map(branch, below[body.pk])),
        )

    return tuple(map(branch, below[None]))


def _is_orphan(body: Body) -> bool:
    """Whether it reports to nobody, or to a body that has ended, without being at the top (DQ9)."""
    above = body.reports_to
    return body.level != Level.STRATEGIC and (above is None or above.ended_on is not None)


# What is missing ---------------------------------------------------------------------------------


def _gaps(read: _Read) -> Iterator[Gap]:
    yield from _missing_people(read)
    yield from _missing_in_bodies(read)
    yield from _missing_in_mandates(read)
    for body in read.ended:
        if body.pk in read.meeting_after_end:
            yield Gap(
                kind=GapKind.MEETS_AFTER_END,
                name=body.name,
                body=body.public_id,
                day=body.ended_on,
            )


def _missing_people(read: _Read) -> Iterator[Gap]:
    held = {one.level for one in read.working}
    for level in LEVELS if held else ():
        if level not in held:
            yield Gap(kind=GapKind.LEVEL_EMPTY, name=level)
    sits = {seat.organisation_id for seat in read.seats}
    for organisation in read.organisations if sits else ():
        if organisation.pk in read.to_be_there - sits:
            yield Gap(kind=GapKind.ORGANISATION_OUTSIDE, name=organisation.name)
    level_of = {one.pk: one.level for one in read.working}
    in_body = {(seat.profession_id, seat.body_id) for seat in read.seats}
    on_level = {(seat.profession_id, level_of[seat.body_id]) for seat in read.seats}
    for one in read.expected:
        name = str(one.profession)
        if one.body is None:
            if (one.profession_id, one.level) not in on_level:
                yield Gap(kind=GapKind.PROFESSION_ON_LEVEL, name=name, place=one.level)
        elif one.body_id in level_of and (one.profession_id, one.body_id) not in in_body:
            yield Gap(
                kind=GapKind.PROFESSION_IN_BODY,
                name=name,
                place=one.body.name,
                body=one.body.public_id,
            )


def _missing_in_bodies(read: _Read) -> Iterator[Gap]:
    earlier = {one.pk: one.continues_id for one in (*read.working, *read.ended)}
    held = {one.given_to_id for one in read.mandates}
    peopled = {seat.body_id for seat in read.seats}
    for body in read.working:
        if _is_orphan(body):
            yield Gap(kind=GapKind.ORPHAN, name=body.name, body=body.public_id)
        if body.pk not in peopled:
            yield Gap(kind=GapKind.BODY_EMPTY, name=body.name, body=body.public_id)
        if not held & set(_line(body.pk, earlier)):
            yield Gap(kind=GapKind.NO_MANDATE, name=body.name, body=body.public_id)


def _missing_in_mandates(read: _Read) -> Iterator[Gap]:
    earlier = {one.pk: one.continues_id for one in (*read.working, *read.ended)}
    alive = {pk for one in read.working for pk in _line(one.pk, earlier)}
    for one in read.mandates:
        if lacks_resources(one.time_share, one.resources):
            yield Gap(kind=GapKind.NO_RESOURCES, name=one.title, mandate=one.public_id)
        if one.due is not None and one.due < read.on:
            yield Gap(kind=GapKind.OVERDUE, name=one.title, mandate=one.public_id, day=one.due)
        if one.given_to is not None and one.given_to_id not in alive:
            yield Gap(
                kind=GapKind.HOLDER_ENDED,
                name=one.title,
                place=one.given_to.name,
                mandate=one.public_id,
            )


def _line(body: int, earlier: Mapping[int, int | None]) -> Iterator[int]:
    """Give a body and all those that it continues, since a mandate follows a body formed anew."""
    here: int | None = body
    while here is not None:
        yield here
        here = earlier.get(here)


def _in_order(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    kinds = list(GapKind)
    return tuple(sorted(gaps, key=lambda gap: kinds.index(gap.kind)))
