"""What we build on is locked: each file by its hash, nothing runs at install, nothing comes in unseen."""

import ast
import json
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-node.lock"]
MOST = 42
PINNED = re.compile(r"^([A-Za-z0-9_.\-]+)==[^\s;]+")


def entries(lock: str) -> list[str]:
    """Give each package of a lock with its hashes, as one line."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return [
        line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(*locks: str) -> set[str]:
    return {
        normal(found.group(1))
        for lock in locks
        for line in entries(lock)
        if (found := PINNED.match(line))
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_one_version_with_its_hashes(lock: str) -> None:
    lines = entries(lock)

    assert lines
    assert [line for line in lines if not PINNED.match(line) or "--hash=sha256:" not in line] == []


def test_what_is_installed_must_match_its_hash() -> None:
    text = (ROOT / "run.py").read_text(encoding="utf-8")

    assert "--require-hashes" in text
    assert "--no-deps" in text


def test_the_front_ends_packages_have_hashes_and_run_nothing() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    others = {name: one for name, one in packages.items() if name}
    habits = (ROOT / ".npmrc").read_text(encoding="utf-8").splitlines()

    assert others
    assert [
        name for name, one in others.items() if not one["integrity"].startswith("sha512-")
    ] == []
    assert "ignore-scripts=true" in habits


def test_the_product_stands_on_few_packages() -> None:
    assert len(locked("requirements.lock")) <= MOST


def imported(folder: Path) -> set[str]:
    """Name the top of every import in a folder's code."""
    found = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names)


@pytest.mark.parametrize(
    ("folder", "locks"),
    [("varjebarn", LOCKS[:1]), ("tests", LOCKS[:2])],
)
def test_no_import_is_of_a_package_that_is_not_locked(folder: str, locks: list[str]) -> None:
    known = locked(*locks)
    givers = packages_distributions()
    unknown = [
        name
        for name in sorted(imported(ROOT / folder) - {"varjebarn", "tests", "run", "run_py"})
        if not {normal(giver) for giver in givers.get(name, [])} & known
    ]

    assert len(known) >= 15
    assert unknown == []
