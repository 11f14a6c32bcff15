"""Founding bodies and giving seats."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import Organisation, Person
from varjebarn.steering import rules
from varjebarn.steering.models import Body, Level, Membership, Profession, Seat


def found_body(
    actor: Actor,
    *,
    name: str,
    level: Level,
    reports_to: Body | None = None,
    purpose: str = "",
    on: date | None = None,
) -> Body:
    """Found a body. One below the top that reports to nobody is shown as an orphan (DQ9)."""
    require(
        rules.may_found(
            actor.duties,
            name=name,
            is_taken=Body.objects.filter(name=name.strip(), ended_on=None).exists(),
            height=rules.height(level),
            reports_to=None if reports_to is None else rules.height(reports_to.level),
        )
    )
    body = Body.objects.create(
        name=name.strip(),
        level=level,
        reports_to=reports_to,
        purpose=purpose.strip(),
        founded_on=on,
    )
    record(actor, "steering.body_founded", object=body.public_id)
    return body


def appoint_member(  # noqa: PLR0913 - a seat has this many sides
    actor: Actor,
    body: Body,
    *,
    organisation: UUID,
    seat: Seat,
    valid_from: date,
    valid_to: date | None = None,
    person: UUID | None = None,
    name: str = "",
    title: str = "",
    profession: UUID | None = None,
    substitute_for: Membership | None = None,
) -> Membership:
    """Give somebody a seat. Who can log in is picked, and takes the name from there (DQ3)."""
    picked = None if person is None else Person.objects.get(public_id=person)
    shown = name.strip() if picked is None else str(picked)
    sitting = _sitting(body, valid_from, valid_to)
    same = Q(name=shown) if picked is None else Q(person=picked)
    facts = rules.SeatFacts(
        name=shown,
        is_body_ended=body.ended_on is not None and (valid_to or date.max) > body.ended_on,
        valid_from=valid_from,
        valid_to=valid_to,
        sits_already=sitting.filter(same).exists(),
        is_chair=seat == Seat.CHAIR,
        has_chair=sitting.filter(seat=Seat.CHAIR).exists(),
        substitute_in_same_body=(
            None if substitute_for is None else substitute_for.body_id == body.pk
        ),
    )
    require(rules.may_appoint(actor.duties, facts))
    membership = Membership.objects.create(
        body=body,
        organisation=Organisation.objects.get(public_id=organisation),
        person=picked,
        name=shown,
        title=title.strip(),
        profession=None if profession is None else Profession.objects.get(public_id=profession),
        seat=seat,
        substitute_for=substitute_for,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    record(actor, "steering.member_appointed", object=membership.public_id)
    return membership


def _sitting(body: Body, start: date, end: date | None) -> "QuerySet[Membership]":
    """Find the seats that share a day with a period."""
    overlapping = Q(valid_to=None) | Q(valid_to__gt=start)
    if end is not None:
        overlapping &= Q(valid_from__lt=end)
    return Membership.objects.filter(overlapping, body=body)
