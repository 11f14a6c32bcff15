"""The log's review at the database: who sees it, what is put up, and the sample that can be drawn again."""

from datetime import date

import psycopg
import pytest

from varjebarn.audit import rules
from varjebarn.ops.world.children import born
from varjebarn.people.commands import break_glass, open_file
from varjebarn.people.queries import open_child
from varjebarn.people.values import Protection

from tests.world.cast import two_children
from tests.world.walls import assert_hidden

pytestmark = [pytest.mark.world.with_args(two_children), pytest.mark.usefixtures("own_database")]

NO_RIGHT = "42501"
TABLES = (
    "audit_question",
    "audit_review",
    "audit_reviewdraw",
    "audit_reviewentry",
    "audit_reviewevent",
    "audit_reviewmark",
    "audit_reviewpolicy",
)
LIST = (
    "SELECT review, person_name, child_name, picked, state FROM vb.unit_reviews(false, 100, NULL)"
)
PICKED = (
    "SELECT e.id, e.act, r.picked FROM audit_event e "
    "LEFT JOIN audit_reviewevent r ON r.event_id = e.id AND r.picked = %s WHERE e.person_id = "
    "(SELECT id FROM organisations_person WHERE public_id = %s) AND e.act LIKE %s ORDER BY e.id"
)


def also_reviews(owner, people, slug):
    """Give somebody the duty to review, beside what they have."""
    owner.execute(
        "UPDATE organisations_assignment SET duties = array_append(duties, 'log_reviewer') "
        "WHERE person_id = (SELECT id FROM organisations_person WHERE public_id = %s)",
        [people.persons[slug]],
    )


def broken(people, alva):
    """Ulf opens Alva's file in an emergency and looks."""
    with people.acting("outsider") as ulf:
        break_glass(ulf, file=alva, reason="Barnet är ensamt och gråter")
    with people.acting("outsider") as ulf:
        open_child(ulf, alva)


def state_of(connection, statement, *values):
    try:
        connection.execute(statement, values)
    except psycopg.Error as refused:
        return refused.sqlstate
    finally:
        connection.rollback()
    return ""


@pytest.mark.parametrize("table", TABLES)
def test_the_running_system_has_no_right_on_the_reviews_tables(connect_as, table):
    app = connect_as("vb_app")

    assert {
        word: state_of(app, statement.format(table))
        for word, statement in {
            "select": "SELECT * FROM {0}",
            "insert": "INSERT INTO {0} SELECT * FROM {0} WHERE false",
            "delete": "DELETE FROM {0}",
        }.items()
    } == dict.fromkeys(("select", "insert", "delete"), NO_RIGHT)


@pytest.mark.rule("R27", case="allows")
@pytest.mark.rule("R30", case="allows")
def test_the_reviewer_finds_a_break_glass_with_all_that_was_read_meanwhile(
    people, alva, enter, owner
):
    broken(people, alva)

    reviewer = enter("log-reviewer")
    found = reviewer.execute(LIST).fetchall()
    reviewer.commit()

    of_ulf = [row[1:] for row in found if row[1] == "Ulf Granat"]
    assert of_ulf == [("Ulf Granat", "Alva Lund", ["break_glass"], "open")]
    events = owner.execute(PICKED, ["break_glass", people.persons["outsider"], "%"]).fetchall()
    assert [row[1:] for row in events] == [
        ("break_glass.opened", "break_glass"),
        ("child.read", "break_glass"),
    ]
    again = enter("log-reviewer").execute(LIST).fetchall()
    assert again == found  # nothing is put up anew


@pytest.mark.rule("R27", case="refuses")
@pytest.mark.parametrize(
    "slug", ["principal", "teacher", "keeper", "nurse", "outsider-elsewhere", "guardian"]
)
def test_nobody_else_lists_or_opens_a_review(people, alva, enter, owner, slug):
    broken(people, alva)
    reviewer = enter("log-reviewer")
    review = reviewer.execute(LIST).fetchone()[0]
    reviewer.commit()

    answers = {
        state_of(enter(slug), statement, *values)
        for statement, values in (
            (LIST, ()),
            ("SELECT * FROM vb.review_events(%s)", (review,)),
            ("SELECT * FROM vb.review_entries(%s)", (review,)),
            ("SELECT vb.ask_reader(%s, 'Varför?', NULL)", (review,)),
            ("SELECT vb.explain(%s, 'Därför.', NULL)", (review,)),
            ("SELECT vb.conclude_review(%s, 'expected', '', NULL)", (review,)),
            ("SELECT vb.draw_extra(NULL)", ()),
        )
    }

    assert answers == {NO_RIGHT}
    opened = "SELECT * FROM vb.open_review(%s, NULL)"
    assert_hidden(
        there=enter("log-reviewer").execute(opened, [review]).fetchall(),
        seen=enter(slug).execute(opened, [review]).fetchall(),
    )


@pytest.mark.rule("R27", case="refuses")
def test_another_units_reviewer_sees_nothing_of_it(people, alva, enter, owner):
    broken(people, alva)
    also_reviews(owner, people, "social-worker")
    there = enter("log-reviewer").execute(LIST).fetchall()

    seen = enter("social-worker").execute(LIST).fetchall()

    assert_hidden(there=there, seen=seen)


