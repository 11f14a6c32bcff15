"""Which organisations sit in a body, and for which of them somebody may answer."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from varjebarn.kernel.actors import Actor, Duty
from varjebarn.organisations.models import Organisation
from varjebarn.steering.models import (
    AnswerDelegation,
    Membership,
    ReportBack,
    ReportBackAnswer,
    Seat,
)
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


def is_delegated(actor: Actor, report_back: ReportBack, organisation: Organisation) -> bool:
    """Whether a colleague has asked the acting person to answer for an organisation."""
    found = AnswerDelegation.objects.filter(
        report_back=report_back, organisation=organisation, person_id=actor.person_id
    )
    return actor.is_staff and found.exists()


def holds_seat(actor: Actor, body_id: int, on: date) -> bool:
    """Whether the acting person has a seat in a body on a day, as an adjunct too."""
    sitting = Q(valid_to=None) | Q(valid_to__gt=on)
    found = Membership.objects.filter(
        sitting, body_id=body_id, person_id=actor.person_id, valid_from__lte=on
    )
    return actor.is_staff and found.exists()


def bodies_of(actor: Actor, on: date) -> tuple[Named, ...]:
    """List the bodies in which the acting person holds a seat on a day."""
    sitting = Q(valid_to=None) | Q(valid_to__gt=on)
    found = Membership.objects.filter(sitting, person_id=actor.person_id, valid_from__lte=on)
    bodies = {seat.body_id: seat.body for seat in found.select_related("body")}
    return tuple(Named(id=one.public_id, name=one.name) for one in bodies.values())


def seat_name(actor: Actor, body_id: int, on: date) -> str:
    """Give the acting person's name and organisation as their seat in a body has them, or nothing."""
    sitting = Q(valid_to=None) | Q(valid_to__gt=on)
    found = Membership.objects.filter(
        sitting, body_id=body_id, person_id=actor.person_id, valid_from__lte=on
    )
    seat = found.select_related("organisation").first()
    return "" if seat is None else f"{seat.name}, {seat.organisation.name}"


def organisations_to_answer_for(
    actor: Actor, report_back: UUID, *, on: date, by_seat: bool = False
) -> tuple[Named, ...]:
    """List the organisations that have not answered and that the acting person may answer for.

    Those whose seat they hold, those for which a colleague has asked them (not `by_seat`), or all:
    the duty county.
    """
    asking = ReportBack.objects.select_related("item__meeting").get(public_id=report_back)
    asked = organisations_asked(asking.body_id, asking.item.meeting.date)
    answered = ReportBackAnswer.objects.filter(report_back=asking).values_list(
        "organisation_id", flat=True
    )
    silent = {key: named for key, named in asked.items() if key not in set(answered)}
    if Duty.COUNTY in actor.duties:
        return tuple(silent.values())
    if not actor.is_staff:
        return ()
    mine = set(sits_for(actor, asking.body_id, on))
    if not by_seat:
        asked_by_colleague = AnswerDelegation.objects.filter(
            report_back=asking, person_id=actor.person_id
        )
        mine.update(asked_by_colleague.values_list("organisation_id", flat=True))
    return tuple(named for key, named in silent.items() if key in mine)


def _voting(body_id: int) -> list[Membership]:
    return voting_seats([body_id])
