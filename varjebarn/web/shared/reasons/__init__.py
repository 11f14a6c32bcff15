"""A rule's reason as a sentence that a person can be told.

Each module of this package is named after a domain app and holds one or more dicts whose names
end with SENTENCES, from the members of that app's reasons to lazy Swedish sentences. Reasons of
two apps may have the same value, so a sentence is found by class and value together.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext as _

Key = tuple[str, str, str]


def _key(reason: StrEnum) -> Key:
    kind = type(reason)
    return kind.__module__, kind.__qualname__, reason.value


def _collected() -> Iterator[tuple[Key, Promise]]:
    for module in pkgutil.iter_modules(__path__):
        content = vars(importlib.import_module(f"{__name__}.{module.name}"))
        for name, sentences in content.items():
            if name.endswith("SENTENCES"):
                for reason, words in sentences.items():
                    yield _key(reason), words


@cache
def _sentences() -> dict[Key, Promise]:
    return dict(_collected())


def has_sentence(reason: StrEnum) -> bool:
    """Whether somebody has written what to say; the consistency test asks for every reason."""
    return _key(reason) in _sentences()


def sentence(reason: StrEnum) -> str:
    """Say a reason in the language of the page."""
    words = _sentences().get(_key(reason))
    return str(words) if words is not None else _("Det går inte att göra det här just nu.")
