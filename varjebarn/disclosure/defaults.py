"""Suggested answers to a ground's fields, per kind of content: shown to the decider, who may change them.

They are read from `data/defaults.toml`. What has no sentence there the decider always writes.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

from varjebarn.disclosure.catalogue import FieldKind, Words
from varjebarn.disclosure.grounds import DATA, catalogue

Answers = Mapping[str, Mapping[str, str]]
"""The decider's sentences, by ground and field."""

ANSWERED = frozenset(FieldKind) - {FieldKind.REFERENCE}
ELSEWHERE = frozenset({"duty_code", "content_choice"})
FOR_ALL_KINDS = "all"
PURPOSE = "purpose"
CONTENT_KINDS = (
    "plan",
    "plan_version",
    "consent_request",
    "invitation",
    "contribution",
    "signal",
    "signal_answer",
    "question",
    "note",
    "told",
    "outside_part",
    "objection_answer",
    "report_feedback",
)


def suggested(kind: str, field: str) -> Words | None:
    """Give the suggested answer to one field, or None when the decider has to write it."""
    sentences = _sentences()
    return sentences.get((kind, field)) or sentences.get((FOR_ALL_KINDS, field))


def suggested_answers(kind: str, ground: str, language: str, *, duty: str = "") -> dict[str, str]:
    """Give the purpose and each field of a ground that the decider answers, in order.

    "" where nothing is suggested: a confirmation and a choice are never made beforehand. References,
    and choices that have a page of their own, are left out: the system fills them in.
    """
    asked = catalogue().required_fields(ground, duty)
    codes = [PURPOSE, *(f.code for f in asked if f.code not in ELSEWHERE and f.kind in ANSWERED)]
    return {code: _in(suggested(kind, code), language) for code in codes}


def suggested_by_ground(
    kind: str, grounds: Iterable[str], language: str
) -> dict[str, dict[str, str]]:
    """Give the suggested answers to each ground that one decision rests on, for a page to show."""
    return {ground: suggested_answers(kind, ground, language) for ground in sorted({*grounds})}


def _in(words: Words | None, language: str) -> str:
    return words.label(language) if words else ""


@cache
def _sentences() -> Mapping[tuple[str, str], Words]:
    with (DATA / "defaults.toml").open("rb") as file:
        document = tomllib.load(file)
    return {
        (kind, field): Words(sv=table["sv"], en=table["en"])
        for kind, fields in document.items()
        for field, table in fields.items()
    }
