"""Where set-up keeps what it makes: always inside the clone, or under the system's own folder."""

import hashlib
import os
from pathlib import Path

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
