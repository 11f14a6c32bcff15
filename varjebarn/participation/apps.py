"""Participation as a Django app."""

from django.apps import AppConfig


class ParticipationConfig(AppConfig):
    """Holds views: a child's words are kept as the child gave them."""

    name = "varjebarn.participation"
