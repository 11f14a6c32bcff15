"""`migrate` for both connections, then every app's rights and policies."""

from typing import Any

from django.core.management.commands.migrate import Command as Migrate

from varjebarn.database.apply import apply_sql, grant_login


class Command(Migrate):
    """Migrates the tables of the domain and of the logins, then applies the second wall."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Run both migrations as the role that may change the schema."""
        for alias in ("default", "login"):
            super().handle(*args, **{**options, "database": alias})
        apply_sql()
        grant_login()
