"""Who is the child's contact at an age, and where an analysis leads. Both are data of the model.

Source of the chain: the model's own `roles.contact.chain`. Its boundaries are events; where an
event has not been told, a default by age stands in for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from varjebarn.kernel.ages import birthday
from varjebarn.practice.values import ChainLink, DecisionNode, Event, Outcome, PracticeModel

SCHOOL_AGE = 6
SCHOOL_MONTH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFacts:
    """What decides who the contact is. `born` is None before birth."""

    on: date
    born: date | None
    started_school_on: date | None = None
    left_upper_secondary_on: date | None = None


def covers(model: PracticeModel, facts: ContactFacts) -> bool:
    """Whether the model covers the child: from pregnancy through the whole of its last age."""
    return facts.born is None or facts.on < birthday(facts.born, model.through_age + 1)


def contact_role(model: PracticeModel, facts: ContactFacts) -> ChainLink | None:
    """Say who the contact is on a day, and in which area to look for her; the latest event wins.

    None when the model has no chain (the family and the units choose) or no longer covers the child.
    """
    role = model.role("contact")
    if role is None:
        return None
    days = _event_days(model, facts)
    begun = [(days[link.start], link) for link in role.chain if _is_on(days, link, facts.on)]
    return max(begun, key=lambda pair: pair[0])[1] if begun else None


def outcome(tree: tuple[DecisionNode, ...], answers: Mapping[str, bool]) -> Outcome | None:
    """Follow the answers through the tree; None while a question on the way is unanswered."""
    asked = next_question(tree, answers)
    if asked is not None:
        return None
    nodes = {node.key: node for node in tree}
    here = tree[0].key
    while here in nodes:
        here = nodes[here].yes if answers[here] else nodes[here].no
    return Outcome(here)


def next_question(
    tree: tuple[DecisionNode, ...], answers: Mapping[str, bool]
) -> DecisionNode | None:
    """Give the first unanswered question on the way the answers lead; None at the end."""
    nodes = {node.key: node for node in tree}
    here = tree[0].key
    while here in nodes:
        if here not in answers:
            return nodes[here]
        here = nodes[here].yes if answers[here] else nodes[here].no
    return None


def school_start_by_age(born: date) -> date:
    """Give the default first school day: the autumn of the year the child turns six.

    Source: skollagen (2010:800) 7:10; the day itself is ours, since terms differ.
    """
    return date(born.year + SCHOOL_AGE, SCHOOL_MONTH, 1)


def _event_days(model: PracticeModel, facts: ContactFacts) -> dict[Event, date]:
    """Say when each event happened or is to happen; one that never happens is the last of days."""
    if facts.born is None:
        return dict.fromkeys(Event, date.max) | {Event.PREGNANCY: date.min}
    return {
        Event.PREGNANCY: date.min,
        Event.BIRTH: facts.born,
        Event.SCHOOL_START: facts.started_school_on or school_start_by_age(facts.born),
        Event.UPPER_SECONDARY_LEFT: facts.left_upper_secondary_on or date.max,
        Event.COVERAGE_END: birthday(facts.born, model.through_age + 1),
    }


def _is_on(days: Mapping[Event, date], link: ChainLink, on: date) -> bool:
    return days[link.start] <= on < days[link.end]
