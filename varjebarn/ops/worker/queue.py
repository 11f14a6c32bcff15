"""The queue's tables, made by who migrates; and the worker's way to them, which is a role of its own."""

import asyncio
import logging
import signal
import threading
import time
from hashlib import sha256
from importlib import resources

import psycopg
from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import ProcrastinateException
from psycopg import sql

from varjebarn.ops.worker.jobs import JOBS

logger = logging.getLogger("varjebarn.worker")

PAUSE = 1.0  # seconds until a worker that lost its database looks for it again
LATE = 60  # seconds: a periodic job that waited longer is left to its next time
FORM = "SELECT obj_description(to_regclass('jobs.procrastinate_jobs'))"
EMPTY = """
DO $$
DECLARE
  one text;
BEGIN
  FOR one IN
    SELECT format('DROP FUNCTION %s CASCADE', oid::regprocedure) FROM pg_proc
     WHERE pronamespace = 'jobs'::regnamespace
    UNION ALL
    SELECT format('DROP TABLE jobs.%I CASCADE', relname) FROM pg_class
     WHERE relnamespace = 'jobs'::regnamespace AND relkind = 'r'
  LOOP
    EXECUTE one;
  END LOOP;
  FOR one IN
    SELECT format('DROP TYPE jobs.%I CASCADE', typname) FROM pg_type
     WHERE typnamespace = 'jobs'::regnamespace AND typtype IN ('c', 'e')
  LOOP
    EXECUTE one;
  END LOOP;
END $$"""
CLOSE = """
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA jobs FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA jobs TO vb_worker;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA jobs TO vb_worker;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA jobs TO vb_worker"""


def prepare(migrate_url: str) -> None:
    """Make the queue's tables, or make them anew when Procrastinate's own have another form.

    What waits in the queue then is dropped, and nothing is lost with it: the clock puts every job there
    again, each does whatever is left to do and not what was waiting, and no job is put there otherwise
    (a test holds that). Whoever adds one that is not by the clock has to carry it over here.
    """
    schema = (resources.files("procrastinate.sql") / "schema.sql").read_text(encoding="utf-8")
    form = sha256(schema.encode()).hexdigest()
    with psycopg.connect(migrate_url) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('varjebarn.jobs'))")
        if connection.execute(FORM).fetchone() == (form,):
            return
        connection.execute("SET LOCAL client_min_messages = warning")
        connection.execute("SET LOCAL search_path = jobs")
        # Without parameters each goes as one simple query.
        for statements in (EMPTY, schema, CLOSE):
            connection.execute(statements.encode())
        comment = sql.SQL("COMMENT ON TABLE jobs.procrastinate_jobs IS {}")
        connection.execute(comment.format(sql.Literal(form)))


def queue(worker_url: str) -> App:
    """Give the queue as the worker reaches it, with every job that it knows."""
    app = App(
        connector=PsycopgConnector(conninfo=worker_url, min_size=1, max_size=2),
        periodic_defaults={"max_delay": LATE},
    )
    for job in JOBS:
        # Its queueing lock keeps one of a kind waiting, however long nobody works.
        named = app.task(name=job.name, queueing_lock=job.name, pass_context=True)
        app.periodic(cron=job.every)(named(job.act))
    return app


def work(worker_url: str) -> None:
    """Do jobs until told to stop (SIGINT, SIGTERM): the one in hand is finished first.

    A database that goes away is looked for again.
    """
    told = threading.Event()

    def stop(*_: object) -> None:
        told.set()
        signal.raise_signal(signal.SIGINT)

    signal.signal(signal.SIGTERM, stop)
    # Whoever is started in a shell's background inherits that SIGINT does nothing.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        while not told.is_set():
            # The loop that psycopg can use on every system.
            with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
                try:
                    runner.run(_work(queue(worker_url)))
                except (ProcrastinateException, psycopg.Error):
                    logger.warning("the worker cannot reach its queue; it tries again")
                else:
                    return  # it ends by itself when told to, and then only
            time.sleep(PAUSE)
    except KeyboardInterrupt:
        return


async def _work(app: App) -> None:
    async with app.open_async():
        await app.run_worker_async(
            name="varjebarn", delete_jobs="successful", install_signal_handlers=False
        )
