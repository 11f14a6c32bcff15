"""Reads about organisations, units and the people who work in them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from varjebarn.kernel.actors import Actor
from varjebarn.organisations.models import Assignment, SecrecyUnit, Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """A unit in the catalogue: its name says nothing about any child."""

    unit: UUID
    unit_id: int
    name: str
    organisation_name: str
    organisation_kind: str
    area: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffLine:
    """Somebody's assignment in a unit."""

    assignment: UUID
    person: UUID
    person_id: int
    name: str
    title: str
    workplace_name: str
    duties: tuple[str, ...]
    valid_from: datetime
    valid_to: datetime


def units(*, municipality: str = "") -> list[UnitLine]:
    """List units, of one municipality and what covers the whole county, or all; by organisation."""
    rows = SecrecyUnit.objects.select_related("organisation").order_by("organisation__pk", "pk")
    return [
        UnitLine(
            unit=row.public_id,
            unit_id=row.pk,
            name=row.name,
            organisation_name=row.organisation.name,
            organisation_kind=row.organisation.kind,
            area=row.area,
        )
        for row in rows
        if not municipality or row.organisation.code in {"", municipality}
    ]


def units_near(actor: Actor) -> list[UnitLine]:
    """List the units a plan of the acting unit may meet: its own municipality's, and the county's."""
    own = SecrecyUnit.objects.select_related("organisation").get(pk=actor.unit_id)
    return units(municipality=own.organisation.code)


def staff(actor: Actor, *, duty: str = "", coming: bool = False) -> list[StaffLine]:
    """List those who have an assignment in the acting unit now, by name; one duty's, or all.

    With `coming`, also assignments that have not begun.
    """
    now = timezone.now()
    rows = Assignment.objects.filter(
        unit_id=actor.unit_id,
        valid_to__gt=now,
    ).select_related("person", "workplace")
    if not coming:
        rows = rows.filter(valid_from__lte=now)
    if duty:
        rows = rows.filter(duties__contains=[duty])
    lines = [
        StaffLine(
            assignment=row.public_id,
            person=row.person.public_id,
            person_id=row.person_id,
            name=str(row.person),
            title=row.title,
            workplace_name=row.workplace.name if row.workplace else "",
            duties=tuple(row.duties),
            valid_from=row.valid_from,
            valid_to=row.valid_to,
        )
        for row in rows
    ]
    return sorted(lines, key=lambda line: line.name)


def workplaces(actor: Actor) -> list[Workplace]:
    """List the acting unit's workplaces."""
    return list(Workplace.objects.filter(unit_id=actor.unit_id).order_by("name"))
