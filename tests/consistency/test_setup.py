"""Set-up changes nothing that is not its own, and says in one sentence what is wrong."""

import ast
import importlib.util
import json
import os
import pwd
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import psycopg
import pytest
from pytest_socket import SocketConnectBlockedError

from varjebarn.ops import places, roles
from varjebarn.ops.addresses import server, with_database
from varjebarn.ops.binaries import PACKAGE
from varjebarn.ops.demo import choose_port
from varjebarn.ops.installation import running
from varjebarn.ops.postgres import Cluster, throwaway_cluster
from varjebarn.ops.roles import SetUpRefused

ROOT = places.ROOT
MADE = ("pginstall*", f"{PACKAGE}.libs")
NOT_COPIED = (
    ".git",
    ".venv",
    ".node",
    ".demo",
    "node_modules",
    "vendor",
    "__pycache__",
    ".*_cache",
)
SITE_PACKAGES = Path(importlib.util.find_spec("psycopg").origin).parent.parent  # type: ignore[union-attr, arg-type] # installed, or nothing here runs


@pytest.fixture(scope="module")
def run_py() -> ModuleType:
    spec = importlib.util.spec_from_file_location("run_py", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder that only its owner may enter, as many a home is."""
    folder = Path(tempfile.mkdtemp(prefix="vb-closed-"))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    yield folder
    shutil.rmtree(folder)


def copy_of_clone(folder: Path) -> Path:
    clone = folder / "varje barn"  # a space in the path must not matter either
    shutil.copytree(ROOT, clone, ignore=shutil.ignore_patterns(*NOT_COPIED))
    return clone


def give_environment(clone: Path, python: str, stamp: dict[str, str]) -> Path:
    """Make the clone's `.venv` with PostgreSQL's programs in it, and the rest by reference."""
    subprocess.run([python, "-m", "venv", "--without-pip", clone / ".venv"], check=True)
    packages = next((clone / ".venv" / "lib").glob("python*")) / "site-packages"
    for name in (PACKAGE, f"{PACKAGE}.libs"):
        shutil.copytree(SITE_PACKAGES / name, packages / name)
    (packages / "further.pth").write_text(f"{SITE_PACKAGES}\n", encoding="utf-8")
    (clone / ".venv" / "installed.json").write_text(json.dumps(stamp), encoding="utf-8")
    return packages


def modes(clone: Path) -> dict[str, int]:
    """The modes of every parent, of the clone, and of all that lies in its `.venv`."""
    paths = [*clone.parents, clone, clone / ".venv", *(clone / ".venv").rglob("*")]
    return {
        str(path): stat.S_IMODE(path.lstat().st_mode)
        for path in paths
        if "__pycache__" not in str(path)
    }


def system_folder_of(clone: Path) -> Path:
    """Where root keeps this clone's data."""
    import hashlib  # noqa: PLC0415 - here alone

    return places.SYSTEM / hashlib.sha256(str(clone.resolve()).encode()).hexdigest()[:12]


def test_a_first_start_changes_no_modes(closed_folder: Path, run_py: ModuleType) -> None:
    clone = copy_of_clone(closed_folder)
    stamp = {"requirements.lock": run_py.digest("requirements.lock")}
    give_environment(clone, sys.executable, stamp)
    for path in (clone, clone / ".venv"):
        path.chmod(0o700)
    before = modes(clone)

    try:
        done = subprocess.run(
            [
                sys.executable,
                clone / "run.py",
                "manage",
                "showmigrations",
                "people",
                "--skip-checks",
            ],
            env={name: value for name, value in os.environ.items() if "DATABASE_URL" not in name},
            capture_output=True,
            text=True,
            check=False,
            umask=0o077,
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert "[X] 0001" in done.stdout
        assert (clone / ".demo" / "server" / "roles.json").exists()
        assert modes(clone) == before
    finally:
        shutil.rmtree(system_folder_of(clone), ignore_errors=True)


def test_an_ordinary_user_runs_the_programs_in_place(closed_folder: Path) -> None:
    clone = copy_of_clone(closed_folder)
    python = python_for_everybody()
    give_environment(clone, python, {})
    user = hand_to_nobody(closed_folder)
    before = modes(clone)
    code = (
        "from varjebarn.ops.binaries import binaries\n"
        "from varjebarn.ops.postgres import demo_cluster\n"
        "cluster = demo_cluster()\n"
        "cluster.start()\n"
        "print(cluster.is_running(), cluster.data)\n"
        "print(binaries().folder, binaries().account)\n"
        "cluster.remove()\n"
    )

    done = subprocess.run(
        [clone / ".venv" / "bin" / "python", "-c", code],
        cwd=clone,
        env={"PATH": os.environ["PATH"], "HOME": str(closed_folder)},
        capture_output=True,
        text=True,
        check=False,
        **user,
    )

    assert (done.returncode, done.stderr) == (0, "")
    first, second = done.stdout.splitlines()
    assert first == f"True {clone / '.demo' / 'pg' / 'data'}"
    assert second.startswith(str(clone / ".venv"))
    assert second.endswith(" None")
    assert modes(clone) == before


def python_for_everybody() -> str:
    """A Python that another user may run; root's own often lies in a closed home."""
    if not places.is_root():
        return sys.executable
    for candidate in ("/usr/bin/python3", "/usr/local/bin/python3"):
        code = "import sys; sys.exit(sys.version_info < (3, 11))"
        if Path(candidate).exists() and not subprocess.call([candidate, "-c", code]):
            return candidate
    return pytest.skip("root has no Python that another user may run")


def hand_to_nobody(folder: Path) -> dict[str, object]:
    if not places.is_root():
        return {}
    nobody = pwd.getpwnam("nobody")
    for path in (folder, *folder.rglob("*")):
        os.chown(path, nobody.pw_uid, nobody.pw_gid, follow_symlinks=False)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """A second server beside the one that this test run already has."""
    found = throwaway_cluster("second")
    found.start()
    yield found
    found.remove()


def test_two_servers_of_a_clone_run_at_once(cluster: Cluster, owner: psycopg.Connection) -> None:
    with psycopg.connect(cluster.admin_url()) as other:
        there = other.execute("SELECT current_setting('data_directory')").fetchone()
    here = owner.execute("SELECT current_setting('data_directory')").fetchone()

    assert there == (str(cluster.data),)
    assert here != there


def test_a_second_start_finds_the_server_running(cluster: Cluster) -> None:
    before = cluster.sockets

    cluster.start()

    assert cluster.is_running()
    assert cluster.sockets == before


@pytest.fixture
def shared_cluster() -> Iterator[Cluster]:
    found = throwaway_cluster("shared")
    yield found
    found.remove()


def test_whoever_leaves_last_stops_the_server(shared_cluster: Cluster) -> None:
    with running(shared_cluster):
        with running(shared_cluster):
            pass
        still = shared_cluster.is_running()

    assert (still, shared_cluster.is_running()) == (True, False)


def test_data_in_use_is_not_reset(shared_cluster: Cluster) -> None:
    with (
        running(shared_cluster),
        pytest.raises(SetUpRefused, match="används just nu"),
        running(shared_cluster, reset=True),
    ):
        pass


def test_nothing_listens_on_the_network(cluster: Cluster) -> None:
    with psycopg.connect(cluster.admin_url()) as admin:
        found = admin.execute("SELECT current_setting('listen_addresses')").fetchone()

    assert found == ("",)
    assert stat.S_IMODE(cluster.sockets.stat().st_mode) == 0o700


def test_without_the_password_nobody_comes_in(cluster: Cluster) -> None:
    where = server(cluster.admin_url())

    with pytest.raises(psycopg.OperationalError, match="password authentication"):
        psycopg.connect(where.url(role="postgres", password="wrong", dbname="postgres"))


def test_databases_have_the_one_encoding_and_order(cluster: Cluster) -> None:
    roles.prepare_roles(cluster.admin_url(), cluster.state / "roles.json")
    roles.create_database(cluster.admin_url(), "barn")

    with psycopg.connect(cluster.admin_url("barn")) as admin:
        found = admin.execute(
            "SELECT pg_encoding_to_char(encoding), datcollate, lower('ÅÄÖ') "
            "FROM pg_database WHERE datname = 'barn'"
        ).fetchone()

    assert found == ("UTF8", "C.UTF-8", "åäö")


def test_passwords_are_kept_to_ourselves_and_reach_the_server_hashed(cluster: Cluster) -> None:
    passwords = roles.prepare_roles(cluster.admin_url(), cluster.state / "roles.json")

    with psycopg.connect(cluster.admin_url()) as admin:
        kept = admin.execute("SELECT rolpassword FROM pg_authid WHERE rolname = 'vb_app'")
        stored = kept.fetchone()

    assert stored is not None
    assert stored[0].startswith("SCRAM-SHA-256$")
    assert passwords["vb_app"] not in stored[0]
    for name in ("superuser", "roles.json"):
        assert stat.S_IMODE((cluster.state / name).stat().st_mode) == 0o600
    assert stat.S_IMODE(places.STATE.stat().st_mode) == 0o700


def test_setting_up_again_keeps_the_passwords(cluster: Cluster) -> None:
    path = cluster.state / "roles.json"

    first = roles.prepare_roles(cluster.admin_url(), path)

    assert roles.prepare_roles(cluster.admin_url(), path) == first


def test_somebody_elses_roles_are_not_taken_over(cluster: Cluster, tmp_path: Path) -> None:
    roles.prepare_roles(cluster.admin_url(), cluster.state / "roles.json")

    with pytest.raises(SetUpRefused, match="finns redan på servern"):
        roles.prepare_roles(cluster.admin_url(), tmp_path / "roles.json")


def test_an_address_keeps_its_server_when_role_and_database_change() -> None:
    given = "postgresql://chef%40x:p%2Fw@db.example:5433/postgres?sslmode=require"

    assert with_database(given, "barn") == (
        "postgresql://chef%40x:p%2Fw@db.example:5433/barn?sslmode=require"
    )
    assert server(given).url(role="vb_app", password="å/b", dbname="barn") == (
        "postgresql://vb_app:%C3%A5%2Fb@db.example:5433/barn?sslmode=require"
    )


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_the_network_is_off() -> None:
    with socket.socket() as outside, pytest.raises(SocketConnectBlockedError):
        outside.connect(("192.0.2.1", 80))  # an address kept for documentation


def test_a_taken_port_is_said_and_never_swapped() -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]

        with pytest.raises(SetUpRefused, match=f"Port {port} är upptagen"):
            choose_port(port)


def test_a_shim_that_does_not_run_is_not_believed(run_py: ModuleType, tmp_path: Path) -> None:
    shim = tmp_path / "python3.14"
    shim.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    shim.chmod(0o755)

    assert run_py.runs(str(shim)) is None
    assert run_py.runs(sys.executable) == sys.version_info[:2]


def test_an_old_node_is_not_used(run_py: ModuleType, tmp_path: Path) -> None:
    node = tmp_path / "node"
    node.write_text("#!/bin/sh\necho v20.1.0\n", encoding="utf-8")
    node.chmod(0o755)

    assert run_py.node_major(str(node)) == 20
    assert run_py.NODE_FLOOR == 22


@pytest.mark.parametrize(
    ("said", "beginning"),
    [
        ("Temporary failure in name resolution", "kunde inte hämtas, troligen för att nätet"),
        ("OSError: [Errno 28] No space left on device", "fick inte plats på disken"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "stämmer inte med sina"),
    ],
)
def test_a_failed_download_is_one_sentence(run_py: ModuleType, said: str, beginning: str) -> None:
    sentence = run_py.why_not("Python-paketen", [said])

    assert sentence.startswith(f"Python-paketen {beginning}")
    assert "\n" not in sentence


def test_run_py_is_read_by_an_old_python() -> None:
    source = (ROOT / "run.py").read_text(encoding="utf-8")

    tree = ast.parse(source, feature_version=(3, 8))

    modules = {
        name.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for name in node.names
    }
    assert modules <= sys.stdlib_module_names


@pytest.mark.parametrize(
    "name",
    ["requirements.lock", "requirements-dev.lock", "requirements-node.lock", "package-lock.json"],
)
def test_no_lock_names_an_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    assert "://" not in text
    assert ("--hash=sha256:" in text) != ('"integrity": "sha' in text)


def test_the_demo_never_installs_the_tools(run_py: ModuleType) -> None:
    product = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    tools = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")

    assert run_py.COMMANDS["demo"][0] == "requirements.lock"
    assert "pytest==" in tools
    assert "pytest==" not in product
    assert pins(product) <= pins(tools)


def pins(lock: str) -> set[str]:
    return {line.split(" ")[0] for line in lock.splitlines() if "==" in line}
