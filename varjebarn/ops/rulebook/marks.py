"""Which tests name which rule, read from the tests' syntax: nothing is imported or run.

A test names a rule by `@pytest.mark.rule("R07", case="allows")`, `case="refuses"`, or without a case.
A refusing case counts only when the test asserts a Reason: an assertion, and a `Reason.…` in the
test or in the table it is parametrized with. Where the no is the database's own there is no Reason;
then the test asserts the wall's answer: a named SQLSTATE or error, or, with `assert_hidden`, that
something is there and nothing of it is seen. An empty list alone proves nothing (ADR 0009).
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ALLOWS, REFUSES = "allows", "refuses"
Function = ast.FunctionDef | ast.AsyncFunctionDef
WALL_WORDS = {
    "NO_RIGHT",
    "NOT_DELIVERED",
    "InsufficientPrivilege",
    "DoesNotExist",
    "assert_hidden",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTest:
    """A test that names a rule. What it asserts, a Reason or the wall, matters to refusing cases."""

    rule: str
    test: str
    case: str
    asserts_reason: bool
    asserts_wall: bool


def named_tests(folder: Path) -> tuple[NamedTest, ...]:
    """Collect from every test module of a folder, in the order of paths and lines."""
    found: list[NamedTest] = []
    for path in sorted(folder.rglob("test_*.py")):
        name = path.relative_to(folder.parent).as_posix()
        found.extend(_in_module(name, ast.parse(path.read_text(encoding="utf-8"))))
    return tuple(found)


def _in_module(path: str, module: ast.Module) -> Iterator[NamedTest]:
    tables = {
        target.id: node.value
        for node in module.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    shared = _marks(tables["pytestmark"]) if "pytestmark" in tables else []
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            inherited = [*shared, *(mark for d in node.decorator_list for mark in _marks(d))]
            for inner in node.body:
                if isinstance(inner, Function):
                    yield from _of(f"{path}::{node.name}", inner, inherited, tables)
        elif isinstance(node, Function):
            yield from _of(path, node, shared, tables)


def _of(
    path: str, test: Function, inherited: list[tuple[str, str]], tables: dict[str, ast.expr]
) -> Iterator[NamedTest]:
    if not test.name.startswith("test"):
        return
    own = [mark for decorator in test.decorator_list for mark in _marks(decorator)]
    asserts_reason = _asserts(test) and _names_a_reason(test, tables)
    asserts_wall = _asserts(test) and _names_the_wall(test)
    for rule, case in dict.fromkeys([*inherited, *own]):
        yield NamedTest(
            rule=rule,
            test=f"{path}::{test.name}",
            case=case,
            asserts_reason=asserts_reason,
            asserts_wall=asserts_wall,
        )


def _marks(tree: ast.expr) -> list[tuple[str, str]]:
    """Find each `mark.rule("R07", case="…")` in an expression, as (rule, case)."""
    return [
        (str(node.args[0].value), _case(node))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith("mark.rule")
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]


def _case(call: ast.Call) -> str:
    given = {word.arg: word.value for word in call.keywords}
    case = given.get("case")
    return str(case.value) if isinstance(case, ast.Constant) else ""


def _asserts(test: Function) -> bool:
    """Whether the test asserts, or calls something that does: `raises`, `refused`, `assert_…`."""
    return any(
        isinstance(node, ast.Assert)
        or (
            isinstance(node, ast.Call)
            and any(word in ast.unparse(node.func) for word in ("raises", "refus", "assert_"))
        )
        for node in ast.walk(test)
    )


def _names_a_reason(test: Function, tables: dict[str, ast.expr]) -> bool:
    """Whether a `Reason.…` stands in the test, or in a table of the module that it uses."""
    used = {node.id for node in ast.walk(test) if isinstance(node, ast.Name)}
    trees = [test, *(table for name, table in tables.items() if name in used)]
    return any(
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id.endswith("Reason")
        for tree in trees
        for node in ast.walk(tree)
    )


def _names_the_wall(test: Function) -> bool:
    """Whether the test names the database's refusal, or shows that what is there is not seen."""
    words = {node.id for node in ast.walk(test) if isinstance(node, ast.Name)}
    words |= {node.attr for node in ast.walk(test) if isinstance(node, ast.Attribute)}
    return bool(words & WALL_WORDS)
