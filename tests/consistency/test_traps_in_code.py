"""Known traps that stand in code and not in the catalogue: what nobody here may write."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "varjebarn"
MEASURES = PACKAGE / "ops"
"""Set-up and measurement: run by a person at a keyboard, never by a page."""

PYTHONS_CLOCK = re.compile(r"\b(?:datetime|date)\.(?:now|today|utcnow)\(|\btime\.time\(")


def code() -> dict[Path, str]:
    return {
        path: path.read_text(encoding="utf-8")
        for path in sorted(PACKAGE.rglob("*.py"))
        if MEASURES not in path.parents
    }


def calls(text: str) -> set[str]:
    return {
        node.func.attr
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }


def named(found: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in found]


def test_no_page_asks_for_a_plan() -> None:
    """Pitfall 14: a plan tells how many rows others have."""
    texts = code()
    assert len(texts) > 100

    asking = [
        path
        for path, text in texts.items()
        if "explain" in calls(text) or re.search(r"[\"'(]\s*EXPLAIN\b", text)
    ]

    assert named(asking) == []


def test_no_query_of_ours_inserts_or_else_updates() -> None:
    """Pitfall 7: on a table with policies a third answer tells of a hidden row. Doors may, by SQL."""
    either = {"update_or_create", "get_or_create", "aupdate_or_create", "aget_or_create"}
    known = {
        "varjebarn/audit/reference.py",
        "varjebarn/database/accounts.py",  # log-ins, in a schema without a child
        "varjebarn/plan/commands/notes.py",  # unique within a plan that one may change: looked up first
        "varjebarn/organisations/reference.py",
        "varjebarn/disclosure/reference.py",
        "varjebarn/practice/commands.py",
    }

    found = [
        path
        for path, text in code().items()
        if calls(text) & either or "update_conflicts" in text or "ON CONFLICT" in text
    ]

    assert set(named(found)) <= known


def test_conflicts_are_met_inside_doors_alone() -> None:
    """The same in SQL: every ON CONFLICT stands in a definer function, and its file sets that role first."""
    outside = []
    for path in sorted(PACKAGE.rglob("*.sql")):
        text = path.read_text(encoding="utf-8")
        for found in re.finditer(r"ON CONFLICT", text):
            before = text[: found.start()].rpartition("CREATE OR REPLACE FUNCTION")
            if not before[1] or "SECURITY DEFINER" not in before[2]:
                outside.append(path.name)

    assert outside == []


def test_every_module_about_policies_has_its_canary() -> None:
    """Pitfall 27: `canary` is there for the whole folder, and sees the foreign child that the system doesn't."""
    text = (ROOT / "tests" / "policies" / "conftest.py").read_text(encoding="utf-8")
    canary = next(
        node
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef) and node.name == "canary"
    )
    fixture = ast.unparse(canary.decorator_list[0])

    assert "autouse=True" in fixture
    assert "scope='module'" in fixture
    assert [type(node) for node in ast.walk(canary)].count(ast.Assert) == 2


def test_rules_never_ask_what_time_it_is() -> None:
    """Threat 26: a rule is told the day and the moment; the web's clock decides nothing."""
    rules = [p for p in code() if p.name == "rules.py" or p.parent.name == "rules"]
    assert len(rules) >= 6

    asking = [
        path
        for path in rules
        if PYTHONS_CLOCK.search(text := path.read_text(encoding="utf-8")) or "timezone.now" in text
    ]

    assert named(asking) == []
