"""The practice model that this county works by now; a plan keeps the version it began with."""

from django.utils.translation import get_language

from varjebarn.practice.queries import latest_model
from varjebarn.practice.values import PracticeModel

COUNTY_MODEL = "kronobarn"


def county_model() -> PracticeModel:
    """Read the version that new work begins with."""
    return latest_model(COUNTY_MODEL)


def language() -> str:
    """Give the language that a page is written in."""
    return get_language() or "sv"
