"""Who decides for a child in a matter: guardians with custody, and whoever is in a guardian's place."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from varjebarn.disclosure.matters import Matter, covers
from varjebarn.disclosure.models import Substitute
from varjebarn.disclosure.policy import default_policy
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.ages import birthday
from varjebarn.people.models import ChildFile, Guardian
from varjebarn.people.queries import guardians


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """A guardian, or somebody in a guardian's place. Without `person_ref`: no login here.

    `kind` is the substitute's; `is_replaced` a guardian whom somebody else stands for in the matter.
    """

    public_id: UUID
    person_ref: UUID | None
    name: str
    relation: str
    custody: bool
    view_agreed: bool
    source: str
    kind: str = ""
    is_replaced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteLine:
    """Somebody in a guardian's place on a file, and whom they replace in what until when."""

    substitute: UUID
    kind: str
    person_ref: UUID | None
    name: str
    matters: frozenset[str]
    replaces: tuple[UUID, ...]
    view_agreed: bool
    source: str
    since: datetime
    until: datetime


def substitutes(actor: Actor, child: ChildFile) -> list[SubstituteLine]:
    """List who is in a guardian's place on a file now, the first registered first."""
    now = timezone.now()
    rows = Substitute.objects.filter(
        unit_id=actor.unit_id, child_file=child, valid_from__lte=now, valid_to__gt=now
    ).order_by("valid_from", "pk")
    return [
        SubstituteLine(
            substitute=row.public_id,
            kind=row.kind,
            person_ref=row.person_ref,
            name=row.name,
            matters=frozenset(row.matters),
            replaces=tuple(row.replaces),
            view_agreed=row.view_agreed,
            source=row.source,
            since=row.valid_from,
            until=row.valid_to,
        )
        for row in rows
    ]


def deciding(
    actor: Actor, child: ChildFile, *, matter: str = Matter.EVERYDAY.value
) -> list[Deciding]:
    """List who decides in a matter now: two statements. The door judges by itself (`vb.deciding`).

    From 18 on the young person decides, and nobody else (FB 6:2, 9:1).
    """
    adult = birthday(child.born, default_policy().guardian_view_ends_at)
    if adult <= timezone.localdate():
        return []
    known = family_around(actor, child, matter=matter)
    return [one for one in known if one.custody and not one.is_replaced]


def family_around(
    actor: Actor, child: ChildFile, *, matter: str = Matter.EVERYDAY.value
) -> list[Deciding]:
    """List every guardian and parent on a file, then whoever is in a guardian's place in a matter."""
    known = [line for line in substitutes(actor, child) if covers(line.matters, matter)]
    registered = guardians(actor, child)
    replaced = {person for line in known for person in line.replaces}
    there = {one.person_ref for one in registered if one.custody}
    return [
        *(_guardian(one, is_replaced=one.person_ref in replaced) for one in registered),
        *(_substitute(line) for line in known if line.person_ref not in there),
    ]


def _guardian(one: Guardian, *, is_replaced: bool) -> Deciding:
    return Deciding(
        public_id=one.public_id,
        person_ref=one.person_ref,
        name=one.name,
        relation=one.relation,
        custody=one.custody,
        view_agreed=one.view_agreed,
        source=one.source,
        is_replaced=is_replaced,
    )


def _substitute(line: SubstituteLine) -> Deciding:
    return Deciding(
        public_id=line.substitute,
        person_ref=line.person_ref,
        name=line.name,
        relation="",
        custody=True,
        view_agreed=line.view_agreed,
        source=line.source,
        kind=line.kind,
    )
