"""What minutes call an organisation, set against those that the register knows."""

import re
from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")

_SAME = {
    "polisen": "polismyndigheten",
    "lnu": "linnéuniversitetet",
    "linneuniversitetet": "linnéuniversitetet",
}


def match_organisation(written: str | None, known: Mapping[str, T]) -> T | None:
    """Find the one organisation that is meant, or None. `known` is by name.

    "Växjö", "Växjö kommun" and "Markaryds kommun" are the municipality; nothing is guessed
    where two fit.
    """
    if not written:
        return None
    wanted = _plain(written)
    found = [value for name, value in known.items() if _plain(name) == wanted]
    return found[0] if len(found) == 1 else None


def _plain(name: str) -> str:
    plain = re.sub(r"\s+", " ", name.casefold()).strip()
    plain = _SAME.get(plain, plain)
    short = re.sub(r"\s+(?:kommuns?|stad)$", "", plain)
    return short.removesuffix("s") if short != plain or len(short.split()) == 1 else plain
