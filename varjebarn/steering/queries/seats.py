"""Which organisations sit in a body, and for which of them somebody may answer."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from varjebarn.kernel.actors import Actor, Duty
from varjebarn.steering.models import Membership, ReportBack, ReportBackAnswer, Seat
from varjebarn.steering.values import Named

Asked = dict[int, Named]


def organisations_asked(body_id: int, on: date) -> Asked:
    """Give the organisations that a body asked on a day, by key. Adjuncts are not asked."""
    return asked_from(_voting(body_id), body_id, on)


def asked_from(seats: Iterable[Membership], body_id: int, on: date) -> Asked:
    """Pick the organisations asked out of seats that have been read already."""
    return {
        seat.organisation_id: Named(id=seat.organisation.public_id, name=seat.organisation.name)
        for seat in seats
        if seat.body_id == body_id
        and seat.valid_from <= on
        and (seat.valid_to is None or on < seat.valid_to)
    }


def voting_seats(bodies: Iterable[int]) -> list[Membership]:
    """Read the seats of several bodies, past ones too, in order of organisation."""
    found = Membership.objects.filter(body_id__in=list(bodies)).exclude(seat=Seat.ADJUNCT)
    return list(found.select_related("organisation").order_by("organisation__name", "pk"))


def sits_for(actor: Actor, body_id: int, on: date) -> frozenset[int]:
    """Give the keys of the organisations whose seat in a body the acting person holds."""
    sitting = Q(valid_to=None) | Q(valid_to__gt=on)
    found = Membership.objects.filter(
        sitting, body_id=body_id, person_id=actor.person_id, valid_from__lte=on
    ).exclude(seat=Seat.ADJUNCT)
    return frozenset(found.values_list("organisation_id", flat=True))


def organisations_to_answer_for(actor: Actor, report_back: UUID, *, on: date) -> tuple[Named, ...]:
    """List the organisations that have not answered and that the acting person may answer for."""
    asking = ReportBack.objects.select_related("item__meeting").get(public_id=report_back)
    asked = organisations_asked(asking.body_id, asking.item.meeting.date)
    answered = ReportBackAnswer.objects.filter(report_back=asking).values_list(
        "organisation_id", flat=True
    )
    silent = {key: named for key, named in asked.items() if key not in set(answered)}
    if Duty.COUNTY in actor.duties:
        return tuple(silent.values())
    mine = sits_for(actor, asking.body_id, on) if actor.is_staff else frozenset[int]()
    return tuple(named for key, named in silent.items() if key in mine)


def _voting(body_id: int) -> list[Membership]:
    return voting_seats([body_id])
