"""The four requests that are measured, through the real server, by one client and by four."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from statistics import median, mode, quantiles
from typing import Protocol
from uuid import UUID

from varjebarn.ops.bench.client import Answer, Client, NotAsExpected
from varjebarn.ops.bench.place import StatementLog
from varjebarn.ops.bench.world import CIRCLE, CLIENTS, ENTRIES, World

ROWS = 50
WARM = 6
TIMES = {"open_plan": 100, "my_children": 100, "save_update": 60, "publish": 20}
Act = Callable[[], Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """One request by so many clients: its statements, and its times round by round."""

    name: str
    clients: int
    statements: tuple[str, ...]
    rounds: tuple[tuple[float, ...], ...]

    @property
    def p50(self) -> tuple[float, float, float]:
        """The median's median, lowest and highest over the rounds, in milliseconds."""
        return _over([median(times) for times in self.rounds])

    @property
    def p95(self) -> tuple[float, float, float]:
        """The same of the ninety-fifth percentile."""
        return _over([quantiles(times, n=20, method="inclusive")[-1] for times in self.rounds])


def measure(port: int, world: World, log: StatementLog, *, rounds: int) -> list[Timing]:
    """Measure each request: first its statements, then its times by one client and by four."""
    desks = [Desk(Client(port).log_in("principal"), plan) for plan in world.plans[:CLIENTS]]
    found = timed(desks, log, TIMES, rounds=rounds)
    for desk in desks:
        desk.must_have_been_sent()
    return found


class Asking(Protocol):
    """Somebody at one screen, who can ask for something by its name."""

    client: Client

    def act(self, name: str) -> Act:
        """Prepare a request, and answer what sends it."""


def timed(
    desks: Sequence[Asking], log: StatementLog, names: Mapping[str, int], *, rounds: int
) -> list[Timing]:
    """Measure each request so many times: its statements first, then by one desk and by all."""
    found = []
    for name, times in names.items():
        statements = _count(desks[0], log, name)
        for clients in (1, len(desks)):
            each = max(times // clients, 5)
            rows = [_round(desks[:clients], name, each) for _ in range(rounds)]
            found.append(
                Timing(name=name, clients=clients, statements=statements, rounds=tuple(rows))
            )
    return found


class Desk:
    """One principal at one screen with one plan: what is asked, and what must be seen."""

    def __init__(self, client: Client, plan: UUID) -> None:
        """Find the action that is written about."""
        self.client, self.plan = client, f"/personal/plan/{plan}/"
        self.sent = self._received()
        page = client.get(self.plan).must(status=HTTPStatus.OK).body
        self.change = page.split(f'href="{self.plan}insats/')[2].split('"')[0]
        self.change = f"{self.plan}insats/{self.change}"

    def act(self, name: str) -> Act:
        """Prepare a request as a browser would have, and answer what sends it."""
        return {
            "open_plan": lambda: self._open_plan,
            "my_children": lambda: self._my_children,
            "save_update": self._save_update,
            "publish": self._publish,
        }[name]()

    def must_have_been_sent(self) -> None:
        """See on the plan's pages that everything that was published has been sent to five units."""
        if self._received() != self.sent:
            raise NotAsExpected("some unit has not got every version")

    def _received(self) -> list[int]:
        """Count the versions that each of the five units has been sent."""
        page = self.client.get(f"{self.plan}lasta/").must(status=HTTPStatus.OK).body
        return [page.count(f"<strong>{unit}, {body}</strong>") for body, unit in CIRCLE[1:]]

    def _open_plan(self) -> Answer:
        answer = self.client.get(self.plan).must(
            status=HTTPStatus.OK, holds="Jag vill ha det lugnt."
        )
        if answer.body.count(f'href="{self.plan}insats/') != ENTRIES + 1:
            raise NotAsExpected("the plan does not show its sixty actions")
        return answer

    def _my_children(self) -> Answer:
        answer = self.client.get("/personal/").must(status=HTTPStatus.OK, holds='id="mina-barn"')
        if answer.body.split('id="mina-barn"')[1].count("vb-row-link") != ROWS:
            raise NotAsExpected("the list does not show fifty children")
        return answer

    def _save_update(self) -> Act:
        fields = self.client.fields(self.change) | {"status": "65", "note": "Det går framåt."}
        return lambda: self.client.post(self.change, fields).must(
            status=HTTPStatus.FOUND, leads_to="klart=plan-andrad"
        )

    def _publish(self) -> Act:
        fields = self.client.fields(f"{self.plan}skicka/")
        self.sent = [count + 1 for count in self.sent]
        return lambda: self.client.post(f"{self.plan}skicka/", fields).must(
            status=HTTPStatus.FOUND, leads_to="klart=plan-skickad"
        )


def _count(desk: Asking, log: StatementLog, name: str) -> tuple[str, ...]:
    """List the statements of one request as it most often is: not the first on a connection."""
    found: list[list[str]] = []
    with log.turned_on():
        for _ in range(WARM):
            act = desk.act(name)
            with log.counting() as statements:
                act()
            found.append(statements)
    lengths = [len(statements) for statements in found]
    return tuple(next(one for one in reversed(found) if len(one) == mode(lengths)))


def _round(desks: Sequence[Asking], name: str, times: int) -> tuple[float, ...]:
    """Let every client do its requests at once, and answer all their times."""

    def work(desk: Asking) -> list[float]:
        return [desk.act(name)().milliseconds for _ in range(times)]

    for desk in desks:
        desk.client.connect()
    with ThreadPoolExecutor(len(desks)) as clients:
        return tuple(taken for mine in clients.map(work, desks) for taken in mine)


def _over(values: list[float]) -> tuple[float, float, float]:
    return median(values), min(values), max(values)
