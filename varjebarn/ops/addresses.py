"""Addresses of databases: what an administrator gives us, and what each process gets of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a server is: a host and port, or a folder with a socket; and how to speak with it."""

    host: str
    port: str = ""
    options: Mapping[str, str] = field(default_factory=dict)

    def url(self, *, role: str, password: str, dbname: str) -> str:
        """Write the address as one role's way to one database."""
        who = quote(role, safe="") + (f":{quote(password, safe='')}" if password else "")
        query = dict(self.options)
        where = ""
        if self.host.startswith("/") or not self.host:
            query |= {name: value for name, value in self._socket().items() if value}
        else:
            where = f"[{self.host}]" if ":" in self.host else self.host
            where += f":{self.port}" if self.port else ""
        ending = f"?{urlencode(query)}" if query else ""
        return f"postgresql://{who}@{where}/{quote(dbname, safe='')}{ending}"

    def _socket(self) -> dict[str, str]:
        return {"host": self.host, "port": self.port}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Addresses:
    """One database, as each of our roles reaches it. Never printed whole: it holds passwords."""

    app: str
    login: str
    migrate: str
    seal: str
    audit: str
    notify: str
    worker: str

    def for_running(self) -> dict[str, str]:
        """Tell the running system its own two connections, and nothing else."""
        return {"DATABASE_URL": self.app, "LOGIN_DATABASE_URL": self.login}

    def for_sealing(self) -> dict[str, str]:
        """Tell the sealer its own way in."""
        return {"SEAL_DATABASE_URL": self.seal}

    def for_notifying(self) -> dict[str, str]:
        """Tell who sends the notices its own way in."""
        return {"NOTIFY_DATABASE_URL": self.notify}

    def for_working(self) -> dict[str, str]:
        """Tell the worker its way to its queue, and each job's own way to what it does."""
        return {"WORKER_DATABASE_URL": self.worker, **self.for_sealing(), **self.for_notifying()}

    def for_auditing(self) -> dict[str, str]:
        """Tell the inspector's command line its own way in."""
        return {"AUDIT_DATABASE_URL": self.audit}

    def for_migrating(self) -> dict[str, str]:
        """Tell a command that changes the schema or loads reference data its way in."""
        return {"DATABASE_URL": self.migrate, "LOGIN_DATABASE_URL": self.migrate}


def server(url: str) -> Address:
    """Read where the server of an address is."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    host = query.pop("host", parts.hostname or "")
    port = query.pop("port", str(parts.port or ""))
    return Address(host=host, port=port, options=query)


def with_database(url: str, dbname: str) -> str:
    """Answer the same way in, to another database."""
    parts = urlsplit(url)
    return server(url).url(
        role=unquote(parts.username or ""), password=unquote(parts.password or ""), dbname=dbname
    )
