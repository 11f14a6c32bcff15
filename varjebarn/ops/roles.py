"""Makes the roles and databases of an installation. Everything here is run by an administrator."""

import json
import secrets
from pathlib import Path

import psycopg
from psycopg import sql

from varjebarn.ops import places
from varjebarn.ops.addresses import Addresses, server, with_database

SQL = places.ROOT / "varjebarn" / "database"
LOGINS = ("vb_migrate", "vb_app", "vb_login", "vb_seal", "vb_audit", "vb_notify", "vb_worker")
FLOOR = 150000
# One set-up at a time on a server: roles belong to all its databases.
LOCK = "SELECT pg_advisory_lock(hashtext('varjebarn.setup'))"


class SetUpRefused(Exception):  # noqa: N818 - a no, said in one sentence
    """Set-up will not go on; the message is for a person."""


def prepare_roles(admin_url: str, passwords_file: Path) -> dict[str, str]:
    """Make the roles, or bring them up to date. Answers their passwords.

    The passwords are random, lie in a file that only we may read, and reach the server hashed.
    """
    with psycopg.connect(admin_url, autocommit=True) as admin:
        if admin.info.server_version < FLOOR:
            raise SetUpRefused("Varje barn behöver PostgreSQL 15 eller nyare: uppgradera servern.")
        admin.execute(LOCK)
        passwords = _passwords(admin, passwords_file)
        _run_file(admin, "roles.sql")
        for role, password in passwords.items():
            _set_password(admin, role, password)
    return passwords


def _passwords(admin: psycopg.Connection, path: Path) -> dict[str, str]:
    if path.exists():
        kept = dict(json.loads(path.read_text(encoding="utf-8")))
        missing = [role for role in LOGINS if role not in kept]  # a role that came later
        if missing:
            kept |= {role: secrets.token_urlsafe(32) for role in missing}
            places.write_private(path, json.dumps(kept))
        return kept
    found = admin.execute("SELECT rolname FROM pg_roles WHERE rolname = ANY (%s)", [list(LOGINS)])
    if found.fetchone():
        raise SetUpRefused(
            "Rollerna vb_… finns redan på servern men deras lösenord finns inte i .demo/: kopiera "
            "filen roles.json från den installation som gjorde dem, eller ta bort rollerna."
        )
    passwords = {role: secrets.token_urlsafe(32) for role in LOGINS}
    places.write_private(path, json.dumps(passwords))
    return passwords


def _set_password(admin: psycopg.Connection, role: str, password: str) -> None:
    """Hash the password here, so that no statement and no server log ever holds it."""
    hashed = admin.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
    command = sql.SQL("ALTER ROLE {} PASSWORD {}")
    admin.execute(command.format(sql.Identifier(role), sql.Literal(hashed.decode())))


def create_database(admin_url: str, name: str) -> None:
    """Make a database with the one encoding and order that we rely on, unless it is there."""
    with psycopg.connect(admin_url, autocommit=True) as admin:
        admin.execute(LOCK)
        if not _exists(admin, name):
            command = sql.SQL(
                "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"
            )
            admin.execute(command.format(sql.Identifier(name)))
    grant_database(admin_url, name)


def copy_database(admin_url: str, template: str, name: str) -> None:
    """Copy a whole database. Nobody may be connected to the one copied."""
    with psycopg.connect(admin_url, autocommit=True) as admin:
        command = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        admin.execute(command.format(sql.Identifier(name), sql.Identifier(template)))
    grant_database(admin_url, name)


def drop_database(admin_url: str, name: str) -> None:
    """Remove a database, and send away whoever is connected to it."""
    with psycopg.connect(admin_url, autocommit=True) as admin:
        command = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        admin.execute(command.format(sql.Identifier(name)))


def grant_database(admin_url: str, name: str) -> None:
    """Give the rights that belong to the database itself; a copy does not inherit them."""
    with psycopg.connect(with_database(admin_url, name), autocommit=True) as admin:
        _run_file(admin, "database.sql")


def addresses(admin_url: str, name: str, passwords: dict[str, str]) -> Addresses:
    """Answer each role's own way to a database."""
    where = server(admin_url)
    urls = {
        role.removeprefix("vb_"): where.url(role=role, password=password, dbname=name)
        for role, password in passwords.items()
    }
    return Addresses(**urls)


def _exists(admin: psycopg.Connection, name: str) -> bool:
    return (
        admin.execute("SELECT datname FROM pg_database WHERE datname = %s", [name]).fetchone()
        is not None
    )


def _run_file(admin: psycopg.Connection, name: str) -> None:
    """Run one of our files. Without parameters it goes as one query, one transaction."""
    admin.execute((SQL / name).read_bytes())
