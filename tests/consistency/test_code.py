"""The code against the house's contracts: what is a habit elsewhere is a failing test here."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "varjebarn"
LONGEST = 400
JUNK = {"utils", "helpers", "common", "core", "misc"}
APPS = (
    "organisations",
    "people",
    "disclosure",
    "participation",
    "wellbeing",
    "plan",
    "steering",
)
OWN_SPACE = {"save_draft", "send_draft", "withdraw_consent"}
RECORDED_BY_THE_DOOR = {
    "involve",
    "release",
    "break_glass",
    "break_glass_by",
    "mend_glass",
    "delegate",
    "prolong",
    "begin_leave",
    "end_leave",
    "take_up_intake",
    "add_number",
    "join_files",
    "open_file",
}
"""Commands whose door writes the log itself, in the same statement."""


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def code_of(app: str, name: str) -> Iterator[Path]:
    one = PACKAGE / app / f"{name}.py"
    yield from [one] if one.exists() else sorted((PACKAGE / app / name).glob("*.py"))


def public_functions(path: Path) -> list[ast.FunctionDef]:
    return [
        node
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def called(function: ast.AST) -> set[str]:
    return {
        node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
    }


def test_no_module_is_longer_than_the_limit():
    lengths = {str(p.relative_to(ROOT)): len(p.read_text().splitlines()) for p in modules()}

    assert {name: size for name, size in lengths.items() if size > LONGEST} == {}


def test_no_package_is_a_junk_drawer():
    found = [p for p in PACKAGE.rglob("*") if p.stem in JUNK and (p.is_dir() or p.suffix == ".py")]

    assert found == []


def test_every_module_says_what_it_is_for():
    silent = [
        str(path.relative_to(ROOT))
        for path in modules()
        if path.read_text().strip() and not ast.get_docstring(tree(path))
    ]

    assert silent == []


@pytest.mark.parametrize("app", APPS)
def test_a_command_takes_the_actor_first_and_leaves_a_line_in_the_log(app):
    """By itself, through a command of its own module, or through a command of a room below."""
    commands = [(path, f) for path in code_of(app, "commands") for f in public_functions(path)]
    recording = {"record", "record_each", *RECORDED_BY_THE_DOOR, "notify"}
    while True:
        more = {f.name for _, f in commands if called(f) & recording} - recording
        if not more:
            break
        recording |= more
    assert commands

    faults = [
        f.name
        for _, f in commands
        if not f.args.args or f.args.args[0].arg != "actor" or f.name not in recording
    ]

    assert faults == []


@pytest.mark.parametrize("app", APPS)
def test_no_queryset_leaves_the_queries(app):
    for path in code_of(app, "queries"):
        for function in public_functions(path):
            returns = ast.unparse(function.returns) if function.returns else ""
            assert "QuerySet" not in returns, function.name
            assert returns, function.name


def test_there_is_one_way_to_act():
    """Nobody but `vb.enter` sets who acts: not the product, and not a test."""
    setter = re.compile(r"set_config\(\s*'vb\.actor'|SET\s+(LOCAL\s+)?vb\.actor", re.IGNORECASE)
    files = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.sql"), *(ROOT / "tests").rglob("*.py")]
    found = {
        str(path.relative_to(ROOT)): len(setter.findall(path.read_text(encoding="utf-8")))
        for path in files
        if path != Path(__file__)
    }

    assert {name: count for name, count in found.items() if count} == {
        "varjebarn/database/sql/10_actor.sql": 1,  # vb.enter
        "tests/policies/test_actor.py": 4,  # the attacks, each refused
        "tests/policies/test_traps_actor.py": 2,  # the same
        "tests/attacks/test_any_sql.py": 1,  # the same
    }


def test_the_signing_function_is_called_by_one_function_only():
    found = [
        (path.name, line.strip())
        for path in sorted(PACKAGE.rglob("*.sql"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if "vb.sign(" in line and "CREATE" not in line
    ]

    assert [name for name, _ in found] == ["10_actor.sql"]


def test_only_acting_turns_refusals_into_pages():
    """`except Refused` and its kin stand in web/acting.py, and where a form shows the sentence."""
    found = {
        str(path.relative_to(PACKAGE))
        for path in modules()
        if re.search(r"except \(?Exception\b", path.read_text(encoding="utf-8"))
    }

    assert found == set()


@pytest.mark.rule("R42")
def test_addresses_and_logs_hold_no_number_of_a_person():
    """R42: an address takes uuids, words and step numbers, never free text or a key."""
    # The county's pages are about no child: a practice model is named there by its own words.
    about_children = [p for p in PACKAGE.rglob("urls.py") if "county" not in p.parts]
    text = "\n".join(p.read_text() for p in about_children)
    converters = set(re.findall(r"<(\w+):", text))

    assert converters <= {"uuid", "int", "slug"}
    assert not re.search(r"personnummer|identifier|person_id", text)


DECIDING = {
    "publish_version": "shown",
    "contribute": "shown",
    "invite_team": "shown",
    "deliver_signal": "secrecy_shown",
    "answer_sender": "secrecy_shown",
    "share": "secrecy_shown",
}
"""What a page calls to send something to another unit, and the mark of what it showed (R51)."""


def test_every_page_that_sends_to_a_unit_gives_the_mark_of_what_it_showed():
    calls = [
        (node.func.attr, {word.arg for word in node.keywords})
        for path in sorted((PACKAGE / "web" / "staff").rglob("*.py"))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in DECIDING
        and "actor" in ast.unparse(node)
        and node.keywords
    ]

    assert {name for name, _ in calls} == set(DECIDING)
    assert [name for name, given in calls if DECIDING[name] not in given] == []
