"""The log as a Django app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Holds the tables of the log; everybody else knows only `record`."""

    name = "varjebarn.audit"
