"""Alva's journey with JavaScript, axe on every page."""

from collections.abc import Callable

import pytest

from tests.journeys.alva import PICTURES, a_concern_becomes_a_plan_that_everybody_shares
from tests.journeys.traveller import Traveller
from tests.world.cast import two_children

pytestmark = pytest.mark.world.with_args(two_children)


@pytest.fixture
def javascript() -> bool:
    return True


@pytest.mark.rule("R48", case="allows")
def test_the_whole_way_and_nothing_for_axe_or_the_console_to_say(
    travellers: Callable[[str], Traveller], pytestconfig: pytest.Config
) -> None:
    pictures = PICTURES if pytestconfig.getoption("--pictures") else None

    assert a_concern_becomes_a_plan_that_everybody_shares(travellers, pictures) == []
