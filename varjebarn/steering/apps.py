"""Steering as a Django app."""

from django.apps import AppConfig


class SteeringConfig(AppConfig):
    """Holds meetings, decisions, report-backs and agreements. Nothing about a child."""

    name = "varjebarn.steering"