@pytest.mark.rule("R27", case="refuses")
def test_nobody_reviews_her_own_readings(people, alva, enter, owner):
    also_reviews(owner, people, "outsider")
    broken(people, alva)
    inga = enter("log-reviewer")
    there = [row for row in inga.execute(LIST).fetchall() if row[1] == "Ulf Granat"]
    inga.commit()

    ulf = enter("outsider")
    assert_hidden(
        there=there, seen=[r for r in ulf.execute(LIST).fetchall() if r[1] == "Ulf Granat"]
    )
    assert ulf.execute("SELECT own FROM vb.review_standing()").fetchone() == (1,)
    ulf.rollback()
    for statement in (
        "SELECT * FROM vb.review_events(%s)",
        "SELECT vb.ask_reader(%s, 'Varför?', NULL)",
        "SELECT vb.conclude_review(%s, 'expected', '', NULL)",
    ):
        assert state_of(enter("outsider"), statement, there[0][0]) == NO_RIGHT


@pytest.mark.rule("R27", case="allows")
def test_every_reading_of_a_protected_child_is_put_up_without_a_name(people, enter, owner):
    with people.acting("principal") as lena:
        child = open_file(
            lena,
            given_name="Hemlig",
            family_name="Rot",
            born=born(9, date.today()),
            reason="Ny elev i klass 3",
            protection=Protection.MARKED,
        ).public_id
    for _ in range(3):
        with people.acting("principal") as lena:
            open_child(lena, child)

    reviewer = enter("log-reviewer")
    found = reviewer.execute(LIST).fetchall()
    review = next(row for row in found if "protected" in row[3])
    events = reviewer.execute(
        "SELECT act, child_name, reason, why FROM vb.review_events(%s)", [review[0]]
    ).fetchall()
    reviewer.commit()

    assert review[1:] == ("Lena Strand", "", ["protected"], "open")
    assert [row[0] for row in events].count("child.read") == 3
    assert {row[1:] for row in events} == {("", "", "")}
    picked = owner.execute(
        "SELECT count(*), count(r.id) FROM audit_event e LEFT JOIN audit_reviewevent r "
        "ON r.event_id = e.id AND r.picked = 'protected' WHERE e.act LIKE '%.read' AND e.child_file_id "
        "IN (SELECT id FROM people_childfile WHERE given_name = 'Hemlig')"
    ).fetchone()
    assert picked == (3, 3)


def test_the_same_family_name_and_many_children_are_put_up(people, alva, enter, owner):
    owner.execute(
        "UPDATE organisations_person SET family_name = 'LUND' WHERE family_name = 'Ekman'"
    )
    owner.execute("UPDATE audit_reviewpolicy SET many_children = 3")
    with people.acting("principal") as lena:
        files = [
            open_file(
                lena, given_name=name, family_name="Prov", born=born(8, date.today()), reason="prov"
            ).public_id
            for name in ("Ett", "Två", "Tre")
        ]
    with people.acting("teacher") as tor:
        open_child(tor, alva)
    for file in files:
        with people.acting("principal") as lena:
            open_child(lena, file)

    found = enter("log-reviewer").execute(LIST).fetchall()

    assert sorted(row[1:4] for row in found) == [
        ("Lena Strand", "", ["many"]),
        ("Tor LUND", "Alva Lund", ["surname"]),
    ]


@pytest.mark.rule("R27", case="allows")
def test_a_sample_of_each_period_can_be_drawn_again_from_its_seed(people, alva, enter, owner):
    owner.execute("UPDATE audit_reviewpolicy SET at_least = 2, at_most = 4, percent = 10")
    for _ in range(12):
        with people.acting("teacher") as tor:
            open_child(tor, alva)
    owner.execute("UPDATE audit_event SET at = at - interval '15 days'")

    reviewer = enter("log-reviewer")
    reviewer.execute(LIST)
    reviewer.commit()

    draws = owner.execute(
        "SELECT from_at, to_at, seed, readings, drawn FROM audit_reviewdraw ORDER BY from_at"
    ).fetchall()
    assert len(draws) == 2
    assert draws[0][1] == draws[1][0]
    leaves = [
        bytes(row[0])
        for row in owner.execute(
            "SELECT leaf FROM audit_event WHERE act LIKE '%%.read' AND child_file_id IS NOT NULL "
            "AND unit_id = (SELECT unit_id FROM audit_reviewmark) AND at >= %s AND at < %s",
            draws[0][:2],
        )
    ]
    size = rules.sample_size(len(leaves), percent=10, at_least=2, at_most=4)
    again = rules.drawn(bytes(draws[0][2]), leaves, size)
    there = owner.execute(
        "SELECT e.leaf FROM audit_reviewevent r JOIN audit_event e ON e.id = r.event_id "
        "WHERE r.picked = 'sample'"
    ).fetchall()
    assert (draws[0][3], draws[0][4]) == (len(leaves), size) == (12, 2)
    assert {bytes(row[0]) for row in there} == set(again)


@pytest.mark.rule("R27", case="allows")
def test_the_head_is_told_the_days_alone_and_others_nothing(people, alva, enter, owner):
    broken(people, alva)
    reviewer = enter("log-reviewer")
    reviewer.execute(LIST)
    reviewer.commit()
    owner.execute("UPDATE audit_review SET due = vb.today() - 5 WHERE 'break_glass' = ANY (picked)")

    standing = "SELECT * FROM vb.review_standing()"
    assert enter("log-reviewer").execute(standing).fetchone() == (1, 1, 0, 5)
    assert enter("principal").execute(standing).fetchone() == (None, None, None, 5)
    for slug in ("teacher", "keeper", "guardian"):
        assert state_of(enter(slug), standing) == NO_RIGHT


def test_a_log_that_nobody_looks_through_is_late(people, alva, enter, owner):
    standing = "SELECT days FROM vb.review_standing()"
    assert enter("principal").execute(standing).fetchone() == (0,)
    owner.execute("UPDATE audit_event SET at = at - interval '30 days'")

    assert enter("principal").execute(standing).fetchone() == (30 - 7 - 14,)
