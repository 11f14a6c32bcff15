"""Wellbeing as a Django app."""

from django.apps import AppConfig


class WellbeingConfig(AppConfig):
    """Holds signals and assessments: in words, strengths beside challenges, and never a score."""

    name = "varjebarn.wellbeing"
