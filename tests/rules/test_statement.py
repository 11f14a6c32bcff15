"""The accessibility statement has all that Digg requires, or is not published."""

import pytest

from varjebarn.kernel.decisions import ALLOWED
from varjebarn.organisations.reasons import Reason
from varjebarn.organisations.statement import (
    COMPLAINT,
    Item,
    Statement,
    may_be_published,
    missing_items,
)

WHOLE = dict.fromkeys(Item, "Sagt.") | {Item.COMPLAINT: f"Anmäl till Digg: {COMPLAINT}"}


@pytest.mark.rule("R48", case="allows")
def test_with_eleven_items_it_is_published() -> None:
    assert len(Item) == 11
    assert may_be_published(Statement(words=WHOLE)) == ALLOWED


@pytest.mark.rule("R48", case="refuses")
@pytest.mark.parametrize("item", Item)
@pytest.mark.parametrize("words", ["", " "])
def test_without_any_one_of_them_it_is_not(item: Item, words: str) -> None:
    statement = Statement(words=WHOLE | {item: words})

    assert missing_items(statement) == (item,)
    assert may_be_published(statement).reason is Reason.STATEMENT_LACKS_ITEM


@pytest.mark.rule("R48", case="refuses")
def test_without_the_way_to_digg_it_is_not() -> None:
    statement = Statement(words=WHOLE | {Item.COMPLAINT: "Säg till Digg."})

    assert may_be_published(statement).reason is Reason.STATEMENT_LACKS_ITEM
