"""What a practice model consists of: frozen values with words in Swedish and English."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """Where words come from. Only `SOURCED` is the model owner's own."""

    SOURCED = "sourced"
    SECONDARY = "secondary"
    TRANSLATION = "translation"
    PROPOSAL = "proposal"
    INHERITED = "inherited"


class Outcome(StrEnum):
    """What a practitioner decides after the analysis."""

    OWN_SERVICE = "own_service"
    HAND_OVER = "hand_over"
    TOGETHER = "together"
    NO_ACTION = "no_action"


class Event(StrEnum):
    """The boundaries of the contact chain. They are events, not birthdays."""

    PREGNANCY = "pregnancy"
    BIRTH = "birth"
    SCHOOL_START = "school_start"
    UPPER_SECONDARY_LEFT = "upper_secondary_left"
    COVERAGE_END = "coverage_end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words in two languages, each with its basis."""

    sv: str
    en: str
    sv_basis: Basis = Basis.PROPOSAL
    en_basis: Basis = Basis.PROPOSAL

    def label(self, language: str) -> str:
        """Give the words in a language; Swedish, easy Swedish included, when it is not English."""
        return self.en if language.startswith("en") else self.sv

    def is_verified(self, language: str) -> bool:
        """Whether the words are the model owner's own; if not, the keeper's page says so."""
        basis = self.en_basis if language.startswith("en") else self.sv_basis
        return basis is Basis.SOURCED


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """Anything that has a key for code and words for people."""

    key: str
    title: Label
    source: str = ""

    def label(self, language: str) -> str:
        """Give the title in a language."""
        return self.title.label(language)

    def is_verified(self, language: str) -> bool:
        """Whether the title is the model owner's own."""
        return self.title.is_verified(language)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteKind(Keyed):
    """Strength or challenge, in the model's own word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension(Keyed):
    """One part of the wheel: what it means for staff, and in the child's own voice."""

    meaning: Label
    child: Label
    uncrc: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheel(Keyed):
    """The model's wheel: its name, what it is for, and the two kinds of notes."""

    note_kinds: tuple[NoteKind, ...]
    purpose: Label | None = None
    aka: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Keyed):
    """A question that the practitioner asks herself or himself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Keyed):
    """One step of the way of working, and the tool it uses."""

    short: Label
    tool: str
    is_optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """Who is the child's contact between two events. `area` is empty where a county decides it."""

    start: Event
    end: Event
    who: Label
    area: str
    service: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Keyed):
    """A role of the model, such as contact, lead, finder or team."""

    scope: str
    is_optional: bool = False
    tasks: tuple[Label, ...] = ()
    members: tuple[Label, ...] = ()
    chain: tuple[ChainLink, ...] = ()
    note: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Keyed):
    """A level of support and the kind of plan that goes with it."""

    plan: str
    is_lead_required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TriangleSide(Keyed):
    """One side of the triangle with its headings, each of which may be left out."""

    headings: tuple[Keyed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Triangle(Keyed):
    """The triangle for gathering information about the child's whole world."""

    centre: Label
    sides: tuple[TriangleSide, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One axis of the matrix, from low to high, in words. There are no numbers on it."""

    key: str
    low: Label
    high: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix(Keyed):
    """The matrix for analysis: optional, in words."""

    axes: tuple[Axis, ...]
    quadrants: tuple[Keyed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionNode(Keyed):
    """A question of the decision tree; an answer leads to a node or to an `Outcome`."""

    yes: str
    no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanField(Keyed):
    """A field of the child's plan. `required`: always, never, multi_agency or or_reason."""

    kind: str
    required: str
    sip: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer(Keyed):
    """A time the model proposes; a county may set its own."""

    days: int = 0
    months: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The child's own face scale, one dimension at a time. Never summed, never compared."""

    key: str
    values: tuple[int, ...]
    low: Label
    high: Label
    hopes: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeModel:
    """One published version of a practice model, complete: nothing is left to a parent."""

    id: str
    version: str
    edition: str
    title: Label
    from_age: str
    through_age: int
    inherits: str
    licence: str
    attribution: str
    sources: Mapping[str, str]
    wheel: Wheel
    dimensions: tuple[Dimension, ...]
    questions: tuple[Question, ...]
    steps: tuple[Step, ...]
    roles: tuple[Role, ...]
    levels: tuple[Level, ...]
    triangle: Triangle
    matrix: Matrix
    decision: tuple[DecisionNode, ...]
    plan_fields: tuple[PlanField, ...]
    timers: tuple[Timer, ...]
    scales: tuple[Scale, ...]
    parts: tuple[Keyed, ...]
    principles: tuple[Keyed, ...]

    def label(self, language: str) -> str:
        """Give the model's name in a language."""
        return self.title.label(language)

    def role(self, key: str) -> Role | None:
        """Find a role; None when the model has no such role."""
        return next((role for role in self.roles if role.key == key), None)

    def dimension(self, key: str) -> Dimension:
        """Find a dimension. Raises StopIteration for a key that no model has."""
        return next(dimension for dimension in self.dimensions if dimension.key == key)
