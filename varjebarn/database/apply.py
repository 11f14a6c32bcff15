"""Applies the SQL of every app after each migrate: functions, rights and row policies.

The newest text wins and today's policy is read in one place. A table whose app forgot it has no
rights granted, so forgetting fails closed.
"""

import time
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import OperationalError, connections, transaction

ATTEMPTS = 20


def sql_files() -> Iterator[Path]:
    """Give the SQL files in order: the actor first, then each app as settings list them."""
    yield from sorted((Path(__file__).parent / "sql").glob("*.sql"))
    for app in apps.get_app_configs():
        if not app.name.startswith("varjebarn."):
            continue
        one = Path(app.path) / "rls.sql"
        if one.exists():
            yield one
        yield from sorted((Path(app.path) / "rls").glob("*.sql"))
    yield from sorted((Path(__file__).parent / "sql_last").glob("*.sql"))


def apply_sql(alias: str = "default") -> None:
    """Apply every file in one transaction, giving way to open readers and trying again.

    Policy changes wait behind any open transaction; a short lock timeout keeps them from
    stopping everybody else meanwhile.
    """
    for attempt in range(ATTEMPTS):
        try:
            _apply_once(alias)
        except OperationalError:
            if attempt == ATTEMPTS - 1:
                raise
            time.sleep(0.5)
        else:
            return


def _apply_once(alias: str) -> None:
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '2s'")
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('varjebarn.apply_sql'))")
        for path in sql_files():
            cursor.execute("SET LOCAL ROLE vb_owner")
            # No parameters: psycopg sends the whole file as one simple query.
            cursor.execute(path.read_text(encoding="utf-8"))


def grant_login(alias: str = "login") -> None:
    """Let the log-in role use the tables of schema `login`, and nobody else."""
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        cursor.execute(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA login TO vb_login",
        )
