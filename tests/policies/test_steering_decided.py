"""What belongs to decisions, in the database: drafts for members alone, the rest public and lasting."""

from collections.abc import Callable
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.commands import Impact

from tests.world.cast import people_of
from tests.world.steering_group import SILENT, build, organisation

Connect = Callable[[str], psycopg.Connection]

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("fresh_database")]

OPEN = (
    "steering_answerdelegation",
    "steering_contradiction",
    "steering_decisionchange",
    "steering_decisionraised",
    "steering_earlierdecision",
    "steering_joining",
)
DRAFT = "SELECT whom FROM steering_impactanalysis"
WRITE = (
    "INSERT INTO steering_impactanalysis (public_id, item_id, whom, said, asked_how, gains, costs, "
    "articles, weighing, follow_up, written_by_id, changed_at) "
    "SELECT gen_random_uuid(), i.id, 'Alla.', '', '', '', '', '{3}', '', '', p.id, now() "
    "FROM steering_agendaitem i, organisations_person p WHERE i.public_id = %s AND p.public_id = %s"
)
REWRITE = "UPDATE steering_impactanalysis SET whom = 'Ingen.'"
PUBLISH = "UPDATE steering_impactanalysis SET published_at = clock_timestamp()"
JOIN = (
    "INSERT INTO steering_joining (organisation_id, standing, since, decided_by, note) "
    "SELECT id, 'joined', current_date, 'Eget beslut', '' FROM organisations_organisation LIMIT 1"
)
CONTRADICT = (
    "INSERT INTO steering_contradiction (public_id, agreement_id, says, other_text, other_says, "
    "owner_id) SELECT gen_random_uuid(), a.id, 'Ja.', 'Annan', 'Nej.', b.id "
    "FROM steering_agreement a, steering_body b LIMIT 1"
)
SOLVE = (
    "UPDATE steering_contradiction SET solved_by_id = (SELECT min(id) FROM steering_decisionrecord)"
)
COMPLETE = "UPDATE steering_decisionrecord SET about_the_young = true"
DELEGATE = (
    "INSERT INTO steering_answerdelegation (report_back_id, organisation_id, person_id, by_id, at) "
    "SELECT r.id, o.id, p.id, b.id, now() FROM steering_reportback r, organisations_organisation o, "
    "organisations_person p, organisations_person b "
    "WHERE o.public_id = %s AND p.public_id = %s AND b.public_id = %s"
)
ANSWER = (
    "INSERT INTO steering_reportbackanswer "
    "(report_back_id, organisation_id, text, parts, nothing_new, by_id, at) "
    "SELECT r.id, o.id, 'Vi testar.', '{}', false, p.id, now() "
    "FROM steering_reportback r, organisations_organisation o, organisations_person p "
    "WHERE o.public_id = %s AND p.public_id = %s"
)
OURS = "Växjö kommun"


@pytest.fixture(scope="module")
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.fixture(scope="module")
def ref(world: dict[str, object]) -> Callable[[str], UUID]:
    return lambda name: UUID(str(world[name]))


@pytest.fixture(scope="module")
def drafted(people: People, ref: Callable[[str], UUID], fresh_database: str) -> None:
    del fresh_database
    with people.acting("principal") as lena:
        commands.write_analysis(
            lena,
            queries.open_item(ref("follower")),
            says=Impact(whom="Alla.", asked_how="Nej.", weighing="Vägt.", follow_up="Sedan."),
            on=timezone.localdate(),
        )


def outcome(people: People, who: str, statement: str, *words: object) -> str:
    """Run one statement as somebody and take it back: how many rows, or the database's no."""
    try:
        with people.acting(who), connection.cursor() as cursor:
            cursor.execute(statement, words)
            transaction.set_rollback(True)
            return str(cursor.rowcount)
    except DatabaseError as error:
        return str(getattr(error.__cause__, "sqlstate", ""))


@pytest.mark.parametrize("table", [*OPEN, "steering_impactanalysis"])
def test_each_table_forces_its_policies(owner: psycopg.Connection, table: str) -> None:
    found = owner.execute(
        "SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE relname = %s", [table]
    ).fetchone()

    assert found == (True, True)


@pytest.mark.parametrize("table", OPEN)
def test_anybody_reads_what_is_not_a_draft(connect_as: Connect, table: str) -> None:
    assert connect_as("vb_app").execute(f"SELECT count(*) >= 0 FROM {table}").fetchone() == (True,)


