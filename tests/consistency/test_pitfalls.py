"""The list of known traps holds its word: every number, and every test it names."""

import ast
from pathlib import Path

from varjebarn.ops.places import ROOT
from varjebarn.ops.readme.markdown import rows
from varjebarn.ops.rulebook.pitfalls import PITFALLS, load_pitfalls

FOUND = load_pitfalls()


def names_in(file: str) -> set[str]:
    """Name every test of a module, read from its syntax."""
    path = ROOT / file
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.exists() else ast.Module([], [])
    return {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def absent(tests: tuple[str, ...]) -> list[str]:
    return [t for t in tests if t.partition("::")[2] not in names_in(t.partition("::")[0])]


def test_the_numbers_are_one_to_forty_four() -> None:
    assert [one.number for one in FOUND] == list(range(1, 45))


def test_every_test_that_is_named_exists() -> None:
    assert [test for one in FOUND for test in absent(one.tests)] == []


def test_a_test_that_does_not_exist_is_found_out() -> None:
    here = f"tests/consistency/{Path(__file__).name}"
    own = f"{here}::test_the_numbers_are_one_to_forty_four"
    made_up = (f"{here}::test_that_nobody_wrote", "tests/nowhere.py::test_at_all")

    assert absent((own, *made_up)) == list(made_up)


def test_a_trap_has_a_test_or_says_why_not() -> None:
    assert [one.number for one in FOUND if bool(one.tests) == bool(one.why_not)] == []
    assert [one.number for one in FOUND if not one.happens or not one.avoided] == []


def test_the_page_has_a_row_for_each() -> None:
    assert [row[0] for row in rows(PITFALLS)] == [f"PF{one.number:02}" for one in FOUND]
