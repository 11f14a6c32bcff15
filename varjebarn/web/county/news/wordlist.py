"""The public list of words: read once from data. Each page that uses them shows its own below."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from varjebarn.web.shared.county import Words

SOURCE = Path(__file__).parent / "words.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word: what it means in plain language, its short form, and what it is mixed up with.

    `pages` names the views that use it.
    """

    key: str
    name: str
    short: str
    meaning: Words
    same_as: tuple[str, ...]
    not_same: tuple[Words, ...]
    pages: frozenset[str]


@cache
def terms() -> tuple[Term, ...]:
    """Give all words in the order of the Swedish alphabet."""
    table = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    found = [
        Term(
            key=word["key"],
            name=word["name"],
            short=word.get("short", ""),
            meaning=Words(sv=word["sv"], en=word["en"]),
            same_as=tuple(word.get("same_as", ())),
            not_same=tuple(Words(sv=sv, en=en) for sv, en in word.get("not_same", ())),
            pages=frozenset(word.get("pages", ())),
        )
        for word in table["word"]
    ]
    return tuple(sorted(found, key=lambda term: _swedish(term.name)))


@cache
def terms_of(page: str) -> tuple[Term, ...]:
    """Give the words that a page uses, by the name of its view."""
    return tuple(term for term in terms() if page in term.pages)


_ALPHABET: Mapping[str, str] = {"å": "{a", "ä": "{b", "ö": "{c"}
"""The last three letters, where they stand: after z."""


def _swedish(name: str) -> str:
    return "".join(_ALPHABET.get(letter, letter) for letter in name.casefold())
