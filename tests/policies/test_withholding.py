"""What is kept from a guardian, with Python bypassed: the wall at the family's compartment and at the doors."""

import json
from datetime import date, timedelta
from uuid import UUID

import psycopg
import pytest

from tests.commands.plan_story import published, story_of
from tests.policies.test_doors import decide, deliver
from tests.world.cast import people_of
from tests.world.walls import assert_hidden

pytestmark = [pytest.mark.world.with_args(published), pytest.mark.usefixtures("own_database")]

SOON = date.today() + timedelta(days=30)
NO_RIGHT, NOT_SO = "42501", "23514"


@pytest.fixture
def lena(enter):
    return enter("principal")


@pytest.fixture
def karin(world):
    return people_of(world).persons["guardian"]


def withhold(connection, item, karin, *, kind="action", why="harm", day=SOON, reach="persons"):
    """Keep something about Alva as an injected statement could; give the decision's uuid."""
    return connection.execute(
        "SELECT vb.withhold((SELECT min(id) FROM people_childfile), %s, %s, 'x', %s, %s::uuid[], %s, "
        "'Därför.', %s, NULL)",
        [kind, item, reach, [karin] if reach == "persons" else [], why, day],
    ).fetchone()[0]


def copies(connection):
    return connection.execute(
        "SELECT public_id FROM disclosure_familydelivery WHERE content_kind = 'plan_version'"
    ).fetchall()


def refusal(connection, statement, values=()):
    with pytest.raises(psycopg.Error) as error:
        connection.execute(statement, values)
    connection.rollback()
    return error.value.sqlstate


@pytest.mark.rule("R15", case="refuses")
def test_a_copy_that_holds_it_is_closed_for_that_guardian_and_for_nobody_else(
    enter, lena, karin, world
):
    action = story_of(world).action("Rastvakt vid gungorna")
    there = copies(enter("guardian"))
    child = copies(enter("child"))

    withhold(lena, action, karin)
    lena.commit()

    assert_hidden(there=there, seen=copies(enter("guardian")))
    assert copies(enter("child")) == child


@pytest.mark.rule("R15", case="refuses")
def test_a_closed_copy_is_neither_opened_nor_answered(enter, lena, karin, world):
    (plan,) = copies(enter("guardian"))[0]
    withhold(lena, story_of(world).ref(), karin, kind="plan")
    lena.commit()

    assert refusal(enter("guardian"), "SELECT vb.opened(%s, NULL)", [plan]) == NO_RIGHT
    family = enter("guardian")
    family.execute(
        "INSERT INTO disclosure_draft (public_id, person_id, reply_to, kind, body, updated) "
        "VALUES (gen_random_uuid(), vb.person(), %s, 'guardian_words', '{}', now())",
        [plan],
    )
    assert (
        refusal(
            family,
            "SELECT vb.submit((SELECT max(public_id::text)::uuid FROM disclosure_draft), NULL)",
        )
        == NO_RIGHT
    )


@pytest.mark.rule("R15", case="refuses")
def test_the_decisions_are_no_familys_to_see(enter, lena, karin, world):
    withhold(lena, story_of(world).ref(), karin, kind="plan")
    lena.commit()

    there = enter("principal").execute("SELECT FROM disclosure_withholding").fetchall()
    for slug in ("guardian", "child", "nurse"):
        seen = enter(slug).execute("SELECT FROM disclosure_withholding").fetchall()
        assert_hidden(there=there, seen=seen)


def guardian_copy(connection, karin, parts):
    return decide(
        connection, to=karin, parts=parts, ground="GUARDIAN", consent_id=None, capacity="guardian"
    )


@pytest.mark.rule("R15", case="refuses")
def test_no_door_carries_it_to_the_guardian(enter, lena, karin, world):
    action = story_of(world).action("Rastvakt vid gungorna")
    withhold(lena, action, karin)
    lena.commit()

    lena = enter("principal")
    deliver(lena, guardian_copy(lena, karin, {"actions": {"lines": []}}))
    key = guardian_copy(lena, karin, {"actions": {"lines": [{"ref": str(action)}]}})
    assert refusal(lena, "SELECT vb.deliver(%s, NULL)", [key]) == NO_RIGHT


@pytest.mark.rule("R52", case="refuses")
def test_no_consent_carries_it_to_a_unit(enter, lena, karin, world):
    from tests.world.circle import MEDICAL  # noqa: PLC0415 - beside its only use

    action = story_of(world).action("Rastvakt vid gungorna")
    withhold(lena, action, karin)
    lena.commit()

    lena = enter("principal")
    key = decide(lena, to=MEDICAL, parts={"actions": {"lines": [{"ref": str(action)}]}})
    assert refusal(lena, "SELECT vb.deliver(%s, NULL)", [key]) == NO_RIGHT


