"""Mandates in lists and one by one, and a body's history."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from varjebarn.steering.models import (
    Body,
    DecisionRecord,
    EarlierBody,
    ExpectedProfession,
    Mandate,
    Membership,
    Profession,
)
from varjebarn.steering.rules.standing import lacks_resources
from varjebarn.steering.values import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who gives or holds a mandate: a body of the register, or somebody by name."""

    name: str
    body: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateLine:
    """A mandate in a list."""

    id: UUID
    title: str
    giver: Party
    holder: Party
    given_on: date
    due: date | None
    time_share: int | None
    resources: str
    accepted_on: date | None
    ended_on: date | None
    is_overdue: bool
    lacks_resources: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MandatePage:
    """One mandate with its terms, and the decision it comes from."""

    line: MandateLine
    purpose: str
    limits: str
    reports_to: Named | None
    reports_on: date | None
    decision: Named | None
    outcome: str
    held_in: int | None
    """The key of the body that holds it, for asking whether somebody sits there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierLine:
    """How a body was until a day."""

    until: date
    name: str
    level: str
    reports_to: str
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyStanding:
    """A body over time: what it continues, what continues it, how it was, and its mandates."""

    founded_on: date | None
    ended_on: date | None
    continues: Named | None
    continued_by: tuple[Named, ...]
    earlier: tuple[EarlierLine, ...]
    mandates: tuple[MandateLine, ...]
    given: tuple[MandateLine, ...]
    former: tuple[tuple[str, str, date, date], ...]
    """Those who have left: name, organisation, first day, first day without the seat."""
    expected: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedLine:
    """A profession that is looked for, in a body or on a level."""

    id: UUID
    name: str
    body: str
    level: str


def body_standing(body: UUID, *, on: date) -> BodyStanding:
    """Read a body's history and mandates: seven statements."""
    found = Body.objects.select_related("continues").get(public_id=body)
    line, here = [found.pk], found.continues
    while here is not None:  # a body formed anew is rare, and its line short
        line.append(here.pk)
        here = here.continues
    mandates = _mandates(Q(given_to__in=line) | Q(given_by=found))
    gone = Membership.objects.filter(body=found, valid_to__lte=on).select_related("organisation")
    return BodyStanding(
        founded_on=found.founded_on,
        ended_on=found.ended_on,
        continues=_named(found.continues),
        continued_by=tuple(
            Named(id=one.public_id, name=one.name) for one in Body.objects.filter(continues=found)
        ),
        earlier=tuple(
            EarlierLine(
                until=one.until,
                name=one.name,
                level=one.level,
                reports_to="" if one.reports_to is None else one.reports_to.name,
                purpose=one.purpose,
            )
            for one in EarlierBody.objects.filter(body=found)
            .select_related("reports_to")
            .order_by("-until", "-pk")
        ),
        mandates=tuple(_line(one, on) for one in mandates if one.given_to_id in line),
        given=tuple(_line(one, on) for one in mandates if one.given_by_id == found.pk),
        former=tuple(
            (one.name, one.organisation.name, one.valid_from, one.valid_to)
            for one in gone.order_by("-valid_to", "name")
            if one.valid_to is not None
        ),
        expected=tuple(
            (one.public_id, str(one.profession))
            for one in ExpectedProfession.objects.filter(body=found, ended_on=None)
            .select_related("profession")
            .order_by("profession__name")
        ),
    )


def mandate_lines(on: date) -> tuple[MandateLine, ...]:
    """List all mandates, those that are held first, the soonest due of them at the top."""
    lines = [_line(one, on) for one in _mandates(Q())]
    return tuple(
        sorted(lines, key=lambda one: (one.ended_on is not None, one.due or date.max, one.title))
    )


def mandate_page(mandate: UUID, *, on: date) -> MandatePage:
    """Read one mandate."""
    found = (
        Mandate.objects.select_related(
            "given_by", "given_to", "reports_to", "decision", "acceptance"
        )
        .filter(public_id=mandate)
        .get()
    )
    return MandatePage(
        line=_line(found, on),
        purpose=found.purpose,
        limits=found.limits,
        reports_to=_named(found.reports_to),
        reports_on=found.reports_on,
        decision=(
            None
            if found.decision is None
            else Named(id=found.decision.public_id, name=found.decision.wording)
        ),
        outcome=found.outcome,
        held_in=found.given_to_id,
    )


def open_mandate(mandate: UUID) -> Mandate:
    """Open a mandate to act on."""
    return Mandate.objects.select_related("given_to", "reports_to").get(public_id=mandate)


def open_seat(seat: UUID) -> Membership:
    """Open a seat with its body and organisation."""
    return Membership.objects.select_related("body", "organisation").get(public_id=seat)


def named_seat(seat: Membership) -> Named:
    """Name a seat for choosing it: who, and for which organisation."""
    return Named(id=seat.public_id, name=f"{seat.name}, {seat.organisation.name}")


def open_expected(expected: UUID) -> ExpectedProfession:
    """Open what is expected to act on."""
    return ExpectedProfession.objects.select_related("profession", "body").get(public_id=expected)


def working_bodies() -> tuple[Named, ...]:
    """List the bodies that have not ended, by name."""
    found = Body.objects.filter(ended_on=None).order_by("name")
    return tuple(Named(id=one.public_id, name=one.name) for one in found)


def professions() -> tuple[Named, ...]:
    """List the professions that the county knows of."""
    found = Profession.objects.order_by("name")
    return tuple(Named(id=one.public_id, name=one.name) for one in found)


def expected_lines() -> tuple[ExpectedLine, ...]:
    """List all professions that are looked for, by name."""
    found = ExpectedProfession.objects.filter(ended_on=None).select_related("profession", "body")
    return tuple(
        ExpectedLine(
            id=one.public_id,
            name=one.profession.name,
            body="" if one.body is None else one.body.name,
            level=one.level,
        )
        for one in found.order_by("profession__name", "pk")
    )


def decisions_to_choose() -> tuple[Named, ...]:
    """List all decisions for choosing where something comes from, the newest first."""
    found = DecisionRecord.objects.select_related("body", "item__meeting")
    return tuple(
        Named(id=one.public_id, name=f"{one.body.name} {one.number}: {one.wording}")
        for one in found.order_by("-item__meeting__date", "-number")
    )


def _mandates(wanted: Q) -> list[Mandate]:
    found = Mandate.objects.filter(wanted)
    return list(found.select_related("given_by", "given_to", "acceptance").order_by("title", "pk"))


def _line(mandate: Mandate, on: date) -> MandateLine:
    """Needs `given_by`, `given_to` and `acceptance`."""
    acceptance = getattr(mandate, "acceptance", None)
    is_held = mandate.ended_on is None
    return MandateLine(
        id=mandate.public_id,
        title=mandate.title,
        giver=_party(mandate.given_by, mandate.giver_name),
        holder=_party(mandate.given_to, mandate.holder_name),
        given_on=mandate.given_on,
        due=mandate.due,
        time_share=mandate.time_share,
        resources=mandate.resources,
        accepted_on=None if acceptance is None else acceptance.on,
        ended_on=mandate.ended_on,
        is_overdue=is_held and mandate.due is not None and mandate.due < on,
        lacks_resources=is_held and lacks_resources(mandate.time_share, mandate.resources),
    )


def _party(body: Body | None, name: str) -> Party:
    return (
        Party(name=name, body=None) if body is None else Party(name=body.name, body=body.public_id)
    )


def _named(body: Body | None) -> Named | None:
    return None if body is None else Named(id=body.public_id, name=body.name)
