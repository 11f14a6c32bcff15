"""The plan app."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """Plans, their parts and their published versions."""

    name = "varjebarn.plan"