@pytest.mark.rule("R16", case="refuses")
def test_a_review_later_than_the_law_allows_is_not_stored(enter, karin, world):
    file = UUID(str(world["alva"]))
    today = date.today()
    for why, days in (("lvu", 93), ("shelter", 185)):
        with pytest.raises(psycopg.Error) as error:
            withhold(
                enter("principal"),
                file,
                karin,
                kind="whereabouts",
                why=why,
                day=today + timedelta(days=days),
            )
        assert error.value.sqlstate == NOT_SO


@pytest.mark.rule("R16", case="refuses")
def test_whereabouts_close_what_was_sent_with_places_and_let_none_through(
    enter, lena, karin, world
):
    there = enter("guardian").execute("SELECT FROM disclosure_familydelivery").fetchall()
    withhold(lena, UUID(str(world["alva"])), karin, kind="whereabouts", why="lvu")
    lena.commit()

    seen = enter("guardian").execute("SELECT FROM disclosure_familydelivery").fetchall()
    assert_hidden(there=there, seen=seen)
    consents = enter("guardian").execute("SELECT FROM vb.my_consents()").fetchall()
    assert_hidden(
        there=enter("child").execute("SELECT FROM vb.my_consents()").fetchall(), seen=consents
    )

    for place in (
        "SELECT name FROM organisations_workplace WHERE length(name) > 3 LIMIT 1",
        "SELECT public_id FROM organisations_secrecyunit LIMIT 1",
    ):
        lena = enter("principal")
        text = f"Alva är vid {lena.execute(place).fetchone()[0]}."
        key = guardian_copy(lena, karin, {"why": {"text": text}})
        assert refusal(lena, "SELECT vb.deliver(%s, NULL)", [key]) == NO_RIGHT


@pytest.mark.rule("R16", case="allows")
def test_a_copy_without_places_names_no_sender(enter, lena, karin, world):
    withhold(lena, UUID(str(world["alva"])), karin, kind="whereabouts", why="lvu")
    lena.commit()
    lena = enter("principal")
    deliver(lena, guardian_copy(lena, karin, {"why": {"text": "Alva mår bra."}}))
    lena.commit()

    found = (
        enter("guardian")
        .execute(
            "SELECT from_unit_name, from_organisation_name, decided_by_name, content "
            "FROM disclosure_familydelivery"
        )
        .fetchall()
    )
    assert [row[:3] for row in found] == [("Skyddad uppgift", "", "")]
    assert json.loads(found[0][3]) == {"parts": {"why": {"text": "Alva mår bra."}}}


def test_only_who_is_with_the_child_keeps_and_lets_go(enter, lena, karin, world):
    made = withhold(lena, story_of(world).ref(), karin, kind="plan")
    lena.commit()
    review = "SELECT vb.review_withholding(%s, %s, 'Därför.', true, NULL)"

    assert refusal(enter("nurse"), review, [made, SOON]) == NO_RIGHT
    assert refusal(enter("guardian"), review, [made, SOON]) == NO_RIGHT
    with pytest.raises(psycopg.Error) as error:
        enter("nurse").execute(
            "SELECT vb.withhold(%s, 'plan', gen_random_uuid(), 'x', 'guardians', '{}', 'harm', "
            "'Därför.', %s, NULL)",
            [lena.execute("SELECT 1").fetchone()[0], SOON],
        )
    assert error.value.sqlstate == NO_RIGHT


@pytest.mark.rule("R15", case="allows")
def test_what_is_let_go_opens_again(enter, lena, karin, world):
    before = copies(enter("guardian"))
    made = withhold(lena, story_of(world).ref(), karin, kind="plan")
    lena.commit()
    assert_hidden(there=before, seen=copies(enter("guardian")))

    lena = enter("principal")
    lena.execute("SELECT vb.review_withholding(%s, NULL, 'Hotet är borta.', true, NULL)", [made])
    lena.commit()

    assert copies(enter("guardian")) == before


@pytest.mark.rule("R20", case="refuses")
@pytest.mark.parametrize(("slug", "ground"), [("guardian", "GUARDIAN"), ("child", "SELF")])
def test_no_door_carries_a_report_of_concern_into_a_family(lena, world, slug, ground):
    key = decide(
        lena,
        to=people_of(world).persons[slug],
        parts={"why": {"text": "Oro för Alva."}},
        ground=ground,
        consent_id=None,
        capacity=slug,
        content_kind="concern_report",
    )
    assert refusal(lena, "SELECT vb.deliver(%s, NULL)", [key]) == NO_RIGHT
