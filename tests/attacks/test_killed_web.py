"""The real web server's workers are killed while they publish: act and log together, or neither (G5).

Lena sends version after version through the page, as a browser does; both of Granian's workers get SIGKILL
in the middle of it, again and again. What the browser was told is sent, is there.
"""

import os
import signal
import socket
import threading
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from django.conf import settings

from varjebarn.ops import setup
from varjebarn.ops.demo import AS_DEMO, server

from tests.attacks.test_killed import halves, writing
from tests.attacks.visiting import Visitor
from tests.commands.plan_story import published
from tests.world.browsing import browser_of

pytestmark = [
    pytest.mark.world.with_args(published),
    pytest.mark.usefixtures("own_database"),
    pytest.mark.long,
    pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds workers as Linux tells"),
]

KILLS = 10
SEED = 5


def workers(parent: int) -> list[int]:
    """Find the processes that a process has started, by its id (on Linux)."""
    told = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
    return [int(word) for word in told.split()]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Sending(threading.Thread):
    """Publishes through the page until the server is gone; counts what it was told is sent."""

    def __init__(self, visitor: Visitor, address: str):
        super().__init__()
        self.visitor, self.address = visitor, address
        self.sent = 0
        self.begun = threading.Event()

    def run(self) -> None:
        while self.visitor.submit(self.address):
            self.sent += 1
            self.begun.set()
        self.begun.set()


def test_a_killed_web_worker_leaves_nothing_half(
    people, world, databases, own_database, owner, figure
):
    plan = owner.execute("SELECT public_id FROM plan_plan LIMIT 1").fetchone()[0]
    cookies = {name: one.value for name, one in browser_of(people, "principal").cookies.items()}
    assert settings.TOKEN_COOKIE in cookies
    urls = databases.addresses(own_database).for_running()
    draw, struck, told = Random(SEED), 0, 0  # noqa: S311 - the same moments, as far as a machine can
    versions = "SELECT count(*) FROM plan_planversion"
    before = owner.execute(versions).fetchone()[0]
    for number in range(KILLS):
        port = free_port()
        with server(port, {**setup.found_environment(urls), **AS_DEMO}) as web:
            sending = Sending(Visitor(port=port, cookies=cookies), _page(plan))
            sending.start()
            sending.begun.wait(60)
            threading.Event().wait(draw.random() / 3)  # nobody sets it: it is the while
            for _ in range(20_000):
                if writing(owner) is not None:
                    struck += 1
                    break
            for worker in workers(web.pid):
                os.kill(worker, signal.SIGKILL)
        sending.join(60)
        told += sending.sent
        assert halves(owner) == [], f"after kill {number}"
    figure("G5", tried=struck, bad=0)

    assert told > 0
    assert owner.execute(versions).fetchone()[0] >= before + told
    assert struck >= KILLS * 0.6


def _page(plan: UUID) -> str:
    return f"/personal/plan/{plan}/skicka/"
