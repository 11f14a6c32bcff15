"""The database part: what the system sends, against the same rows by hand without policies.

The statements that the queries and commands send are taken down once, with their values, and sent
again by a bare connection: behind the walls as `vb_app` after `vb.enter`, and, in turn with it, by
hand as a role that bypasses policies. Each time from BEGIN to the last row.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import psycopg

from varjebarn.ops.bench import publishing
from varjebarn.ops.bench.client import NotAsExpected

if TYPE_CHECKING:
    from varjebarn.kernel.actors import Actor
    from varjebarn.ops.bench.place import Place
    from varjebarn.ops.bench.world import World

TIMES = 100
BY_HAND = Path(__file__).with_name("by_hand.sql")
OPEN = ("plan", "log", "told", "lines", "events", "views", "signals", "notes", "contributions")
HAND = {
    "open_plan": (*OPEN, "versions"),
    "my_children": ("my_children",),
    "save_update": ("plan", "log", "told", "action", "contributions", "action", "update", "log"),
}
PUBLISH = (
    *OPEN,
    "consents",
    "guardians",
    "version",
    "state",
    "disclosures",
    "recipients",
    "copies",
    "family_copies",
    "notices",
    "logs",
)
WRITTEN = ("disclosures", "recipients", "copies", "family_copies")
Statement = tuple[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """One act at one size: milliseconds behind the walls and by hand, the middle of all rounds."""

    name: str
    children: int
    walls: float
    by_hand: float

    @property
    def ratio(self) -> float:
        """How many times as long the walls take."""
        return self.walls / self.by_hand

    @property
    def extra(self) -> float:
        """How many milliseconds more."""
        return self.walls - self.by_hand


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What the principal of a world sends, act by act, and the keys that it is about."""

    world: World
    enter: Statement
    acts: dict[str, list[Statement]]
    keys: dict[str, Any]


def measure(place: Place, taken: Sequence[Sent], *, rounds: int) -> list[Ratio]:
    """Compare each act in each database, the databases in turn, so that both have the same weather."""
    by_hand = _statements()
    found: dict[tuple[str, int], list[Ratio]] = {}
    for _ in range(rounds):
        for sent in taken:
            for one in _round(place, sent, by_hand):
                found.setdefault((one.name, one.children), []).append(one)
    return [
        Ratio(
            name=name,
            children=children,
            walls=median(one.walls for one in rounds_of),
            by_hand=median(one.by_hand for one in rounds_of),
        )
        for (name, children), rounds_of in found.items()
    ]


def take_down(place: Place, world: World) -> Sent:
    """Let the principal of a world do each act once, and keep what was sent."""
    from varjebarn.ops.bench.place import point_at  # noqa: PLC0415 - it imports the world

    point_at(place.addresses(world.database), world.database)
    acts, keys = _taken_down(world)
    enter = ("SELECT * FROM vb.enter(%s, %s)", world.people.login(*world.login()))
    return Sent(world=world, enter=enter, acts=acts, keys=keys)


