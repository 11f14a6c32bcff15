"""The units that may have something to do with a child here; the county's own work has nothing to."""

from varjebarn.kernel.actors import Actor
from varjebarn.organisations.queries import UnitLine, units_near

COUNTY_WORK = "county"


def units_around(actor: Actor) -> list[UnitLine]:
    """List the units near that work with children, the acting one included."""
    return [unit for unit in units_near(actor) if unit.area != COUNTY_WORK]
