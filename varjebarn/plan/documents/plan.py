"""A plan as a frozen value, whole or some of its parts. Every page that shows a plan shows this."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self, TypeVar
from uuid import UUID

from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.parts import PLAN_PARTS, Part
from varjebarn.plan.documents.lines import (
    ActionLine,
    Actions,
    ChildView,
    Disagreement,
    Goals,
    LeadLine,
    TeamLine,
    UnitNote,
    ViewLine,
    WheelNote,
    Why,
    Words,
)
from varjebarn.plan.documents.plain import from_plain, to_plain

KIND = "plan_version"
SCHEMA = "varjebarn/plan/1"
PARTS = frozenset(part.value for part in PLAN_PARTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDocument:
    """One plan: a small head that every copy has, and the parts that this copy holds.

    A part that is None is not in this copy: nothing says whether there is one. `version` is the
    number of the version; in a working state it is the number that comes next, and `published_on`
    is None. Whatever a page shows is in here, but for the words of the model's own dimensions: those are
    read from the published model version that it names.
    """

    ref: UUID
    version: int
    child_called: str
    child_born: date
    model_id: str
    model_version: str
    model_title: Words
    is_sip: bool
    lead: LeadLine | None = None
    overall_responsible: str = ""
    overall_responsible_kind: str = ""
    follow_up_on: date | None = None
    published_on: date | None = None

    why: Why | None = None
    wheel: tuple[WheelNote, ...] | None = None
    child_view: ChildView | None = None
    guardian_view: tuple[ViewLine, ...] | None = None
    goals: Goals | None = None
    actions: Actions | None = None
    team: tuple[TeamLine, ...] | None = None
    disagreement: tuple[Disagreement, ...] | None = None

    @property
    def parts(self) -> frozenset[Part]:
        """The parts that are in this copy, empty ones included."""
        return frozenset(part for part in PLAN_PARTS if getattr(self, part.value) is not None)

    @property
    def is_working_state(self) -> bool:
        """Whether it has not been published."""
        return self.published_on is None

    def only(self, parts: Collection[str]) -> Self:
        """Give a document with some of the parts. The others leave no trace: no count, no gap."""
        left_out: dict[str, Any] = dict.fromkeys(PARTS - {str(part) for part in parts})
        return replace(self, **left_out)

    def for_units(self) -> Self:
        """Give what may go on to other units: nothing that came under a consent since withdrawn.

        Nor does it say that one has been: that is told to those whom it concerns.
        """
        return replace(
            self,
            why=self.why and replace(self.why, notes=_still_shared(self.why.notes)),
            wheel=None if self.wheel is None else _still_shared(self.wheel),
            actions=self.actions
            and replace(self.actions, lines=tuple(map(_own_word, self.actions.lines))),
            team=None
            if self.team is None
            else tuple(replace(line, sharing_ended=False) for line in self.team),
        )

    def for_family(self) -> Self:
        """Give what goes to one in the family: what others there have said is wrong is not theirs to read.

        One's own words stand in one's own space, beside what they are about.
        """
        said = self.disagreement
        kept = None if said is None else tuple(one for one in said if not one.item)
        return replace(self, disagreement=kept)

    def action(self, ref: UUID) -> ActionLine | None:
        """Find an action in this copy."""
        lines = self.actions.lines if self.actions else ()
        return next((line for line in lines if line.ref == ref), None)

    def to_json(self) -> dict[str, Any]:
        """Give the body of a disclosure: the head's fields, and `parts` by name."""
        plain = to_plain(self)
        parts = {name: plain.pop(name) for name in sorted(PARTS) if name in plain}
        return {"schema": SCHEMA, **plain, "parts": parts}

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """Read a body back. Raises ValueError for another schema, KeyError when a field is missing."""
        if body["schema"] != SCHEMA:
            raise ValueError("not a plan of this schema")
        known = {field.name for field in fields(cls)}
        flat = {**body, **body["parts"]}
        read: Self = from_plain(cls, {key: flat[key] for key in flat.keys() & known})
        return read

    def text(self) -> str:
        """Give the canonical JSON: the same words give the same bytes."""
        return json.dumps(
            self.to_json(),
            ensure_ascii=False,
            sort_keys=True,
            separators=(",", ":"),
        )

    @property
    def digest(self) -> str:
        """The sha256 of the canonical JSON, in hex."""
        return hashlib.sha256(self.text().encode()).hexdigest()

    def as_content(self) -> Document:
        """Give it as the content of a disclosure."""
        return Document(
            kind=KIND,
            schema=SCHEMA,
            body=self.to_json(),
            subject_ref=self.ref,
            version=self.version,
        )


Noted = TypeVar("Noted", UnitNote, WheelNote)


def _still_shared(notes: tuple[Noted, ...]) -> tuple[Noted, ...]:
    return tuple(note for note in notes if note.source is None or not note.source.has_ended)


def _own_word(line: ActionLine) -> ActionLine:
    """Take back what a unit that has left said of its action; the action itself was agreed."""
    if line.source is not None and line.source.has_ended:
        return replace(line, note="", said_on=None, source=None, sharing_ended=False)
    return replace(line, sharing_ended=False)
