"""The one way to act: a login's token through `vb.enter`, for one transaction only.

The same in production, demo, tests and bench.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import DatabaseError, connection, connections, transaction

from varjebarn.kernel.actors import Actor, Duty, Kind

INVALID_AUTHORIZATION = "28000"


class NoSuchActor(Exception):  # noqa: N818 - an absence, told apart from no other
    """The token is unknown, closed or too old, or the assignment isn't this person's now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentChoice:
    """An assignment that a login may act under now."""

    assignment: UUID
    title: str
    unit_name: str
    organisation_name: str
    workplace_name: str


@contextmanager
def acting_as(token: str, assignment: UUID | None = None) -> Iterator[Actor]:
    """Open THE transaction and act in it. None as assignment enters as family.

    Raises NoSuchActor before anything else has happened.
    """
    with transaction.atomic(durable=True):
        yield enter(token, assignment)


def enter(token: str, assignment: UUID | None) -> Actor:
    """Tell the database who acts in the transaction that is open."""
    try:
        with connection.cursor() as cursor:
            # Bound on the server, so that the token stands in no statement's text.
            cursor.execute("SELECT * FROM vb.enter(%s, %s)", [token, assignment])
            row = cursor.fetchone()
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", None) == INVALID_AUTHORIZATION:
            raise NoSuchActor from error
        raise
    return Actor(
        person_id=row[0],
        person=row[1],
        name=row[2],
        kind=Kind(row[3]),
        unit_id=row[4] or 0,
        unit=row[5],
        unit_name=row[6] or "",
        area=row[7] or "",
        organisation_name=row[8] or "",
        title=row[9] or "",
        assignment=assignment,
        duties=frozenset(Duty(duty) for duty in row[10] or ()),
        has_several=bool(row[11]),
        called=row[12],
        workplace_name=row[13],
        login_ends=row[14],
    )


def assignments(token: str) -> list[AssignmentChoice]:
    """List what a staff login may act under now; empty for a family login."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.my_assignments(%s)", [token])
        rows = cursor.fetchall()
    return [
        AssignmentChoice(
            assignment=row[0],
            title=row[1],
            unit_name=row[2],
            organisation_name=row[3],
            workplace_name=row[4],
        )
        for row in rows
    ]


def open_login(person: UUID, kind: Kind, *, idle: timedelta | None = None) -> str:
    """Open a login for somebody just recognised. The token is told once.

    `idle` is how long they may sit still; None leaves it to the database.
    """
    with connections["login"].cursor() as cursor:
        cursor.execute(
            "SELECT vb.open_login(%s, %s, make_interval(secs => %s::float8))",
            [person, kind.value, idle.total_seconds() if idle else None],
        )
        return str(cursor.fetchone()[0])


def close_login(token: str) -> None:
    """End a login; the token is worth nothing from the next request on."""
    with connections["login"].cursor() as cursor:
        cursor.execute("SELECT vb.close_login(%s)", [token])


def renew_login(token: str) -> str:
    """Give an open login a new token; the old one is worth nothing from now. It ends when it would have.

    Raises NoSuchActor when the login is not open.
    """
    try:
        with connections["login"].cursor() as cursor:
            cursor.execute("SELECT vb.renew_login(%s)", [token])
            return str(cursor.fetchone()[0])
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", None) == INVALID_AUTHORIZATION:
            raise NoSuchActor from error
        raise
