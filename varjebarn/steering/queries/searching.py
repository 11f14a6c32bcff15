"""Search in the county's work: its own tables and nothing else, each behind its own row policy.

Every table has a column of lexemes that the database keeps up (Swedish stemming, and once more
without dots and rings, so that "overenskommelse" finds "överenskommelse"). A word finds what begins
with it, so that "nuläge" finds "nulägesanalys". What is read stands in search_sources.py.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from django.db import connection

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.steering.queries.membership import my_bodies
from varjebarn.steering.queries.search_sources import SOURCES

FIRST_FEW, ON_A_PAGE = 5, 20
LONGEST_WORDS = 12
HIT, END = "\x02", "\x03"


KINDS = tuple(dict.fromkeys(source.kind for source in SOURCES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Whose drafts somebody finds: everybody's, those of their bodies, or nobody's.

    `person` is the key of who asks, if they work somewhere; it opens internal contact routes, and what
    they have sent in themselves. The row policies say the same once more.
    """

    everything: bool = False
    bodies: frozenset[int] = frozenset()
    person: int = 0


NOBODYS = Reach()


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryWord:
    """A word of the public list, which no table holds. `also` is found as well, and isn't shown."""

    key: str
    name: str
    text: str
    also: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of an excerpt; `is_hit` if it is what was looked for."""

    text: str
    is_hit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that was found. `refs` is what its page's address is made from."""

    kind: str
    refs: tuple[str, ...]
    on: date | None
    place: str
    is_draft: bool
    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """All of one kind: how many there are, and those of this page."""

    kind: str
    count: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What a search found, by kind, in the order of `KINDS`."""

    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many things were found in all."""
        return sum(group.count for group in self.groups)


def search_work(
    actor: Actor | None,
    words: str,
    *,
    on: date,
    kind: str = "",
    page: int = 1,
    glossary: Iterable[GlossaryWord] = (),
) -> Results:
    """Find what begins with every word, the first few of each kind, or a page of one kind.

    One statement, whatever is found; one more when somebody acts, who is then logged as having
    searched (never for what), and one to see whose drafts are theirs to read.
    """
    wanted = tsquery(words)
    if not wanted:
        return Results(groups=())
    first = (page - 1) * ON_A_PAGE if kind else 0
    reach = reach_of(actor, on=on)
    values: dict[str, str | int | bool | date | list[int]] = {
        "wanted": wanted,
        "kind": kind,
        "everything": reach.everything,
        "bodies": sorted(reach.bodies),
        "drafts": reach.everything or bool(reach.bodies),
        "person": reach.person,
        "today": on,
        "glossary": json.dumps([asdict(one) for one in glossary]),
        "after": first,
        "up_to": first + (ON_A_PAGE if kind else FIRST_FEW),
        "marks": f'StartSel="{HIT}", StopSel="{END}", MaxFragments=2, MaxWords=24, MinWords=8, '
        'FragmentDelimiter=" … "',
        "whole": f'StartSel="{HIT}", StopSel="{END}", HighlightAll=true',
    }
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, values)
        rows = cursor.fetchall()
    if actor is not None:
        record(actor, "steering.searched")
    return Results(groups=tuple(_groups(rows, kind=kind, first=first)))


def reach_of(actor: Actor | None, *, on: date) -> Reach:
    """Tell whose drafts somebody finds, by the duty or by their seats on a day."""
    if actor is None or not actor.is_staff:
        return NOBODYS
    return Reach(
        everything=Duty.COUNTY in actor.duties,
        bodies=my_bodies(actor, on),
        person=actor.person_id,
    )


def tsquery(words: str) -> str:
    """Ask for everything that begins with each word; what is no word is left out.

    A word without dots and rings also finds those that have them; one with them doesn't find those
    without. Hyphens part words.
    """
    found = re.findall(r"\w+", words.lower().replace("_", " "))[:LONGEST_WORDS]
    return " & ".join(f"'{word}':*" for word in found)


def _statement() -> str:
    """Put the sources together. Constant words of this module, nothing that anybody has typed.

    What leads to the same page under the same title and place is found once, where it fits best.
    """
    query = "to_tsquery('swedish', %(wanted)s::text)"
    hits = " UNION ALL ".join(
        f"SELECT '{source.kind}'::text, ref, day, place, title, text, is_draft, ts_rank(lexemes, {query}) "  # noqa: S608 - as said above
        f"FROM ({source.statement}) AS found (ref, day, place, title, text, is_draft, lexemes) "
        f"WHERE lexemes @@ {query}"
        for source in SOURCES
    )
    return f"""
        WITH once AS (
          SELECT DISTINCT ON (kind, ref, title, place) hit.*
            FROM ({hits}) AS hit (kind, ref, day, place, title, text, is_draft, rank)
           ORDER BY kind, ref, title, place, rank DESC, day DESC NULLS LAST),
        numbered AS (
          SELECT once.*, count(*) OVER (PARTITION BY kind) AS count, row_number() OVER (
              PARTITION BY kind ORDER BY rank DESC, day DESC NULLS LAST, title, ref) AS number
            FROM once)
        SELECT kind, ref, day, place, is_draft, count, number,
               ts_headline('swedish', title, {query}, %(whole)s::text),
               ts_headline('swedish', text, {query}, %(marks)s::text)
          FROM numbered
         WHERE number = 1 OR ((%(kind)s::text = '' OR kind = %(kind)s::text)
           AND number > %(after)s::bigint AND number <= %(up_to)s::bigint)
         ORDER BY number
    """  # noqa: S608 - as said above


STATEMENT = _statement()

Row = tuple[str, str, date | None, str, bool, int, int, str, str]


def _groups(rows: list[Row], *, kind: str, first: int) -> "list[Group]":
    """Sort rows into groups. The first row of a kind that isn't asked for tells only its number."""
    groups = []
    for one in KINDS:
        mine = [row for row in rows if row[0] == one]
        if mine:
            is_shown = not kind or kind == one
            shown = [row for row in mine if is_shown and row[6] > first]
            groups.append(Group(kind=one, count=mine[0][5], hits=tuple(map(_hit, shown))))
    return groups


def _hit(row: Row) -> Hit:
    kind, ref, day, place, is_draft, _count, _number, title, text = row
    return Hit(
        kind=kind,
        refs=tuple(ref.split()),
        on=day,
        place=place,
        is_draft=is_draft,
        title=tuple(_pieces(title)),
        excerpt=tuple(_pieces(text)),
    )


def _pieces(marked: str) -> list[Piece]:
    """Take a marked text apart; nothing in it is ever read as HTML."""
    pieces = []
    for part in marked.split(HIT):
        hit, mark, rest = part.partition(END)
        if mark:
            pieces.append(Piece(text=hit, is_hit=True))
        pieces.append(Piece(text=rest if mark else hit, is_hit=False))
    return [piece for piece in pieces if piece.text]
