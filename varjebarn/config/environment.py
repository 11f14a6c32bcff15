"""Reads the environment: addresses of databases, switches, secrets. No defaults that are secrets."""

import ipaddress
import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

BASE = Path(__file__).resolve().parent.parent.parent


def switch(name: str) -> bool:
    """Whether a switch is on: 1, true or yes."""
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes"}


def words(name: str, default: str = "") -> list[str]:
    """Give a list separated by commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def refuse_public_demo(hosts: Iterable[str]) -> None:
    """Refuse to start a demo that others can reach: anybody may become anybody there.

    `hosts` is what the service answers to; where it listens is asked for too. It is let through
    when somebody has said in so many words that it is meant to be public.
    """
    listens = os.environ.get("GRANIAN_HOST", "127.0.0.1")
    public = [host for host in (*hosts, listens) if not _is_this_machine(host)]
    if public and not switch("VARJEBARN_DEMO_PUBLIC"):
        raise ImproperlyConfigured(
            f"Demoläget nås här av andra ({', '.join(public)}) och släpper in vem som helst: ta bort "
            "VARJEBARN_DEMO, eller sätt VARJEBARN_DEMO_PUBLIC=1 om det är meningen."
        )


def _is_this_machine(host: str) -> bool:
    name = host.strip("[]")
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")


def database(name: str, **options: object) -> dict[str, object]:
    """Read a PostgreSQL address into Django's form.

    A socket folder stands in the query: postgresql://vb_app:secret@/varjebarn?host=/folder&port=5432.
    An unset address gives a connection that fails when first used, so that `check` can run without.
    """
    url = urlsplit(os.environ.get(name, "postgresql://nobody@/varjebarn?host=/nonexistent"))
    query = dict(parse_qsl(url.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": query.pop("host", url.hostname or ""),
        "PORT": query.pop("port", str(url.port or "")),
        "CONN_MAX_AGE": int(os.environ.get("VARJEBARN_CONN_MAX_AGE", "60")),
        # No question before the question: a connection that has died answers 503 once, then is new.
        # The demo asks, since starting over ends every connection.
        "CONN_HEALTH_CHECKS": switch("VARJEBARN_CONN_HEALTH_CHECKS"),
        "OPTIONS": {**query, **options},
    }
