"""The grounds for disclosure, read from `data/grounds.toml`: what the rules and the pages lean on.

Nothing about a ground is written in code except how its keys are evaluated (`rules.py`).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from varjebarn.disclosure.catalogue import (
    Area,
    Catalogue,
    Elsewhere,
    Field,
    FieldKind,
    Ground,
    LegalDuty,
    RecipientKind,
    Side,
    Told,
    Words,
)

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """What will protect the information at one recipient (R51): shown before the decision."""

    recipient: str
    title: Words
    provision: str
    strength: str
    words: Words


@cache
def catalogue() -> Catalogue:
    """Read the shipped catalogue, once per process."""
    with (DATA / "grounds.toml").open("rb") as file:
        return parse(tomllib.load(file))


def parse(document: Mapping[str, Any]) -> Catalogue:
    """Turn the file's tables into values. Raises KeyError or ValueError when the file is wrong."""
    meta = document["meta"]
    return Catalogue(
        version=meta["version"],
        law_status=meta["law_status"],
        always=tuple(meta["always"]),
        acts=document["acts"],
        areas={c: _area(c, t, document["strengths"]) for c, t in document["areas"].items()},
        recipients={
            code: RecipientKind(code=code, title=_words(table), side=Side(table["kind"]))
            for code, table in document["recipients"].items()
        },
        fields={
            code: Field(
                code=code,
                title=_words(table),
                kind=FieldKind(table["kind"]),
                choices=tuple(table.get("choices", ())),
            )
            for code, table in document["fields"].items()
        },
        grounds={code: _ground(code, table) for code, table in document["grounds"].items()},
        duties={code: _duty(code, table) for code, table in document["duties"].items()},
    )


def protection_at(recipient: str) -> Protection:
    """Say what protects the information at a recipient's own area. Never assumed to follow along.

    Source: OSL 7:2. For an authority without a unit here the decider has to find it out.
    """
    known = catalogue()
    if recipient in known.areas:
        area = known.areas[recipient]
        return Protection(
            recipient=recipient,
            title=area.title,
            provision=area.provision,
            strength=area.strength,
            words=area.strength_words,
        )
    kind = known.recipients[recipient]
    is_person = kind.side is Side.PERSON
    return Protection(
        recipient=recipient,
        title=kind.title,
        provision="",
        strength="own" if is_person else "not_known",
        words=_OWN if is_person else _NOT_KNOWN,
    )


_NOT_KNOWN = Words(
    sv="Mottagaren har egna regler om sekretess. Ta reda på vilka innan du beslutar.",
    en="The recipient has its own secrecy rules. Find out which before you decide.",
)
_OWN = Words(
    sv="Den som får uppgiften bestämmer själv vem hon eller han berättar för.",
    en="Whoever receives it decides for themselves whom to tell.",
)


def _words(table: Mapping[str, Any]) -> Words:
    return Words(sv=table["sv"], en=table["en"])


def _area(code: str, table: Mapping[str, Any], strengths: Mapping[str, Any]) -> Area:
    return Area(
        code=code,
        title=_words(table),
        provision=table["provision"],
        strength=table["strength"],
        strength_words=_words(strengths[table["strength"]]),
        public=table["public"],
        years=table["years"],
    )


def _ground(code: str, table: Mapping[str, Any]) -> Ground:
    return Ground(
        **_shared(code, table),
        family=table["family"],
        fields=tuple(table["fields"]),
        under=table["under"],
        age_of=table["age_of"],
        withdrawable=table["withdrawable"],
        enabled=table["enabled"],
        working=table["working"],
        policy=table["policy"],
        anyway=table.get("anyway", False),
        second_person=table.get("second_person", False),
        decided_by=table.get("decided_by", ""),
    )


def _duty(code: str, table: Mapping[str, Any]) -> LegalDuty:
    return LegalDuty(
        **_shared(code, table),
        on_request=table["on_request"],
        clock=table["clock"],
    )


def _shared(code: str, table: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "code": code,
        "provision": table["provision"],
        "acts": tuple(table["acts"]),
        "law_status": table["law_status"],
        "title": _words(table),
        "sources": tuple(table["from"]),
        "targets": tuple(table["to"]),
        "never_from": frozenset(table["never_from"]),
        "weighed_in": table["weighed_in"],
        "note": table["note"],
        "plain": _words(table.get("plain", table)),
        "told": Told(table.get("told", Told.TOLD)),
        "elsewhere": Elsewhere(table.get("elsewhere", "")),
    }
