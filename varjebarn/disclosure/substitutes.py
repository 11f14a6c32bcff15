"""Who may act in a guardian's place, in which matters, and what has to be known before (R18).

Sources: FB 6:7-10 g; lag (2005:429) 2 §; lag (1999:997) 1, 3 §§; LVU 11 §; lag (2024:79) 6:1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from varjebarn.disclosure.matters import EVERYTHING, Matter
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.decisions import ALLOWED, Decision


class SubstituteKind(StrEnum):
    """The substitutes that the law knows; each acts in its own matters."""

    GOD_MAN = "god_man"
    SPECIAL_GUARDIAN = "special_guardian"
    TEMPORARY_GUARDIAN = "temporary_guardian"
    SPECIAL_REPRESENTATIVE = "special_representative"
    SOCIAL_BOARD = "social_board"
    SHELTERED_GUARDIAN = "sheltered_guardian"


WHOLE = frozenset({EVERYTHING})
MATTERS: Mapping[SubstituteKind, frozenset[str]] = {
    SubstituteKind.GOD_MAN: WHOLE,
    SubstituteKind.SPECIAL_GUARDIAN: WHOLE,
    SubstituteKind.TEMPORARY_GUARDIAN: WHOLE,
    SubstituteKind.SPECIAL_REPRESENTATIVE: frozenset({Matter.CRIME.value}),
    SubstituteKind.SOCIAL_BOARD: frozenset(m.value for m in Matter) - {Matter.CRIME.value},
    SubstituteKind.SHELTERED_GUARDIAN: frozenset(
        {Matter.HEALTH.value, Matter.OUTPATIENT.value, Matter.SCHOOL.value}
    ),
}
PROVISIONS: Mapping[SubstituteKind, str] = {
    SubstituteKind.GOD_MAN: "lag (2005:429) 2 §",
    SubstituteKind.SPECIAL_GUARDIAN: "FB 6:7-10 c",
    SubstituteKind.TEMPORARY_GUARDIAN: "FB 6:10 d-g",
    SubstituteKind.SPECIAL_REPRESENTATIVE: "lag (1999:997) 1, 3 §§",
    SubstituteKind.SOCIAL_BOARD: "LVU 11 §",
    SubstituteKind.SHELTERED_GUARDIAN: "lag (2024:79) 6:1",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteWords:
    """A substitute as it is registered. `first` and `last` are whole days; no last day is no end."""

    kind: SubstituteKind
    name: str
    matters: frozenset[str]
    source: str
    has_login: bool
    replaces: int
    first: date
    last: date | None = None


def may_register_substitute(words: SubstituteWords, *, guardians: int) -> Decision:
    """Whether somebody may be registered in a guardian's place: name, matters, decision, period.

    `guardians` is how many with custody stand on the file: where there is one, somebody is replaced.
    Socialnämnden acts through its decisions and has no login here; everybody else has one.
    """
    found = _who(words) or _what(words)
    if found is None and guardians and not words.replaces:
        found = Reason.SUBSTITUTE_REPLACES_NOBODY
    if found is None and words.last is not None and words.last < words.first:
        found = Reason.SUBSTITUTE_ENDS_FIRST
    return ALLOWED if found is None else Decision(found, provision=PROVISIONS[words.kind])


def _who(words: SubstituteWords) -> Reason | None:
    if not words.name.strip():
        return Reason.SUBSTITUTE_NEEDS_NAME
    is_board = words.kind is SubstituteKind.SOCIAL_BOARD
    if is_board and words.has_login:
        return Reason.SUBSTITUTE_HAS_NO_LOGIN
    return None if is_board or words.has_login else Reason.SUBSTITUTE_NEEDS_LOGIN


def _what(words: SubstituteWords) -> Reason | None:
    if not words.matters:
        return Reason.SUBSTITUTE_NEEDS_MATTERS
    if not words.matters <= MATTERS[words.kind]:
        return Reason.SUBSTITUTE_OTHER_MATTERS
    return None if words.source.strip() else Reason.SUBSTITUTE_NEEDS_SOURCE
