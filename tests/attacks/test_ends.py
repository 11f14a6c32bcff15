"""What has ended, or has not begun, opens nothing: involvements, assignments, copies, glass (T27)."""

import psycopg
import pytest

from varjebarn.database.acting import assignments, open_login
from varjebarn.kernel.actors import Kind

from tests.world.circle import SOCIAL, alva_shared, unit
from tests.world.walls import assert_hidden

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

NO_RIGHT = "42501"
NO_ACTOR = "28000"
GUARDIANS = "SELECT count(*) FROM people_guardian"
GLASS = "SELECT vb.break_glass(%s, 'harm', 'Barnet är inte hemma', NULL)"


def one(connection, statement, values=()):
    return connection.execute(statement, list(values)).fetchone()[0]


def state_of(connection, statement, values=()):
    with pytest.raises(psycopg.Error) as error, connection.transaction():
        connection.execute(statement, list(values))
    return error.value.sqlstate


@pytest.mark.rule("R29", case="refuses")
@pytest.mark.parametrize(
    ("begins", "ends"), [("-2 days", "-1 second"), ("1 hour", "2 days")], ids=["over", "to come"]
)
def test_an_involvement_opens_a_row_while_it_lasts(owner, enter, begins, ends):
    before = one(enter("teacher"), GUARDIANS)
    owner.execute(
        "UPDATE people_involvement SET valid_from = now() + %s::interval, valid_to = now() + %s::interval",
        [begins, ends],
    )

    assert_hidden(there=before, seen=one(enter("teacher"), GUARDIANS))


@pytest.mark.rule("R29", case="allows")
def test_the_list_of_children_holds_ones_own(owner, enter):
    everybodys = "SELECT count(*) FROM people_caseload WHERE until > now()"
    mine = "SELECT count(*) FROM people_caseload"

    assert one(enter("teacher"), mine) == 1
    assert_hidden(there=one(owner, everybodys), seen=one(enter("outsider"), mine))


@pytest.mark.rule("R30", case="allows")
def test_glass_is_broken_for_an_hour_and_no_longer(enter, owner, world):
    ulf = enter("outsider")
    ulf.execute(GLASS, [world["alva"]])
    ulf.commit()
    opened = "SELECT count(*) FROM people_childfile"
    lasts = (
        "SELECT max(valid_to - valid_from) = '60 minutes' FROM people_involvement WHERE role = %s"
    )

    assert one(enter("outsider"), opened) == 1
    assert one(owner, lasts, ["break_glass"]) is True
    owner.execute(
        "UPDATE people_involvement SET valid_from = valid_from - interval '60 minutes', "
        "valid_to = valid_to - interval '60 minutes' WHERE role = 'break_glass'"
    )
    assert_hidden(there=1, seen=one(enter("outsider"), opened))


@pytest.mark.rule("R19", case="refuses")
def test_no_glass_stands_before_a_protected_child(enter, owner, world):
    """A colleague of Noor's own, who works with children and is not named for him."""
    unit = one(owner, "SELECT unit_id FROM people_childfile WHERE public_id = %s", [world["bilal"]])
    owner.execute(
        "UPDATE organisations_assignment SET unit_id = %s WHERE person_id = "
        "(SELECT id FROM organisations_person WHERE given_name = 'Ulf')",
        [unit],
    )

    assert state_of(enter("outsider"), GLASS, [world["bilal"]]) == NO_RIGHT


@pytest.mark.rule("R46", case="refuses")
def test_an_assignment_that_has_ended_is_acted_under_by_nobody(people, owner, connect_as):
    token = open_login(people.persons["teacher"], Kind.STAFF)
    chosen = assignments(token)[0].assignment
    owner.execute("UPDATE organisations_assignment SET valid_to = now()")

    app = connect_as("vb_app")

    assert state_of(app, "SELECT FROM vb.enter(%s, %s)", [token, chosen]) == NO_ACTOR


@pytest.mark.rule("R25", case="refuses")
@pytest.mark.parametrize("slug", ["principal", "teacher", "keeper", "outsider"])
def test_the_units_log_is_read_by_its_reviewer_alone(enter, slug):
    read = "SELECT count(*) FROM vb.unit_log(NULL, 50, NULL)"

    assert one(enter("log-reviewer"), read) > 0
    assert state_of(enter(slug), read) == NO_RIGHT


@pytest.mark.rule("R19", case="refuses")
def test_the_log_does_not_name_a_protected_child(enter, owner, world):
    named = "SELECT count(*) FROM vb.unit_log(NULL, 200, NULL) WHERE child_name <> ''"
    before = one(enter("log-reviewer"), named)
    owner.execute(
        "UPDATE people_childfile SET protection = 'marked' WHERE public_id = %s", [world["alva"]]
    )

    assert_hidden(there=before, seen=one(enter("log-reviewer"), named))


@pytest.mark.rule("R14", case="refuses")
def test_a_copy_that_has_closed_is_shown_no_more(enter, owner):
    held = "SELECT count(*) FROM disclosure_familydelivery"
    before = one(enter("guardian"), held)
    owner.execute("UPDATE disclosure_familydelivery SET until = now()")

    assert_hidden(there=before, seen=one(enter("guardian"), held))


@pytest.mark.rule("R13", case="refuses")
def test_what_was_asked_of_a_child_ends_on_the_18th_birthday(enter, owner):
    holds = (
        "SELECT vb.consent_holds(c.id, s.to_unit_id) FROM disclosure_consent c "
        "JOIN disclosure_consentscope s ON s.consent_id = c.id AND s.to_unit_id = %s WHERE c.is_origin"
    )
    target = [unit(*SOCIAL).unit_id]
    before = one(enter("principal"), holds, target)
    owner.execute(
        "UPDATE people_childfile SET born = (now() AT TIME ZONE 'Europe/Stockholm')::date - interval '18 years'"
    )
    child = "SELECT public_id FROM people_childfile WHERE given_name = 'Alva' AND person_ref IS NOT NULL"
    owner.execute(  # and the young person has said yes: it is the question that is a child's
        "INSERT INTO disclosure_consentevent (unit_id, child_file_id, consent_id, to_unit_id, consenter_id, "
        "what, how, at) SELECT w.unit_id, w.child_file_id, w.consent_id, %s, w.id, 'given', 'oral', now() "
        "- interval '1 day' FROM disclosure_consenter w WHERE w.capacity = 'child'",
        target,
    )
    owner.execute("UPDATE disclosure_consent SET asked_at = now() - interval '2 days'")

    assert owner.execute(child).rowcount
    assert (before, one(enter("principal"), holds, target)) == (True, False)
