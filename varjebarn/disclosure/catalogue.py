"""What a ground, a duty, an area and a field are: the values read from `data/grounds.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

CONSENT, SELF, GUARDIAN, DUTY = "CONSENT", "SELF", "GUARDIAN", "DUTY"
HEALTH_TO_SOC_U18, SOC_TO_HEALTH_U18 = "HEALTH_TO_SOC_U18", "SOC_TO_HEALTH_U18"
REPORT_FEEDBACK = "REPORT_FEEDBACK"

ANY, ANY_AUTHORITY, ANY_INDIVIDUAL = "any", "any_authority", "any_individual"
PROCESSOR = "processor"


class FieldKind(StrEnum):
    """How a required field is answered. A confirmation is answered with `CONFIRMED`, only.

    A day is answered as 2026-03-05.
    """

    TEXT = "text"
    DAY = "day"
    CONFIRMATION = "confirmation"
    CHOICE = "choice"
    REFERENCE = "reference"


CONFIRMED = "yes"
AGE_FIELDS = {"victim": "victim_born", "receiver_of_substance": "receiver_born"}


class Side(StrEnum):
    """What kind of holder an area or a recipient is, for the wildcards."""

    AUTHORITY = "authority"
    PRIVATE = "private"
    PERSON = "person"
    BODY = "body"


class Told(StrEnum):
    """What the family learns of a disclosure on a ground or a duty, as its own act."""

    TOLD = "told"
    NOT_TOLD = "not_told"
    ASKED = "asked"
    ITSELF = "self"


class Elsewhere(StrEnum):
    """Where a duty, or a ground, is followed when it is not by sharing here; empty when it is."""

    NO = ""
    OWN_PAGE = "own_page"
    OUTSIDE = "outside"
    PHONE = "phone"
    OWN_CASE = "own_case"
    ONCE = "once"
    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The same sentence in Swedish and English."""

    sv: str
    en: str

    def label(self, language: str) -> str:
        """Give the words in a language; Swedish when there is no other."""
        return self.en if language.startswith("en") else self.sv


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A secrecy provision that protects information where it is held."""

    code: str
    title: Words
    provision: str
    strength: str
    strength_words: Words
    public: bool
    years: int

    @property
    def side(self) -> Side:
        """Whether an authority or a private body holds it."""
        return Side.AUTHORITY if self.public else Side.PRIVATE


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientKind:
    """Somebody who can receive without a unit of their own here."""

    code: str
    title: Words
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Something the decider writes or confirms before a disclosure."""

    code: str
    title: Words
    kind: FieldKind
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One legal ground. See the head of `data/grounds.toml` for each key."""

    code: str
    provision: str
    acts: tuple[str, ...]
    law_status: date
    title: Words
    family: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    never_from: frozenset[str]
    fields: tuple[str, ...]
    under: int
    age_of: str
    weighed_in: str
    withdrawable: bool
    enabled: bool
    working: bool
    policy: str
    note: str
    plain: Words
    told: Told
    anyway: bool
    second_person: bool
    decided_by: str
    elsewhere: Elsewhere

    @property
    def age_field(self) -> str:
        """Name the field that holds the birth date its age limit counts from; empty: the child's own."""
        return AGE_FIELDS.get(self.age_of, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalDuty:
    """One duty to inform that the ground DUTY may name, with its own borders (R57)."""

    code: str
    provision: str
    acts: tuple[str, ...]
    law_status: date
    title: Words
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    never_from: frozenset[str]
    on_request: bool
    weighed_in: str
    clock: str
    note: str
    plain: Words
    told: Told
    elsewhere: Elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All of it, as one immutable value."""

    version: int
    law_status: date
    always: tuple[str, ...]
    acts: Mapping[str, str]
    areas: Mapping[str, Area]
    recipients: Mapping[str, RecipientKind]
    fields: Mapping[str, Field]
    grounds: Mapping[str, Ground]
    duties: Mapping[str, LegalDuty]

    def may_send(self, sources: tuple[str, ...], area: str) -> bool:
        """Whether an area is among the sources, wildcards included. A processor never sends."""
        if area not in self.areas or area == PROCESSOR:
            return False
        if area in sources or ANY in sources:
            return True
        return ANY_AUTHORITY in sources and self.areas[area].public

    def may_receive(self, targets: tuple[str, ...], recipient: str) -> bool:
        """Whether a recipient's area or kind is among the targets, wildcards included."""
        if recipient in targets:
            return True
        side = self.side_of(recipient)
        if side is None:
            return False
        if ANY in targets:
            return True
        if side is Side.AUTHORITY:
            return ANY_AUTHORITY in targets
        return ANY_INDIVIDUAL in targets and side is not Side.BODY

    def side_of(self, recipient: str) -> Side | None:
        """Say what kind of holder a recipient is; None for one the catalogue does not know."""
        if recipient in self.areas:
            return self.areas[recipient].side
        if recipient in self.recipients:
            return self.recipients[recipient].side
        return None

    def required_fields(self, ground: str, duty: str = "") -> tuple[Field, ...]:
        """List what the decider writes for a ground (and duty), besides what the system fills in."""
        codes = list(self.grounds[ground].fields)
        if duty in self.duties:
            chosen = self.duties[duty]
            codes += ["request"] if chosen.on_request else []
            codes += [chosen.weighed_in] if chosen.weighed_in else []
        return tuple(self.fields[code] for code in dict.fromkeys(codes))

    def working(self) -> frozenset[str]:
        """Name the grounds that a disclosure made here may stand on."""
        return frozenset(c for c, one in self.grounds.items() if one.working and one.enabled)

    def source_of(self, item: "Ground | LegalDuty") -> str:
        """Name the acts behind a ground or a duty, in full."""
        return "; ".join(self.acts[act] for act in item.acts)
