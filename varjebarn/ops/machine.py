"""PostgreSQL of one version, from the machine: found, or fetched from the distribution by root.

Only its programs are used, on data of our own; a server that the machine runs is never touched.
Tests run on the oldest version that we promise with it (docs: CONTRIBUTING.md).
"""

import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from varjebarn.ops import places
from varjebarn.ops.binaries import Account, Binaries, NoPostgres, account

OLDEST = 15
PROGRAMS = ("postgres", "initdb", "pg_ctl")
FOLDERS = (
    "/usr/lib/postgresql/{major}/bin",  # Debian, Ubuntu
    "/usr/pgsql-{major}/bin",  # the project's own packages for Red Hat
    "/opt/homebrew/opt/postgresql@{major}/bin",
    "/usr/local/opt/postgresql@{major}/bin",
    "/Library/PostgreSQL/{major}/bin",
    "C:/Program Files/PostgreSQL/{major}/bin",
)
CLUSTER_DEFAULTS = Path("/etc/postgresql-common/createcluster.conf")
NO_CLUSTER = "create_main_cluster = false\n"
HOW_TO_GET_ONE = (
    "PostgreSQL {major} saknas: installera dess serverprogram (på Debian 12: sudo apt install "
    "postgresql-{major}) eller lägg dem på PATH, och kör testen igen."
)


@cache
def of_version(major: int) -> Binaries:
    """Answer the programs of one version, installing them if the machine allows."""
    with places.locked("postgres"):
        found = find(folders(major), major)
        if found is None and _may_install():
            install(major)
            found = find(folders(major), major)
    if found is None:
        raise NoPostgres(HOW_TO_GET_ONE.format(major=major))
    return found


def find(candidates: Iterable[Path], major: int) -> Binaries | None:
    """Answer the first folder whose programs all run, are of the version, and may be reached."""
    whom = account() if places.is_root() else None
    for folder in candidates:
        if fits(folder, major, whom):
            return Binaries(folder=folder, account=whom)
    return None


def fits(folder: Path, major: int, whom: Account | None) -> bool:
    """Ask the programs themselves, as the user they would run as; believe no folder's name."""
    here = Binaries(folder=folder, account=whom)
    try:
        said = [here.run(program, "--version", check=False).stdout for program in PROGRAMS]
    except OSError:  # not there, or closed to that user
        return False
    return all(version(words) == major for words in said)


def version(words: str) -> int | None:
    """Read the major version in what a program says of itself: `postgres (PostgreSQL) 15.18`."""
    found = re.search(r"\(PostgreSQL\) (\d+)", words)
    return int(found[1]) if found else None


def folders(major: int) -> list[Path]:
    """List where the programs of one version may lie, in the order to try them."""
    named = [Path(folder.format(major=major)) for folder in FOLDERS]
    on_path = shutil.which("postgres")
    return [
        *named,
        *([Path(on_path).resolve().parent] if on_path else []),
        *_told_by_pg_config(),
    ]


def _told_by_pg_config() -> Iterator[Path]:
    program = shutil.which("pg_config")
    if program is None:
        return
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        words = [program, "--bindir"]
        done = subprocess.run(words, capture_output=True, text=True, timeout=30, check=True)
        yield Path(done.stdout.strip())


def _may_install() -> bool:
    return places.is_root() and shutil.which("apt-get") is not None


def install(major: int) -> None:
    """Install the programs from the distribution, without the server Debian would start."""
    apt("update")
    apt("install", "-y", "--no-install-recommends", "postgresql-common")
    with without_cluster(CLUSTER_DEFAULTS):
        apt("install", "-y", "--no-install-recommends", f"postgresql-{major}")


@contextlib.contextmanager
def without_cluster(defaults: Path) -> Iterator[None]:
    """Let Debian make no server of its own meanwhile; its settings are as before when we leave."""
    if not defaults.exists():  # no such habit here, so nothing to keep from
        yield
        return
    before = defaults.read_text(encoding="utf-8")
    defaults.write_text(f"{before}\n{NO_CLUSTER}", encoding="utf-8")
    try:
        yield
    finally:
        defaults.write_text(before, encoding="utf-8")


def apt(*words: str) -> None:
    """Run apt-get without questions. What it could not do shows when we look for the result."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    line = [shutil.which("apt-get") or "apt-get", "-q", *words]
    subprocess.run(line, env=quiet, check=False, capture_output=True, stdin=subprocess.DEVNULL)
