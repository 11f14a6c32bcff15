"""Refuses to start on a role that could step over the row policies, or on a wall that doesn't answer."""

import secrets
from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError, connections, transaction

MIGRATING = "vb_migrate"
RUNNING = "default"
INVALID_AUTHORIZATION = "28000"
NOBODY = """
    SELECT vb.person() IS NULL AND vb.unit() IS NULL AND vb.kind() IS NULL
       AND NOT vb.duty('manager')
       AND NOT EXISTS (SELECT FROM people_childfile) AND NOT EXISTS (SELECT FROM disclosure_delivery)
       AND NOT EXISTS (SELECT FROM disclosure_familydelivery)
"""
OPEN_TABLES = """
    SELECT count(*) = 0 FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped
       AND a.attname IN ('child_file_id', 'child_ref') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
"""
FLOORS = {15: 150014, 16: 160010, 17: 170006}  # CVE-2025-8713: statistics past policies


@register(Tags.database)
def check_roles(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Compare the connected role with what the running system may be.

    The role that migrates is let through: it owns nothing itself and runs no web.
    """
    return [
        message
        for alias in databases or ()
        if connections[alias].vendor == "postgresql"
        for message in _check_connection(alias)
    ]


def _check_connection(alias: str) -> list[CheckMessage]:
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT session_user, r.rolsuper, r.rolbypassrls, r.rolcreaterole, "
            "EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid), "
            "current_setting('server_version_num')::int "
            "FROM pg_roles r WHERE r.rolname = session_user",
        )
        name, superuser, bypasses, makes_roles, owns, version = cursor.fetchone()
    if name == MIGRATING:
        return []
    messages: list[CheckMessage] = []
    if superuser or bypasses or makes_roles:
        messages.append(
            Error(f"{alias}: {name} may step over the row policies.", id="varjebarn.E001"),
        )
    if owns:
        messages.append(Error(f"{alias}: {name} owns tables.", id="varjebarn.E002"))
    if version < FLOORS.get(version // 10000, 150014):
        messages.append(
            Error(f"{alias}: PostgreSQL is older than the safe floor.", id="varjebarn.E003"),
        )
    if alias == RUNNING and not messages and not _wall_answers(alias):
        messages.append(Error(f"{alias}: the second wall does not answer.", id="varjebarn.E004"))
    return messages


def _wall_answers(alias: str) -> bool:
    """Whether nobody acting sees nothing, an unknown login is refused as one, and no table is open.

    A half-made installation fails closed and silently: a function that is missing is found here.
    """
    is_closed = False
    try:
        with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
            cursor.execute(NOBODY)
            is_closed = cursor.fetchone() == (True,)
            cursor.execute(OPEN_TABLES)
            is_closed = is_closed and cursor.fetchone() == (True,)
            cursor.execute("SELECT FROM vb.enter(%s, NULL)", [secrets.token_hex(32)])
    except DatabaseError as error:
        return is_closed and getattr(error.__cause__, "sqlstate", None) == INVALID_AUTHORIZATION
    return False
