"""Search in the county's work: its own tables and nothing else, each behind its own row policy.

Every table has a column of lexemes that the database keeps up (Swedish stemming, and once more
without dots and rings, so that "overenskommelse" finds "överenskommelse"). A word finds what begins
with it, so that "nuläge" finds "nulägesanalys". A new table is one more `Source`.
"""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.steering.queries.annual import may_see_drafts

FIRST_FEW, ON_A_PAGE = 5, 20
LONGEST_WORDS = 12
HIT, END = "\x02", "\x03"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One kind of thing to find, and the statement that reads it.

    The statement gives ref, day, place, title, text, lexemes; `%(drafts)s::boolean` says whether the reader
    is one who sees what is not published, which the row policy decides too.
    """

    kind: str
    statement: str


SOURCES = (
    Source(
        kind="decision",
        statement="SELECT d.public_id, m.date, b.name, d.wording, "
        "concat_ws(' · ', nullif(d.responsible, ''), nullif(d.follow_up_note, '')), d.lexemes "
        "FROM steering_decisionrecord d JOIN steering_agendaitem i ON i.id = d.item_id "
        "JOIN steering_meeting m ON m.id = i.meeting_id JOIN steering_body b ON b.id = d.body_id",
    ),
    Source(
        kind="item",
        statement="SELECT m.public_id, m.date, b.name, d.title, d.note, d.lexemes "
        "FROM steering_agendaitem d JOIN steering_meeting m ON m.id = d.meeting_id "
        "JOIN steering_body b ON b.id = m.body_id",
    ),
    Source(
        kind="question",
        statement="SELECT d.public_id, m.date, b.name, d.question, '', d.lexemes "
        "FROM steering_reportback d JOIN steering_agendaitem i ON i.id = d.item_id "
        "JOIN steering_meeting m ON m.id = i.meeting_id JOIN steering_body b ON b.id = d.body_id",
    ),
    Source(
        kind="answer",
        statement="SELECT r.public_id, (d.at AT TIME ZONE 'Europe/Stockholm')::date, o.name, "
        "r.question, d.text, d.lexemes "
        "FROM steering_reportbackanswer d JOIN steering_reportback r ON r.id = d.report_back_id "
        "JOIN organisations_organisation o ON o.id = d.organisation_id",
    ),
    Source(
        kind="agreement",
        statement="SELECT d.public_id, d.valid_from, '', d.title, '', d.lexemes "
        "FROM steering_agreement d",
    ),
    Source(
        kind="body",
        statement="SELECT d.public_id, NULL::date, '', d.name, d.purpose, d.lexemes "
        "FROM steering_body d",
    ),
    Source(
        kind="member",
        statement="SELECT b.public_id, d.valid_from, b.name, d.name, "
        "concat_ws(', ', nullif(d.title, ''), o.name), d.lexemes "
        "FROM steering_membership d JOIN steering_body b ON b.id = d.body_id "
        "JOIN organisations_organisation o ON o.id = d.organisation_id",
    ),
    Source(
        kind="annual_report",
        statement="SELECT d.public_id, (d.at AT TIME ZONE 'Europe/Stockholm')::date, '', "
        "d.year::text, d.text, d.lexemes FROM steering_annualreport d",
    ),
    Source(
        kind="annual_note",
        statement="SELECT d.public_id, (d.at AT TIME ZONE 'Europe/Stockholm')::date, d.section, "
        "d.year::text, d.text, d.lexemes FROM steering_annualnote d WHERE %(drafts)s::boolean",
    ),
)
KINDS = tuple(source.kind for source in SOURCES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of an excerpt; `is_hit` if it is what was looked for."""

    text: str
    is_hit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that was found."""

    kind: str
    ref: UUID
    on: date | None
    place: str
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
    actor: Actor | None, words: str, *, on: date, kind: str = "", page: int = 1
) -> Results:
    """Find what begins with every word, the first few of each kind, or a page of one kind.

    One statement, whatever is found; one more when somebody acts, who is then logged as having
    searched (never for what), and one to see whether drafts are theirs to read.
    """
    wanted = tsquery(words)
    if not wanted:
        return Results(groups=())
    first = (page - 1) * ON_A_PAGE if kind else 0
    values: dict[str, str | int | bool] = {
        "wanted": wanted,
        "kind": kind,
        "drafts": may_see_drafts(actor, on=on),
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


def tsquery(words: str) -> str:
    """Ask for everything that begins with each word; what is no word is left out.

    A word without dots and rings also finds those that have them; one with them doesn't find those
    without. Hyphens part words.
    """
    found = re.findall(r"\w+", words.lower().replace("_", " "))[:LONGEST_WORDS]
    return " & ".join(f"'{word}':*" for word in found)


def _statement() -> str:
    """Put the sources together. Constant words of this module, nothing that anybody has typed."""
    query = "to_tsquery('swedish', %(wanted)s::text)"
    found = " UNION ALL ".join(
        f"SELECT '{source.kind}'::text, found.* FROM ({source.statement}) "  # noqa: S608 - as said above
        f"AS found (ref, day, place, title, text, lexemes) WHERE lexemes @@ {query}"
        for source in SOURCES
    )
    return f"""
        WITH numbered AS (
          SELECT hit.*, count(*) OVER (PARTITION BY kind) AS count, row_number() OVER (
              PARTITION BY kind
              ORDER BY ts_rank(lexemes, {query}) DESC, day DESC NULLS LAST, title, ref) AS number
            FROM ({found}) AS hit (kind, ref, day, place, title, text, lexemes))
        SELECT kind, ref, day, place, count, number,
               ts_headline('swedish', title, {query}, %(whole)s::text),
               ts_headline('swedish', text, {query}, %(marks)s::text)
          FROM numbered
         WHERE number = 1 OR ((%(kind)s::text = '' OR kind = %(kind)s::text)
           AND number > %(after)s::bigint AND number <= %(up_to)s::bigint)
         ORDER BY number
    """  # noqa: S608 - as said above


STATEMENT = _statement()

Row = tuple[str, UUID, date | None, str, int, int, str, str]


def _groups(rows: list[Row], *, kind: str, first: int) -> "list[Group]":
    """Sort rows into groups. The first row of a kind that isn't asked for tells only its number."""
    groups = []
    for one in KINDS:
        mine = [row for row in rows if row[0] == one]
        if mine:
            is_shown = not kind or kind == one
            shown = [row for row in mine if is_shown and row[5] > first]
            groups.append(Group(kind=one, count=mine[0][4], hits=tuple(map(_hit, shown))))
    return groups


def _hit(row: Row) -> Hit:
    kind, ref, day, place, _count, _number, title, text = row
    return Hit(
        kind=kind,
        ref=ref,
        on=day,
        place=place,
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
