"""What a unit decided not to share stays with those who are with the child there, as it was decided."""

from collections.abc import Callable

import psycopg
import pytest

from varjebarn.database.acting import assignments, open_login
from varjebarn.disclosure.commands import decide_not_to_share
from varjebarn.kernel.actors import Kind
from varjebarn.ops.world.logins import People

from tests.world.cast import kind_of, people_of
from tests.world.circle import alva_at, alva_shared
from tests.world.walls import assert_hidden

Act = Callable[[str], psycopg.Connection]
NO_RIGHT = "42501"
COUNT = "SELECT count(*) FROM disclosure_notshared"
FORGED = (
    "INSERT INTO disclosure_notshared (public_id, unit_id, child_file_id, content_kind, "
    "recipient_name, reason, decided_by_id, decided_at) SELECT gen_random_uuid(), unit_id, "
    "child_file_id, content_kind, recipient_name, 'forged', %s, now() FROM disclosure_notshared"
)


def one_kept() -> dict[str, object]:
    """The nurse has decided not to share something about Alva."""
    world = alva_shared()
    people = People(persons=world["persons"])  # type: ignore[arg-type] # as made just above
    with people.acting("nurse") as signe:
        decide_not_to_share(
            signe,
            alva_at(signe),
            kind="note",
            recipient_name="Socialtjänst",
            reason="Alva vill berätta själv.",
        )
    return world


pytestmark = [pytest.mark.world.with_args(one_kept), pytest.mark.usefixtures("fresh_database")]


@pytest.fixture
def acting(connect_as: Act, world: dict[str, object]) -> Act:
    app = connect_as("vb_app")

    def act(slug: str) -> psycopg.Connection:
        app.rollback()
        kind = kind_of(slug)
        token = open_login(people_of(world).persons[slug], kind)
        chosen = assignments(token)[0].assignment if kind is Kind.STAFF else None
        app.execute("SELECT FROM vb.enter(%s, %s)", [token, chosen])
        return app

    return act


def counted(connection: psycopg.Connection) -> int:
    row = connection.execute(COUNT).fetchone()
    assert row is not None
    return int(row[0])


def test_the_one_who_is_with_the_child_sees_it(acting: Act) -> None:
    assert counted(acting("nurse")) == 1


@pytest.mark.parametrize(
    "slug",
    ["principal", "teacher", "outsider", "social-worker", "police", "keeper", "log-reviewer",
     "guardian", "child"],
)  # fmt: skip
def test_nobody_else_does(acting: Act, owner: psycopg.Connection, slug: str) -> None:
    assert_hidden(there=counted(owner), seen=counted(acting(slug)))


def test_nobody_decides_in_anothers_name(acting: Act) -> None:
    signe = acting("nurse")
    row = signe.execute("SELECT vb.person() + 1").fetchone()
    assert row is not None

    with pytest.raises(psycopg.Error) as refused:
        signe.execute(FORGED, [row[0]])

    assert refused.value.sqlstate == NO_RIGHT


@pytest.mark.parametrize(
    "statement",
    ["UPDATE disclosure_notshared SET reason = 'x'", "DELETE FROM disclosure_notshared"],
)
def test_it_is_never_changed(acting: Act, statement: str) -> None:
    with pytest.raises(psycopg.Error) as refused:
        acting("nurse").execute(statement)

    assert refused.value.sqlstate == NO_RIGHT
