"""The first page for somebody who is logged in: no door leads to a page that is not there."""

import re

import pytest

from tests.world.browsing import browser_of
from tests.world.cast import people_of, two_children

pytestmark = pytest.mark.world.with_args(two_children)


def test_who_is_logged_in_sees_only_the_doors_that_lead_somewhere(world: dict[str, object]) -> None:
    people, shown = people_of(world), {}
    for who in ("principal", "guardian", "child"):
        html = browser_of(people, who).get("/").content.decode()
        shown[who] = (re.findall(r'data-door="([^"]+)"', html), "Du är inloggad som" in html)

    assert shown == {
        "principal": (["staff", "county"], True),
        "guardian": (["child", "parent", "county"], True),
        "child": (["child", "parent", "county"], True),
    }
