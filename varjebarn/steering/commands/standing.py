"""A body over time: changed, ended, formed anew; seats that end; professions that are expected."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering.commands.bodies import appoint_member
from varjebarn.steering.models import (
    Body,
    EarlierBody,
    ExpectedProfession,
    Level,
    Meeting,
    MeetingState,
    Membership,
    Profession,
    Seat,
)
from varjebarn.steering.rules import height
from varjebarn.steering.rules import standing as rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a body is called, how high it stands, whom it reports to, and what it is for."""

    name: str
    level: Level
    reports_to: Body | None
    purpose: str = ""


def change_body(
    actor: Actor,
    body: Body,
    *,
    shape: Shape,
    today: date,
) -> Body:
    """Let a body be otherwise from today; how it was stays to be read."""
    require(rules.may_change_body(actor.duties, _facts(body, shape)))
    _keep_earlier(body, today)
    body.name, body.level, body.purpose = shape.name.strip(), shape.level, shape.purpose.strip()
    body.reports_to = shape.reports_to
    body.save(update_fields=["name", "level", "purpose", "reports_to"])
    record(actor, "steering.body_changed", object=body.public_id)
    return body


def end_body(actor: Actor, body: Body, *, on: date, today: date) -> Body:
    """Let a body end. Its seats end with it; what reports to it stands as an orphan from then on."""
    require(
        rules.may_end_body(
            actor.duties,
            is_ended=body.ended_on is not None,
            founded_on=body.founded_on,
            on=on,
            today=today,
        )
    )
    for seat in _sitting(body, on):
        _end(seat, on)
    body.ended_on = on
    body.save(update_fields=["ended_on"])
    record(actor, "steering.body_ended", object=body.public_id)
    return body


def reform_body(
    actor: Actor,
    body: Body,
    *,
    shape: Shape,
    keep: Collection[Membership] = (),
    on: date,
    today: date,
) -> Body:
    """Form a body anew: the old one ends, the new one continues it and may have its name.

    The seats in `keep`, what reports to it and its coming meetings go along; all else is history.
    """
    require(rules.may_change_body(actor.duties, _facts(body, shape)))
    end_body(actor, body, on=on, today=today)
    new = Body.objects.create(
        name=shape.name.strip(),
        level=shape.level,
        reports_to=shape.reports_to,
        purpose=shape.purpose.strip(),
        founded_on=on,
        continues=body,
    )
    _take_seats_along(actor, new, keep, on)
    for below in Body.objects.filter(reports_to=body, ended_on=None):
        _keep_earlier(below, on)
        below.reports_to = new
        below.save(update_fields=["reports_to"])
    Meeting.objects.filter(body=body, state=MeetingState.PLANNED, date__gte=on).update(body=new)
    record(actor, "steering.body_reformed", object=new.public_id)
    return new


def end_seat(actor: Actor, seat: Membership, *, valid_to: date) -> Membership:
    """Let a seat end. `valid_to` is the first day without it."""
    require(
        rules.may_end_seat(
            actor.duties,
            valid_from=seat.valid_from,
            valid_to=seat.valid_to,
            new_valid_to=valid_to,
        )
    )
    _end(seat, valid_to)
    record(actor, "steering.seat_ended", object=seat.public_id)
    return seat


def replace_member(
    actor: Actor,
    seat: Membership,
    *,
    on: date,
    name: str = "",
    person: UUID | None = None,
    title: str = "",
    profession: UUID | None = None,
) -> Membership:
    """Let somebody take over a seat from a day, for the same organisation and in the same capacity."""
    end_seat(actor, seat, valid_to=on)
    return appoint_member(
        actor,
        seat.body,
        organisation=seat.organisation.public_id,
        seat=Seat(seat.seat),
        valid_from=on,
        person=person,
        name=name,
        title=title,
        profession=profession,
    )


def expect_profession(
    actor: Actor,
    *,
    name: str,
    short: str = "",
    body: Body | None = None,
    level: str = "",
) -> ExpectedProfession:
    """Say that a profession is to be found in a body, or somewhere on a level (DQ12)."""
    known = Profession.objects.filter(name__iexact=name.strip()).first()
    is_expected = known is not None and (
        ExpectedProfession.objects.filter(
            profession=known, body=body, level=level, ended_on=None
        ).exists()
    )
    require(rules.may_expect(actor.duties, name=name, is_expected=is_expected))
    profession = known or Profession.objects.create(name=name.strip(), short=short.strip())
    expected = ExpectedProfession.objects.create(profession=profession, body=body, level=level)
    record(actor, "steering.profession_expected", object=expected.public_id)
    return expected


def stop_expecting(
    actor: Actor, expected: ExpectedProfession, *, today: date
) -> ExpectedProfession:
    """Say that a profession is no longer looked for there."""
    require(rules.may_expect(actor.duties, name=str(expected), is_expected=False))
    expected.ended_on = today
    expected.save(update_fields=["ended_on"])
    record(actor, "steering.profession_no_longer_expected", object=expected.public_id)
    return expected


def _facts(body: Body, shape: Shape) -> rules.ChangeFacts:
    above = shape.reports_to
    return rules.ChangeFacts(
        name=shape.name,
        is_taken=_is_taken(shape.name, besides=body),
        height=height(shape.level),
        reports_to=None if above is None else height(above.level),
        is_ended=body.ended_on is not None,
        would_circle=_is_below(above, body),
    )


def _is_taken(name: str, *, besides: Body) -> bool:
    same = Body.objects.filter(name=name.strip(), ended_on=None)
    return same.exclude(pk=besides.pk).exists()


def _is_below(one: Body | None, other: Body) -> bool:
    """Whether one body is another, or reports to it over however many steps."""
    while one is not None:
        if one.pk == other.pk:
            return True
        one = one.reports_to
    return False


def _keep_earlier(body: Body, until: date) -> None:
    EarlierBody.objects.create(
        body=body,
        until=until,
        name=body.name,
        level=body.level,
        reports_to=body.reports_to,
        purpose=body.purpose,
    )


def _sitting(body: Body, on: date) -> list[Membership]:
    return list(Membership.objects.filter(Q(valid_to=None) | Q(valid_to__gt=on), body=body))


def _end(seat: Membership, valid_to: date) -> None:
    """End a seat; one that would begin later holds its first day, since a period holds something."""
    seat.valid_to = max(valid_to, seat.valid_from + timedelta(days=1))
    seat.save(update_fields=["valid_to"])


def _take_seats_along(actor: Actor, new: Body, keep: Collection[Membership], on: date) -> None:
    """Give the same people the same seats; a substitute follows if the one it is for does."""
    moved: dict[int, Membership] = {}
    for seat in sorted(keep, key=lambda one: one.substitute_for_id is not None):
        moved[seat.pk] = appoint_member(
            actor,
            new,
            organisation=seat.organisation.public_id,
            seat=Seat(seat.seat),
            valid_from=on,
            person=None if seat.person is None else seat.person.public_id,
            name=seat.name,
            title=seat.title,
            profession=None if seat.profession is None else seat.profession.public_id,
            substitute_for=moved.get(seat.substitute_for_id or 0),
        )
