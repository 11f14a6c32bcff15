"""What a test says when the second wall's no is silence: something is there, and nothing of it is seen."""

from collections.abc import Sized


def assert_hidden(*, there: Sized | int, seen: Sized | int) -> None:
    """Fail unless something is there to leak, and none of it is seen: rows, or how many."""
    assert _number(there) > 0, "nothing is there that could have been seen"
    assert _number(seen) == 0, f"seen from outside: {seen}"


def _number(found: Sized | int) -> int:
    return found if isinstance(found, int) else len(found)
