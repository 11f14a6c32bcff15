"""What a rule answers, and the three errors a command may raise."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer of a rule: yes, or no with a reason that a person can be told.

    `provision` names the legal provision behind a no, where there is one ("OSL 25:12").
    """

    reason: StrEnum | None = None
    provision: str = ""

    def __bool__(self) -> bool:
        return self.reason is None


ALLOWED = Decision()


class Refused(Exception):  # noqa: N818 - the house's word for a rule's no, said as it is read
    """A rule said no. Nothing has been written; the refusal itself is logged."""

    def __init__(self, reason: StrEnum, *, provision: str = "") -> None:
        """Keep the reason; the page turns it into a sentence."""
        super().__init__(reason.value)
        self.reason = reason
        self.provision = provision


class Changed(Exception):  # noqa: N818 - the house's word, see Refused
    """Somebody was before you: what the page showed is no longer so."""

    def __init__(self, what: StrEnum | None = None) -> None:
        """Keep what changed, when it can be said."""
        super().__init__(what.value if what else "")
        self.what = what


def require(decision: Decision) -> None:
    """Raise `Refused` unless the rule said yes."""
    if decision.reason is not None:
        raise Refused(decision.reason, provision=decision.provision)
