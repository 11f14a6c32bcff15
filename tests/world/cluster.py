"""The databases of a test run: one server, one migrated template, a copy for whoever writes.

A copy takes some hundredths of a second, so no test needs an outer transaction that is rolled
back: each `acting_as` is a real one, as `vb_app`, as in the running system.
"""

import contextlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial

import psycopg

from varjebarn.ops import machine, places, roles, setup
from varjebarn.ops.addresses import Addresses, with_database
from varjebarn.ops.binaries import binaries
from varjebarn.ops.postgres import Cluster, throwaway_cluster

Build = Callable[[], Mapping[str, object] | None]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Databases:
    """What a worker needs to know to make databases of its own."""

    admin_url: str
    passwords: dict[str, str]
    prefix: str

    @property
    def template(self) -> str:
        """The migrated database with reference data, copied by everybody and changed by nobody."""
        return f"{self.prefix}_template"

    def addresses(self, name: str) -> Addresses:
        """Answer each role's way to one database."""
        return roles.addresses(self.admin_url, name, self.passwords)

    def owner_url(self, name: str) -> str:
        """Answer the superuser's way to one database: for looking behind both walls."""
        return with_database(self.admin_url, name)

    @contextlib.contextmanager
    def copy(self, name: str, *, template: str = "") -> Iterator[str]:
        """Have a copy under a name of its own; it is dropped when we leave."""
        full = f"{self.prefix}_{name}"
        roles.copy_database(self.admin_url, template or self.template, full)
        try:
            yield full
        finally:
            roles.drop_database(self.admin_url, full)

    def made_once(self, build: Build) -> tuple[str, dict[str, object]]:
        """Answer a template that `build` has written in, and what it answered, made once a run.

        Whichever worker comes first builds; the answer must survive JSON, so ids go as text.
        """
        name = f"{self.prefix}_{build.__module__}.{build.__qualname__}"[:63]
        kept = places.state(f"server-{self.prefix}") / f"{name}.json"
        with places.locked(f"server-{self.prefix}/build"):
            if not kept.exists():
                roles.copy_database(self.admin_url, self.template, name)
                try:
                    with pointed_at(name):
                        answer = build() or {}
                except BaseException:
                    roles.drop_database(self.admin_url, name)
                    raise
                kept.write_text(json.dumps(answer, default=str), encoding="utf-8")
        return name, json.loads(kept.read_text(encoding="utf-8"))

    def to_json(self) -> str:
        """Write down what a worker needs; it goes to the worker's process and nowhere else."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Databases":
        """Read what the controller wrote."""
        return cls(**json.loads(text))


@contextlib.contextmanager
def served(major: int | None) -> Iterator[Databases]:
    """Have a server with roles and the migrated template; nothing is left when we leave.

    Whoever asks for a version gets a server of our own, whatever DATABASE_URL says.
    """
    given = os.environ.get("DATABASE_URL")
    if given and major is None:
        yield from _on_given_server(given)
        return
    programs = binaries if major is None else partial(machine.of_version, major)
    cluster: Cluster = throwaway_cluster(programs=programs)
    try:
        cluster.start()
        passwords = roles.prepare_roles(cluster.admin_url(), cluster.state / "roles.json")
        yield _with_template(cluster.admin_url(), passwords)
    finally:
        cluster.remove()


def _on_given_server(admin_url: str) -> Iterator[Databases]:
    state = setup.server_state(admin_url)
    found = _with_template(admin_url, roles.prepare_roles(admin_url, state / "roles.json"))
    try:
        yield found
    finally:
        for name in _databases_of(admin_url, found.prefix):
            roles.drop_database(admin_url, name)


def _with_template(admin_url: str, passwords: dict[str, str]) -> Databases:
    found = Databases(admin_url=admin_url, passwords=passwords, prefix=f"test-{os.getpid()}-run")
    made = os.environ.get(
        "VARJEBARN_TEST_FROM"
    )  # one that is migrated already, with a mutant in it
    if made:
        roles.copy_database(admin_url, made, found.template)
        return found
    roles.create_database(admin_url, found.template)
    setup.migrate(found.addresses(found.template))
    return found


def _databases_of(admin_url: str, prefix: str) -> list[str]:
    with psycopg.connect(admin_url) as admin:
        found = admin.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [f"{prefix}_"]
        )
        return [row[0] for row in found]


@contextlib.contextmanager
def pointed_at(name: str) -> Iterator[None]:
    """Let Django's two connections, in every thread from now on, mean one database."""
    before = current()
    _point(name)
    try:
        yield
    finally:
        _point(before)


def current() -> str:
    """Answer the name of the database that the tests speak with now."""
    from django.db import connections  # noqa: PLC0415 - after django.setup()

    return str(connections["default"].settings_dict["NAME"])


def _point(name: str) -> None:
    from django.db import connections  # noqa: PLC0415 - after django.setup()

    for alias in ("default", "login"):
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name
