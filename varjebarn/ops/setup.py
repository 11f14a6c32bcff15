"""Brings an installation up to date: roles, database, tables, policies, reference data, texts.

The administrator's address is used here alone. Every other process gets its own, and no more.
"""

import hashlib
import os
import secrets
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from varjebarn.audit.signing import new_key, public_text
from varjebarn.ops import places, roles
from varjebarn.ops.addresses import Addresses, server
from varjebarn.ops.messages import compile_messages

PACKAGE = places.ROOT / "varjebarn"
SCHEMA_FILES = ("**/migrations/*.py", "**/*.sql", "**/*.toml", "**/load_reference*.py")
STATIC_FILES = ("**/static/**/*",)


def prepare(admin_url: str, *, database: str, state: Path) -> Addresses:
    """Make or update the roles and one database, down to its reference data and the worker's queue."""
    passwords = roles.prepare_roles(admin_url, state / "roles.json")
    found = roles.addresses(admin_url, database, passwords)
    stamp = state / f"prepared-{database}"
    wanted = _digest(SCHEMA_FILES)
    if not _stamped(stamp, wanted):
        stamp.unlink(missing_ok=True)
        roles.create_database(admin_url, database)
        migrate(found)
        stamp.write_text(wanted, encoding="utf-8")
    from varjebarn.ops.worker import queue  # noqa: PLC0415 - only an installation has a queue

    queue.prepare(found.migrate)
    return found


def migrate(to: Addresses) -> None:
    """Make the tables, apply every policy, load the reference data.

    Without the system checks: they read the whole web, and judge the role that runs it.
    """
    environment = found_environment(to.for_migrating())
    manage("migrate", "--skip-checks", "--verbosity=0", environment=environment)
    manage("load_reference", "--skip-checks", "--verbosity=0", environment=environment)


def prepare_pages() -> None:
    """Compile the texts and gather the static files, if they have changed."""
    with places.locked("pages"):
        compile_messages()
        stamp = places.state() / "static.digest"
        wanted = _digest(STATIC_FILES)
        if not _stamped(stamp, wanted):
            words = ("collectstatic", "--noinput", "--clear", "--skip-checks", "--verbosity=0")
            manage(*words, environment=found_environment({}))
            stamp.write_text(wanted, encoding="utf-8")


def manage(*words: str, environment: Mapping[str, str]) -> None:
    """Run one of Django's commands in a process of its own, under the roles it may have."""
    line = [sys.executable, "-m", "django", *words]
    done = subprocess.run(line, env=dict(environment), cwd=places.ROOT, check=False)
    if done.returncode:
        raise roles.SetUpRefused(
            f"Steget ”{words[0]}” misslyckades: läs raderna ovanför, rätta felet och kör igen."
        )


def found_environment(urls: Mapping[str, str]) -> dict[str, str]:
    """Answer the environment of a process of ours: what is at hand, less the administrator."""
    inherited = {name: value for name, value in os.environ.items() if not _is_address(name)}
    return {
        **inherited,
        "DJANGO_SETTINGS_MODULE": "varjebarn.config.settings",
        "VARJEBARN_SECRET_KEY": secret_key(),
        **_key_files(urls),
        **urls,
    }


def secret_key() -> str:
    """Answer the key that signs web sessions; made once, kept to ourselves."""
    given = os.environ.get("VARJEBARN_SECRET_KEY")
    if given:
        return given
    path = places.state() / "secret-key"
    if not path.exists():
        places.write_private(path, secrets.token_urlsafe(48))
    return path.read_text(encoding="utf-8")


def _key_files(urls: Mapping[str, str]) -> dict[str, str]:
    """Tell a process which key it signs with, each its own; and the auditor both public ones."""
    if "AUDIT_DATABASE_URL" in urls:
        names = ("SEAL_KEY_FILE", "EXTRACT_KEY_FILE")
        return {
            name.replace("KEY_FILE", "PUBLIC_KEY"): public_text(key_file(name).read_text("ascii"))
            for name in names
        }
    signs = {"SEAL_DATABASE_URL": "SEAL_KEY_FILE", "DATABASE_URL": "EXTRACT_KEY_FILE"}
    return {
        name: str(key_file(name))
        for url, name in signs.items()
        if url in urls and name not in os.environ
    }


def key_file(name: str) -> Path:
    """Answer where a signing key lies; made once, kept to ourselves."""
    path = places.state() / name.removesuffix("_FILE").lower().replace("_", "-")
    if not path.exists():
        places.write_private(path, new_key())
    return path


def server_state(admin_url: str) -> Path:
    """Answer where we keep what we know of a server that somebody else runs."""
    where = server(admin_url)
    name = hashlib.sha256(f"{where.host}:{where.port}".encode()).hexdigest()[:12]
    return places.state(f"server-{name}")


def _is_address(name: str) -> bool:
    return name.endswith("DATABASE_URL") or name.startswith("PG")


def _digest(patterns: Iterable[str]) -> str:
    """Answer one hash of what the files are called and hold."""
    total = hashlib.sha256()
    for pattern in patterns:
        for path in sorted(PACKAGE.glob(pattern)):
            if path.is_file():
                total.update(str(path.relative_to(PACKAGE)).encode() + b"\0")
                total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _stamped(stamp: Path, wanted: str) -> bool:
    return stamp.exists() and stamp.read_text(encoding="utf-8") == wanted
