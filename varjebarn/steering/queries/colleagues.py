"""Who works in an organisation, for asking a colleague to answer."""

from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from varjebarn.organisations.models import Assignment, Organisation, Person
from varjebarn.steering.values import Named

MOST = 20


def is_colleague(person: Person, organisation: Organisation) -> bool:
    """Whether somebody has an assignment in an organisation now."""
    now = timezone.now()
    found = Assignment.objects.filter(
        person=person, unit__organisation=organisation, valid_from__lte=now, valid_to__gt=now
    )
    return found.exists()


def colleagues_named(organisation: UUID, words: str) -> tuple[Named, ...]:
    """List up to twenty in an organisation whose names hold all the words, with what they work as."""
    now = timezone.now()
    holds = Q()
    for word in words.split():
        holds &= (
            Q(person__given_name__icontains=word)
            | Q(person__name_used__icontains=word)
            | Q(person__family_name__icontains=word)
        )
    found = Assignment.objects.filter(
        holds, unit__organisation__public_id=organisation, valid_from__lte=now, valid_to__gt=now
    ).select_related("person", "unit")
    rows = {
        one.person_id: Named(
            id=one.person.public_id, name=f"{one.person}, {one.title}, {one.unit.name}"
        )
        for one in found.order_by("person__family_name", "person__given_name")[: MOST * 2]
    }
    return tuple(rows.values())[:MOST]
