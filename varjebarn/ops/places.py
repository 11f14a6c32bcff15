"""Where set-up keeps what it makes: always inside the clone, or under the system's own folder."""

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
STATE = ROOT / ".demo"
SYSTEM = Path("/var/lib/varjebarn")


def state(name: str = "") -> Path:
    """Answer a folder of our own state, made if needed, closed to everybody else."""
    folder = STATE / name
    for one in (STATE, folder):
        one.mkdir(mode=0o700, exist_ok=True)
    return folder


def clone_hash() -> str:
    """Name this clone by a hash of its path, so that several can share a machine."""
    return hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]


def is_root() -> bool:
    """Whether we run as the system's administrator (never on Windows)."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def make_passable(folder: Path) -> None:
    """Make a folder that everybody may pass through, whatever the umask; leave one that is there."""
    try:
        folder.mkdir()
    except FileExistsError:
        return
    folder.chmod(0o755)


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, from its first moment."""
    temporary = path.with_name(path.name + ".new")
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    temporary.replace(path)


@contextlib.contextmanager
def locked(name: str) -> Iterator[None]:
    """Let one process at a time through, and the next one wait."""
    with (state() / f"{name}.lock").open("w") as lock:
        _hold(lock, alone=True, wait=True)
        yield


def hold_together(lock: IO[str]) -> None:
    """Hold a lock that others may hold too; wait while somebody holds it alone."""
    _hold(lock, alone=False, wait=True)


def hold_alone(lock: IO[str]) -> bool:
    """Hold a lock that nobody else holds. Answers whether it went; never waits."""
    return _hold(lock, alone=True, wait=False)


def _hold(lock: IO[str], *, alone: bool, wait: bool) -> bool:
    if os.name == "nt":  # one start at a time is then up to the person
        return True
    import fcntl  # noqa: PLC0415 - does not exist on Windows

    kind = (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | (0 if wait else fcntl.LOCK_NB)
    try:
        fcntl.flock(lock, kind)
    except BlockingIOError:
        return False
    return True
