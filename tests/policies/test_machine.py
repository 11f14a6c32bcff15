"""A random walk through the doors, compared after each step with a small model of who may see what.

What is walked (tests/attacks/walking.py): consent by part and unit, its end and its withdrawal;
involvement, its end, and glass that is broken; a protected identity; what is kept from a guardian;
custody; delivery, filing and return; age. The model (tests/attacks/model.py) knows nothing of SQL or of
the rules in Python.

`--steps N` says how far to walk. A failing walk is made as short as it can be and printed.
"""

from contextlib import ExitStack, contextmanager
from uuid import UUID

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.attacks import beaten_track
from tests.attacks.doors import LOOK, Doors
from tests.attacks.walking import Walk, keys
from tests.world import circle
from tests.world.cast import people_of
from tests.world.cluster import pointed_at

pytestmark = [
    pytest.mark.world.with_args(circle.alva_shared),
    pytest.mark.usefixtures("fresh_database"),
]

STEPS, LONG, WALK = 2_000, 200_000, 100
ON_OLDEST = 300  # the doors are the same there: the track meets them all, and the walk a little
OWNERS = "SET session_replication_role = replica"
ONCE = (Phase.generate,)


@contextmanager
def ready(world, databases, made, *, change: str = ""):
    """Make each walk begin from the same database; `change` is SQL of the owner's that it begins with."""
    ways = []

    def restore():
        """Begin each walk from the same database."""
        while ways:
            ways.pop().close()
        way = ExitStack()
        copy = way.enter_context(databases.copy("machine", template=made[0]))
        way.enter_context(pointed_at(copy))
        Walk.owner = way.enter_context(psycopg.connect(databases.owner_url(copy), autocommit=True))
        Walk.owner.execute(OWNERS)
        Walk.owner.execute(LOOK)
        if change:
            Walk.owner.execute(change)
        Walk.doors = Doors(
            url=databases.addresses(copy).app,
            people=people_of(world),
            alva=UUID(str(world["alva"])),
        )
        way.callback(Walk.doors.close)
        Walk.keys = keys(Walk.owner, Walk.doors)
        ways.append(way)

    Walk.restore = staticmethod(restore)
    try:
        yield
    finally:
        while ways:
            ways.pop().close()


def walk(steps: int, phases=tuple(Phase)):
    """Walk so far at random."""
    Walk.TestCase.settings = settings(
        max_examples=max(1, steps // WALK),
        stateful_step_count=WALK,
        deadline=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )
    Walk.TestCase("runTest").runTest()


def test_the_doors_agree_with_the_model(world, databases, made, pytestconfig, figure):
    option = pytestconfig.option
    with ready(world, databases, made):
        beaten_track.go(Walk())
        # The control: every door has been met from both sides.
        assert Walk.let_through - Walk.refused == {"tell Alva", "ask", "keep"}  # Lena has the file
        assert Walk.refused <= Walk.let_through

        ordinary = ON_OLDEST if option.postgres else STEPS
        walk(option.steps or (LONG if option.long else ordinary))
    for name in ("G1", "G2"):
        figure(name, tried=Walk.decided, bad=0, control=len(Walk.refused & Walk.let_through))


GUARDS = pytest.mark.parametrize(
    ("door", "guard", "gone"),
    [
        ("vb.deliver(bigint, uuid)", " AND held <@ s.parts", ""),
        ("vb.is_involved(bigint)", "AND i.valid_to > statement_timestamp()", ""),
        ("vb.consent_complete(bigint, bigint, bigint)", "child_said IN ('refused', 'withdrawn')", "false"),
    ],
    ids=["parts", "ended", "the child's no"],
)  # fmt: skip


@pytest.fixture
def changed(databases, fresh_database, door, guard, gone) -> str:
    """The door without its guard, as SQL."""
    with psycopg.connect(databases.owner_url(fresh_database)) as owner:
        text = owner.execute("SELECT pg_get_functiondef(%s::regprocedure)", [door]).fetchone()[0]
    assert text.count(guard) == 1
    return text.replace(guard, gone)


@GUARDS
def test_the_beaten_track_notices_a_guard_that_is_gone(world, databases, made, changed):
    with (
        ready(world, databases, made, change=changed),
        pytest.raises(AssertionError, match="the database says"),
    ):
        beaten_track.go(Walk())


@pytest.mark.long
@GUARDS
def test_the_walk_notices_a_guard_that_is_gone(world, databases, made, changed):
    with (
        ready(world, databases, made, change=changed),
        pytest.raises(AssertionError, match="the database says"),
    ):
        walk(20_000, phases=ONCE)  # it ends where it notices
