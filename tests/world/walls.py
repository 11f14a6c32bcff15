"""What a test says of the second wall's no: a state of the database's, or silence.

Silence counts only when something is there, and nothing of it is seen.
"""

from collections.abc import Sequence, Sized

import psycopg


def refused(
    connection: psycopg.Connection, statement: str, values: Sequence[object] = ()
) -> str | None:
    """Run it in a savepoint; give the SQLSTATE of the database's no, or nothing if it went through."""
    try:
        with connection.transaction():
            connection.execute(statement, list(values) or None)
    except psycopg.Error as error:
        return error.sqlstate
    return None


def assert_hidden(*, there: Sized | int, seen: Sized | int) -> None:
    """Fail unless something is there to leak, and none of it is seen: rows, or how many."""
    assert _number(there) > 0, "nothing is there that could have been seen"
    assert _number(seen) == 0, f"seen from outside: {seen}"


def _number(found: Sized | int) -> int:
    return found if isinstance(found, int) else len(found)
