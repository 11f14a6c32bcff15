"""A year with a note that nobody but members may read, and an older one that is published."""

from datetime import timedelta

from django.utils import timezone

from varjebarn.ops.world.logins import People
from varjebarn.steering import commands
from varjebarn.steering.annual import Heading

from tests.world.cast import people_of
from tests.world.steering_group import WAITED, build

NOTE = "Kanariefågelns anteckning om barnfullmäktige."
OLDER = {
    "report": {
        "title": "Årsrapport",
        "about": "Kronobergs län.",
        "written": "2020-12-31",
        "chapters": [],
    }
}


def noted_year() -> dict[str, object]:
    """The steering group's year, with a note about the children's part in it."""
    world = build()
    people: People = people_of(world)
    today = timezone.localdate()
    year = (today - timedelta(days=WAITED)).year
    with people.acting("process-leader") as petra:
        commands.write_annual_note(
            petra, year=year, section=Heading.CHILDREN, text=NOTE, today=today
        )
        commands.publish_annual_report(
            petra,
            year=year - 1,
            content={"report": OLDER["report"], "presidium": OLDER["report"]},
            text="Årsrapport med en publicerad nyckelpiga.",
            today=today,
        )
    return {**world, "year": year, "note": NOTE}
