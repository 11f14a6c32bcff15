"""The app of what comes from, and goes to, other systems and papers."""

from django.apps import AppConfig


class InteropConfig(AppConfig):
    """No tables of its own."""

    name = "varjebarn.interop"