def _round(place: Place, sent: Sent, by_hand: dict[str, str]) -> Iterator[Ratio]:
    from varjebarn.ops.bench.place import point_at  # noqa: PLC0415 - it imports the world

    world, keys = sent.world, sent.keys
    point_at(place.addresses(world.database), world.database)
    prepare = _prepare_threshold()
    with (
        psycopg.connect(place.addresses(world.database).app, prepare_threshold=prepare) as app,
        psycopg.connect(world.admin_url, prepare_threshold=prepare) as hand,
    ):
        hand.execute("SET SESSION AUTHORIZATION vb_hand")
        hand.execute("SET jit = off")
        hand.commit()
        for name, names in HAND.items():
            mine = [sent.enter, *sent.acts[name]]
            theirs = [(by_hand[each], keys) for each in names]
            _must_be_the_same(name, _rows(app, mine), _rows(hand, theirs))
            walls, plain = [], []
            for _ in range(TIMES):
                walls.append(_timed(app, mine, end=app.commit))
                plain.append(_timed(hand, theirs, end=hand.commit))
            yield Ratio(
                name=name, children=world.children, walls=median(walls), by_hand=median(plain)
            )
        yield _logged(app, sent)
        walls, plain = [], []
        for _ in range(TIMES // 5):
            walls.append(publishing.published(world))
            newest = keys | {"version": _newest(hand, keys)}
            _must_write_the_same(hand, [(by_hand[each], newest) for each in WRITTEN])
            theirs = [(by_hand[each], newest) for each in PUBLISH]
            plain.append(_timed(hand, theirs, end=hand.rollback))
        yield Ratio(
            name="publish", children=world.children, walls=median(walls), by_hand=median(plain)
        )


def _logged(app: psycopg.Connection, sent: Sent) -> Ratio:
    """Compare opening a plan with the events it leaves, and without them; to the end of the commit."""
    end: Statement = ("COMMIT", None)
    whole = [sent.enter, *sent.acts["open_plan"], end]
    silent = [one for one in whole if "vb.record(" not in one[0]]
    if len(silent) == len(whole):
        raise NotAsExpected("opening a plan left no event")
    logged, unlogged = [], []
    for _ in range(TIMES):
        logged.append(_timed(app, whole, end=app.commit))
        unlogged.append(_timed(app, silent, end=app.commit))
    return Ratio(
        name="log", children=sent.world.children, walls=median(logged), by_hand=median(unlogged)
    )


def _newest(hand: psycopg.Connection, keys: dict[str, Any]) -> int:
    """Answer the number of the version that was published last."""
    text = "SELECT version FROM plan_plan WHERE unit_id = %(unit)s AND id = %(plan)s"
    found = hand.execute(text, keys).fetchone()
    hand.rollback()
    return int(found[0]) if found else 0


def _prepare_threshold() -> int | None:
    """Answer after how many times the running system prepares a statement; None is never."""
    from django.conf import settings  # noqa: PLC0415 - Django has begun by now

    options: dict[str, Any] = dict(settings.DATABASES["default"]["OPTIONS"])  # type: ignore[call-overload] # a dict of ours
    return options.get("prepare_threshold")


def _must_write_the_same(hand: psycopg.Connection, statements: Sequence[Statement]) -> None:
    """Five units on one consent and a guardian: two disclosures, six recipients, six copies."""
    made = [hand.execute(text, values).rowcount for text, values in statements]
    hand.rollback()
    if made != [2, 6, 5, 1]:
        raise NotAsExpected(f"publish by hand wrote {made}")


def _taken_down(world: World) -> tuple[dict[str, list[Statement]], dict[str, Any]]:
    """Let the principal do each act once, and answer what was sent, and the keys it was about."""
    from varjebarn.people.queries import my_children  # noqa: PLC0415 - Django has begun by now
    from varjebarn.plan import commands, queries  # noqa: PLC0415 - as above
    from varjebarn.plan.documents import ActionStatus  # noqa: PLC0415 - as above

    def opened(actor: Actor) -> Any:
        plan = queries.open_plan(actor, world.plans[-1])
        return plan, queries.working_document(actor, plan)

    shown = publishing.shown_to(world)
    with world.people.acting("principal") as lena:
        publishing.publish(lena, world, shown)
    with world.people.acting("principal") as lena:
        plan, document = opened(lena)
        action = document.actions.lines[0].ref
        keys = {
            "unit": lena.unit_id,
            "person": lena.person_id,
            "plan": plan.pk,
            "plan_id": plan.public_id,
            "file": plan.child_file_id,
            "ref": plan.ref,
            "action": action,
        }

    def save(actor: Actor) -> None:
        status, note, on = ActionStatus.GOING, "Det går framåt.", document.follow_up_on
        row = queries.open_plan(actor, world.plans[-1])
        if queries.working_action(actor, row, action) is None:
            raise NotAsExpected("the action to save is not there")
        commands.change_action(actor, row, action=action, on=on, status=status, note=note)

    acts: dict[str, Callable[[Actor], object]] = {
        "open_plan": lambda actor: queries.versions(actor, opened(actor)[0]),
        "my_children": my_children,
        "save_update": save,
        "publish": lambda actor: publishing.publish(actor, world, shown),
    }
    sent = {}
    for name, act in acts.items():
        with world.people.acting("principal") as lena, _taking_down() as statements:
            act(lena)
        sent[name] = statements
    return sent, keys


@contextmanager
def _taking_down() -> Iterator[list[Statement]]:
    """Have a list that fills with each statement and its values."""
    from django.db import connection  # noqa: PLC0415 - Django has begun by now

    found: list[Statement] = []

    def take(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - Django's own order
        found.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(take):
        yield found


def _statements() -> dict[str, str]:
    """Read the statements by hand, by name."""
    parts = re.split(r"^-- name: (\w+)\n", BY_HAND.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _rows(connection: psycopg.Connection, statements: Sequence[Statement]) -> list[int]:
    """Count the rows of each reading statement, the longest list inside a row included."""
    counts = []
    for text, values in statements:
        cursor = connection.execute(text, values)
        if cursor.description and "vb." not in text:
            rows = cursor.fetchall()
            lists = [len(value) for row in rows for value in row if isinstance(value, list)]
            counts += [len(rows), *lists]
    connection.rollback()
    return counts


def _must_be_the_same(name: str, walls: list[int], by_hand: list[int]) -> None:
    if walls != by_hand or not any(walls):
        raise NotAsExpected(f"{name}: {walls} behind the walls, {by_hand} by hand")


def _timed(
    connection: psycopg.Connection, statements: Sequence[Statement], *, end: Callable[[], None]
) -> float:
    """Send them all in one transaction; answer how long it took until the last row was here."""
    begun = time.perf_counter()
    for text, values in statements:
        cursor = connection.execute(text, values)
        if cursor.description:
            cursor.fetchall()
    taken = (time.perf_counter() - begun) * 1000
    end()
    return taken
