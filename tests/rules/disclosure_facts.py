"""Facts of disclosures for the tests of rules: one complete case per ground, changed one thing at a time."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from varjebarn.disclosure.catalogue import CONFIRMED, FieldKind
from varjebarn.disclosure.facts import Coverage, DisclosureFacts, RecipientFacts
from varjebarn.disclosure.grounds import catalogue
from varjebarn.disclosure.rules import may_disclose
from varjebarn.kernel.decisions import Decision
from varjebarn.kernel.periods import Period

DAY = date(2026, 3, 3)
SEVEN = date(2018, 5, 14)
TWENTY = date(2005, 9, 1)
ALL_GROUNDS = frozenset(catalogue().grounds)
SCHOOL, NURSE, SOCIAL, POLICE, CLUB = 1, 2, 3, 4, 5
PURPOSE = "one plan"


def answered(ground: str, duty: str = "") -> dict[str, str]:
    """Answer every field of a ground, and of its duty, as it asks to be answered."""
    answers = {"duty_code": duty} if duty else {}
    for field in catalogue().required_fields(ground, duty):
        if field.code in answers:
            continue
        if field.kind is FieldKind.CONFIRMATION:
            answers[field.code] = CONFIRMED
        else:
            answers[field.code] = field.choices[-1] if field.choices else "written by the decider"
    return answers


def to(area: str, unit: int | None = None, **near: bool) -> RecipientFacts:
    """Name one recipient."""
    return RecipientFacts(area=area, unit=unit, **near)


def consent(**changes: Any) -> Coverage:
    """Give a consent for school, school nurse, social services and a club, this school year."""
    whole = frozenset({"needs", "actions", "views"})
    covered = Coverage(
        purpose=PURPOSE,
        period=Period(start=date(2026, 1, 10), end=date(2026, 7, 1)),
        parts_by_unit=dict.fromkeys((SCHOOL, NURSE, SOCIAL, CLUB), whole),
    )
    return replace(covered, **changes)


def facts(ground: str, *, duty: str = "", **changes: Any) -> DisclosureFacts:
    """Give the complete facts of one disclosure from a school to social services, then change them."""
    complete = DisclosureFacts(
        ground=ground,
        on=DAY,
        sender_unit=SCHOOL,
        protecting=frozenset({"school"}),
        recipients=(to("social", SOCIAL),),
        kind="plan_version",
        parts=frozenset({"actions"}),
        content_version="7d1f",
        purpose=PURPOSE,
        decided_by=17,
        decided_at=datetime(2026, 3, 3, 9, 30, tzinfo=UTC),
        recipient_secrecy_shown=True,
        born=SEVEN,
        fields=answered(ground, duty) if ground in ALL_GROUNDS else {},
        consent=consent() if ground == "CONSENT" else None,
    )
    return replace(complete, **changes)


def decide(ground: str, **changes: Any) -> Decision:
    """Decide as the law reads, also for grounds that are never decided here."""
    return may_disclose(facts(ground, **changes), working=ALL_GROUNDS)


def health(*more: str) -> frozenset[str]:
    """Content of health care, with more provisions on top."""
    return frozenset({"health", *more})
