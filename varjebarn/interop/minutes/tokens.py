"""What the words of an attendance list are: names, organisations, roles."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from varjebarn.interop.minutes.vocabulary import first_names, places, regions, words

_LONGEST = 6
_WHOLE_NAME = 2
_LONG_WORD = 12
_ACRONYM = re.compile(r"^[A-ZÅÄÖ]{2,6}(?:[/-][A-ZÅÄÖ]{2,6})*$")
_CAPITAL = re.compile(r"^[A-ZÅÄÖÉÜØ][\w'’´-]*\.?$")
_INITIAL = re.compile(r"^[A-ZÅÄÖ]\.?$")
_TRIM = " .:–—-\"”'"


class Kind(StrEnum):
    """What some words are."""

    NAME = "name"
    ORGANISATION = "organisation"
    ROLE = "role"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """Some words that belong together. `is_first`: they begin a part between commas."""

    kind: Kind
    text: str
    is_first: bool


def tokens(part: str, *, is_complete: bool = False) -> list[Token]:
    """Read one part of a list, between two commas. `is_complete`: what follows is the organisation.

    Then a place at its end belongs to the name: "Marianne Wik Lund, Gislaveds kommun".
    """
    some = part.split()
    if len(some) == 1 and some[0].islower() and _has_ending(some[0].strip(_TRIM)):
        return [Token(kind=Kind.ORGANISATION, text=some[0].strip(_TRIM), is_first=True)]
    found = list(_tokens(some))
    if is_complete and [one.kind for one in found] == [Kind.NAME, Kind.ORGANISATION]:
        name, place = found
        if place.text in places() and len(place.text.split()) == 1:
            return [replace(name, text=f"{name.text} {place.text}")]
    return found


def is_organisation(text: str) -> bool:
    """Whether all of a text is one organisation's name."""
    some = text.strip(_TRIM).split()
    if len(some) == 1 and _has_ending(some[0]):
        return True
    return bool(some) and _organisation(some, 0, name_so_far=_WHOLE_NAME) == len(some)


def is_principal(text: str) -> bool:
    """Whether an organisation is a municipality, a region or an authority, not a part of one."""
    plain = re.sub(r"\s+(?:kommuns?|stad)$", "", text)
    return (
        plain in places()
        or plain.removesuffix("s") in places()
        or plain.startswith(("Region ", "Polis"))
    )


def is_name(text: str) -> bool:
    """Whether a text is one whole name."""
    found = tokens(text)
    return (
        len(found) == 1 and found[0].kind is Kind.NAME and len(found[0].text.split()) >= _WHOLE_NAME
    )


def _tokens(some: Sequence[str]) -> Iterator[Token]:
    at, is_first = 0, True
    while at < len(some):
        kind, end = _next(some, at)
        text = " ".join(some[at:end]).strip(_TRIM if kind is not Kind.NAME else ' .:–—"”')
        if text:
            yield Token(kind=kind, text=text, is_first=is_first)
            is_first = False
        at = end


def _next(some: Sequence[str], at: int) -> tuple[Kind, int]:
    end = _organisation(some, at, name_so_far=0)
    if end > at:
        return Kind.ORGANISATION, end
    end = _role(some, at)
    if end > at:
        return Kind.ROLE, end
    end = _name(some, at)
    if end > at:
        return Kind.NAME, end
    return Kind.OTHER, at + 1


def _name(some: Sequence[str], at: int) -> int:
    """Give where a name that begins here ends; where a new first name follows a whole name, there."""
    end, count = at, 0
    while end < len(some):
        word = some[end].strip(",;")
        is_particle = (
            count > 0 and word.casefold() in words("people", "particles") and end + 1 < len(some)
        )
        if not is_particle and (
            not _CAPITAL.match(word) or word.casefold() in words("people", "not_names")
        ):
            break
        if count >= _WHOLE_NAME and not is_particle and _begins_anew(some, end):
            break
        if count and _organisation(some, end, name_so_far=count) > end:
            break
        if count and word.casefold() in _role_words():
            break
        end, count = end + 1, count + 1
        if word.endswith(".") and not _INITIAL.match(word):
            break  # a full stop
    return end


def _begins_anew(some: Sequence[str], at: int) -> bool:
    follows = at + 1 < len(some) and bool(_CAPITAL.match(some[at + 1]))
    return some[at] in first_names() and follows and not _INITIAL.match(some[at])


