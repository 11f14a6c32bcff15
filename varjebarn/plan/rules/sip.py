"""A plan of type SIP: its four items, each complete or missing, and what it needs besides.

Sources: SoL (2025:400) 10:8; HSL (2017:30) 16:4 (R22).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from varjebarn.plan.documents import ActionLine, PlanDocument
from varjebarn.plan.reasons import Reason

MUNICIPALITY, REGION = "municipality", "region"
PRINCIPALS = frozenset({MUNICIPALITY, REGION})


@dataclass(frozen=True, slots=True, kw_only=True)
class SipItem:
    """One of the four items of the law, by its number there; `missing` says what is not there."""

    number: int
    missing: Reason | None

    @property
    def is_complete(self) -> bool:
        """Whether the plan says it."""
        return self.missing is None


def sip_items(document: PlanDocument) -> tuple[SipItem, ...]:
    """Say of each of the four items whether the document has it. It needs the part `actions`."""
    actions = document.actions.lines if document.actions else ()
    by_principals = [line for line in actions if _kind(line) in PRINCIPALS]
    by_others = [
        line for line in actions if _has_responsible(line) and _kind(line) not in PRINCIPALS
    ]
    nobody_else = document.actions is not None and document.actions.nobody_else
    return (
        _item(1, bool(actions), Reason.SIP_ACTIONS_MISSING),
        _item(
            2,
            bool(by_principals) and all(map(_has_responsible, actions)),
            Reason.SIP_RESPONSIBLE_MISSING,
        ),
        _item(3, bool(by_others) or nobody_else, Reason.SIP_OTHERS_MISSING),
        _item(4, document.overall_responsible_kind in PRINCIPALS, Reason.SIP_OVERALL_MISSING),
    )


def missing_for_sip(document: PlanDocument, *, consent_given: bool) -> Iterator[Reason]:
    """Name what a SIP lacks before it can become active: consent, both principals, four items."""
    taking_part = {line.organisation_kind for line in document.team or ()}
    taking_part |= {_kind(line) for line in (document.actions.lines if document.actions else ())}
    if not consent_given:
        yield Reason.SIP_WITHOUT_CONSENT
    if MUNICIPALITY not in taking_part:
        yield Reason.SIP_WITHOUT_MUNICIPALITY
    if REGION not in taking_part:
        yield Reason.SIP_WITHOUT_REGION
    for item in sip_items(document):
        if item.missing is not None:
            yield item.missing


def _kind(line: ActionLine) -> str:
    return line.responsible.organisation_kind


def _has_responsible(line: ActionLine) -> bool:
    return line.responsible.unit is not None or bool(line.responsible.name.strip())


def _item(number: int, is_complete: bool, missing: Reason) -> SipItem:  # noqa: FBT001 - the item's own answer
    return SipItem(number=number, missing=None if is_complete else missing)
