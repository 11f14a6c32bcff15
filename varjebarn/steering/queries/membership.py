"""In which bodies the acting person sits, adjuncts too: they draft and take up what is sent there."""

from datetime import date

from django.db.models import Q

from varjebarn.database.accounts import addresses_of
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.steering.models import MemberAddress, Membership
from varjebarn.steering.queries.seats import holds_seat


def my_bodies(actor: Actor, on: date) -> frozenset[int]:
    """Give the keys of the bodies where the acting person holds a seat on a day."""
    if not actor.is_staff:
        return frozenset()
    sitting = Q(valid_to=None) | Q(valid_to__gt=on)
    found = Membership.objects.filter(sitting, person_id=actor.person_id, valid_from__lte=on)
    return frozenset(found.values_list("body_id", flat=True))


def may_draft(actor: Actor | None, body_id: int, on: date) -> bool:
    """Whether to show the ways to drafting; one statement, and none for the county's own."""
    if actor is None:
        return False
    return Duty.COUNTY in actor.duties or holds_seat(actor, body_id, on)


def mail_addresses(body_id: int, on: date) -> list[str]:
    """Give where the members of a body are mailed on a day, for the county's own.

    It is the address that is kept with the seat, else the one the member logs in with; nobody who
    has said no thanks.
    """
    sitting = Q(valid_to=None) | Q(valid_to__gt=on)
    seats = Membership.objects.filter(sitting, body_id=body_id, valid_from__lte=on)
    kept = {
        seat: (address, wants)
        for seat, address, wants in MemberAddress.objects.filter(membership__in=seats).values_list(
            "membership_id", "address", "wants_mail"
        )
    }
    by_login = [
        person
        for seat, person in seats.values_list("pk", "person__public_id")
        if person is not None and kept.get(seat, ("", True)) == ("", True)
    ]
    chosen = {address for address, wants in kept.values() if address and wants}
    return sorted(chosen | set(addresses_of(by_login)))
