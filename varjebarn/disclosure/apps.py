"""Disclosure as a Django app."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """Holds consents, decisions to disclose, and the copies they make."""

    name = "varjebarn.disclosure"