@pytest.mark.parametrize(
    ("who", "reads", "rewrites", "publishes"),
    [
        ("process-leader", "1", "1", "1"),
        ("principal", "1", "1", "1"),
        ("teacher", "0", "0", "0"),
        ("outsider", "0", "0", "0"),
        ("outsider-elsewhere", "0", "0", "0"),
        ("nurse", "0", "0", "0"),
    ],
)
@pytest.mark.usefixtures("drafted")
def test_a_draft_is_the_members(
    people: People, who: str, reads: str, rewrites: str, publishes: str
) -> None:
    assert [outcome(people, who, words) for words in (DRAFT, REWRITE, PUBLISH)] == [
        reads,
        rewrites,
        publishes,
    ]


@pytest.mark.usefixtures("drafted")
def test_with_nobody_acting_a_draft_is_not_there(
    connect_as: Connect, owner: psycopg.Connection
) -> None:
    assert owner.execute(DRAFT).fetchall() == [("Alla.",)]
    assert connect_as("vb_app").execute(DRAFT).fetchall() == []


@pytest.mark.usefixtures("drafted")
def test_what_is_published_is_read_by_all_and_changed_by_nobody(
    people: People, owner: psycopg.Connection
) -> None:
    owner.execute(PUBLISH)
    try:
        found = [outcome(people, who, DRAFT) for who in ("outsider", "nurse", "principal")]
        changed = [outcome(people, who, REWRITE) for who in ("process-leader", "principal")]
    finally:
        owner.execute("UPDATE steering_impactanalysis SET published_at = NULL")

    assert found == ["1", "1", "1"]
    assert changed == ["0", "0"]


@pytest.mark.parametrize(
    ("who", "by", "found"),
    [
        ("process-leader", "process-leader", "1"),
        ("principal", "principal", "1"),
        ("principal", "process-leader", "42501"),
        ("outsider", "outsider", "42501"),
        ("nurse", "nurse", "42501"),
    ],
)
def test_a_draft_is_written_by_a_member_in_their_own_name(
    people: People, ref: Callable[[str], UUID], who: str, by: str, found: str
) -> None:
    item = queries.open_decision(ref("decision")).item.public_id

    assert outcome(people, who, WRITE, item, people.persons[by]) == found


@pytest.mark.parametrize(
    ("who", "join", "contradict", "solve", "complete"),
    [
        ("process-leader", "1", "1", "1", "2"),
        ("principal", "42501", "42501", "0", "0"),
        ("outsider", "42501", "42501", "0", "0"),
        ("nurse", "42501", "42501", "0", "0"),
    ],
)
def test_only_the_duty_county_writes_the_rest(
    people: People, who: str, join: str, contradict: str, solve: str, complete: str
) -> None:
    found = [outcome(people, who, words) for words in (JOIN, CONTRADICT, SOLVE, COMPLETE)]

    assert found == [join, contradict, solve, complete]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE steering_joining SET standing = 'outside'",
        "UPDATE steering_contradiction SET says = 'Något annat.'",
        "UPDATE steering_earlierdecision SET earlier_id = earlier_id",
        "UPDATE steering_decisionchange SET label = 'Något annat.'",
        "UPDATE steering_impactanalysis SET item_id = item_id",
        "DELETE FROM steering_joining",
        "DELETE FROM steering_impactanalysis",
    ],
)
def test_what_has_been_written_stays(people: People, statement: str) -> None:
    assert outcome(people, "process-leader", statement) == "42501"


@pytest.mark.parametrize(
    ("who", "whose", "by", "found"),
    [
        ("principal", OURS, "principal", "1"),
        ("principal", SILENT, "principal", "42501"),
        ("principal", OURS, "process-leader", "42501"),
        ("process-leader", SILENT, "process-leader", "1"),
        ("outsider", OURS, "outsider", "42501"),
        ("teacher", OURS, "teacher", "42501"),
    ],
)
def test_a_colleague_is_asked_by_who_holds_the_seat(
    people: People, who: str, whose: str, by: str, found: str
) -> None:
    asked = (organisation(whose), people.persons["teacher"], people.persons[by])

    assert outcome(people, who, DELEGATE, *asked) == found


def test_a_colleague_answers_once_they_have_been_asked(
    people: People, owner: psycopg.Connection
) -> None:
    tor = people.persons["teacher"]
    before = outcome(people, "teacher", ANSWER, organisation(OURS), tor)
    owner.execute(DELEGATE, (organisation(OURS), tor, people.persons["principal"]))

    after = outcome(people, "teacher", ANSWER, organisation(OURS), tor)
    elsewhere = outcome(people, "teacher", ANSWER, organisation(SILENT), tor)
    owner.execute("DELETE FROM steering_answerdelegation")  # the module's other tests begin without

    assert (before, after, elsewhere) == ("42501", "1", "42501")
