"""Verifies the sealed log, trusting nothing that the product says of itself.

A program of its own: it imports nothing of the product, reads as `vb_audit`, and can be copied to
another machine: `AUDIT_DATABASE_URL=… python verify.py verify [--head FILE]` and `… head`.
It recomputes every leaf from the stored columns, builds the tree anew (RFC 6962), and compares.
What it proves and what it does not: docs/security/log.md.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import namedtuple_row

PATIENCE = 60  # seconds that an event may wait for its seal
CONTENT = (
    "xid", "person_id", "assignment", "unit_id", "child_file_id", "act", "object", "why", "request",
)  # fmt: skip

SEALED = """
    SELECT s.seq, s.event_id, s.leaf AS sealed, e.id, e.leaf, e.salt,
           (extract(epoch FROM e.at) * 1000000)::bigint AS at, e.xid, e.person_id, e.assignment,
           e.unit_id, e.child_file_id, e.act, e.object, e.why, e.request
      FROM audit_seal s LEFT JOIN audit_event e ON e.id = s.event_id
     ORDER BY s.seq"""
HEADS = """
    SELECT size, encode(root, 'hex') AS root, (extract(epoch FROM at) * 1000000)::bigint AS at,
           horizon, encode(previous, 'hex') AS previous, encode(hash, 'hex') AS hash,
           coalesce(encode(signature, 'hex'), '') AS signature
      FROM audit_head ORDER BY size"""
TWICE = "SELECT event_id FROM audit_seal GROUP BY event_id HAVING count(*) > 1 ORDER BY 1 LIMIT 1"
UNSEALED = """
    SELECT e.id FROM audit_event e
     WHERE e.xid < {} AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.event_id = e.id)
     ORDER BY e.xid, e.id LIMIT 1"""
LATE = UNSEALED.format(
    "pg_snapshot_xmin(pg_current_snapshot())::text::bigint "
    "AND e.at < statement_timestamp() - %s * interval '1 second'"
)
WAITING = "SELECT (SELECT count(*) FROM audit_event) - (SELECT count(*) FROM audit_seal)"


class Wrong(Exception):  # noqa: N818 - a finding, said in one sentence
    """The first thing that does not agree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The tree as it stood after one sealing: numbers and hashes, nothing about anybody."""

    size: int
    root: str
    at: int
    horizon: int
    previous: str
    hash: str
    signature: str = ""

    def computed(self) -> str:
        """Hash the five that the head says, as the next head must hold it."""
        said = [self.size, self.root, self.at, self.horizon, self.previous]
        return sha256(json.dumps(said).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was found to agree."""

    events: int
    heads: int
    waiting: int


@dataclass(slots=True, kw_only=True)
class Tree:
    """A growing tree: one hash for each whole subtree."""

    size: int = 0
    peaks: list[bytes] = field(default_factory=list)

    def add(self, leaf: bytes) -> None:
        """Put one leaf last."""
        place = self.size
        while place & 1:
            leaf = sha256(b"\x01" + self.peaks.pop() + leaf).digest()
            place >>= 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self) -> str:
        """Answer the hash of all leaves so far."""
        *others, joined = self.peaks
        for peak in reversed(others):
            joined = sha256(b"\x01" + peak + joined).digest()
        return joined.hex()


def leaf_of(event: Any) -> bytes:
    """Compute an event's leaf from its salt and its columns."""
    columns = (getattr(event, name) for name in CONTENT)
    said = [bytes(event.salt).hex(), event.at, *columns]
    content = json.dumps(said, ensure_ascii=False, default=str)
    return sha256(b"\x00" + content.encode()).digest()


def check(
    connection: psycopg.Connection[Any],
    *,
    witnessed: Head | None = None,
    patience: int = PATIENCE,
    key: str = "",
) -> Verified:
    """Compare everything in one transaction of `connection`; raise `Wrong` at the first difference.

    With the sealer's public key (64 hexadecimal digits) every head's signature is checked as well.
    """
    heads = read_heads(connection)
    _check_chain(heads)
    if key:
        _check_signatures(heads, key)
    _none(connection, TWICE, "Händelse {} är förseglad två gånger.")
    _check_leaves(connection, heads, witnessed)
    horizon = max(
        [0, *(head.horizon for head in (*heads[-1:], *([witnessed] if witnessed else [])))]
    )
    added = "Händelse {} är tillagd i efterhand: den ligger före en försegling och saknas i den."
    _none(connection, UNSEALED.format("%s"), added, horizon)
    _none(connection, LATE, "Händelse {} har inte förseglats i tid: kör audit_seal.", patience)
    waiting = connection.execute(WAITING).fetchone()
    return Verified(
        events=heads[-1].size if heads else 0,
        heads=len(heads),
        waiting=waiting[0] if waiting else 0,
    )


