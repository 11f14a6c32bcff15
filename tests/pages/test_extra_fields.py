"""Forms posted with every column there is: nothing but the form's own fields is read (T13)."""

import pytest

from tests.commands.plan_story import published, story_of
from tests.world.browsing import browser_of

pytestmark = [pytest.mark.world.with_args(published), pytest.mark.usefixtures("own_database")]

COLUMNS = """
    SELECT DISTINCT column_name::text FROM information_schema.columns WHERE table_schema = 'public'
"""
VARYING = {"id", "public_id", "ref", "submission_ref"}
CASES = {
    "plan_need": (
        "principal",
        "behov/",
        {
            "need": "Ro i matsalen",
            "dimension": "safe",
            "wording": "",
            "how_seen": "",
            "child_wording": "",
        },
    ),
    "plan_disagreement": ("principal", "annorlunda/", {"whose": "Karin", "text": "Senare."}),
    "plan_plan": ("principal", "varfor/", {"why": "Alva ska ha ro."}),
}


@pytest.fixture
def story(world):
    return story_of(world)


def newest(owner, table):
    """The table's newest row, less its keys and moments."""
    (row,) = owner.execute(f"SELECT to_jsonb(t) FROM {table} t ORDER BY id DESC LIMIT 1").fetchone()
    return {
        name: value
        for name, value in row.items()
        if name not in VARYING and not str(name).endswith("_at")
    }


def posted(story, owner, table, more):
    slug, page, fields = CASES[table]
    with story.people.acting("principal") as lena:
        address = f"/personal/plan/{story.plan(lena).public_id}/{page}"
    answer = browser_of(story.people, slug).post(address, more | fields)
    assert answer.status_code == 302, answer.content.decode()
    return newest(owner, table)


@pytest.mark.parametrize("table", CASES)
def test_a_column_that_is_posted_changes_nothing(story, owner, table):
    _slug, _page, fields = CASES[table]
    columns = {row[0] for row in owner.execute(COLUMNS).fetchall()} - set(fields)
    planted = dict.fromkeys(columns, "1") | {f"{name}_id": "1" for name in ("unit", "child_file")}
    assert {"unit_id", "protection", "custody", "state", "version"} <= planted.keys()

    plain = posted(story, owner, table, {})
    planted_row = posted(story, owner, table, planted)

    assert planted_row == plain
