"""Who decides for a child in a matter: guardians with custody, and whoever is in a guardian's place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils import timezone

from varjebarn.disclosure.matters import Matter, covers
from varjebarn.disclosure.models import Substitute
from varjebarn.disclosure.policy import default_policy
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.ages import birthday
from varjebarn.people.models import ChildFile, Guardian

Line = Mapping[str, Any]


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
    """List who decides in a matter now: one statement. The door judges by itself (`vb.deciding`).

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
    registered, beside = _on_file(actor, child)
    known = [line for line in beside if covers(frozenset(line["matters"]), matter)]
    replaced = {person for line in known for person in line["replaces"]}
    there = {line["person_ref"] for line in registered if line["custody"]}
    return [
        *(_deciding(line, is_replaced=line["person_ref"] in replaced) for line in registered),
        *(_deciding(line) for line in known if line["person_ref"] not in there),
    ]


def _on_file(actor: Actor, child: ChildFile) -> tuple[list[Line], list[Line]]:
    """Read both lists as lines of JSON, in one statement: the guardians, and who is in their place."""
    now = timezone.now()
    there_now = {
        "unit_id": OuterRef("unit_id"),
        "child_file_id": OuterRef("pk"),
        "valid_from__lte": now,
        "valid_to__gt": now,
    }
    both = {name: name for name in ("public_id", "person_ref", "name", "view_agreed", "source")}
    guardian = JSONObject(**both, relation="relation", custody="custody")
    substitute = JSONObject(**both, kind="kind", matters="matters", replaces="replaces")
    guardians = Guardian.objects.filter(**there_now).order_by("-custody", "pk")
    substitutes = Substitute.objects.filter(**there_now).order_by("valid_from", "pk")
    return (
        ChildFile.objects.filter(unit_id=actor.unit_id, pk=child.pk)
        .annotate(
            registered=ArraySubquery(guardians.values(line=guardian)),
            beside=ArraySubquery(substitutes.values(line=substitute)),
        )
        .values_list("registered", "beside")
        .get()
    )


def _deciding(line: Line, *, is_replaced: bool = False) -> Deciding:
    """Read a line; whoever is in a guardian's place has custody's say in its matters."""
    person = line["person_ref"]
    return Deciding(
        public_id=UUID(line["public_id"]),
        person_ref=UUID(person) if person else None,
        name=line["name"],
        relation=line.get("relation", ""),
        custody=line.get("custody", True),
        view_agreed=line["view_agreed"],
        source=line["source"],
        kind=line.get("kind", ""),
        is_replaced=is_replaced,
    )
