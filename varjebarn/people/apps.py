"""People as a Django app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Holds children as units know them; there is no county-wide table of children."""

    name = "varjebarn.people"
