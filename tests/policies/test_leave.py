"""A colleague away and who stands in: the same children, for that time alone, and never by oneself."""

import pytest

from tests.world.cast import two_children
from tests.world.nights import days_pass
from tests.world.walls import refused

pytestmark = [
    pytest.mark.world.with_args(two_children),
    pytest.mark.usefixtures("own_database"),
]

NO_RIGHT, NO_PERIOD = "42501", "23514"
BEGIN = "SELECT vb.begin_leave(%s, %s, (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date + %s, (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date + %s, NULL)"
SEES = "SELECT f.given_name FROM people_childfile f"
LISTS = "SELECT name FROM people_caseload"


def away(enter, persons, who="teacher", instead="outsider", days=(0, 3)):
    lena = enter("principal")
    made = lena.execute(BEGIN, [persons[who], persons[instead], *days]).fetchone()[0]
    lena.commit()
    return made


def test_who_stands_in_is_with_the_same_children_until_the_last_day(enter, owner, persons):
    away(enter, persons)
    ulf = enter("outsider")
    during = ulf.execute(SEES).fetchall(), ulf.execute(LISTS).fetchall()
    ulf.close()
    days_pass(owner, 4)
    again = enter("outsider")

    assert during == ([("Alva",)], [("Alva Lund",)])
    assert again.execute(SEES).fetchall() == []
    assert again.execute(LISTS).fetchall() == []
    assert enter("teacher").execute(SEES).fetchall() == [("Alva",)]


@pytest.mark.rule("R29", case="refuses")
def test_before_the_first_day_nothing_is_seen_not_even_a_name(enter, owner, persons):
    away(enter, persons, days=(2, 3))
    ulf = enter("outsider")
    before = ulf.execute(SEES).fetchall(), ulf.execute(LISTS).fetchall()
    ulf.close()
    days_pass(owner, 2)
    again = enter("outsider")

    assert before == ([], [])
    assert again.execute(SEES).fetchall() == [("Alva",)]
    assert again.execute(LISTS).fetchall() == [("Alva Lund",)]


def test_what_comes_to_the_colleague_meanwhile_comes_to_the_substitute_too(
    enter, owner, persons, world
):
    away(enter, persons, who="lead")
    assert enter("outsider").execute(SEES).fetchall() == []
    lena = enter("principal")
    lena.execute(
        "SELECT vb.involve(%s, %s, 'team', 'stöd', NULL, NULL)", [world["alva"], persons["lead"]]
    )
    lena.commit()

    assert enter("outsider").execute(SEES).fetchall() == [("Alva",)]


def test_it_is_ended_earlier_and_one_that_has_not_begun_never_does(enter, owner, persons):
    now, later = away(enter, persons), away(enter, persons, days=(2, 3))
    lena = enter("principal")
    for leave in (now, later):
        lena.execute("SELECT vb.end_leave(%s, NULL)", [leave])
    lena.commit()
    assert enter("outsider").execute(SEES).fetchall() == []
    days_pass(owner, 2)

    assert enter("outsider").execute(SEES).fetchall() == []
    assert refused(enter("principal"), "SELECT vb.end_leave(%s, NULL)", [now]) == NO_RIGHT


@pytest.mark.rule("R18", case="refuses")
def test_a_protected_child_comes_to_no_substitute_who_is_not_named(enter, owner, persons, world):
    owner.execute("UPDATE people_childfile SET protection = 'marked' WHERE given_name = 'Alva'")
    owner.execute(
        "INSERT INTO people_namedreader (unit_id, child_file_id, person_id) SELECT f.unit_id, f.id, p.id "
        "FROM people_childfile f, organisations_person p WHERE f.public_id = %s AND p.public_id = %s",
        [world["alva"], persons["teacher"]],
    )
    away(enter, persons)

    assert enter("teacher").execute(SEES).fetchall() == [("Alva",)]
    assert enter("outsider").execute(SEES).fetchall() == []


def test_an_emergency_opening_is_nobodys_to_take_over(enter, persons, world):
    ulf = enter("outsider")
    ulf.execute("SELECT vb.break_glass(%s, 'reach', 'Mamma måste nås nu', NULL)", [world["alva"]])
    ulf.commit()
    away(enter, persons, who="outsider", instead="lead")

    assert enter("lead").execute(SEES).fetchall() == []


@pytest.mark.rule("R29", case="refuses")
@pytest.mark.parametrize(
    ("slug", "who", "instead"),
    [
        ("principal", "teacher", "principal"),  # never herself
        ("principal", "teacher", "teacher"),
        ("principal", "teacher", "nurse"),  # nobody of this unit
        ("principal", "teacher", "keeper"),  # nobody who works with children
        ("principal", "nurse", "outsider"),
        ("teacher", "teacher", "outsider"),
        ("keeper", "teacher", "outsider"),
        ("outsider-elsewhere", "teacher", "outsider"),
    ],
)
def test_nobody_else_says_who_stands_in(enter, persons, slug, who, instead):
    assert refused(enter(slug), BEGIN, [persons[who], persons[instead], 0, 3]) == NO_RIGHT


@pytest.mark.parametrize("days", [(-1, 3), (2, 1)])
def test_a_leave_begins_today_at_the_earliest_and_holds_a_day(enter, persons, days):
    lena = enter("principal")

    assert refused(lena, BEGIN, [persons["teacher"], persons["outsider"], *days]) == NO_PERIOD


