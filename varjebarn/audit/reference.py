"""Loads how logs are reviewed, from the shipped data, for the database to read."""

import tomllib
from pathlib import Path

from varjebarn.audit.models import ReviewPolicy

DATA = Path(__file__).parent / "data" / "review.toml"


def load_review_policy() -> None:
    """Write each area's policy; the newest data wins."""
    with DATA.open("rb") as file:
        policies = tomllib.load(file)["policy"]
    for policy in policies:
        area = policy.pop("area")
        ReviewPolicy.objects.update_or_create(area=area, defaults=policy)
