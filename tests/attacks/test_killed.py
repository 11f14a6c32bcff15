"""A process is killed in the middle of publishing, delivering and sealing: act and log together, or neither.

What is killed: the process that acts, with SIGKILL; its connection, from the database's side; and, with
--long, the database's own process, which takes the whole server down. The moment is random, and always
while a transaction has written something and not ended. Control: one event less, and the count says so.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from random import Random

import psycopg
import pytest

from varjebarn.audit import verify
from varjebarn.audit.sealing import Sealer
from varjebarn.ops import places, setup

from tests.commands.plan_story import published

pytestmark = [pytest.mark.world.with_args(published), pytest.mark.usefixtures("own_database")]

KILLS, LONG = 6, 50
SEED = 50
WRITING = """
    SELECT pid FROM pg_stat_activity
     WHERE datname = current_database() AND backend_xid IS NOT NULL AND usename IN ('vb_app', 'vb_seal')
"""
# Each line is an act without its event, an event without its act, or an act that is half there.
HALF = {
    "disclosure not in the log": """
        SELECT d.public_id FROM disclosure_disclosure d WHERE d.delivered_at IS NULL OR 1 <> (
          SELECT count(*) FROM audit_event e WHERE e.act = 'disclosure.made' AND e.object = d.public_id)""",
    "log without its disclosure": """
        SELECT e.object FROM audit_event e WHERE e.act = 'disclosure.made' AND NOT EXISTS (
          SELECT FROM disclosure_disclosure d WHERE d.public_id = e.object)""",
    "delivery not in the recipient's log": """
        SELECT d.public_id FROM disclosure_delivery d WHERE NOT EXISTS (
          SELECT FROM audit_event e WHERE e.act = 'delivery.arrived' AND e.object = d.disclosure_ref
             AND e.unit_id = d.unit_id)""",
    "a recipient without a copy": """
        SELECT d.public_id FROM disclosure_disclosure d
         WHERE (SELECT count(*) FROM disclosure_recipient r WHERE r.disclosure_id = d.id)
            <> (SELECT count(*) FROM disclosure_delivery x WHERE x.disclosure_ref = d.public_id)
             + (SELECT count(*) FROM disclosure_familydelivery x WHERE x.disclosure_ref = d.public_id)""",
    "as many versions as the log says": """
        SELECT v.plan_id FROM plan_planversion v JOIN plan_plan p ON p.id = v.plan_id GROUP BY v.plan_id, p.ref
        HAVING count(*) <> (SELECT count(*) FROM audit_event e WHERE e.act = 'plan.published' AND e.object = p.ref)""",
    "a version that reached nobody": """
        SELECT v.id FROM plan_planversion v JOIN plan_plan p ON p.id = v.plan_id WHERE NOT EXISTS (
          SELECT FROM disclosure_disclosure d WHERE d.subject_ref = p.ref AND d.version = v.number)""",
}  # fmt: skip


def halves(owner: psycopg.Connection) -> list[str]:
    return [name for name, query in HALF.items() if owner.execute(query).fetchall()]


class Acting:
    """A process that acts, heard line by line."""

    def __init__(self, act: str, world: dict[str, object], urls: dict[str, str], number: int):
        environment = setup.found_environment(urls) | {"PYTHONPATH": str(places.ROOT)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.attacks.acting_on", act, str(number)],
            env=environment, cwd=places.ROOT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.process.stdin.write(json.dumps(world, default=str))
        self.process.stdin.close()
        self.said: list[str] = []
        self.first = threading.Event()
        self.listener = threading.Thread(target=self._listen)
        self.listener.start()

    def _listen(self) -> None:
        for line in self.process.stdout:
            if line.endswith("\n"):  # what was cut off in the middle was never said
                self.said.append(line.split()[1])
                self.first.set()

    def end(self) -> list[str]:
        """Make sure it is gone; answer what it was told is done."""
        self.process.kill()
        self.process.wait()
        self.listener.join()
        self.process.stdout.close()
        self.process.stderr.close()
        return self.said


def writing(owner: psycopg.Connection) -> int | None:
    row = owner.execute(WRITING).fetchone()
    return row[0] if row else None


def kill_process(acting: Acting, _owner: psycopg.Connection, _pid: int) -> None:
    os.kill(acting.process.pid, signal.SIGKILL)


def end_connection(_acting: Acting, owner: psycopg.Connection, pid: int) -> None:
    owner.execute("SELECT pg_terminate_backend(%s)", [pid])


WAYS: tuple[Callable[[Acting, psycopg.Connection, int], None], ...] = (kill_process, end_connection)


def strike(acting: Acting, owner: psycopg.Connection, draw: Random, way) -> bool:
    """Wait for its first act, a random while, and then for a transaction that has written; strike."""
    assert acting.first.wait(60), acting.process.stderr.read()
    moment = threading.Event()
    moment.wait(draw.random() / 5)  # nobody sets it: it is the while
    for _ in range(20_000):
        pid = writing(owner)
        if pid is not None:
            moment.wait(draw.random() / 200)
            way(acting, owner, pid)
            return True
    return False


@pytest.fixture
def urls(databases, own_database) -> dict[str, str]:
    found = databases.addresses(own_database)
    return {**found.for_running(), **found.for_sealing()}


def test_act_and_log_are_there_together_or_not_at_all(world, urls, owner, pytestconfig, figure):
    assert halves(owner) == []
    kills = LONG if pytestconfig.option.long else KILLS
    draw = Random(SEED)  # noqa: S311 - the same moments, as far as a machine can
    struck, acknowledged = 0, {"publish": [], "deliver": [], "seal": []}
    for number in range(kills):
        act = tuple(acknowledged)[number % 3]
        acting = Acting(act, world, urls, 1000 * (number + 1))
        try:
            struck += strike(acting, owner, draw, WAYS[number // 3 % len(WAYS)])
        finally:
            acknowledged[act] += acting.end()
        assert halves(owner) == [], f"after kill {number}, of {act}"
    kept = {str(row[0]) for row in owner.execute("SELECT public_id FROM disclosure_disclosure")}
    numbers = {str(row[0]) for row in owner.execute("SELECT number FROM plan_planversion")}
    lost = [
        *(one for one in acknowledged["deliver"] if one not in kept),
        *(one for one in acknowledged["publish"] if one not in numbers),
    ]
    figure(
        "G5",
        tried=struck,
        bad=len(lost),
        what="kill -9 mitt i ett utskick, en delning, en försegling",
    )

    assert lost == []
    assert struck >= kills * 0.8, "too few were struck while they wrote"
    assert all(acknowledged.values())
    _seal_the_rest(owner, urls)


def _seal_the_rest(owner: psycopg.Connection, urls: dict[str, str]) -> None:
    """After all of it the seal is dense, holds each event once, and verifies."""
    left = "SELECT count(*) FROM audit_event e WHERE NOT EXISTS (SELECT FROM audit_seal s WHERE s.event_id = e.id)"
    sealer, moment = Sealer(), threading.Event()
    with psycopg.connect(urls["SEAL_DATABASE_URL"], autocommit=True) as sealing:
        for _ in range(
            400
        ):  # what a transaction that is still open anywhere may join, waits for it
            sealer.seal(sealing)
            if owner.execute(left).fetchone() == (0,):
                break
            moment.wait(0.05)
    dense = "SELECT count(*) = max(seq) + 1 AND count(*) = count(DISTINCT event_id) FROM audit_seal"
    assert owner.execute(dense).fetchone() == (True,)
    assert owner.execute(left).fetchone() == (0,)
    assert verify.read_heads(owner)


@pytest.mark.parametrize("act", ["disclosure.made", "delivery.arrived", "plan.published"])
def test_the_count_would_notice_one_event_less(owner, act, figure):
    assert halves(owner) == []
    with contextlib.suppress(psycopg.Rollback), owner.transaction(force_rollback=True):
        owner.execute("SET LOCAL session_replication_role = replica")
        owner.execute(
            "DELETE FROM audit_event WHERE id = (SELECT max(id) FROM audit_event WHERE act = %s)",
            [act],
        )
        noticed = halves(owner)
    figure("G5", control=len(noticed), what="en rad mindre i loggen märks")

    assert noticed
