"""The word lists that minutes are read with, from `data/`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


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
    """Match any of some phrases as whole words, whatever the case and the number of spaces."""
    each = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in some)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(each)})(?![\w-])", re.IGNORECASE)


@cache
def _data(name: str) -> dict[str, Any]:
    source = files("varjebarn.interop.minutes").joinpath("data", name)
    return tomllib.loads(source.read_text(encoding="utf-8"))
