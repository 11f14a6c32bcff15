"""Runs every check of the code that needs no test: style, types, storeys, templates, SQL."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from varjebarn.ops import places, roles, setup
from varjebarn.ops.postgres import throwaway_cluster

TOOLS = Path(sys.executable).parent
PACKAGE = places.ROOT / "varjebarn"
# Once a version has been released, its migrations have run on tables with rows: then each later one
# is read as a transaction of its own. Until then all of them together make a new, empty database.
RELEASED = False
LIST_MIGRATIONS = """
import django
django.setup()
from django.db.migrations.loader import MigrationLoader
for app, name in sorted(MigrationLoader(None).disk_migrations):
    if __import__("django.apps").apps.apps.get_app_config(app).name.startswith("varjebarn."):
        print(app, name)
"""
WRITE_SQL = """
import sys
import django
django.setup()
from django.core.management import call_command
for line in sys.stdin:
    app, name = line.split()
    print(f"-- {app} {name}")
    call_command("sqlmigrate", app, name)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one check said."""

    name: str
    passed: bool
    words: str
    seconds: float


def run(words: list[str]) -> int:
    """Run the checks two at a time, the slowest first, and print what was found."""
    del words
    checks = (_mypy, _squawk, _imports, _ruff, _format, _djlint, _djade, _ruff_on_run)
    with ThreadPoolExecutor(max_workers=2) as pool:
        outcomes = list(pool.map(lambda check: check(), checks))
    for outcome in outcomes:
        print(f"{'ok  ' if outcome.passed else 'FEL '} {outcome.name} ({outcome.seconds:.1f} s)")
        if not outcome.passed:
            print(outcome.words)
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def _mypy() -> Outcome:
    return _tool("mypy", "mypy")


def _imports() -> Outcome:
    return _tool("lint-imports", "lint-imports")


def _ruff() -> Outcome:
    return _tool("ruff check", "ruff", "check", ".")


def _ruff_on_run() -> Outcome:
    """Make sure the first file starts under an old Python, to say that a newer one is needed."""
    started = time.monotonic()
    source = (places.ROOT / "run.py").read_text(encoding="utf-8")
    code = "import ast, sys; ast.parse(sys.stdin.read(), feature_version=(3, 8))"
    done = subprocess.run(
        [sys.executable, "-c", code], input=source, text=True, capture_output=True, check=False
    )
    return _outcome("run.py under Python 3.8", done, started)


def _format() -> Outcome:
    return _tool("ruff format", "ruff", "format", "--check", ".")


def _djlint() -> Outcome:
    return _tool("djlint", "djlint", "--lint", "--quiet", "varjebarn")


def _djade() -> Outcome:
    templates = [str(path) for path in sorted(PACKAGE.glob("**/templates/**/*.html"))]
    return _tool("djade", "djade", "--check", "--target-version", "5.2", *templates)


def _squawk() -> Outcome:
    """Read the SQL of every migration of ours, as PostgreSQL would get it."""
    started = time.monotonic()
    cluster = throwaway_cluster()
    try:
        cluster.start()
        passwords = roles.prepare_roles(cluster.admin_url(), cluster.state / "roles.json")
        roles.create_database(cluster.admin_url(), "varjebarn")
        found = roles.addresses(cluster.admin_url(), "varjebarn", passwords)
        environment = setup.found_environment(found.for_migrating())
        listed = _python(LIST_MIGRATIONS, environment)
        written = _python(WRITE_SQL, environment, told=listed.stdout)
    finally:
        cluster.remove()
    for done in (listed, written):
        if done.returncode:
            return _outcome("squawk", done, started)
    target = places.state() / "migrations.sql"
    target.write_text(_as_run(written.stdout), encoding="utf-8")
    words = ("--config", ".squawk.toml", *(() if RELEASED else ("--assume-in-transaction",)))
    return _tool("squawk", "squawk", *words, str(target), started=started)


def _as_run(written: str) -> str:
    if RELEASED:
        return written
    ends = {"BEGIN;", "COMMIT;"}
    return "\n".join(line for line in written.splitlines() if line not in ends)


def _python(
    code: str, environment: dict[str, str], *, told: str = ""
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        input=told,
        env=environment,
        cwd=places.ROOT,
        text=True,
        capture_output=True,
        check=False,
    )


def _tool(name: str, program: str, *words: str, started: float | None = None) -> Outcome:
    started = started or time.monotonic()
    done = subprocess.run(
        [TOOLS / program, *words],
        cwd=places.ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        text=True,
        capture_output=True,
        check=False,
    )
    return _outcome(name, done, started)


def _outcome(name: str, done: subprocess.CompletedProcess[str], started: float) -> Outcome:
    return Outcome(
        name=name,
        passed=done.returncode == 0,
        words=(done.stdout + done.stderr).strip(),
        seconds=time.monotonic() - started,
    )
