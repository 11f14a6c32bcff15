"""Alva's journey without JavaScript."""

from collections.abc import Callable

import pytest

from tests.journeys.alva import a_concern_becomes_a_plan_that_everybody_shares
from tests.journeys.traveller import Traveller
from tests.world.cast import two_children

pytestmark = pytest.mark.world.with_args(two_children)


@pytest.fixture
def javascript() -> bool:
    return False


def test_the_same_clicks_and_words_without_scripts(
    travellers: Callable[[str], Traveller],
) -> None:
    assert a_concern_becomes_a_plan_that_everybody_shares(travellers) == []
