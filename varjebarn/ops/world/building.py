"""Builds the demo world: the cast and their stories at once, the further children after them."""

from datetime import date

from varjebarn.database.accounts import person_of
from varjebarn.ops.world import neighbours
from varjebarn.ops.world.alva import tell_beginning
from varjebarn.ops.world.alva_plan import tell_plan
from varjebarn.ops.world.bilal import tell_bilal
from varjebarn.ops.world.children import open_alva, open_bilal, open_viggo
from varjebarn.ops.world.county import tell_county
from varjebarn.ops.world.county_annual import tell_annual
from varjebarn.ops.world.county_bodies import tell_bodies
from varjebarn.ops.world.county_decided import tell_decided
from varjebarn.ops.world.county_meetings import tell_meetings
from varjebarn.ops.world.county_papers import tell_papers
from varjebarn.ops.world.hiring import hire_staff
from varjebarn.ops.world.logins import People
from varjebarn.ops.world.nellie import open_nellie
from varjebarn.ops.world.reviewing import tell_leave, tell_reviews
from varjebarn.ops.world.signes_two import open_tilda, open_yusuf
from varjebarn.ops.world.small_child import open_tove
from varjebarn.ops.world.story import Story
from varjebarn.organisations.cast import cast

FIRST, LAST = "principal", "second-child"
"""Whose accounts are made first and last: with the last one, the cast is ready."""


class HalfAWorld(Exception):  # noqa: N818 - what was found
    """An earlier build was interrupted: nothing can be taken away, so one begins again."""


def build_cast(on: date) -> bool:
    """Make the cast and their stories; False when they are there already."""
    if person_of(cast()[LAST].email) is not None:
        return False
    if person_of(cast()[FIRST].email) is not None:
        raise HalfAWorld
    people = People()
    hire_staff(people)
    alva = Story(people=people, file=open_alva(people, on), on=on)
    tell_beginning(alva)
    tell_plan(alva)
    bilal = open_bilal(people, on)
    tell_bilal(people, bilal, on)
    neighbours.open_ulfs_and_ullas(people, on)
    neighbours.open_milo(people, on)
    neighbours.open_hampus(people, on)
    open_tove(people, on)
    open_nellie(people, on)
    open_yusuf(people, on)
    open_tilda(people, on)
    tell_leave(people, on)
    tell_reviews(people)
    tell_county(people, on)
    tell_decided(people, on)
    tell_meetings(people, on)
    tell_papers(people, on)
    tell_bodies(people, on)
    tell_annual(people, on)
    open_viggo(people, on)
    return True
