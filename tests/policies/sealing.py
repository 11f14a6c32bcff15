"""Sealing the log in a test, and asking the verifier about it."""

from threading import Event as Signal
from time import monotonic

from varjebarn.audit import verify
from varjebarn.audit.sealing import Sealer

PATIENCE = 30  # seconds: a transaction in another database of the server also holds the horizon
UNSEALED = "SELECT count(*) FROM audit_event WHERE id NOT IN (SELECT event_id FROM audit_seal) AND xid < %s"


def one(connection, query, *values):
    return connection.execute(query, values).fetchone()[0]


def seal_all(owner, connection, own=None):
    """Seal until every event so far is: another test's transaction may hold the horizon a while."""
    sealer, until = own or Sealer(), monotonic() + PATIENCE
    newest = one(owner, "SELECT max(xid) + 1 FROM audit_event")
    while one(owner, UNSEALED, newest):
        assert monotonic() < until
        sealer.seal(connection)
        Signal().wait(0.02)
    return sealer


def found(connection, **wishes):
    """Answer what the verifier says, or nothing when it finds no fault."""
    try:
        with connection.transaction():
            verify.check(connection, **wishes)
    except verify.Wrong as wrong:
        return str(wrong)
    return ""