def _role(some: Sequence[str], at: int) -> int:
    """Give where a role that begins here ends. Small letters after it belong to it."""
    word = some[at].strip(_TRIM + ",").casefold()
    is_role = word in _role_words() or (
        len(word) > 5 and word.endswith(words("people", "role_endings"))  # noqa: PLR2004
    )
    if not is_role and not some[at][:1].islower():
        return at
    end = at + 1
    while end < len(some) and some[end][:1].islower() and not _is_named(some[end].strip(_TRIM)):
        end += 1
    return end


@cache
def _role_words() -> frozenset[str]:
    return frozenset(words("people", "roles"))


def _organisation(some: Sequence[str], at: int, *, name_so_far: int) -> int:
    """Give where an organisation that begins here ends, or `at`. The longest reading wins."""
    for end in range(min(len(some), at + _LONGEST), at, -1):
        text = " ".join(some[at:end]).strip(_TRIM + ",")
        if end == at + _WHOLE_NAME and _is_before_name(some, at):
            continue
        if name_so_far == 1 and not _is_clear(text):
            continue  # a surname must come first
        if _is_named(text) or (_is_place(text) and _place_is_meant(some, at, end, name_so_far)):
            return end
    return at


def _is_before_name(some: Sequence[str], at: int) -> bool:
    """Whether what follows a place of work is a person's first name: "Elevhälsan Siw Berg"."""
    follows = some[at + 2] if at + 2 < len(some) else ""
    return some[at + 1] not in places() and bool(_CAPITAL.match(follows)) and _has_ending(some[at])


def _is_clear(text: str) -> bool:
    return text.casefold() in _known() or bool(_ACRONYM.match(text)) or text.startswith("Region ")


def _is_named(text: str) -> bool:
    if not text:
        return False
    first, *rest = text.split()
    folded = text.casefold()
    if folded in _known() or _ACRONYM.match(text):
        return text.upper() not in {"OBS", "AB", "O", "TF", "VD", "IT"}
    if first in words("organisations", "heads") and rest:
        known = first != "Region" or any(" ".join(rest) == name for name in regions())
        return known or (len(rest) == 1 and bool(_CAPITAL.match(rest[0])))
    if rest and rest[-1].casefold() in words("organisations", "tails"):
        return _may_be_of([first, *rest[:-1]], rest[-1].casefold())
    if not rest:
        is_clear = _CAPITAL.match(first) is not None or len(first) > _LONG_WORD
        return is_clear and _has_ending(first)
    is_double = first.endswith("-") and rest[0] in {"och", "&"} and len(rest) == 2  # noqa: PLR2004 - "Barn- och ungdoms…"
    is_in_town = len(rest) == 1 and _is_in_town(first, rest[0])
    return is_in_town or (is_double and _has_ending(rest[1]))


def _is_in_town(kind: str, town: str) -> bool:
    """Whether two words are a kind of workplace and where it is: "BUP Huddinge", "Närhälsan Mölnlycke"."""
    if town in words("organisations", "heads"):
        return False
    is_kind = bool(_ACRONYM.match(kind)) or (bool(_CAPITAL.match(kind)) and _has_ending(kind))
    return (
        is_kind and bool(_CAPITAL.match(town)) and (town in places() or town not in first_names())
    )


def _may_be_of(some: Sequence[str], tail: str) -> bool:
    """Whether words before kommun, skola and the like are its name, and not also a person's."""
    if not all(_CAPITAL.match(word) for word in some):
        return False
    before = " ".join(some)
    if tail in {"kommun", "kommuns", "stad", "län"}:
        return len(some) == 1 or _is_place(before)
    return len(some) <= 2 and some[0] not in first_names()  # noqa: PLR2004


def _has_ending(word: str) -> bool:
    return any(
        len(word) > len(end) + 1 and word.casefold().endswith(end)
        for end in words("organisations", "endings")
    )


@cache
def _known() -> frozenset[str]:
    return frozenset(name.casefold() for name in words("organisations", "known"))


def _is_place(text: str) -> bool:
    return text in places() or (text.endswith("s") and text[:-1] in places())


def _place_is_meant(some: Sequence[str], at: int, end: int, name_so_far: int) -> bool:
    """Whether a place's name is the place: not Nora in "Nora Ek", nor Lund in "Karin Lund"."""
    if name_so_far:
        return name_so_far >= _WHOLE_NAME
    following = [word for word in some[end : end + 2] if _CAPITAL.match(word.strip(",;"))]
    return len(following) != 1 or end - at > 1 or is_organisation(following[0])
