"""The county's side holds no child: no key leads to one, and a search finds nothing about one."""

import re

import psycopg
import pytest
from django.utils import timezone

from varjebarn.ops.world.children import open_alva, open_bilal
from varjebarn.steering.queries import searching as searching_queries
from varjebarn.steering.queries.searching import STATEMENT

from tests.world.cast import people_of
from tests.world.steering_group import GROUP, build


def both_sides() -> dict[str, object]:
    """The steering group's year, and two children who are known at a school and by a nurse."""
    world = build()
    for open_one in (open_alva, open_bilal):
        open_one(people_of(world), timezone.localdate())
    return world


pytestmark = [pytest.mark.world.with_args(both_sides), pytest.mark.usefixtures("fresh_database")]

MAY_POINT_AT = {"organisations_organisation", "organisations_person", "organisations_workplace"}
"""What the county's tables may name besides each other: who works where, and for whom."""
KEYS = (
    "SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint "
    "WHERE contype = 'f' AND connamespace = 'public'::regnamespace"
)


def test_no_key_leads_from_the_county_to_a_child_or_back(owner: psycopg.Connection) -> None:
    keys = owner.execute(KEYS).fetchall()
    out = {there for here, there in keys if here.startswith("steering_")}
    back = {here for here, there in keys if there.startswith("steering_")}

    assert len(keys) > 50
    assert {there for there in out if not there.startswith("steering_")} <= MAY_POINT_AT
    assert {here for here in back if not here.startswith("steering_")} == set()


def test_no_column_is_named_as_what_is_about_a_child(owner: psycopg.Connection) -> None:
    about = "(child_file|child_ref|^unit|born|identi|guardian|person_ref|consent|diagnos)"
    query = (
        "SELECT table_name, column_name FROM information_schema.columns "
        "WHERE table_schema = 'public' AND table_name {} 'steering_%%' AND column_name ~ %s"
    )

    assert len(owner.execute(query.format("NOT LIKE"), [about]).fetchall()) > 50
    assert owner.execute(query.format("LIKE"), [about]).fetchall() == []


def test_the_search_names_the_countys_tables_alone() -> None:
    named = set(re.findall(r"(?:FROM|JOIN) ([a-z]+_[a-z]+)\b", STATEMENT))

    assert len(named) > 8
    assert {name for name in named if not name.startswith("steering_")} <= MAY_POINT_AT


def test_the_search_finds_nothing_about_a_child(
    owner: psycopg.Connection, world: dict[str, object]
) -> None:
    """Whoever asks, and whatever of a child's they may read elsewhere."""
    people = people_of(world)
    there = owner.execute("SELECT given_name, family_name FROM people_childfile").fetchall()
    names = {word for row in there for word in row if word}

    assert len(names) >= 3, "there is something to leak"
    for slug in ("principal", "nurse", "process-leader"):
        with people.acting(slug) as actor:
            today = timezone.localdate()
            found = [searching_queries.search_work(actor, name, on=today).count for name in names]
            control = searching_queries.search_work(actor, GROUP, on=today).count
        assert found == [0] * len(names), slug
        assert control > 0, slug
