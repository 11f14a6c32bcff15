"""Runs the tests as everybody should: two at a time, in random order, on a database of their own.

All of them run on the wheel's PostgreSQL; when they have passed, those that lean on the database
itself run once more on the oldest version that we promise.
"""

import os
import subprocess
import sys
from dataclasses import dataclass

from varjebarn.ops import machine, places, setup
from varjebarn.ops.binaries import NoPostgres

WITHOUT_DATABASE = "tests/rules"
OPTION = "--postgres"
ON_OLDEST = (  # what leans on the database
    "tests/policies",
    "tests/commands",
    *(f"tests/consistency/test_{name}.py" for name in ("database", "lints", "migrating", "search")),
)
ALWAYS_BOTH = ("--long",)  # says how much is tried, not what


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One run of pytest."""

    words: tuple[str, ...]
    heading: str = ""
    major: int | None = None  # of a PostgreSQL that may be missing here; None is the wheel's


def run(words: list[str]) -> int:
    """Run pytest with what was asked for. `--long` tries many more examples."""
    if not _only_rules(words):
        setup.prepare_pages()
    return run_legs(legs(words))


def run_legs(wanted: list[Leg]) -> int:
    """Run one after the other while they pass. Answers the exit code of the one that did not."""
    for leg in wanted:
        if not _is_there(leg):
            return int(_is_demanded())
        code = _run(leg)
        if code:
            return code
    return 0


def legs(words: list[str]) -> list[Leg]:
    """Say which runs a command line asks for: both when it chooses no tests of its own."""
    if any(word.startswith(OPTION) for word in words):
        chosen = () if _paths(words) else ON_OLDEST
        return [Leg(words=(*words, *chosen))]
    if set(words) - set(ALWAYS_BOTH):
        return [Leg(words=tuple(words))]
    older = (*words, f"{OPTION}={machine.OLDEST}", *ON_OLDEST)
    return [
        Leg(heading="Alla test, på den inbyggda PostgreSQL.", words=tuple(words)),
        Leg(
            heading=f"Behörigheter, kommandon och katalog, på PostgreSQL {machine.OLDEST}.",
            words=older,
            major=machine.OLDEST,
        ),
    ]


def _run(leg: Leg) -> int:
    if leg.heading:
        print(f"\n{leg.heading}")
    words = list(leg.words)
    line = [sys.executable, "-m", "pytest", *_workers(words), "--durations=10", *words]
    environment = {**os.environ, "PYTHONPATH": str(places.ROOT)}
    return subprocess.run(line, env=environment, cwd=places.ROOT, check=False).returncode


def _is_there(leg: Leg) -> bool:
    """Find what the run needs, or say in one sentence that it was left out, and how to get it."""
    if leg.major is None:
        return True
    try:
        machine.of_version(leg.major)
    except NoPostgres as absence:
        print(f"\nTesten på PostgreSQL {leg.major} kördes inte. {absence}", file=sys.stderr)
        return False
    return True


def _is_demanded() -> bool:
    """Whether what is missing is a failure: in CI nothing is left out in silence."""
    return os.environ.get("CI") == "true"


def _workers(words: list[str]) -> list[str]:
    """Split modules between two processes, unless somebody looks at a single test."""
    chosen = any(word.startswith(("-n", "--pdb", "-x")) or "::" in word for word in words)
    # In the order that tests/conftest.py gives: the slow modules first, so that both end together.
    return [] if chosen else ["-n", "2", "--dist", "loadscope", "--no-loadscope-reorder"]


def _only_rules(words: list[str]) -> bool:
    paths = _paths(words)
    return bool(paths) and all(path.startswith(WITHOUT_DATABASE) for path in paths)


def _paths(words: list[str]) -> list[str]:
    """Answer the words that choose tests: files and folders that are there, not options' values."""
    return [word for word in words if (places.ROOT / word.partition("::")[0]).exists()]