def read_heads(connection: psycopg.Connection[Any]) -> list[Head]:
    """Read every head, smallest first."""
    with connection.cursor(row_factory=namedtuple_row) as cursor:
        return [Head(**row._asdict()) for row in cursor.execute(HEADS)]


def _check_chain(heads: Sequence[Head]) -> None:
    previous = ""
    for head in heads:
        if head.computed() != head.hash:
            raise Wrong(f"Huvudet vid {head.size} händelser är ändrat.")
        if head.previous != previous:
            raise Wrong(f"Ett huvud före det vid {head.size} händelser är borttaget eller ändrat.")
        previous = head.hash


def _check_signatures(heads: Sequence[Head], key: str) -> None:
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - only who has a key needs it
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - as above
        Ed25519PublicKey,
    )

    public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
    for head in heads:
        try:
            public.verify(bytes.fromhex(head.signature), bytes.fromhex(head.hash))
        except InvalidSignature:
            raise Wrong(
                f"Huvudet vid {head.size} händelser är inte signerat med nyckeln."
            ) from None


def _check_leaves(
    connection: psycopg.Connection[Any], heads: Sequence[Head], witnessed: Head | None
) -> None:
    tree, coming, agreed = Tree(), iter(heads), 0
    expected = next(coming, None)
    for seal in _sealed(connection):
        _check_event(seal, place=tree.size)
        if expected is None:
            raise Wrong(f"Händelse {seal.event_id} är tillagd efter det sista huvudet.")
        tree.add(bytes(seal.sealed))
        if witnessed and tree.size == witnessed.size and tree.root() != witnessed.root:
            raise Wrong(f"Loggen är en annan än vittnets vid {tree.size} händelser.")
        if tree.size == expected.size:
            if tree.root() != expected.root:
                raise Wrong(f"Plats {agreed}-{tree.size - 1} i förseglingen är ändrad.")
            agreed, expected = tree.size, next(coming, None)
    if expected is not None:
        raise Wrong(f"Förseglingen är avkortad: plats {tree.size} är borttagen.")
    if witnessed and tree.size < witnessed.size:
        raise Wrong(f"Loggen är kortare än vittnets: {tree.size} mot {witnessed.size} händelser.")


def _sealed(connection: psycopg.Connection[Any]) -> Iterator[Any]:
    with connection.cursor("sealed", row_factory=namedtuple_row) as cursor:
        cursor.itersize = 10_000
        yield from cursor.execute(SEALED)


def _check_event(seal: Any, *, place: int) -> None:
    if seal.seq != place:
        raise Wrong(f"Plats {place} i förseglingen är borttagen.")
    if seal.id is None:
        raise Wrong(f"Händelse {seal.event_id} är borttagen.")
    if not leaf_of(seal) == bytes(seal.leaf) == bytes(seal.sealed):
        raise Wrong(f"Händelse {seal.event_id} är ändrad.")


def _none(connection: psycopg.Connection[Any], query: str, sentence: str, *values: int) -> None:
    found = connection.execute(query.encode(), values).fetchone()
    if found:
        raise Wrong(sentence.format(found[0]))


def read_witnessed(path: Path | None) -> Head | None:
    """Read a head that was exported earlier and kept elsewhere."""
    return None if path is None else Head(**json.loads(path.read_text(encoding="utf-8")))


def main(words: Sequence[str] | None = None, *, program: str = "verify.py") -> int:
    """Answer the exit code: 0 when everything agrees, 1 at the first difference."""
    parser = argparse.ArgumentParser(prog=program)
    wishes = parser.add_subparsers(dest="wish", required=True)
    verify = wishes.add_parser("verify", help="compare the log with its seal")
    verify.add_argument("--head", type=Path, help="a head that was exported earlier")
    verify.add_argument("--key", default="", help="the sealer's public key: heads are signed by it")
    wishes.add_parser("head", help="write the newest head as JSON")
    given = parser.parse_args(words)
    with psycopg.connect(os.environ["AUDIT_DATABASE_URL"]) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        if given.wish == "head":
            return _write_head(connection)
        try:
            found = check(connection, witnessed=read_witnessed(given.head), key=given.key)
        except Wrong as wrong:
            _say(str(wrong))
            return 1
    _say(
        f"Loggen stämmer: {found.events} förseglade händelser, {found.heads} huvuden. "
        f"{found.waiting} väntar på försegling."
    )
    return 0


def _write_head(connection: psycopg.Connection[Any]) -> int:
    heads = read_heads(connection)
    if not heads:
        _say("Inget är förseglat än: kör audit_seal.")
        return 1
    _say(json.dumps(asdict(heads[-1])))
    return 0


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")


if __name__ == "__main__":
    sys.exit(main())
