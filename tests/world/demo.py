"""The demo's own world as a world of tests: the cast with their stories, and a few further children."""

from datetime import date

from varjebarn.ops.world.building import build_cast
from varjebarn.ops.world.crowd import make_crowd

FURTHER_PER_SCHOOL = 2


def told_cast() -> dict[str, object]:
    """The cast, their stories and the county's, and two further children in each school."""
    made = build_cast(date.today())
    further = make_crowd(date.today(), per_school=FURTHER_PER_SCHOOL)
    return {"made": made, "further": further}
