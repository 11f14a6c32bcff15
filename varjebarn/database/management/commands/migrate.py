"""`migrate` for both connections, then every app's rights and policies."""

from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db import connections
from django.db.migrations.loader import MigrationLoader

from varjebarn.database.apply import apply_sql, grant_login
from varjebarn.database.router import LOGIN_APPS


class Command(Migrate):
    """Migrates the tables of the domain and of the logins, then applies the second wall."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Run both migrations as the role that may change the schema."""
        super().handle(*args, **{**options, "database": "default"})
        if options["app_label"]:
            super().handle(*args, **{**options, "database": "login"})
        else:
            # Only the logins' own: each of the others would be walked through to make nothing.
            for label in self._of_logins():
                super().handle(*args, **{**options, "database": "login", "app_label": label})
        apply_sql()
        grant_login()

    def _of_logins(self) -> list[str]:
        migrated = MigrationLoader(connections["login"]).migrated_apps
        return sorted(LOGIN_APPS & migrated)
