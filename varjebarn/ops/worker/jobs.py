"""What the worker does, and when. A job calls what does it, and holds no rule itself."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import psycopg
from procrastinate import JobContext
from procrastinate.jobs import Status

from varjebarn.audit.sealing import Sealer
from varjebarn.ops.notices.invitations import send_invitations
from varjebarn.ops.notices.letters import send_letters
from varjebarn.ops.notices.reminders import send_reminders
from varjebarn.ops.notices.sending import send_notices

KEPT = 72  # hours that a job that failed can be looked at
SILENT = 30  # seconds without a sign of life: that worker is gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One job that comes back by the clock: `every` is a cron line, its sixth field seconds.

    `act` gets the queue's own context, and then numbers and uuids only: they lie in a table.
    """

    name: str
    act: Callable[..., Any]
    every: str


@dataclass(slots=True)
class _Sealing:
    """The sealer's own connection, as `vb_seal`, and the tree that it remembers between two times."""

    connection: psycopg.Connection[Any] | None = None
    sealer: Sealer = field(default_factory=Sealer)

    def seal(self, url: str) -> int:
        """Seal what can be sealed; after any failure the next time begins anew."""
        if self.connection is None:
            self.connection = psycopg.connect(url, autocommit=True)
            self.sealer = Sealer()
        try:
            return self.sealer.seal(self.connection)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let the connection go, if there is one."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None


sealing = _Sealing()


def seal_log(context: JobContext, timestamp: int) -> None:
    """Seal the log. Two at once wait for each other in the database."""
    del context, timestamp
    sealing.seal(os.environ["SEAL_DATABASE_URL"])


def draw_reviews(context: JobContext, timestamp: int) -> None:
    """Put up for review what each unit's log asks for, and draw its samples; a unit at a time.

    What has been drawn is not drawn again, however often this is done.
    """
    del context, timestamp
    with psycopg.connect(os.environ["SEAL_DATABASE_URL"], autocommit=True) as connection:
        unit: int | None = 0
        while unit is not None:
            found = connection.execute("SELECT vb.draw_reviews_after(%s)", [unit]).fetchone()
            unit = found[0] if found else None


def send_waiting_notices(context: JobContext, timestamp: int) -> None:
    """Tell those in the family who have chosen mail or SMS what is new; send the county's letters."""
    del context, timestamp
    send_notices(os.environ["NOTIFY_DATABASE_URL"])
    send_letters(os.environ["NOTIFY_DATABASE_URL"])


def send_waiting_invitations(context: JobContext, timestamp: int) -> None:
    """Send members of the county's bodies what is new about the meetings they are called to."""
    del context, timestamp
    send_invitations(os.environ["NOTIFY_DATABASE_URL"])


def send_waiting_reminders(context: JobContext, timestamp: int) -> None:
    """Remind the silent of a question, and the process leaders of an agreement that lapses."""
    del context, timestamp
    send_reminders(os.environ["NOTIFY_DATABASE_URL"])


async def take_up_stalled(context: JobContext, timestamp: int) -> None:
    """Do again what a worker had in hand when it died; what comes by the clock is written off."""
    del timestamp
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT):
        if job.queueing_lock is None:
            await manager.retry_job(job)
        else:
            await manager.finish_job(job, status=Status.FAILED, delete_job=False)


async def forget_old(context: JobContext, timestamp: int) -> None:
    """Remove what ended some days ago."""
    del timestamp
    await context.app.job_manager.delete_old_jobs(
        nb_hours=KEPT, include_failed=True, include_cancelled=True, include_aborted=True
    )


JOBS = (
    Job(name="seal_log", act=seal_log, every="* * * * * */5"),
    Job(name="draw_reviews", act=draw_reviews, every="15 * * * *"),
    Job(name="send_notices", act=send_waiting_notices, every="* * * * *"),
    Job(name="send_invitations", act=send_waiting_invitations, every="* * * * *"),
    Job(name="send_reminders", act=send_waiting_reminders, every="* * * * *"),
    Job(name="take_up_stalled", act=take_up_stalled, every="* * * * *"),
    Job(name="forget_old", act=forget_old, every="0 3 * * *"),
)
