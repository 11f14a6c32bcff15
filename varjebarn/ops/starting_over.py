"""Puts the demo back as it was when the cast had been made, when somebody asks for it on a page.

The web's role can delete nothing, so the demo's own process does it: it keeps a copy of the
database from the beginning, and swaps it in. The page asks by a file in `.demo/start-over/`.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from varjebarn.ops import places, roles, setup
from varjebarn.ops.installation import EMBEDDED, REAL_DEMO, given_server
from varjebarn.ops.postgres import demo_cluster

FOLDER, LISTENING, ASKED, KEPT = "start-over", "listening", "asked", "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """The demo's database, and the copy from its beginning."""

    admin_url: str
    database: str
    folder: Path
    prepared: Path
    """What set-up has written of the database's form: another form makes the copy worthless."""

    @property
    def copy(self) -> str:
        """What the copy is called."""
        return f"{self.database}_beginning"

    def keep(self, *, anew: bool = False) -> bool:
        """Copy the database as it is, unless there is a copy of its form; False if it is in use."""
        kept = self.folder / KEPT
        form = self.prepared.read_text(encoding="utf-8")
        if not anew and kept.exists() and kept.read_text(encoding="utf-8") == form:
            return True
        kept.unlink(missing_ok=True)
        roles.drop_database(self.admin_url, self.copy)
        try:
            roles.copy_database(self.admin_url, self.database, self.copy)
        except psycopg.errors.ObjectInUse:
            return False
        kept.write_text(form, encoding="utf-8")
        return True

    def return_to(self) -> None:
        """Swap the copy in. Whoever is connected is sent away, and comes back to the beginning."""
        coming = f"{self.database}_coming"
        roles.drop_database(self.admin_url, coming)
        roles.copy_database(self.admin_url, self.copy, coming)
        roles.drop_database(self.admin_url, self.database)
        with psycopg.connect(self.admin_url, autocommit=True) as admin:
            command = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            admin.execute(command.format(sql.Identifier(coming), sql.Identifier(self.database)))

    @contextlib.contextmanager
    def listening(self) -> Iterator[None]:
        """Let the pages know that a request will be answered."""
        marker = self.folder / LISTENING
        (self.folder / ASKED).unlink(missing_ok=True)
        marker.touch()
        try:
            yield
        finally:
            marker.unlink(missing_ok=True)

    def attend(self, *, before: Callable[[], None], after: Callable[[], None]) -> None:
        """Answer a request if there is one. `before` stops what writes; `after` begins it anew."""
        asked = self.folder / ASKED
        if asked.exists():
            before()
            self.return_to()
            asked.unlink(missing_ok=True)
            after()


def beginning_of_demo() -> Beginning:
    """Answer the running demo's beginning, on the embedded server or the one we were given."""
    given = given_server()
    cluster, database = demo_cluster(), REAL_DEMO if given else EMBEDDED
    state = setup.server_state(given) if given else cluster.state
    return Beginning(
        admin_url=given or cluster.admin_url(),
        database=database,
        folder=places.state(FOLDER),
        prepared=state / f"prepared-{database}",
    )
