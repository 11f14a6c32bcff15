"""The installation of this clone: its embedded server, or the real one that DATABASE_URL names."""

import argparse
import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator

from varjebarn.ops import places, roles, setup
from varjebarn.ops.addresses import Addresses
from varjebarn.ops.postgres import Cluster, demo_cluster
from varjebarn.ops.roles import SetUpRefused

EMBEDDED = "varjebarn"
REAL = "varjebarn"
REAL_DEMO = "varjebarn_demo"  # never the database of real children
SCHEMA_COMMANDS = frozenset(
    {"migrate", "load_reference", "prepare_jobs", "makemigrations", "showmigrations", "sqlmigrate"}
)

GIVEN = ("DATABASE_URL", "LOGIN_DATABASE_URL")
OWN = {
    "audit": ("AUDIT_DATABASE_URL",),
    "audit_seal": ("SEAL_DATABASE_URL",),
    "send_notices": ("NOTIFY_DATABASE_URL",),
    "send_invitations": ("NOTIFY_DATABASE_URL",),
    "send_reminders": ("NOTIFY_DATABASE_URL",),
    "worker": ("WORKER_DATABASE_URL", "SEAL_DATABASE_URL", "NOTIFY_DATABASE_URL"),
}
"""What a process with a role of its own is given, and all that it is given."""


def given_server() -> str | None:
    """Answer the administrator's address, if we were given a real server."""
    return os.environ.get("DATABASE_URL") or None


@contextlib.contextmanager
def demo_database(*, reset: bool = False) -> Iterator[Addresses]:
    """Have the demo's database ready; an embedded server stops when we leave."""
    admin_url = given_server()
    if admin_url:
        state = setup.server_state(admin_url)
        if reset:
            roles.drop_database(admin_url, REAL_DEMO)
            (state / f"prepared-{REAL_DEMO}").unlink(missing_ok=True)
        yield setup.prepare(admin_url, database=REAL_DEMO, state=state)
        return
    with running(demo_cluster(), reset=reset) as cluster:
        yield setup.prepare(cluster.admin_url(), database=EMBEDDED, state=cluster.state)


@contextlib.contextmanager
def running(cluster: Cluster, *, reset: bool = False) -> Iterator[Cluster]:
    """Have a server running; whoever leaves last stops it, also one left by a crash."""
    with (places.state() / f"{cluster.state.name}.users").open("w") as users:
        if reset:
            if not places.hold_alone(users):
                raise SetUpRefused("Databasen används just nu: avsluta demon först och kör igen.")
            cluster.remove()
        places.hold_together(users)
        try:
            with places.locked("server-start"):
                cluster.start()
            yield cluster
        finally:
            if places.hold_alone(users):
                cluster.stop()


def print_address(words: list[str]) -> int:
    """Print one role's way to the demo's database, while the demo runs."""
    parser = argparse.ArgumentParser(prog="run.py dburl")
    parser.add_argument(
        "--role", choices=["app", "migrate", "seal", "audit", "worker"], required=True
    )
    role = parser.parse_args(words).role
    admin_url = given_server()
    cluster = demo_cluster()
    if not admin_url and not cluster.is_running():
        raise SetUpRefused("Demon är inte igång: starta den med python3 run.py demo.")
    state = setup.server_state(admin_url) if admin_url else cluster.state
    passwords = json.loads((state / "roles.json").read_text(encoding="utf-8"))
    name = REAL_DEMO if admin_url else EMBEDDED
    found = roles.addresses(admin_url or cluster.admin_url(), name, passwords)
    print(getattr(found, role))
    return 0


def run_manage(words: list[str]) -> int:
    """Run one of Django's commands, as the running system or, where needed, as who migrates.

    With both addresses in the environment, or a command's own, they are used as they are: that is
    production. With DATABASE_URL alone it is an administrator's, and the installation is brought up
    to date first.
    """
    own = OWN.get(words[0] if words else "", ())
    if own and all(os.environ.get(name) for name in own):
        return _django(words, {name: os.environ[name] for name in own})
    admin_url = given_server()
    if admin_url and os.environ.get("LOGIN_DATABASE_URL"):
        return _django(words, {name: os.environ[name] for name in GIVEN})
    if admin_url:
        state = setup.server_state(admin_url)
        return _as_needed(words, setup.prepare(admin_url, database=REAL, state=state))
    with demo_database() as found:
        return _as_needed(words, found)


def _as_needed(words: list[str], found: Addresses) -> int:
    command = words[0] if words else ""
    if command in SCHEMA_COMMANDS:
        return _django(words, found.for_migrating())
    if command == "audit_seal":
        return _django(words, found.for_sealing())
    if command == "worker":
        return _django(words, found.for_working())
    if command == "audit":
        return _django(words, found.for_auditing())
    return _django(words, found.for_running())


def _django(words: list[str], urls: dict[str, str]) -> int:
    line = [sys.executable, "-m", "django", *words]
    environment = setup.found_environment(urls)
    return subprocess.run(line, env=environment, cwd=places.ROOT, check=False).returncode
