"""What somebody asks for: a page of a list, and since when."""

from collections.abc import Mapping
from datetime import datetime

from varjebarn.steering.queries import Window

ON_A_PAGE, MOST_ON_A_PAGE, MOST_PAGES = 100, 100, 1_000_000


class BadQuestionError(Exception):
    """A page or a moment that nobody could answer; says which."""


def window_of(asked: Mapping[str, str]) -> tuple[Window, int]:
    """Read `page`, `limit` and the moments (RFC 3339 with an offset). Answers the window and the page."""
    most = _number(asked, "limit", default=ON_A_PAGE, highest=MOST_ON_A_PAGE)
    page = _number(asked, "page", default=1, highest=MOST_PAGES)
    window = Window(
        first=(page - 1) * most,
        most=most,
        created_since=_moment(asked, "created_since"),
        created_until=_moment(asked, "created_until"),
        modified_since=_moment(asked, "modified_since"),
        modified_until=_moment(asked, "modified_until"),
    )
    return window, page


def _number(asked: Mapping[str, str], name: str, *, default: int, highest: int) -> int:
    said = asked.get(name, "")
    if not said:
        return default
    if not (said.isascii() and said.isdigit()) or not 1 <= int(said[:12]) <= highest:
        raise BadQuestionError(name)
    return int(said)


def _moment(asked: Mapping[str, str], name: str) -> datetime | None:
    said = asked.get(name, "")
    if not said:
        return None
    try:
        # A plus that nobody escaped has come as a space.
        found = datetime.fromisoformat(said.replace(" ", "+"))
    except ValueError:
        raise BadQuestionError(name) from None
    if found.tzinfo is None:
        raise BadQuestionError(name)
    return found
