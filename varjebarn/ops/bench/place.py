"""The bench's own PostgreSQL: safe settings, on disk, two databases, and a log to count in."""

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import django
import psycopg
from django.apps import apps

from varjebarn.ops import places, roles, setup
from varjebarn.ops.addresses import Addresses, with_database
from varjebarn.ops.bench.world import World
from varjebarn.ops.postgres import SAFE, Cluster, demo_cluster, sweep

# As the demo and production: fsync and synchronous_commit stay on. Parameters stay out of the log.
SETTINGS = {**SAFE, "log_parameter_max_length": "0", "log_line_prefix": "'%u:'"}
STATEMENT = re.compile(r"^(vb_app|vb_login):LOG:  (?:statement|execute [^:]*): (.*)$")
UNCOUNTED = re.compile(r"^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b", re.IGNORECASE)
HAND = "vb_hand"
TEMPLATE = "bench_template"


class StatementLog:
    """What has reached the server from our two roles: turned on for counting, off for timing."""

    def __init__(self, path: Path, admin_url: str) -> None:
        """Know where the log lies."""
        self._path, self._admin_url = path, admin_url

    @contextlib.contextmanager
    def counting(self) -> Iterator[list[str]]:
        """Have a list that holds, when we leave, the statements sent meanwhile."""
        found: list[str] = []
        begun = self._path.stat().st_size
        yield found
        with self._path.open(encoding="utf-8") as log:
            log.seek(begun)
            for line in log:
                seen = STATEMENT.match(line)
                if seen and not UNCOUNTED.match(seen[2]):
                    found.append(f"{seen[1]}: {seen[2]}")

    @contextlib.contextmanager
    def turned_on(self) -> Iterator[None]:
        """Log every statement meanwhile; times are taken without it."""
        self._turn("all")
        try:
            yield
        finally:
            self._turn("none")

    def _turn(self, state: str) -> None:
        with psycopg.connect(self._admin_url, autocommit=True) as admin:
            admin.execute(f"ALTER SYSTEM SET log_statement = '{state}'")
            admin.execute("SELECT pg_reload_conf()")
            admin.execute("SELECT pg_sleep(0.3)")  # every backend hears of it when next idle


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Place:
    """A running server with a migrated template, and ways to reach what is in it."""

    cluster: Cluster
    passwords: dict[str, str]
    log: StatementLog

    def make(self, name: str, children: int) -> World:
        """Make a database with so many children in it, and those that are measured."""
        admin_url = self.cluster.admin_url()
        roles.copy_database(admin_url, TEMPLATE, name)
        point_at(self.addresses(name), name)
        return World.make(name, self.admin_url(name), children)

    def addresses(self, name: str) -> Addresses:
        """Answer each role's way to a database."""
        return roles.addresses(self.cluster.admin_url(), name, self.passwords)

    def admin_url(self, name: str) -> str:
        """Answer the superuser's way to a database."""
        return with_database(self.cluster.admin_url(), name)

    def environment(self, world: World) -> dict[str, str]:
        """Answer the web server's environment: production, behind a proxy that speaks TLS."""
        urls = self.addresses(world.database).for_running()
        found = setup.found_environment(urls)
        found.pop("VARJEBARN_DEMO", None)
        return found | {"VARJEBARN_BEHIND_PROXY": "1"}


@contextlib.contextmanager
def bench_server() -> Iterator[Place]:
    """Have a server of our own; nothing is left of it when we leave."""
    sweep()
    name = f"test-{os.getpid()}-bench"  # swept like a test's, should this run be killed
    cluster = Cluster(
        home=demo_cluster().home.with_name(name),
        state=places.state() / f"server-{name}",
        settings=SETTINGS,
    )
    try:
        cluster.start()
        passwords = roles.prepare_roles(cluster.admin_url(), cluster.state / "roles.json")
        roles.create_database(cluster.admin_url(), TEMPLATE)
        setup.migrate(roles.addresses(cluster.admin_url(), TEMPLATE, passwords))
        with psycopg.connect(
            with_database(cluster.admin_url(), TEMPLATE), autocommit=True
        ) as admin:
            admin.execute(f"CREATE ROLE {HAND} BYPASSRLS")
            admin.execute(f"GRANT USAGE ON SCHEMA public, vb TO {HAND}")
            # A copy's own trigger asks it what the copy is about.
            admin.execute(f"GRANT EXECUTE ON FUNCTION vb.matter_of(bigint, uuid) TO {HAND}")
            admin.execute(f"GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO {HAND}")
            admin.execute(f"GRANT USAGE ON SCHEMA vb TO {HAND}")  # a trigger names a copy's matter
            admin.execute(f"GRANT EXECUTE ON FUNCTION vb.matter_of(bigint, uuid) TO {HAND}")
        log = StatementLog(cluster.home / "log", cluster.admin_url())
        yield Place(cluster=cluster, passwords=passwords, log=log)
    finally:
        cluster.remove()


def point_at(addresses: Addresses, name: str) -> None:
    """Let Django in this process mean one database, as the running system does."""
    if not apps.ready:  # whatever addresses we were started with, they are not the bench's
        os.environ.update(setup.found_environment(addresses.for_running()))
        django.setup()
    from django.db import connections  # noqa: PLC0415 - after django.setup()

    for alias in ("default", "login"):
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name
