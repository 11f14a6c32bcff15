"""Time passes without a clock being moved: everything that has happened, happened a day earlier.

The whole world moves back alike, birth dates and ends included, so that what was tomorrow is today.
What never ends stays so; the log keeps the times it was written at.
"""

import psycopg

COLUMNS = (
    "SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
    "WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 "
    "AND NOT a.attisdropped AND a.atttypid IN ('timestamptz'::regtype, 'date'::regtype) "
    "AND c.relname ~ '^(people|disclosure|plan|participation|wellbeing)_'"
)


def days_pass(owner: psycopg.Connection, days: int = 1) -> None:
    """Let nights pass; needs the superuser, and no trigger notices."""
    owner.execute("SET session_replication_role = replica")
    for table, column in owner.execute(COLUMNS).fetchall():
        owner.execute(
            f'UPDATE {table} SET "{column}" = "{column}" - make_interval(days => %s) '
            f"WHERE \"{column}\" < '9999-01-01' AND \"{column}\" > '-infinity'",
            [days],
        )
    owner.execute("RESET session_replication_role")
