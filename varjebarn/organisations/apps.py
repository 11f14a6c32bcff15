"""Organisations as a Django app."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Holds who exists, apart from children as units know them."""

    name = "varjebarn.organisations"
