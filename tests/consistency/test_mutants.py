"""Each mutant still takes away the guard it names: the run itself is `python3 run.py mutants`."""

import pytest

from varjebarn.ops.mutants.catalogue import load_mutants
from varjebarn.ops.places import ROOT
from varjebarn.ops.rulebook.catalogue import load_rules

BY_ID = {one.id: one for one in load_mutants()}
AT_LEAST = 30


def test_there_are_enough_of_them() -> None:
    assert len(BY_ID) >= AT_LEAST


@pytest.mark.parametrize("name", BY_ID)
def test_a_mutant_still_applies(name: str) -> None:
    one = BY_ID[name]

    assert one.applies, f"the text stands not once in {one.file}: {one.find}"
    assert one.text() != (ROOT / one.file).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", BY_ID)
def test_its_tests_are_there(name: str) -> None:
    assert [test for test in BY_ID[name].tests if not _is_there(test)] == []


def test_its_rule_is_in_the_catalogue() -> None:
    rules = {rule.id for rule in load_rules()}

    assert [m.id for m in BY_ID.values() if m.rule.startswith("R") and m.rule not in rules] == []


def _is_there(test: str) -> bool:
    path, _, name = test.partition("::")
    text = (ROOT / path).read_text(encoding="utf-8") if (ROOT / path).is_file() else ""
    return (ROOT / path).exists() and (not name or f"def {name.partition('[')[0]}(" in text)
