"""Alva's story told to its end, and Viggo before his first step, for the pages of staff."""

from django.utils import timezone

from varjebarn.ops.world.alva import tell_beginning
from varjebarn.ops.world.alva_plan import tell_plan
from varjebarn.ops.world.children import open_alva, open_viggo
from varjebarn.ops.world.hiring import hire_staff
from varjebarn.ops.world.logins import People
from varjebarn.ops.world.story import Story


def build() -> dict[str, object]:
    people, on = People(), timezone.localdate()
    hire_staff(people)
    alva = open_alva(people, on)
    story = Story(people=people, file=alva, on=on)
    tell_beginning(story)
    tell_plan(story)
    viggo = open_viggo(people, on)
    return {"persons": people.persons, "alva": alva, "viggo": viggo}
