"""What is printed says that it may hold secrets where it may, and not on the county's open pages."""

import pytest
from django.urls import reverse

from varjebarn.ops.world.logins import People

from tests.world.browsing import browser_of, words_of
from tests.world.cast import people_of
from tests.world.steering_group import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("fresh_database")]

SECRETS = "Här kan stå uppgifter som skyddas av sekretess."


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.mark.parametrize("page", ["county:overview", "county:decisions"])
def test_the_countys_pages_hold_no_secret(people: People, page: str) -> None:
    shown = words_of(browser_of(people, "process-leader").get(reverse(page)))

    assert ("Utskrivet" in shown, SECRETS in shown) == (True, False)


def test_a_page_with_children_says_so(people: People) -> None:
    shown = words_of(browser_of(people, "principal").get(reverse("staff:day")))

    assert ("Utskrivet" in shown, SECRETS in shown) == (True, True)
