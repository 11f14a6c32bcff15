"""R50: what children and guardians read is easy as it stands, or has an easier sentence beside it.

Easy: no sentence of more than fifteen words, and of more than six words at most every third is long
(over six letters, as in LIX). Names that are filled in count as one short word.
"""

import re
from pathlib import Path

import pytest

from tests.consistency.test_templates import (
    WEB,
    catalogue,
    python_messages,
    template_messages,
)

LONGEST, SHORT_ENOUGH, LONG_WORD = 15, 6, 6
FILLED_IN = re.compile(r"%\(\w+\)[sd]")
FOLDERS = ("family",)


def family_messages() -> set[str]:
    found: set[str] = set()
    for folder in FOLDERS:
        for path in sorted((WEB / folder).rglob("*.html")):
            found |= set(template_messages(path.read_text(encoding="utf-8")))
        for path in sorted((WEB / folder).rglob("*.py")):
            found |= set(python_messages(Path(path).read_text(encoding="utf-8")))
    return found


def is_easy(words: str) -> bool:
    sentences = re.split(r"[.!?:]\s", FILLED_IN.sub("x", words))
    counted = [re.findall(r"\w+", sentence) for sentence in sentences]
    everything = [word for sentence in counted for word in sentence]
    if max(map(len, counted)) > LONGEST:
        return False
    long = sum(len(word) > LONG_WORD for word in everything)
    return len(everything) <= SHORT_ENOUGH or 3 * long <= len(everything)


def test_there_are_sentences_to_look_at() -> None:
    assert len(family_messages()) >= 200


@pytest.mark.parametrize(
    ("words", "easy"),
    [
        ("Du bestämmer vilka som får veta.", True),
        ("Ord " * 16, False),
        ("Vårdnadshavarens samtycke omfattar verksamheternas gemensamma handlingsplan tillsvidare", False),
    ],
)  # fmt: skip
def test_easy_is_short_sentences_and_short_words(words: str, *, easy: bool) -> None:
    assert is_easy(words) == easy


@pytest.mark.rule("R50", case="allows")
def test_every_sentence_of_the_family_is_easy_or_has_an_easier_one() -> None:
    easier = catalogue("sv_Simple")

    hard = {words for words in family_messages() if not is_easy(words) and not easier.get(words)}

    assert hard == set()


def test_the_easier_sentences_are_easy_themselves() -> None:
    hard = {words for words in catalogue("sv_Simple").values() if not is_easy(words)}

    assert hard == set()
