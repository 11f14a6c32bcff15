"""Writes about assignments: the keeper gives and ends them, through the doors."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations import rules
from varjebarn.organisations.models import Assignment


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """Who was given an assignment, and which."""

    person: UUID
    assignment: UUID


def assign(  # noqa: PLR0913 - an assignment has this many parts
    actor: Actor,
    *,
    title: str,
    duties: Iterable[str],
    person: UUID | None = None,
    given_name: str = "",
    family_name: str = "",
    workplace: UUID | None = None,
    valid_from: datetime | None = None,
    valid_to: datetime | None = None,
) -> Assigned:
    """Give a person, known or new, an assignment in the acting unit."""
    wanted = sorted(set(duties))
    name = f"{given_name} {family_name}".strip()
    require(rules.may_assign(actor, person=person, name=name, title=title, duties=wanted))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM vb.assign(%s, %s, %s, %s, %s, %s::text[], %s, %s)",
            [
                person,
                given_name,
                family_name,
                workplace,
                title,
                wanted,
                valid_from or timezone.now(),
                valid_to,
            ],
        )
        row = cursor.fetchone()
    made = Assigned(person=row[0], assignment=row[1])
    record(actor, "assignment.given", object=made.assignment, why=", ".join(wanted))
    return made


def end_assignment(actor: Actor, *, assignment: UUID, at: datetime | None = None) -> None:
    """End an assignment in the acting unit from a moment, now unless said. Works at once."""
    row = Assignment.objects.select_related("person").get(
        public_id=assignment,
        unit_id=actor.unit_id,
    )
    require(rules.may_end_assignment(actor, person=row.person.public_id))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.end_assignment(%s, %s)",
            [assignment, at or timezone.now()],
        )
    record(actor, "assignment.ended", object=assignment)
