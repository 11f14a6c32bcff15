"""Seals the log: puts every event that no older one can join into the tree, and keeps its head.

Ids commit late, so an event with a lower id may appear after a higher one has been read. What
cannot appear later is an event of a transaction older than every running one: that is the horizon.
Source: docs/adr/0010-the-log-is-one-tree.md.
"""

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from varjebarn.audit.merkle import Growing
from varjebarn.audit.signing import sealing_key

ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('varjebarn.audit_seal'))"
NOW = """
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
           (extract(epoch FROM statement_timestamp()) * 1000000)::bigint"""
LAST = "SELECT size, root, horizon, hash FROM audit_head ORDER BY size DESC LIMIT 1"
# What lies before the last horizon is sealed already, or was added behind our back: the verifier's.
SEAL = """
    INSERT INTO audit_seal (seq, event_id, leaf)
    SELECT %(size)s + row_number() OVER (ORDER BY xid, id) - 1, id, leaf
      FROM audit_event WHERE xid >= %(from)s AND xid < %(to)s"""
LEAVES = "SELECT leaf FROM audit_seal WHERE seq >= %s ORDER BY seq"
KEEP = """
    INSERT INTO audit_head (size, root, at, horizon, previous, hash, signature)
    VALUES (%s, %s, to_timestamp(0) + %s * interval '1 microsecond', %s, %s, %s, %s)"""


class SealBroken(Exception):  # noqa: N818 - what the log is, not what went wrong here
    """The seal in the database is not the one that was written: nothing may be built upon it."""


@dataclass(slots=True, kw_only=True)
class Sealer:
    """One sealer. It remembers the tree, so that each sealing costs only what is new.

    With a key it signs each head; a head's signature is over its hash.
    """

    tree: Growing = field(default_factory=Growing)
    key: Ed25519PrivateKey | None = field(default_factory=sealing_key)

    def seal(self, connection: psycopg.Connection[Any]) -> int:
        """Seal what can be sealed, in one transaction. Answers how many events that was."""
        with connection.transaction():
            connection.execute(ONE_AT_A_TIME)
            found = connection.execute(LAST).fetchone()
            size, root, since, previous = found or (0, self.tree.root(), 0, b"")
            self._catch_up(connection)
            if (self.tree.size, self.tree.root()) != (size, bytes(root)):
                raise SealBroken
            horizon, at = connection.execute(NOW).fetchone() or (0, 0)
            sealed = connection.execute(SEAL, {"size": size, "from": since, "to": horizon}).rowcount
            if sealed:
                self._catch_up(connection)
                self._keep(connection, at=at, horizon=horizon, previous=bytes(previous))
        return sealed

    def _catch_up(self, connection: psycopg.Connection[Any]) -> None:
        """Add what stands in the seal and not yet in our tree: ours, or another sealer's."""
        for (leaf,) in connection.execute(LEAVES, [self.tree.size]):
            self.tree.add(bytes(leaf))

    def _keep(
        self, connection: psycopg.Connection[Any], *, at: int, horizon: int, previous: bytes
    ) -> None:
        size, root = self.tree.size, self.tree.root()
        said = json.dumps([size, root.hex(), at, horizon, previous.hex()])
        hashed = sha256(said.encode()).digest()
        signature = self.key.sign(hashed) if self.key else None
        connection.execute(KEEP, [size, root, at, horizon, previous, hashed, signature])
