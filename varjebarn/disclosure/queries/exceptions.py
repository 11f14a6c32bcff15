"""What stands in for what a consent lacks, as the door tells it to a unit with a copy."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from varjebarn.disclosure.models import Paper
from varjebarn.disclosure.policy import Answer, Assessment, default_policy
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile

ELSEWHERE = "-"
"""What a unit with a copy knows of the words: that they stand in the unit that asked."""

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exceptions:
    """What departs in one consent. `stand_ins` and `replaced` are by consenter.

    `past` were asked and decide no longer; `not_asked` decide, by name, and were not asked.
    """

    assessments: tuple[Words, ...] = ()
    stand_ins: Mapping[int, Words] = field(default_factory=dict)
    replaced: Mapping[int, Words] = field(default_factory=dict)
    past: frozenset[int] = frozenset()
    not_asked: tuple[str, ...] = ()

    @property
    def assessment(self) -> Assessment | None:
        """The latest assessment that the child decides alone, as the policy asks for it."""
        said = [words for words in self.assessments if not words.get("harm_if_told")]
        if not said:
            return None
        words = said[-1]
        return Assessment(
            details={
                "matter": words.get("matter", ELSEWHERE),
                "what_the_child_understands": words.get("understands", ELSEWHERE),
                "assessed_by": words.get("by", ELSEWHERE),
                "date": words.get("on", ELSEWHERE),
            },
            second_person=words.get("second_person", ELSEWHERE),
        )

    @property
    def harm_if_told(self) -> str:
        """Why it would harm the young person to tell a guardian; empty when nobody has said so."""
        return next((w["harm_if_told"] for w in self.assessments if w.get("harm_if_told")), "")


NOTHING = Exceptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """How one answer by other means was given. `paper` is the scan, if one is kept."""

    said_on: date
    heard_by: str
    reference: str
    note: str
    paper: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A scanned answer, with what it holds."""

    paper: UUID
    content: bytes
    content_type: str
    stored_at: datetime


def exceptions(child: ChildFile) -> dict[int, Exceptions]:
    """Say what departs in each consent of a file, by the consent's key here. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.exceptions(%s)", [child.pk])
        rows = [(row[0], row[1], row[2], _words(row[3])) for row in cursor.fetchall()]
    found = {consent for consent, *_rest in rows}
    return {consent: _gather([row for row in rows if row[0] == consent]) for consent in found}


def note_of(row: Mapping[str, Any]) -> NoteLine:
    """Read how one answer by other means was given, from the row as JSON."""
    return NoteLine(
        said_on=date.fromisoformat(row["said_on"]),
        heard_by=row["heard_by"],
        reference=row["reference"],
        note=row["note"],
        paper=UUID(row["paper"]) if row["paper"] else None,
    )


def paper(actor: Actor, child: ChildFile, *, ref: UUID) -> PaperLine:
    """Find one scanned answer of a file; another's does not exist."""
    row = Paper.objects.get(unit_id=actor.unit_id, child_file=child, public_id=ref)
    return PaperLine(
        paper=row.public_id,
        content=bytes(row.content),
        content_type=row.content_type,
        stored_at=row.stored_at,
    )


def _words(details: Any) -> dict[str, str]:
    held = json.loads(details) if isinstance(details, str) else details
    return {name: str(value) for name, value in held.items() if value is not None}


def _gather(rows: Sequence[tuple[int, int | None, str, dict[str, str]]]) -> Exceptions:
    return Exceptions(
        assessments=tuple(
            words if words or kind == "assessed" else {"harm_if_told": ELSEWHERE}
            for _, _, kind, words in rows
            if kind in {"assessed", "harm"}
        ),
        stand_ins={
            consenter: _complete(kind, words)
            for _, consenter, kind, words in rows
            if consenter is not None and kind in {Answer.HINDERED, Answer.DECISION_6_13A}
        },
        replaced={
            consenter: _complete(kind, words)
            for _, consenter, kind, words in rows
            if consenter is not None and kind == Answer.REPLACED
        },
        past=frozenset(consenter for _, consenter, kind, _ in rows if consenter and kind == "past"),
        not_asked=tuple(words.get("name", "") for _, _, kind, words in rows if kind == "not_asked"),
    )


def _complete(kind: str, words: dict[str, str]) -> dict[str, str]:
    """Fill in what stands only where it was written, so that the policy finds it said."""
    needed = default_policy().stand_in_needs[Answer(kind)]
    return dict.fromkeys(needed, ELSEWHERE) | words | {"kind": kind}
