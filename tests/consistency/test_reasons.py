"""Every reason a rule may give has a sentence, in Swedish and in English (design.md 8)."""

import importlib
from enum import StrEnum
from pathlib import Path

import pytest
from django.utils import translation

from varjebarn.web.shared.reasons import has_sentence, sentence

PACKAGE = Path(__file__).resolve().parents[2] / "varjebarn"


def rule_modules() -> list[str]:
    """Name each app's rules, a module or a package of modules."""
    paths = [*PACKAGE.glob("*/rules.py"), *PACKAGE.glob("*/rules/*.py")]
    names = (path.relative_to(PACKAGE.parent).with_suffix("") for path in sorted(paths))
    return [".".join(name.parts).removesuffix(".__init__") for name in names]


def reasons() -> list[StrEnum]:
    found = {
        (kind.__module__, kind.__qualname__): kind
        for module in rule_modules()
        for kind in vars(importlib.import_module(module)).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind.__name__.endswith("Reason")
    }
    return [reason for kind in found.values() for reason in kind]


def label(reason: StrEnum) -> str:
    return f"{type(reason).__module__}.{type(reason).__name__}.{reason.name}"


@pytest.mark.skipif(not rule_modules(), reason="no app has rules yet")
def test_every_reason_has_a_sentence() -> None:
    assert [label(reason) for reason in reasons() if not has_sentence(reason)] == []


def test_every_sentence_is_said_differently_in_english() -> None:
    same = []
    for reason in filter(has_sentence, reasons()):
        with translation.override("sv"):
            swedish = sentence(reason)
        with translation.override("en-gb"):
            english = sentence(reason)
        if swedish == english:
            same.append(label(reason))

    assert same == []
