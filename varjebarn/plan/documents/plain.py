"""Frozen values to plain JSON and back, led by their types: one pair for every document.

A field that is None is left out, so that what a copy was not given leaves no gap in it.
"""

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin
from uuid import UUID


def to_plain(value: Any) -> Any:
    """Give the JSON of a value: texts, numbers, booleans, lists and objects."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_plain(found)
            for field in fields(value)
            if (found := getattr(value, field.name)) is not None
        }
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return value


def from_plain(kind: Any, plain: Any) -> Any:
    """Read a value of a type back. Raises KeyError, TypeError or ValueError when the JSON does not fit."""
    kind, is_optional = _without_none(kind)
    if plain is None and is_optional:
        return None
    if get_origin(kind) is tuple:
        return tuple(from_plain(get_args(kind)[0], item) for item in plain)
    if is_dataclass(kind):
        return _dataclass(typing.cast("type", kind), plain)
    if issubclass(kind, StrEnum | UUID):
        return kind(plain)
    if issubclass(kind, date):
        return date.fromisoformat(plain)
    if not isinstance(plain, kind):
        raise TypeError("the document does not fit its schema")
    return plain


def _dataclass(kind: type, plain: Mapping[str, Any]) -> Any:
    """Read one object. Unknown keys are left aside: a later schema may have added them."""
    return kind(
        **{
            name: from_plain(hint, plain.get(name) if is_optional else plain[name])
            for name, (hint, is_optional, has_default) in _fields(kind).items()
            if name in plain or not has_default
        },
    )


@cache
def _fields(kind: type) -> dict[str, tuple[Any, bool, bool]]:
    """Give each field's type, whether it may be None, and whether it has a default."""
    hints = typing.get_type_hints(kind)
    return {
        field.name: (
            hints[field.name],
            _without_none(hints[field.name])[1],
            field.default is not MISSING,
        )
        for field in fields(kind)
    }


def _without_none(kind: Any) -> tuple[Any, bool]:
    if get_origin(kind) in {Union, types.UnionType}:
        rest = [item for item in get_args(kind) if item is not type(None)]
        return rest[0], True
    return kind, False
