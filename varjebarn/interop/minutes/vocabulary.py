"""The word lists that minutes are read with, from `data/`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_LABEL_WORDS = 5


@cache
def words(part: str, key: str) -> tuple[str, ...]:
    """Give one list of `words.toml`, the longest first, in lower case where it is matched so."""
    return tuple(sorted(_data("words.toml")[part][key], key=len, reverse=True))


@cache
def in_order(part: str, key: str) -> tuple[str, ...]:
    """Give one list of `words.toml` as it stands there: the months, the days of the week."""
    return tuple(_data("words.toml")[part][key])


@cache
def label_kinds() -> Mapping[str, str]:
    """Give each label of a head, in lower case, with its kind."""
    labels: dict[str, list[str]] = _data("words.toml")["labels"]
    return {label: kind for kind, some in labels.items() for label in some}


@lru_cache(maxsize=4096)
def label_kind(label: str, *, in_head: bool) -> str | None:
    """Give what a label is for, or None. In a head it may be worded in other ways than the list's."""
    plain = re.sub(r"\s*\([^)]*\)\s*$", "", label.casefold())
    plain = re.sub(r"\s+", " ", plain).strip(" .–-:")
    kind = label_kinds().get(plain)
    if kind or not in_head or len(plain.split()) > _LABEL_WORDS or re.search(r"\d|^$", plain):
        return kind
    begins: dict[str, list[str]] = _data("words.toml")["label_begins"]
    return next((kind for kind, some in begins.items() if plain.startswith(tuple(some))), None)


@cache
def places() -> frozenset[str]:
    """Give all municipalities, as written."""
    some: dict[str, list[str]] = _data("places.toml")["municipalities"]
    return frozenset(name for names in some.values() for name in names)


@cache
def regions() -> tuple[str, ...]:
    """Give what may follow the word Region, the longest first."""
    return tuple(sorted(_data("places.toml")["regions"]["names"], key=len, reverse=True))


@cache
def first_names() -> frozenset[str]:
    """Give common first names."""
    return frozenset(_data("names.toml")["first"].split())


@cache
def any_of(part: str, key: str) -> re.Pattern[str]:
    """Match any of a list as whole words, whatever the case."""
    return one_of(words(part, key))


def one_of(some: Iterable[str]) -> re.Pattern[str]:
    """Match any of some phrases as whole words, whatever the case and the number of spaces.

    A star in a phrase is any one word.
    """
    each = (re.escape(phrase).replace(r"\ ", r"\s+").replace(r"\*", r"[\w-]+") for phrase in some)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(each)})(?![\w-])", re.IGNORECASE)


@cache
def _data(name: str) -> dict[str, Any]:
    source = files("varjebarn.interop.minutes").joinpath("data", name)
    return tomllib.loads(source.read_text(encoding="utf-8"))
