"""Marks every text about a child with the compartment it lies in, and says who may see which mark.

A mark is laid by the owner, behind both walls, in every free text of every row: `zqu3f7qz` is unit 3's
file 7, `zqp9qz` what has been sent to person 9. Copies get the mark of where they lie, so whatever
leaks says from where. Who may see what is asked of the table of involvement alone: R01, and nothing of
what policies or pages think.
"""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

import psycopg
from psycopg import sql

MARK = re.compile(r"zq[a-z0-9]+qz")
NAMED = {"given_name", "family_name", "name", "called", "name_used"}  # texts of one word too
POINTS_ELSEWHERE = {"assignment", "request", "asked_by", "opened_by"}  # at people, not at things

COLUMNS = """
    SELECT c.table_name, array_agg(c.column_name::text ORDER BY c.ordinal_position),
           array_agg(c.data_type::text ORDER BY c.ordinal_position),
           array_agg(coalesce(c.character_maximum_length, 0) ORDER BY c.ordinal_position)
      FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
     GROUP BY c.table_name ORDER BY c.table_name
"""
INVOLVED = """
    SELECT DISTINCT i.person_id, i.unit_id, i.child_file_id
      FROM people_involvement i
      JOIN people_childfile f ON f.unit_id = i.unit_id AND f.id = i.child_file_id
      JOIN organisations_assignment a ON a.person_id = i.person_id AND a.unit_id = i.unit_id
     WHERE i.valid_from <= now() AND i.valid_to > now() AND a.valid_from <= now() AND a.valid_to > now()
       AND (f.protection = 'none' OR EXISTS (
         SELECT FROM people_namedreader n WHERE n.unit_id = f.unit_id AND n.child_file_id = f.id
            AND n.person_id = i.person_id))
"""
FILES = "SELECT unit_id, id, protection FROM people_childfile"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose rows lie in one compartment each: a unit's file, or a person."""

    name: str
    columns: dict[str, tuple[str, int]]

    @property
    def file_column(self) -> str:
        return "id" if self.name == "people_childfile" else "child_file_id"

    @property
    def is_of_units(self) -> bool:
        return "unit_id" in self.columns and self.file_column in self.columns

    @property
    def is_of_persons(self) -> bool:
        return "person_id" in self.columns and bool({"child_ref", "reply_to"} & set(self.columns))

    def place(self, row: dict[str, object]) -> str:
        """Give the mark of the compartment that a row lies in; empty when it tells of no child."""
        if self.is_of_units:
            file = row[self.file_column]
            return "" if file is None else f"zqu{row['unit_id']}f{file}qz"
        return f"zqp{row['person_id']}qz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compartments:
    """What lies where, and who may see it."""

    of_object: dict[UUID, set[str]] = field(default_factory=lambda: defaultdict(set))
    of_table: dict[str, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    of_person: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    of_unit: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    protected: set[str] = field(default_factory=set)
    units: list[UUID] = field(default_factory=list)


def tables(owner: psycopg.Connection) -> Iterator[Table]:
    for name, columns, types, lengths in owner.execute(COLUMNS).fetchall():
        kinds = dict(zip(columns, zip(types, lengths, strict=True), strict=True))
        table = Table(name=name, columns=kinds)
        if "id" in kinds and (table.is_of_units or table.is_of_persons):
            yield table


def plant(owner: psycopg.Connection) -> int:
    """Mark every free text; answer how many rows were marked."""
    return len(lay(owner))


def lay(owner: psycopg.Connection) -> list[str]:
    """The same; answer with the mark of each row that got one."""
    marks: list[str] = []
    with owner.transaction():
        owner.execute("SET LOCAL session_replication_role = replica")  # marking is no act
        for table in tables(owner):
            marks += _mark(owner, table)
    return marks


def _mark(owner: psycopg.Connection, table: Table) -> list[str]:
    texts = [
        name
        for name, (kind, _) in table.columns.items()
        if kind in {"text", "character varying", "jsonb"}
    ]
    if not texts:
        return []
    changes: list[str] = []
    for row in _rows(owner, table):
        place = table.place(row)
        new = {name: _marked(row[name], place, name) for name in texts} if place else {}
        new = {
            name: value
            for name, value in new.items()
            if value != row[name] and _fits(value, table.columns[name][1])
        }
        if "content_hash" in table.columns and "content" in new:
            new["content_hash"] = hashlib.sha256(str(new["content"]).encode()).digest()
        if not new:
            continue
        changes.append(place)
        owner.execute(
            sql.SQL("UPDATE {} SET {} WHERE id = %s").format(
                sql.Identifier(table.name),
                sql.SQL(", ").join(sql.SQL("{} = %s").format(sql.Identifier(one)) for one in new),
            ),
            [
                *(json.dumps(v) if isinstance(v, dict | list) else v for v in new.values()),
                row["id"],
            ],
        )
    return changes


def _fits(value: object, length: int) -> bool:
    return not (length and isinstance(value, str) and len(value) > length)


def _rows(owner: psycopg.Connection, table: Table) -> list[dict[str, object]]:
    with owner.cursor(row_factory=psycopg.rows.dict_row) as cursor:
        return cursor.execute(
            sql.SQL("SELECT * FROM {}").format(sql.Identifier(table.name))
        ).fetchall()


def _marked(value: object, place: str, name: str = "") -> object:
    """Give a value with the mark in each of its free texts; documents are marked inside."""
    if isinstance(value, dict):
        return {key: _marked(inner, place, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [_marked(inner, place, name) for inner in value]
    if not isinstance(value, str):
        return value
    if value[:1] in {"{", "["}:
        try:
            return json.dumps(_marked(json.loads(value), place), ensure_ascii=False)
        except ValueError:
            return value
    is_free = " " in value.strip() or (name in NAMED and value.strip())
    return f"{value} {place}" if is_free else value


def compartments(owner: psycopg.Connection) -> Compartments:
    """Read, as the owner, what lies where and who is involved now."""
    found = Compartments()
    for table in tables(owner):
        keys = [
            name
            for name, (kind, _) in table.columns.items()
            if kind == "uuid" and name not in POINTS_ELSEWHERE and "person_ref" not in name
        ]
        for row in _rows(owner, table):
            place = table.place(row)
            for name in keys:
                if place and isinstance(row[name], UUID):
                    found.of_object[row[name]].add(place)
            if place and isinstance(row.get("public_id", row.get("ref")), UUID):
                found.of_table[table.name].append(row.get("public_id", row.get("ref")))
    found.units.extend(
        row[0] for row in owner.execute("SELECT public_id FROM organisations_secrecyunit")
    )
    for person, unit, file in owner.execute(INVOLVED).fetchall():
        found.of_person[person].add(f"zqu{unit}f{file}qz")
    for (person,) in owner.execute("SELECT id FROM organisations_person").fetchall():
        found.of_person[person].add(f"zqp{person}qz")
    for unit, file, protection in owner.execute(FILES).fetchall():
        if protection == "none":
            found.of_unit[unit].add(f"zqu{unit}f{file}qz")
        else:
            found.protected.add(f"zqu{unit}f{file}qz")
    return found
