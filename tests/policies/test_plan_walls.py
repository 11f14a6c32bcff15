"""The second wall around plans, with Python bypassed: who sees a row, and what a row may say."""

from collections.abc import Callable, Iterator

import psycopg
import pytest

from varjebarn.database.acting import assignments, open_login
from varjebarn.kernel.actors import Kind

from tests.commands.plan_story import Story, own_story, published
from tests.world.cast import kind_of
from tests.world.walls import assert_hidden

pytestmark = pytest.mark.world.with_args(published)

TABLES = (
    "plan_plan",
    "plan_need",
    "plan_goal",
    "plan_action",
    "plan_teammember",
    "plan_disagreement",
    "plan_planversion",
)
NEED = (
    "INSERT INTO plan_need (ref, unit_id, child_file_id, plan_id, dimension, wording, why_no_action) "
    "VALUES (gen_random_uuid(), %s, %s, %s, '', 'Ro', '')"
)

Entered = Callable[[str], psycopg.Connection]


@pytest.fixture
def story(databases, made) -> Iterator[Story]:
    with own_story(databases, made) as own:
        yield own


@pytest.fixture
def enter(story: Story, connect_as: Callable[[str], psycopg.Connection]) -> Entered:
    """Act as somebody on a bare connection of their own."""

    def act(slug: str) -> psycopg.Connection:
        kind = kind_of(slug)
        token = open_login(story.people.persons[slug], kind)
        chosen = assignments(token)[0].assignment if kind is Kind.STAFF else None
        connection = connect_as("vb_app")
        connection.execute("SELECT FROM vb.enter(%s, %s)", [token, chosen])
        return connection

    return act


def count(connection: psycopg.Connection, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.parametrize("table", TABLES)
def test_with_nobody_acting_a_plan_is_not_there(
    table: str,
    story: Story,
    owner: psycopg.Connection,
    connect_as: Callable[[str], psycopg.Connection],
) -> None:
    assert count(owner, table) > 0
    assert count(connect_as("vb_app"), table) == 0


@pytest.mark.rule("R01", case="refuses")
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "slug",
    ["outsider", "outsider-elsewhere", "nurse", "social-worker", "police", "guardian", "child"],
)
def test_nobody_outside_the_leads_circle_sees_a_row(table: str, slug: str, enter: Entered) -> None:
    there = count(enter("principal"), table)

    assert_hidden(there=there, seen=count(enter(slug), table))


def test_a_row_is_written_in_the_own_unit_only(
    story: Story, owner: psycopg.Connection, enter: Entered
) -> None:
    plan = owner.execute("SELECT unit_id, child_file_id, id FROM plan_plan").fetchone()

    for slug in ("nurse", "outsider"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            enter(slug).execute(NEED, plan)
    enter("principal").execute(NEED, plan)


def test_a_row_belongs_to_a_plan_of_its_own_child(story: Story, owner: psycopg.Connection) -> None:
    unit, _, plan = owner.execute("SELECT unit_id, child_file_id, id FROM plan_plan").fetchone()  # type: ignore[misc] # one plan
    other = owner.execute(
        "INSERT INTO people_childfile (public_id, unit_id, given_name, name_used, family_name, born, "
        "language, interpreter, protection, filed, opened) VALUES (gen_random_uuid(), %s, 'Max', '', "
        "'', '2018-01-01', 'sv', '', 'none', true, now()) RETURNING id",
        [unit],
    ).fetchone()
    assert other is not None

    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        owner.execute(NEED, [unit, other[0], plan])


def test_an_empty_need_or_an_unknown_status_is_no_row(
    story: Story, owner: psycopg.Connection
) -> None:
    for statement in (
        "UPDATE plan_need SET wording = ''",
        "UPDATE plan_action SET status = '99'",
        "UPDATE plan_plan SET state = 'closed'",
        "UPDATE plan_plan SET version = 0",
    ):
        with pytest.raises(psycopg.errors.CheckViolation):
            owner.execute(statement)


def more_plans(owner: psycopg.Connection, number: int) -> None:
    """Write that many further plans of the same model, each on a file of its own."""
    owner.execute(
        "WITH file AS (INSERT INTO people_childfile (public_id, unit_id, given_name, name_used, "
        "family_name, born, language, interpreter, protection, filed, opened) "
        "SELECT gen_random_uuid(), p.unit_id, 'Barn', '', '', '2018-01-01', 'sv', '', 'none', true, "
        "now() FROM plan_plan p, generate_series(1, %s) RETURNING id, unit_id) "
        "INSERT INTO plan_plan (public_id, ref, unit_id, child_file_id, model_id, model_version, "
        "state, is_sip, nobody_else, why, lead_id, lead_title, started_on, version, has_changes, "
        "outcome) SELECT gen_random_uuid(), gen_random_uuid(), f.unit_id, f.id, p.model_id, "
        "p.model_version, 'draft', false, false, '', p.lead_id, '', p.started_on, 0, false, '' "
        "FROM file f, plan_plan p",
        [number],
    )


@pytest.mark.parametrize(("further", "told"), [(0, None), (3, None), (4, 5), (9, 10)])
def test_a_number_of_plans_is_told_only_when_it_points_at_nobody(
    further: int, told: int | None, story: Story, owner: psycopg.Connection, enter: Entered
) -> None:
    more_plans(owner, further)
    model = owner.execute("SELECT DISTINCT model_id, model_version FROM plan_plan").fetchone()

    answer = enter("process-leader").execute("SELECT vb.plans_following(%s, %s)", model).fetchone()

    assert answer == (told,)


def test_nobody_who_does_not_act_counts_plans(
    story: Story, owner: psycopg.Connection, connect_as: Callable[[str], psycopg.Connection]
) -> None:
    more_plans(owner, 9)
    model = owner.execute("SELECT DISTINCT model_id, model_version FROM plan_plan").fetchone()

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connect_as("vb_app").execute("SELECT vb.plans_following(%s, %s)", model)


def test_the_count_is_closed_to_everybody_but_the_running_system(
    story: Story, owner: psycopg.Connection
) -> None:
    row = owner.execute(
        "SELECT pg_get_userbyid(p.proowner), p.prosecdef, p.proconfig, "
        "has_function_privilege('vb_app', p.oid, 'EXECUTE'), "
        "has_function_privilege('vb_login', p.oid, 'EXECUTE'), "
        "EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0) "
        "FROM pg_proc p WHERE p.proname = 'plans_following'"
    ).fetchone()

    assert row == ("vb_definer", True, ["search_path=public, vb, pg_temp"], True, False, False)
