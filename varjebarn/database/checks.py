"""Refuses to start on a role that could step over the row policies."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

MIGRATING = "vb_migrate"
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
    return messages
