"""The lines of a plan document: what each part is made of.

Units stand here by uuid and name, never by key: a copy is read in another compartment.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.plan.documents.statuses import ActionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A title in two languages."""

    sv: str
    en: str

    def label(self, language: str) -> str:
        """Give the words in a language; Swedish, easy Swedish included, when it is not English."""
        return self.en if language.startswith("en") else self.sv


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The unit that a line came from when it was contributed.

    `has_ended`: the consent it came under has been withdrawn; it is no longer part of the sharing.
    """

    unit: UUID
    unit_name: str
    organisation_name: str
    has_ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible:
    """Who answers for an action: a unit, or the family itself (`unit` is None), and a name.

    `name` is a person or a function and may be empty for a unit. `organisation_kind` is a value of
    `OrganisationKind`, so that a copy says by itself who is a principal.
    """

    unit: UUID | None = None
    unit_name: str = ""
    organisation_name: str = ""
    organisation_kind: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadLine:
    """The one who holds the plan together."""

    name: str
    title: str
    unit: UUID
    unit_name: str
    organisation_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitNote:
    """A note to the whole plan from one unit in the team; `ref` is the contribution's."""

    text: str
    on: date
    source: Source
    ref: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Part `why`: why the plan exists, and what units have added."""

    text: str
    started_on: date
    notes: tuple[UnitNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelNote:
    """Part `wheel`, one note: a dimension and a kind of the plan's own model version, in words.

    `source` is None for the lead's own unit. `ref` is the note's, or the contribution's it came in.
    """

    dimension: str
    kind: str
    text: str
    voice: str = ""
    source: Source | None = None
    ref: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceAnswer:
    """The child's own answer about one dimension; `face` is 1 to 5, the saddest first."""

    dimension: str
    face: int | None = None
    words: str = ""
    skipped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewLine:
    """What somebody in the family has said, and how it was said.

    `whose` is child, guardian or other; `form` words, faces, drawing or symbols. `verbatim`: word
    for word; else in the summary of `quoted_by`, the adult who held the pen.
    """

    whose: str
    name: str
    form: str
    said_on: date
    verbatim: bool
    quoted_by: str = ""
    occasion: str = ""
    words: str = ""
    faces: tuple[FaceAnswer, ...] = ()
    ref: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildView:
    """Part `child_view`: the child's own words, or the reason why there are none (R24)."""

    lines: tuple[ViewLine, ...] = ()
    reason_without: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What should become true, how one sees it, and the child's own words for it."""

    ref: UUID
    wording: str
    how_seen: str = ""
    child_wording: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What the child needs, with its goals. `why_no_action` when nothing is to be done about it."""

    ref: UUID
    wording: str
    dimension: str = ""
    why_no_action: str = ""
    goals: tuple[Goal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals:
    """Part `goals`: the needs in order, each with its goals."""

    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """One action: what, who, when, and how it is going.

    `status` and `note` are the latest word; `source` says which unit sent it, None when it is the
    lead's own. `goal` and `need` are refs into part `goals`. `sharing_ended`: the responsible unit
    is no longer part of the sharing, since the consent for it has been withdrawn.
    """

    ref: UUID
    wording: str
    responsible: Responsible
    status: ActionStatus
    due: date | None = None
    goal: UUID | None = None
    need: UUID | None = None
    note: str = ""
    said_on: date | None = None
    source: Source | None = None
    sharing_ended: bool = False

    def is_by(self, unit: UUID | None) -> bool:
        """Whether a unit is the one responsible."""
        return unit is not None and self.responsible.unit == unit


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPlan:
    """A plan that somebody else holds and that this one leans on."""

    title: str
    held_by: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    """Part `actions`: who does what, and which other plans there are.

    `nobody_else`: it has been said that nobody but the principals does anything (HSL 16:4 item 3).
    """

    lines: tuple[ActionLine, ...] = ()
    other_plans: tuple[OtherPlan, ...] = ()
    nobody_else: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLine:
    """Part `team`, one unit and the person there whom the others may call."""

    unit: UUID
    unit_name: str
    organisation_name: str
    organisation_kind: str
    area: str
    contact_name: str = ""
    contact_title: str = ""
    telephone: str = ""
    sharing_ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Part `disagreement`, one: what somebody sees differently. Kept, never rewritten.

    `item` and `about` name what it is about, when a child or guardian has said so of one thing that was
    shown to them; `answer` is what the unit said to that.
    """

    whose: str
    text: str
    on: date
    item: str = ""
    about: str = ""
    answer: str = ""
