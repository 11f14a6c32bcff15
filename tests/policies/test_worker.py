"""The worker: a role that reaches its queue and nothing else, and jobs that survive their worker."""

import asyncio
import inspect
import json
import signal
import subprocess
import sys
import typing
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from time import monotonic, sleep
from uuid import UUID

import psycopg
import pytest
from procrastinate import JobContext
from procrastinate.exceptions import AlreadyEnqueued

from varjebarn.audit import verify
from varjebarn.audit.record import record
from varjebarn.audit.review import standing
from varjebarn.audit.sealing import ONE_AT_A_TIME
from varjebarn.ops import places, setup
from varjebarn.ops.worker import jobs, queue

from tests.world.cast import people_of
from tests.world.circle import alva_shared
from tests.world.cluster import current

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

NO_RIGHT = "42501"
PATIENCE = 40  # seconds: another test's transaction in the cluster may hold back the seal
OTHERS = ("vb_app", "vb_login", "vb_seal", "vb_audit", "vb_notify")
TABLES = """
    SELECT n.nspname || '.' || quote_ident(c.relname) FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'v', 'm', 'S') AND n.nspname IN ('public', 'vb', 'login') ORDER BY 1"""
DOING = (
    "SELECT count(*) FROM jobs.procrastinate_jobs WHERE status = 'doing' AND task_name = 'seal_log'"
)
UNSEALED = """
    SELECT count(*) FROM audit_event
     WHERE id NOT IN (SELECT event_id FROM audit_seal) AND xid < %s"""


@pytest.fixture(autouse=True)
def addresses(databases, own_database, monkeypatch):
    """Every role's way to this test's database, where the queue has been made."""
    found = databases.addresses(current())
    queue.prepare(found.migrate)
    for name, url in found.for_working().items():
        monkeypatch.setenv(name, url)
    yield found
    jobs.sealing.close()


@pytest.fixture
def worker(connect_as):
    connection = connect_as("vb_worker")
    connection.autocommit = True
    return connection


def one(connection, question, *values):
    return connection.execute(question, values).fetchone()[0]


def refused(connection, statement):
    """Say how the database answered: its SQLSTATE, or nothing when it let the statement through."""
    try:
        connection.execute(statement)
    except psycopg.Error as error:
        return error.sqlstate
    return ""


def wait_until(holds):
    until = monotonic() + PATIENCE
    while not holds():
        assert monotonic() < until, "it never happened"
        sleep(0.05)


def work(url, *names):
    """Put these jobs in the queue, and do what is in it, in a thread of its own.

    A browser of another test may keep a loop running in this one.
    """
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(_work(url, *names))).result()


async def _work(url, *names):
    app = queue.queue(url)
    async with app.open_async():
        for name in names:
            with suppress(AlreadyEnqueued):  # the clock was first
                await app.tasks[name].defer_async(timestamp=0)
        await app.run_worker_async(
            wait=False, delete_jobs="successful", install_signal_handlers=False
        )


def all_sealed(owner, newest):
    return one(owner, UNSEALED, newest) == 0


def _sealed(addresses, owner, newest):
    """Let the job be done once more, and say whether everything is sealed."""
    work(addresses.worker, "seal_log")
    return all_sealed(owner, newest)


@pytest.fixture
def process(addresses):
    """The worker as it runs: a process of its own, with its own environment."""
    started = []

    def start():
        line = [sys.executable, "-m", "django", "worker"]
        environment = setup.found_environment(addresses.for_working())
        started.append(subprocess.Popen(line, env=environment, cwd=places.ROOT))
        return started[-1]

    yield start
    for found in started:
        found.kill()
        found.wait()


def test_the_worker_reads_nothing_outside_its_queue(owner, worker):
    tables = [row[0] for row in owner.execute(TABLES).fetchall()]
    assert one(owner, "SELECT count(*) FROM people_childfile") > 0
    assert len(tables) > 50

    answers = {table: refused(worker, f"SELECT FROM {table}") for table in tables}

    assert answers == dict.fromkeys(tables, NO_RIGHT)


