"""A copy of the code where one text is another, a database with the copy's SQL, and its tests run there."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from varjebarn.ops import places, roles, setup
from varjebarn.ops.mutants.catalogue import Mutant
from varjebarn.ops.postgres import throwaway_cluster

COPIED = ("varjebarn", "tests")
FROM = "VARJEBARN_TEST_FROM"
"""Names the migrated database that a test run copies, instead of making one (tests/world/cluster.py)."""
BASE = "mutants_base"
FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)
PASSED, SOME_FAILED = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the tests said: their exit code, and the first that did not pass."""

    code: int
    first: str = ""
    words: str = ""

    @property
    def noticed(self) -> bool:
        """Whether a test failed; a run that could not begin notices nothing."""
        return self.code == SOME_FAILED and bool(self.first)


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server for all runs, with one migrated database that each of them copies."""

    admin_url: str
    passwords: Mapping[str, str]

    def with_sql_of(self, folder: Path, name: str) -> str:
        """Answer a copy of the migrated database with the SQL of a folder's code applied."""
        roles.drop_database(self.admin_url, name)
        roles.copy_database(self.admin_url, BASE, name)
        found = roles.addresses(self.admin_url, name, dict(self.passwords))
        environment = setup.found_environment(found.for_migrating()) | {"PYTHONPATH": str(folder)}
        line = [sys.executable, "-m", "django", "migrate", "--skip-checks", "--verbosity=0"]
        done = _called(line, folder, environment)
        if done.returncode:
            raise roles.SetUpRefused(f"SQL:en gick inte att köra: {done.stdout[-600:]}")
        return name


@contextlib.contextmanager
def server() -> Iterator[Server]:
    """Have a server with the migrated database; nothing is left when we leave."""
    cluster = throwaway_cluster()
    state: Path | None = None
    try:
        cluster.start()
        admin_url = cluster.admin_url()
        state = setup.server_state(admin_url)  # where a test run looks for the passwords
        passwords = roles.prepare_roles(admin_url, state / "roles.json")
        roles.create_database(admin_url, BASE)
        setup.migrate(roles.addresses(admin_url, BASE, passwords))
        yield Server(admin_url=admin_url, passwords=passwords)
    finally:
        cluster.remove()
        if state is not None:
            shutil.rmtree(state, ignore_errors=True)


@contextlib.contextmanager
def copied(mutant: Mutant | None) -> Iterator[Path]:
    """Have a copy of code and tests, with the guard gone; the files of the clone are never touched."""
    folder = Path(tempfile.mkdtemp(prefix="vb-mutant-"))
    try:
        for name in COPIED:
            ignored = shutil.ignore_patterns("__pycache__", ".*_cache")
            shutil.copytree(places.ROOT / name, folder / name, ignore=ignored)
        for path in places.ROOT.glob("*.*"):
            if path.is_file():
                shutil.copy2(path, folder / path.name)
        for name in ("docs", "node_modules", places.STATE.name):
            (folder / name).symlink_to(places.ROOT / name)
        if mutant is not None:
            (folder / mutant.file).write_text(mutant.text(), encoding="utf-8")
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def tested(folder: Path, tests: tuple[str, ...], *, admin_url: str, database: str) -> Outcome:
    """Run some tests of a copy, on a database made from the one named; stop at the first that fails."""
    environment = setup.found_environment({}) | {"PYTHONPATH": str(folder), "PYTHONHASHSEED": "0"}
    if database:
        environment |= {"DATABASE_URL": admin_url, FROM: database}
    # fmt: off
    line = [
        sys.executable, "-m", "pytest", "-q", "-x", "--tb=line", "-rfE", "-n0",
        "-p", "no:cacheprovider", *tests,
    ]
    # fmt: on
    done = _called(line, folder, environment)
    first = FAILED.search(done.stdout)
    return Outcome(code=done.returncode, first=first[1] if first else "", words=done.stdout)


def _called(
    line: list[str], folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        line,
        cwd=folder,
        env={**environment, "CI": os.environ.get("CI", "")},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
