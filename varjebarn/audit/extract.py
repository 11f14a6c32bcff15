"""A signed extract of a unit's log: one JSON line for each event, with its proof, and the head.

The first line says what it is about and holds the head, the last one the signature over all lines
before it. `verify_extract.py` checks it, trusting nothing here. What an extract proves and what it
does not: docs/security/log.md.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from varjebarn.audit import rules
from varjebarn.audit.merkle import node
from varjebarn.audit.record import request_id
from varjebarn.audit.signing import EXTRACT, public_key, signing_key
from varjebarn.audit.values import About
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require

KIND = "varjebarn-log-extract/1"
LEAF = 32  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What an extract is about: days from `first` through `last`, of a unit, a child or a person."""

    about: About
    name: str = ""
    subject: UUID | None = None
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedEvent:
    """One event as the log holds it. One about a protected child is its hash and no more."""

    place: int | None
    leaf: str
    event: tuple[Any, ...] | None
    """Salt, moment and the nine columns of the leaf, as verify.py reads them; None when hidden."""
    who: str
    child: str
    proof: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """An extract, ready to be read or written to a file."""

    header: dict[str, Any]
    events: tuple[ExtractedEvent, ...]
    signature: str
    """Over the sha256 of every line of the file but the last; empty without a key."""
    key: str

    @property
    def text(self) -> str:
        """Write the file: JSON lines, the signature last."""
        last = json.dumps({"signature": self.signature, "key": self.key})
        return _said(self.header, self.events) + last + "\n"


def named_in_log(actor: Actor, *, about: About, name: str) -> list[UUID]:
    """Say which children or persons of the acting unit's log have that name, in full."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.named_in_log(%s, %s)", [about.value, name])
        return [row[0] for row in cursor.fetchall()]


def make_extract(actor: Actor, scope: Scope) -> Extract:
    """Make an extract of the acting unit's log. The making is logged, before anything is read."""
    is_chosen = scope.about is About.UNIT or scope.subject is not None
    require(rules.may_extract(actor, chosen=is_chosen, first=scope.first, last=scope.last))
    rows, tree = _read(scope)
    head, levels = _head_and_levels(tree)
    events = tuple(_event(row, size=head["size"] if head else 0, levels=levels) for row in rows)
    header = {
        "kind": KIND,
        "made_at": timezone.now().isoformat(timespec="seconds"),
        "made_by": ", ".join(filter(None, (actor.name, actor.title))),
        "unit": f"{actor.unit_name}, {actor.organisation_name}",
        "about": scope.about.value,
        "name": scope.name,
        "first": scope.first.isoformat(),
        "last": scope.last.isoformat(),
        "events": len(events),
        "unsealed": sum(1 for event in events if event.place is None),
        "head": head,
    }
    key = signing_key(EXTRACT)
    digest = sha256(_said(header, events).encode()).digest()
    return Extract(
        header=header,
        events=events,
        signature=key.sign(digest).hex() if key else "",
        key=public_key(key) if key else "",
    )


def proofs(levels: Sequence[Sequence[bytes]], place: int) -> tuple[str, ...]:
    """Give the hashes beside a leaf's way to the root, nearest first (RFC 6962 2.1.1)."""
    found = []
    for level in levels[:-1]:
        beside = place ^ 1
        if beside < len(level):
            found.append(level[beside].hex())
        place >>= 1
    return tuple(found)


def levels_of(leaves: Sequence[bytes]) -> list[list[bytes]]:
    """Build the tree level by level; a last one without a neighbour climbs as it is."""
    levels = [list(leaves)]
    while len(levels[-1]) > 1:
        below = levels[-1]
        above = [node(below[at], below[at + 1]) for at in range(0, len(below) - 1, 2)]
        levels.append([*above, *([below[-1]] if len(below) % 2 else [])])
    return levels


def _read(scope: Scope) -> tuple[list[tuple[Any, ...]], tuple[Any, ...] | None]:
    since = timezone.make_aware(datetime.combine(scope.first, time.min))
    until = timezone.make_aware(datetime.combine(scope.last + timedelta(days=1), time.min))
    child = scope.subject if scope.about is About.CHILD else None
    person = scope.subject if scope.about is About.PERSON else None
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM vb.log_extract(%s, %s, %s, %s, %s)",
            [child, person, since, until, request_id.get()],
        )
        rows = cursor.fetchall()
        cursor.execute("SELECT * FROM vb.sealed_tree()")
        return rows, cursor.fetchone()


def _head_and_levels(
    tree: tuple[Any, ...] | None,
) -> tuple[dict[str, Any] | None, list[list[bytes]]]:
    if tree is None:
        return None, [[]]
    names = ("size", "root", "at", "horizon", "previous", "hash", "signature")
    joined = bytes(tree[7])
    leaves = [joined[at : at + LEAF] for at in range(0, len(joined), LEAF)]
    return dict(zip(names, tree[:7], strict=True)), levels_of(leaves)


def _event(row: tuple[Any, ...], *, size: int, levels: Sequence[Sequence[bytes]]) -> ExtractedEvent:
    place, leaf, hidden, *columns = row
    is_below = place is not None and place < size
    return ExtractedEvent(
        place=place if is_below else None,
        leaf=bytes(leaf).hex(),
        event=None if hidden else tuple(_plain(value) for value in columns[:11]),
        who=columns[11],
        child=columns[12],
        proof=proofs(levels, place) if is_below else (),
    )


def _plain(value: object) -> object:
    return str(value) if isinstance(value, UUID) else value


def _said(header: dict[str, Any], events: Sequence[ExtractedEvent]) -> str:
    lines = [header, *(asdict(event) for event in events)]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
