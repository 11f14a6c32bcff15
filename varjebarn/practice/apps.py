"""Practice as a Django app."""

from django.apps import AppConfig


class PracticeConfig(AppConfig):
    """Holds the published versions of practice models."""

    name = "varjebarn.practice"
