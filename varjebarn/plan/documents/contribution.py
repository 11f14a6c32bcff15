"""What units send each other around a plan: a contribution to it, and an invitation to take part."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self
from uuid import UUID

from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.parts import Part
from varjebarn.plan.documents.lines import LeadLine, TeamLine, Words
from varjebarn.plan.documents.plain import from_plain, to_plain
from varjebarn.plan.documents.statuses import ActionStatus

CONTRIBUTION, INVITATION = "contribution", "invitation"
CONTRIBUTION_SCHEMA = "varjebarn/contribution/1"
INVITATION_SCHEMA = "varjebarn/invitation/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionReport:
    """How one of the unit's own actions is going."""

    ref: UUID
    status: ActionStatus
    on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributedNote:
    """A note on the wheel, seen from the contributing unit."""

    dimension: str
    kind: str
    text: str
    voice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What a unit in the team adds to a plan. A part that is empty is not sent.

    Parts: `actions` (reports), `wheel` (notes), `why` (a note to the whole). `ref` is the same in
    every copy of it, whichever parts that copy has.
    """

    ref: UUID
    plan_ref: UUID
    unit: UUID
    unit_name: str
    organisation_name: str
    said_by: str
    said_by_title: str
    on: date
    actions: tuple[ActionReport, ...] = ()
    wheel: tuple[ContributedNote, ...] = ()
    note: str = ""

    @property
    def parts(self) -> frozenset[Part]:
        """The parts that hold something."""
        held = {Part.ACTIONS: self.actions, Part.WHEEL: self.wheel, Part.WHY: self.note}
        return frozenset(part for part, content in held.items() if content)

    def only(self, parts: Collection[str]) -> Self:
        """Give a contribution with some of the parts."""
        return replace(
            self,
            actions=self.actions if Part.ACTIONS in parts else (),
            wheel=self.wheel if Part.WHEEL in parts else (),
            note=self.note if Part.WHY in parts else "",
        )

    def to_json(self) -> dict[str, Any]:
        """Give the body of a disclosure."""
        plain = to_plain(self)
        held = {
            Part.ACTIONS: plain.pop("actions"),
            Part.WHEEL: plain.pop("wheel"),
            Part.WHY: plain.pop("note"),
        }
        parts = {part.value: held[part] for part in held if part in self.parts}
        return {"schema": CONTRIBUTION_SCHEMA, **plain, "parts": parts}

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """Read a body back. Raises ValueError for another schema."""
        if body["schema"] != CONTRIBUTION_SCHEMA:
            raise ValueError("not a contribution of this schema")
        parts = body["parts"]
        read: Self = from_plain(
            cls,
            {
                **{key: value for key, value in body.items() if key not in {"schema", "parts"}},
                "actions": parts.get(Part.ACTIONS.value, []),
                "wheel": parts.get(Part.WHEEL.value, []),
                "note": parts.get(Part.WHY.value, ""),
            },
        )
        return read

    def as_content(self) -> Document:
        """Give it as the content of a disclosure."""
        return Document(
            kind=CONTRIBUTION,
            schema=CONTRIBUTION_SCHEMA,
            body=self.to_json(),
            subject_ref=self.plan_ref,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """Asks a unit to take part. It says whom it is about, why, and what is asked; no more.

    Parts: `why`, and `team` (who else takes part) for units whose consent covers it.
    """

    plan_ref: UUID
    child_called: str
    child_born: date
    model_id: str
    model_version: str
    model_title: Words
    lead: LeadLine
    on: date
    why: str
    asked: str
    team: tuple[TeamLine, ...] | None = None

    def only(self, parts: Collection[str]) -> Self:
        """Give an invitation without the team where the consent does not cover it."""
        return self if Part.TEAM in parts else replace(self, team=None)

    def to_json(self) -> dict[str, Any]:
        """Give the body of a disclosure."""
        plain = to_plain(self)
        parts: dict[str, Any] = {
            Part.WHY.value: {"text": plain.pop("why"), "asked": plain.pop("asked")},
        }
        if "team" in plain:
            parts[Part.TEAM.value] = plain.pop("team")
        return {"schema": INVITATION_SCHEMA, **plain, "parts": parts}

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """Read a body back. Raises ValueError for another schema."""
        if body["schema"] != INVITATION_SCHEMA:
            raise ValueError("not an invitation of this schema")
        parts = body["parts"]
        flat = {key: value for key, value in body.items() if key not in {"schema", "parts"}}
        flat |= {"why": parts[Part.WHY.value]["text"], "asked": parts[Part.WHY.value]["asked"]}
        if Part.TEAM.value in parts:
            flat["team"] = parts[Part.TEAM.value]
        read: Self = from_plain(cls, flat)
        return read

    def as_content(self) -> Document:
        """Give it as the content of a disclosure."""
        return Document(
            kind=INVITATION,
            schema=INVITATION_SCHEMA,
            body=self.to_json(),
            subject_ref=self.plan_ref,
        )
