"""The form of the plans: whether every statement behind the walls still probes, row by row.

A policy's EXISTS may be turned round by PostgreSQL into "fetch all that this person is involved
with, hash it, test each row". That costs more with every child, and its time is not seen at a
thousand. So each statement is explained, with its values and, as a prepared one may be planned,
without them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

import psycopg

if TYPE_CHECKING:
    from varjebarn.ops.bench.place import Place
    from varjebarn.ops.bench.rows import Sent, Statement

ABLE_WITHOUT_VALUES = 160000  # the server version that explains a plan for any values
LARGE = 10_000  # rows: what is smaller may well be read whole
PLANNED = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH|MERGE)\b")  # a savepoint is not
COUNTED = "SELECT relname, reltuples FROM pg_class WHERE relkind = 'r' AND reltuples > %s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One act: its statements, and what in their plans would grow with the number of children."""

    name: str
    statements: int
    hashed: int
    read_whole: tuple[str, ...]  # large tables
    read_by_unit: tuple[str, ...]  # large tables, of which all of the unit's rows are read


def measure(place: Place, sent: Sent) -> list[Form]:
    """Explain what each act sends, behind the walls, as the person who sent it."""
    with psycopg.connect(sent.world.admin_url) as admin:
        large = {name for name, _ in admin.execute(COUNTED, [LARGE])}
    with psycopg.connect(place.addresses(sent.world.database).app) as app:
        app.execute(*sent.enter)
        return [form(app, name, statements, large) for name, statements in sent.acts.items()]


def form(
    connection: psycopg.Connection, name: str, statements: Sequence[Statement], large: set[str]
) -> Form:
    """Explain statements, without running them. What a function of ours does inside is not seen."""
    planned = [one for one in statements if PLANNED.match(one[0])]
    nodes = [node for one in planned for node in _nodes(connection, *one)]
    whole = {node["Relation Name"] for node in nodes if node["Node Type"] == "Seq Scan"}
    by_unit = {node["Relation Name"] for node in nodes if _found_by(node) == {"unit_id"}}
    return Form(
        name=name,
        statements=len(planned),
        hashed=sum("hashed SubPlan" in json.dumps(_own(node)) for node in nodes),
        read_whole=tuple(sorted(whole & large)),
        read_by_unit=tuple(sorted(by_unit & large)),
    )


def _nodes(connection: psycopg.Connection, text: str, values: Any) -> Iterator[dict[str, Any]]:
    """Answer every node of the plan with the values, and of the plan without them."""
    asked: list[tuple[str, Any]] = [(f"EXPLAIN (FORMAT JSON) {text}", values)]
    if connection.info.server_version >= ABLE_WITHOUT_VALUES:
        asked.append((f"EXPLAIN (FORMAT JSON, GENERIC_PLAN) {numbered(text)}", None))
    for statement, given in asked:
        found = connection.execute(statement, given, prepare=False).fetchone()
        if found:
            yield from _under(found[0][0]["Plan"])


def numbered(text: str) -> str:
    """Write a statement's places for values as the server does: `%s` is $1, then $2."""
    places = count(1)
    return re.sub(r"%[s%]", lambda one: "%" if one[0] == "%%" else f"${next(places)}", text)


def _under(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    children: Sequence[dict[str, Any]] = node.get("Plans", ())
    for child in children:
        yield from _under(child)


def _found_by(node: dict[str, Any]) -> set[str]:
    """Answer the columns by which an index finds a table's rows; what is filtered after is not one."""
    if "Relation Name" not in node:
        return set()
    condition = node.get("Index Cond") or node.get("Recheck Cond") or ""
    return set(re.findall(r"(\w+) (?:=|<|>|<=|>=) ", condition))


def _own(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if key != "Plans"}
