"""A PostgreSQL server of our own, from the wheel's programs. For demo and tests, not production.

It listens on a socket in a short private folder, and asks everybody for a password. A demo and
a test can each have one at the same time.
"""

import contextlib
import json
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from varjebarn.ops import places
from varjebarn.ops.addresses import Address
from varjebarn.ops.binaries import Binaries, NoPostgres, binaries

SUPERUSER = "postgres"
PORT = 5432  # only a part of the socket's name: nothing listens on the network
MEMORY = Path("/dev/shm")  # noqa: S108 - what we make in it is closed to others from its first moment
ROOM = 2 * 1024**3

SAFE = {
    "max_connections": "60",
    "shared_buffers": "128MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_prepared_transactions": "0",
    "log_min_messages": "warning",
    "log_min_error_statement": "panic",  # no statement, and so no text about a child, in the log
}
THROWAWAY = {
    **SAFE,
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "100",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """One server: its data, its socket, its superuser's password."""

    home: Path  # the data and the log; belongs to whom PostgreSQL runs as
    state: Path  # our pointer to it and the password
    settings: Mapping[str, str] = field(default_factory=lambda: SAFE)
    programs: Callable[[], Binaries] = binaries  # the wheel's, unless a version was asked for

    @property
    def data(self) -> Path:
        """Where PostgreSQL's own files lie."""
        return self.home / "data"

    def start(self) -> None:
        """Start the server, making it first if there is none. Already running is fine."""
        programs = self.programs()
        if not (self.data / "PG_VERSION").exists():
            self._make(programs)
        if self.is_running():
            return
        self._remove_sockets()
        sockets = Path(tempfile.mkdtemp(prefix="vb-", dir=_short_folder()))
        programs.own(sockets)
        pointer = {"data": str(self.data), "sockets": str(sockets)}
        (self.state / "cluster.json").write_text(json.dumps(pointer), encoding="utf-8")
        options = " ".join(
            f"-c {name}={value}"
            for name, value in {
                **self.settings,
                "listen_addresses": "''",
                "unix_socket_directories": f"'{sockets}'",
                "unix_socket_permissions": "0700",
                "port": str(PORT),
            }.items()
        )
        log = self.home / "log"
        words = ("-D", self.data, "-l", log, "-w", "-t", "60", "-s", "-o", options, "start")
        programs.run("pg_ctl", *words)

    def stop(self) -> None:
        """Stop the server at once but in order; whoever is connected is sent away."""
        if self.is_running():
            self.programs().run("pg_ctl", "-D", self.data, "-m", "fast", "-w", "-t", "60", "stop")
        self._remove_sockets()

    def is_running(self) -> bool:
        """Whether the server runs now, whoever started it."""
        if not (self.data / "PG_VERSION").exists():
            return False
        return self.programs().run("pg_ctl", "-D", self.data, "status", check=False).returncode == 0

    def remove(self) -> None:
        """Stop the server and take away everything it kept."""
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.rmtree(self.state, ignore_errors=True)
        if self.settings is THROWAWAY:
            self.state.with_name(f"{self.state.name}.users").unlink(missing_ok=True)
        if self.home.parent.parent == places.SYSTEM:
            with contextlib.suppress(OSError):  # the demo's data may still be there
                self.home.parent.rmdir()

    def admin_url(self, dbname: str = "postgres") -> str:
        """Answer an address for the superuser, to set-up alone."""
        password = (self.state / "superuser").read_text(encoding="utf-8")
        socket = Address(host=str(self.sockets), port=str(PORT))
        return socket.url(role=SUPERUSER, password=password, dbname=dbname)

    @property
    def sockets(self) -> Path:
        """Where the running server's socket lies."""
        pointer = json.loads((self.state / "cluster.json").read_text(encoding="utf-8"))
        return Path(pointer["sockets"])

    def _make(self, programs: Binaries) -> None:
        """Make the files of a new server. A half-made one from an earlier try goes first."""
        shutil.rmtree(self.home, ignore_errors=True)
        if programs.account:
            places.make_passable(self.home.parent)
        self.home.mkdir(mode=0o700)
        programs.own(self.home)
        self.state.mkdir(mode=0o700, exist_ok=True)
        password = secrets.token_urlsafe(32)
        places.write_private(self.state / "superuser", password)
        handed = self.home / "password"
        places.write_private(handed, password)
        programs.own(handed)
        # fmt: off
        words = (
            "-D", self.data, "-U", SUPERUSER, f"--pwfile={handed}", "--auth=scram-sha-256",
            "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions", "--no-sync",
        )
        # fmt: on
        try:
            programs.run("initdb", *words)
        finally:
            handed.unlink(missing_ok=True)

    def _remove_sockets(self) -> None:
        with contextlib.suppress(FileNotFoundError, ValueError, KeyError):
            if self.sockets.name.startswith("vb-"):
                shutil.rmtree(self.sockets, ignore_errors=True)
        (self.state / "cluster.json").unlink(missing_ok=True)


def demo_cluster() -> Cluster:
    """Answer this clone's own server, which lasts until it is reset."""
    return Cluster(home=_home("pg"), state=places.state() / "server")


def throwaway_cluster(
    purpose: str = "run", *, programs: Callable[[], Binaries] = binaries
) -> Cluster:
    """Answer a server for this process alone, fast and without care for its data."""
    sweep()
    name = f"test-{os.getpid()}-{purpose}"
    home = _in_memory(name) if _memory_has_room() else _home(name)
    state = places.state() / f"server-{name}"
    return Cluster(home=home, state=state, settings=THROWAWAY, programs=programs)


def sweep() -> None:
    """Remove the servers of test runs that were killed before they could do it themselves."""
    for state in places.state().glob("server-test-*"):
        name = state.name.removeprefix("server-")
        if _is_alive(int(name.split("-")[1])):
            continue
        if state.is_file():  # the list of who used it
            state.unlink(missing_ok=True)
        else:
            for home in (_in_memory(name), _home(name)):
                Cluster(home=home, state=state).remove()


def _home(name: str) -> Path:
    """Say where a server's files belong: as root outside the clone, else inside it."""
    if not places.is_root():
        return places.state() / name
    return places.SYSTEM / places.clone_hash() / name


def _in_memory(name: str) -> Path:
    """Say where a throwaway server lies when it lies in memory: copies are ten times as quick."""
    return MEMORY / f"varjebarn-{places.clone_hash()}-{name}"


def _memory_has_room() -> bool:
    try:
        return os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    except OSError:  # not every system has one
        return False


def _short_folder() -> str:
    """Find a folder short enough for a socket's name (about 100 characters on every system)."""
    for folder in (os.environ.get("XDG_RUNTIME_DIR", ""), "/tmp", tempfile.gettempdir()):  # noqa: S108 - mkdtemp makes a private folder in it
        if folder and len(folder) < 60 and os.access(folder, os.W_OK):  # noqa: PLR2004 - see above
            return folder
    raise NoPostgres("no folder with a short name for the socket; set TMPDIR to one")


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
