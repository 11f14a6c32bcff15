"""The accessibility statement of a service: the eleven items that Digg requires, none left out.

Sources: lag (2018:1937) 13 §; förordning (2018:1938); Digg, "Skapa en tillgänglighetsredogörelse".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.organisations.reasons import Reason

COMPLAINT = "https://www.digg.se/tdosanmalan"


class Item(StrEnum):
    """What a statement says, in Digg's order."""

    BODY = "body"
    SERVICE = "service"
    CONFORMITY = "conformity"
    INACCESSIBLE = "inaccessible"
    ASSESSED = "assessed"
    UPDATED = "updated"
    METHOD = "method"
    REPORT = "report"
    COMPLAINT = "complaint"
    BURDEN = "burden"
    OUTSIDE_LAW = "outside_law"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One service's statement: the words of each item."""

    words: Mapping[Item, str]


def missing_items(statement: Statement) -> tuple[Item, ...]:
    """Name what the statement does not say, in order."""
    return tuple(item for item in Item if not statement.words.get(item, "").strip())


def may_be_published(statement: Statement) -> Decision:
    """Publish a statement with all eleven items, and the way to Digg among them (R48)."""
    if missing_items(statement) or COMPLAINT not in statement.words[Item.COMPLAINT]:
        return Decision(Reason.STATEMENT_LACKS_ITEM, provision="lag (2018:1937) 13 §")
    return ALLOWED
