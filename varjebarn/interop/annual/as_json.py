"""A composed paper as JSON and back: how a published report is kept."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from varjebarn.interop.annual.values import Block, Chapter, Line, Paper, Table
from varjebarn.steering.annual import Ref


def to_json(paper: Paper) -> dict[str, Any]:
    """Write a paper as plain values, in an order that stays."""
    return {
        "title": paper.title,
        "about": paper.about,
        "written": paper.written.isoformat(),
        "chapters": [
            {
                "key": str(chapter.key),
                "title": chapter.title,
                "note": chapter.note,
                "blocks": [_block(one) for one in chapter.blocks],
            }
            for chapter in paper.chapters
        ],
    }


def from_json(found: Mapping[str, Any]) -> Paper:
    """Read a paper that was kept; raises KeyError when it is none."""
    return Paper(
        title=found["title"],
        about=found["about"],
        written=date.fromisoformat(found["written"]),
        chapters=tuple(
            Chapter(
                key=one["key"],
                title=one["title"],
                note=one["note"],
                blocks=tuple(_read_block(block) for block in one["blocks"]),
            )
            for one in found["chapters"]
        ),
    )


def _block(one: Block) -> dict[str, Any]:
    table = one.table
    return {
        "title": one.title,
        "lead": one.lead,
        "lines": [
            {
                "text": line.text,
                "about": line.about,
                "ref": None if line.ref is None else [line.ref.kind, str(line.ref.id)],
            }
            for line in one.lines
        ],
        "table": None
        if table is None
        else {"head": list(table.head), "rows": [list(row) for row in table.rows]},
    }


def _read_block(one: Mapping[str, Any]) -> Block:
    table = one["table"]
    return Block(
        title=one["title"],
        lead=one["lead"],
        lines=tuple(
            Line(text=line["text"], about=line["about"], ref=_ref(line["ref"]))
            for line in one["lines"]
        ),
        table=None
        if table is None
        else Table(head=tuple(table["head"]), rows=tuple(tuple(row) for row in table["rows"])),
    )


def _ref(found: Sequence[str] | None) -> Ref | None:
    return None if found is None else Ref(kind=found[0], id=UUID(found[1]))
