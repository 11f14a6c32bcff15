"""Where the acting person sits, and for which organisations: what gives a right to write."""

from datetime import date
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from varjebarn.kernel.actors import Actor, Duty
from varjebarn.organisations.models import Assignment, Organisation
from varjebarn.steering.models import Membership, Seat
from varjebarn.steering.values import Named


def sits_in(actor: Actor, on: date) -> frozenset[int]:
    """Give the keys of the bodies in which the acting person has a seat."""
    return frozenset(one.body_id for one in _mine(actor, on))


def speaks_for(actor: Actor, on: date) -> frozenset[int]:
    """Give the keys of the organisations that the acting person sits for, in any body."""
    return frozenset(one.organisation_id for one in _mine(actor, on))


def organisations_to_write_for(actor: Actor, on: date) -> tuple[Named, ...]:
    """List the organisations whose own things the acting person may write: all under the county's duty."""
    found = Organisation.objects.order_by("name")
    if Duty.COUNTY not in actor.duties:
        found = found.filter(pk__in=speaks_for(actor, on))
    return tuple(Named(id=one.public_id, name=one.name) for one in found)


def may_write_for(actor: Actor, organisation: UUID, on: date) -> bool:
    """Whether the acting person may write what is an organisation's own."""
    if Duty.COUNTY in actor.duties:
        return True
    return any(one.organisation.public_id == organisation for one in _mine(actor, on))


def may_act_for_body(actor: Actor, body: int | None, on: date) -> bool:
    """Whether the acting person sits in a body, or has the county's duty."""
    return Duty.COUNTY in actor.duties or body in sits_in(actor, on)


def staff_called(name: str, *, organisation: UUID) -> tuple[UUID, ...]:
    """Give those of an organisation's staff who are called so, whole name, whatever the case."""
    words = name.casefold().split()
    endings = [" ".join(words[at:]) for at in range(1, len(words))]
    now = timezone.now()
    found = Assignment.objects.filter(
        unit__organisation__public_id=organisation, valid_from__lte=now, valid_to__gt=now
    ).select_related("person")
    alike = [Q(person__family_name__iexact=ending) for ending in endings]
    people = {
        one.person.public_id: str(one.person)
        for one in found.filter(reduce(or_, alike, Q(pk=None)))
    }
    return tuple(key for key, called in people.items() if called.casefold().split() == words)


def _mine(actor: Actor, on: date) -> list[Membership]:
    """Read one's own seats; an adjunct has no say, and family sit nowhere."""
    if not actor.is_staff:
        return []
    sitting = Q(valid_to=None) | Q(valid_to__gt=on)
    found = Membership.objects.filter(sitting, person_id=actor.person_id, valid_from__lte=on)
    return list(found.exclude(seat=Seat.ADJUNCT).select_related("organisation"))