def test_the_worker_writes_nothing_outside_its_queue(owner):
    held = owner.execute(
        "SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname IN ('public', 'vb', 'login') AND c.relkind IN ('r', 'v', 'm') "
        "AND (has_table_privilege('vb_worker', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE') "
        "OR has_any_column_privilege('vb_worker', c.oid, 'SELECT, INSERT, UPDATE, REFERENCES'))"
    ).fetchall()
    entered = owner.execute(
        "SELECT nspname FROM pg_namespace WHERE nspname IN ('public', 'vb', 'login', 'jobs') "
        "AND has_schema_privilege('vb_worker', oid, 'USAGE, CREATE')"
    ).fetchall()

    assert held == []
    assert entered == [("jobs",)]


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT vb.enter('x', NULL)",
        "SELECT vb.unit()",
        "SELECT vb.record('x', NULL, NULL, '', NULL, true)",
        "SELECT vb.deliver(1, NULL)",
        "SET ROLE vb_app",
        "SET ROLE vb_owner",
        "SET SESSION AUTHORIZATION vb_app",
        "CREATE TABLE jobs.mine (id int)",
        "CREATE TEMP TABLE mine (id int)",
        "TRUNCATE procrastinate_jobs CASCADE",
        "ALTER TABLE procrastinate_jobs DISABLE TRIGGER ALL",
    ],
)
def test_the_worker_is_nobody_else_and_makes_nothing(worker, statement):
    assert refused(worker, statement) == NO_RIGHT


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_reaches_the_queue(connect_as, role):
    other = connect_as(role)
    other.autocommit = True

    answers = [
        refused(other, statement)
        for statement in (
            "SELECT FROM jobs.procrastinate_jobs",
            "SELECT jobs.procrastinate_register_worker_v1()",
        )
    ]

    assert answers == [NO_RIGHT, NO_RIGHT]


def test_the_worker_is_given_no_other_way_in(addresses):
    assert sorted(addresses.for_working()) == [
        "NOTIFY_DATABASE_URL",
        "SEAL_DATABASE_URL",
        "WORKER_DATABASE_URL",
    ]


def test_a_process_with_an_address_of_its_own_needs_no_other(addresses, owner):
    newest = one(owner, "SELECT max(xid) + 1 FROM audit_event")
    wait_until(lambda: _sealed(addresses, owner, newest))
    alone = setup.found_environment(addresses.for_auditing())
    words = [sys.executable, "-m", "varjebarn", "manage", "audit", "head"]

    done = subprocess.run(words, env=alone, cwd=places.ROOT, capture_output=True, check=True)

    size = one(owner, "SELECT max(size) FROM audit_head")
    assert json.loads(done.stdout)["size"] == size > 0


def test_a_job_is_told_numbers_and_uuids_and_nothing_else():
    said = {
        (job.name, kind)
        for job in jobs.JOBS
        for name, kind in typing.get_type_hints(job.act).items()
        if name != "return" and kind is not JobContext
    }

    assert said
    assert {kind for _, kind in said} <= {int, UUID}
    assert all(inspect.signature(job.act).parameters for job in jobs.JOBS)


def test_a_queue_that_is_made_again_is_left_alone_until_its_form_is_another(
    addresses, owner, worker
):
    waiting = "SELECT count(*) FROM procrastinate_jobs"
    worker.execute("INSERT INTO procrastinate_jobs (queue_name, task_name) VALUES ('x', 'x')")

    queue.prepare(addresses.migrate)
    kept = one(worker, waiting)
    owner.execute("COMMENT ON TABLE jobs.procrastinate_jobs IS 'an older form'")
    queue.prepare(addresses.migrate)

    assert (kept, one(worker, waiting)) == (1, 0)


def test_nothing_is_lost_with_a_queue_that_is_made_again(addresses, owner, worker, process):
    """What waits may be dropped, since the clock makes all of it again: no job is put there otherwise."""
    app = queue.queue(addresses.worker)
    by_the_clock = {name for name, _id in app.periodic_registry.periodic_tasks}
    assert {job.name for job in jobs.JOBS} == by_the_clock
    own = (path.read_text(encoding="utf-8") for path in (places.ROOT / "varjebarn").rglob("*.py"))
    assert not [text for text in own if "defer_async(" in text or ".defer(timestamp" in text]
    newest = one(owner, "SELECT max(xid) + 1 FROM audit_event")
    worker.execute(
        "INSERT INTO procrastinate_jobs (queue_name, task_name) VALUES ('default', 'seal_log')"
    )

    owner.execute("COMMENT ON TABLE jobs.procrastinate_jobs IS 'an older form'")
    queue.prepare(addresses.migrate)
    assert one(owner, "SELECT count(*) FROM jobs.procrastinate_jobs") == 0

    process()
    wait_until(lambda: all_sealed(owner, newest))


def test_a_job_seals_the_log_and_leaves_nothing_in_the_queue(addresses, owner):
    newest = one(owner, "SELECT max(xid) + 1 FROM audit_event")
    assert not all_sealed(owner, newest)

    wait_until(lambda: _sealed(addresses, owner, newest))

    left = "SELECT count(*) FROM jobs.procrastinate_jobs WHERE status <> 'todo'"
    assert one(owner, left) == 0  # the clock may have put the next one there


