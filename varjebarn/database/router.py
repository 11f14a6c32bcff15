"""Which tables live behind which role: logins in schema `login`, everything else in `public`."""

from typing import Any

LOGIN_APPS = frozenset({"auth", "contenttypes", "sessions", "account", "mfa", "usersessions"})


class LoginRouter:
    """Sends the tables of logins to the connection that is `vb_login`, the rest to `vb_app`."""

    def db_for_read(self, model: Any, **_hints: Any) -> str:
        """Name the connection to read from."""
        return "login" if model._meta.app_label in LOGIN_APPS else "default"  # noqa: SLF001 - Django's own name

    db_for_write = db_for_read

    def allow_relation(self, one: Any, other: Any, **_hints: Any) -> bool:
        """Two tables may point at each other only behind the same role."""
        return self.db_for_read(one) == self.db_for_read(other)

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool:
        """Each table is made once, in its own schema."""
        return (db == "login") == (app_label in LOGIN_APPS)
