"""The database as a Django app: its checks are registered when Django starts."""

from django.apps import AppConfig


class DatabaseConfig(AppConfig):
    """Registers the checks that refuse to start on the wrong role."""

    name = "varjebarn.database"

    def ready(self) -> None:
        """Register the system checks."""
        from varjebarn.database import checks  # noqa: F401, PLC0415 - registering needs the apps
