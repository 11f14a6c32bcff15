"""A sender whose every row is gone, as only a superuser past all walls could have it."""

import psycopg

ABOUT_CHILDREN = """
    SELECT c.relname FROM pg_class c
      JOIN pg_attribute u ON u.attrelid = c.oid AND u.attname = 'unit_id'
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT u.attisdropped
       AND c.relname NOT LIKE 'organisations%' ORDER BY 1
"""


def forget_the_sender(owner: psycopg.Connection) -> int:
    """Delete every row of the school about children; say how many there were."""
    school = owner.execute(
        "SELECT u.id FROM organisations_secrecyunit u JOIN organisations_organisation o "
        "ON o.id = u.organisation_id WHERE u.name = 'Skola' AND o.name = 'Växjö kommun'"
    ).fetchone()[0]
    gone = 0
    with owner.transaction():
        owner.execute("SET LOCAL session_replication_role = replica")
        for (table,) in owner.execute(ABOUT_CHILDREN).fetchall():
            gone += owner.execute(f"DELETE FROM {table} WHERE unit_id = %s", [school]).rowcount
    return gone
