"""Holds the catalogue of rules against the tests that name them.

A rule is kept when the tests have a case that it allows and one that it refuses, with its Reason.
A test names a rule by `@pytest.mark.rule("R07")` and may say its case: allows, refuses or both.
Without a case, a test that mentions a Reason refuses, and any other allows.
"""

import argparse
import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from varjebarn.ops import places

CATALOGUE = Path(__file__).parent / "data" / "rules.toml"
TESTS = places.ROOT / "tests"
CASES = {"allows": {"allows"}, "refuses": {"refuses"}, "both": {"allows", "refuses"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: what it says, where it comes from, whether we claim to keep it."""

    id: str
    title: str
    text: str
    source: str
    area: str
    level: str
    phase: int
    claimed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One test that names a rule, and which cases it is."""

    rule: str
    test: str
    cases: frozenset[str]


def run(words: list[str]) -> int:
    """Print each rule with its tests. Exits 1 while one that should be kept is not."""
    parser = argparse.ArgumentParser(prog="run.py rules")
    parser.add_argument("--area", default="", help="areas, separated by commas")
    parser.add_argument("--phase", type=int)
    wishes = parser.parse_args(words)
    areas = set(filter(None, wishes.area.split(",")))
    narrowed = bool(areas) or wishes.phase is not None
    chosen = [
        rule
        for rule in catalogue()
        if (not areas or rule.area in areas) and wishes.phase in {None, rule.phase}
    ]
    found = namings()
    unknown = {naming.rule for naming in found} - {rule.id for rule in catalogue()}
    owed = [rule for rule in chosen if (rule.claimed or narrowed) and missing(rule, found)]
    for rule in chosen:
        _print(rule, found)
    kept = sum(not missing(rule, found) for rule in chosen)
    print(f"\n{len(chosen)} rules, {kept} kept, {sum(rule.claimed for rule in chosen)} claimed.")
    for rule in owed:
        print(
            f"not kept: {rule.id} lacks a case that it {' and one that it '.join(missing(rule, found))}"
        )
    for name in sorted(unknown):
        print(f"no such rule: {name}")
    return 1 if owed or unknown else 0


def catalogue() -> list[Rule]:
    """Read the rules that we ship."""
    with CATALOGUE.open("rb") as file:
        return [Rule(**entry) for entry in tomllib.load(file)["rule"]]


def missing(rule: Rule, found: list[Naming]) -> list[str]:
    """List the cases that no test has yet."""
    seen = {case for naming in found if naming.rule == rule.id for case in naming.cases}
    return sorted({"allows", "refuses"} - seen)


def namings(folder: Path = TESTS) -> list[Naming]:
    """Find every test that names a rule, by reading the tests without running them."""
    found: list[Naming] = []
    for path in sorted(folder.rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        shared = [mark for node in tree.body for mark in _module_marks(node)]
        for function in _tests(tree):
            marks = [*shared, *filter(_is_rule_mark, function.decorator_list)]
            where = f"{path.relative_to(folder.parent)}::{function.name}"
            found += [naming for mark in marks for naming in _namings(mark, function, where)]
    return found


def _tests(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node


def _module_marks(node: ast.stmt) -> Iterator[ast.expr]:
    """Find the marks of a whole module: `pytestmark = …`, one or a list."""
    if isinstance(node, ast.Assign) and any(
        isinstance(target, ast.Name) and target.id == "pytestmark" for target in node.targets
    ):
        values = node.value.elts if isinstance(node.value, ast.List) else [node.value]
        yield from filter(_is_rule_mark, values)


def _is_rule_mark(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.rule"


def _namings(mark: ast.expr, function: ast.FunctionDef, where: str) -> Iterator[Naming]:
    assert isinstance(mark, ast.Call)  # noqa: S101 - _is_rule_mark said so; this is for the types
    said = {word.arg: ast.literal_eval(word.value) for word in mark.keywords}
    cases = CASES[said["case"]] if "case" in said else _inferred(function)
    for argument in mark.args:
        rule = ast.literal_eval(argument)
        yield Naming(rule=str(rule), test=where, cases=frozenset(cases))


def _inferred(function: ast.FunctionDef) -> set[str]:
    return {"refuses"} if "Reason." in ast.unparse(function) else {"allows"}


def _print(rule: Rule, found: list[Naming]) -> None:
    lacks = missing(rule, found)
    state = "kept" if not lacks else "claimed, not kept" if rule.claimed else "not kept"
    print(f"{rule.id} {rule.title} [{rule.area}, {rule.level}, phase {rule.phase}] {state}")
    for naming in found:
        if naming.rule == rule.id:
            print(f"    {'/'.join(sorted(naming.cases)):<16} {naming.test}")