def test_who_is_away_is_seen_by_the_manager_alone(enter, persons):
    away(enter, persons)
    count = "SELECT count(*) FROM people_leave"

    seen = {
        slug: enter(slug).execute(count).fetchone()[0]
        for slug in ("principal", "teacher", "outsider", "keeper", "outsider-elsewhere")
    }

    assert seen == {"principal": 1} | dict.fromkeys(
        ("teacher", "outsider", "keeper", "outsider-elsewhere"), 0
    )


def test_nobody_writes_a_leave_in_straight_sql(enter, persons):
    lena = enter("principal")

    assert refused(lena, "INSERT INTO people_leave (unit_id) VALUES (vb.unit())") == NO_RIGHT
    assert refused(lena, "UPDATE people_involvement SET leave = NULL") == NO_RIGHT


def test_every_child_is_named_in_the_log(enter, owner, persons):
    away(enter, persons)
    logged = owner.execute(
        "SELECT act, why, child_file_id IS NOT NULL FROM audit_event ORDER BY id DESC LIMIT 2"
    ).fetchall()

    assert logged == [
        ("leave.begun", "", False),
        ("involvement.made", "leave: Tor Ekman", True),
    ]


def test_whoever_stands_in_is_let_out_with_the_one_who_is_away(enter, owner, persons, world):
    """A release of the colleague who is away ends what stood in for her there, and no more."""
    away(enter, persons)
    assert enter("outsider").execute(SEES).fetchall() == [("Alva",)]
    (hers,) = owner.execute(
        "SELECT i.public_id FROM people_involvement i "
        "JOIN people_childfile f ON f.id = i.child_file_id "
        "JOIN organisations_person p ON p.id = i.person_id "
        "WHERE f.public_id = %s AND p.public_id = %s AND i.leave IS NULL",
        [world["alva"], persons["teacher"]],
    ).fetchone()
    lena = enter("principal")
    lena.execute("SELECT vb.release(%s, 'slutat', NULL)", [hers])
    lena.commit()

    ulf = enter("outsider")
    assert ulf.execute(SEES).fetchall() == []
    assert ulf.execute(LISTS).fetchall() == []
    ended = owner.execute(
        "SELECT i.public_id FROM people_involvement i JOIN audit_event e ON e.object = i.public_id "
        "WHERE i.leave IS NOT NULL AND e.act = 'involvement.ended'"
    ).fetchall()
    assert len(ended) == 1


def test_whoever_stands_in_stays_while_the_colleague_is_with_the_child_in_another_way(
    enter, persons, world
):
    lena = enter("principal")
    made = lena.execute(
        "SELECT vb.involve(%s, %s, 'contact', 'också kontakt', NULL, NULL)",
        [world["alva"], persons["teacher"]],
    ).fetchone()[0]
    lena.commit()
    away(enter, persons)
    lena = enter("principal")
    lena.execute("SELECT vb.release(%s, 'inte kontakt längre', NULL)", [made])
    lena.commit()

    assert enter("outsider").execute(SEES).fetchall() == [("Alva",)]


DELEGATE = (
    "SELECT vb.delegate(%s, %s, 'team', 'Stöd', (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date, "
    "(statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date + %s, NULL)"
)
PROLONG = "SELECT vb.prolong(%s, (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date + %s, 'Längre', NULL)"


def prolonged(enter, persons, world, *, until, to, leave):
    """Mia is with Alva until a day, is away between two others, and is with Alva longer."""
    lena = enter("principal")
    made = lena.execute(DELEGATE, [world["alva"], persons["lead"], until]).fetchone()[0]
    lena.execute(BEGIN, [persons["lead"], persons["outsider"], *leave])
    lena.commit()
    lena = enter("principal")
    lena.execute(PROLONG, [made, to])
    lena.commit()


@pytest.mark.parametrize(
    ("until", "leave", "day", "sees"),
    [
        (1, (0, 5), 3, [("Alva",)]),  # longer than the involvement was: as long as it is now
        (1, (0, 5), 6, []),  # and no longer than the leave
        (1, (2, 5), 3, [("Alva",)]),  # it began after the involvement would have ended
        (1, (2, 5), 0, []),
    ],
)
def test_what_is_prolonged_is_prolonged_for_who_stands_in(
    enter, owner, persons, world, until, leave, day, sees
):
    prolonged(enter, persons, world, until=until, to=9, leave=leave)

    days_pass(owner, day)

    assert enter("outsider").execute(SEES).fetchall() == sees


def test_who_stood_in_and_was_let_out_is_not_let_in_again(enter, owner, persons, world):
    lena = enter("principal")
    made = lena.execute(DELEGATE, [world["alva"], persons["lead"], 1]).fetchone()[0]
    lena.execute(BEGIN, [persons["lead"], persons["outsider"], 0, 5])
    lena.commit()
    stand_in = owner.execute(
        "SELECT public_id FROM people_involvement WHERE leave IS NOT NULL"
    ).fetchone()
    lena = enter("principal")
    lena.execute("SELECT vb.release(%s, 'Klart', NULL)", stand_in)
    lena.commit()
    assert enter("outsider").execute(SEES).fetchall() == []

    lena = enter("principal")
    lena.execute(PROLONG, [made, 9])
    lena.commit()

    assert enter("outsider").execute(SEES).fetchall() == []