DRAWN = """
    SELECT (SELECT count(*) FROM audit_reviewdraw), (SELECT count(*) FROM audit_reviewevent),
           (SELECT count(DISTINCT unit_id) FROM audit_reviewmark)"""


def the_log_is_older(owner, days):
    """As if all that has been logged, and put up for review, had been so some days earlier."""
    owner.execute("SET session_replication_role = replica")
    for change in ("audit_event SET at = at", "audit_review SET due = due"):
        owner.execute(f"UPDATE {change} - make_interval(days => %s)", [days])
    owner.execute("RESET session_replication_role")


@pytest.mark.rule("R27", case="allows")
def test_a_job_draws_what_is_to_be_reviewed_though_no_reviewer_comes(addresses, owner):
    """A period has ended: each unit with a log has its sample, once, however often the job runs."""
    the_log_is_older(owner, 40)
    before = owner.execute(DRAWN).fetchone()

    work(addresses.worker, "draw_reviews")
    first = owner.execute(DRAWN).fetchone()
    work(addresses.worker, "draw_reviews")

    draws, picked, marked = first
    with_a_log = "SELECT count(DISTINCT unit_id) FROM audit_event WHERE child_file_id IS NOT NULL"
    assert before == (0, 0, 0)
    assert draws > 0
    assert picked > 0
    assert marked == one(owner, with_a_log)
    assert owner.execute(DRAWN).fetchone() == first


def test_what_nobody_has_reviewed_is_shown_to_the_head_as_late(addresses, owner, world):
    the_log_is_older(owner, 40)
    work(addresses.worker, "draw_reviews")

    with people_of(world).acting("principal") as lena:
        assert (standing(lena).days_late or 0) > 0


def test_whoever_seals_the_log_draws_reviews_and_reads_none(connect_as, addresses):
    sealer = connect_as("vb_seal")
    sealer.autocommit = True

    answers = {
        refused(sealer, statement)
        for statement in (
            "SELECT FROM audit_review",
            "SELECT FROM audit_reviewevent",
            "SELECT vb.draw_reviews_of(1)",
            "SELECT * FROM vb.unit_reviews(false, 10, NULL)",
            "SELECT vb.enter('x', NULL)",
        )
    }

    assert answers == {NO_RIGHT}
    assert refused(sealer, "SELECT vb.draw_reviews_after(0)") == ""


def test_a_worker_that_dies_in_a_job_leaves_it_to_the_next(addresses, owner, process, connect_as):
    newest = one(owner, "SELECT max(xid) + 1 FROM audit_event")
    holding = connect_as("vb_seal")
    holding.execute(ONE_AT_A_TIME)  # the job is in hand, and can get no further
    dying = process()
    wait_until(lambda: one(owner, DOING) == 1)

    dying.send_signal(signal.SIGKILL)
    dying.wait()
    holding.rollback()
    left = one(owner, DOING)
    owner.execute(
        "UPDATE jobs.procrastinate_workers SET last_heartbeat = last_heartbeat - interval '1 hour'"
    )
    work(addresses.worker, "take_up_stalled")

    assert left == 1
    assert one(owner, DOING) == 0
    process()
    wait_until(lambda: all_sealed(owner, newest))
    with psycopg.connect(addresses.audit) as inspector:
        assert verify.check(inspector).events > 0


def test_a_worker_goes_on_when_its_connections_have_been_cut(world, owner, process):
    ours = "usename IN ('vb_worker', 'vb_seal') AND datname = current_database()"
    running = process()
    wait_until(lambda: all_sealed(owner, one(owner, "SELECT max(xid) + 1 FROM audit_event")))

    cut = one(owner, f"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE {ours}")
    with people_of(world).acting("principal") as lena:
        record(lena, "test.afterwards")
    newest = one(owner, "SELECT max(xid) + 1 FROM audit_event")

    assert cut >= 2
    wait_until(lambda: all_sealed(owner, newest))
    assert running.poll() is None


def test_a_worker_that_is_told_to_stop_ends_in_order(owner, process):
    running = process()
    wait_until(lambda: one(owner, "SELECT count(*) FROM jobs.procrastinate_workers") == 1)

    running.send_signal(signal.SIGTERM)

    assert running.wait(timeout=PATIENCE) == 0
    assert one(owner, "SELECT count(*) FROM jobs.procrastinate_workers") == 0
