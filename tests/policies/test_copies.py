"""A delivery is a copy: what has arrived stays, whoever does what where it came from."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from varjebarn.audit.queries import my_log
from varjebarn.disclosure.commands import record_answer, withdraw_consent
from varjebarn.disclosure.models import Consent, Consenter
from varjebarn.disclosure.queries import (
    coverage,
    deliveries,
    family_deliveries,
    my_consents,
    receipts,
)
from varjebarn.kernel.decisions import Refused
from varjebarn.people.queries import my_children, open_child, unseen_notices

from tests.world.circle import (
    ALL,
    ANSWERS,
    MEDICAL,
    POLICE,
    SCHOOL,
    SOCIAL,
    alva_shared,
    answer,
    ask,
    send,
    unit,
)
from tests.world.walls import assert_hidden

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

ROWS_OF = """
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
       AND a.attname = 'child_file_id' AND NOT a.attisdropped ORDER BY 1
"""


def held_by_signe(people):
    with people.acting("social-worker") as signe:
        child = open_child(signe, my_children(signe)[0].file)
        return [(d.version, d.content, d.consent_ended) for d in deliveries(signe, child)]


@pytest.mark.rule("R54", case="allows")
def test_a_copy_outlives_every_row_of_the_sender(people, owner):
    before = held_by_signe(people)
    assert len(before) == 1
    school = owner.execute("SELECT id FROM organisations_secrecyunit WHERE name = 'Skola' AND id IN "
                           "(SELECT unit_id FROM people_childfile)").fetchone()[0]  # fmt: skip
    with owner.transaction():
        owner.execute("SET LOCAL session_replication_role = replica")
        for (table,) in owner.execute(ROWS_OF).fetchall():
            owner.execute(f"DELETE FROM {table} WHERE unit_id = %s", [school])
        owner.execute("DELETE FROM people_childfile WHERE unit_id = %s", [school])

    after = held_by_signe(people)

    assert after == before


def test_the_copy_of_the_consent_names_nobody_who_refused(people, owner):
    refused = owner.execute("SELECT count(*) FROM disclosure_consentevent WHERE what = 'refused'")
    assert refused.fetchone()[0] == 1  # the police, at the school

    with people.acting("social-worker") as signe:
        child = open_child(signe, my_children(signe)[0].file)
        named = {line.unit_name for line in coverage(signe, child)}

    assert POLICE[1] not in named
    assert SOCIAL[1] in named


def test_a_unit_that_has_received_nothing_has_no_row_at_all(owner):
    police = unit(*POLICE).unit_id

    rows = {
        table: owner.execute(
            f"SELECT count(*) FROM {table} WHERE unit_id = %s AND child_file_id IS NOT NULL",
            [police],
        ).fetchone()[0]
        for (table,) in owner.execute(ROWS_OF).fetchall()
    }

    assert set(rows.values()) == {0}


@pytest.mark.rule("R10", case="allows")
@pytest.mark.rule("R10", case="refuses")
def test_a_withdrawal_stops_the_next_disclosure_and_marks_the_last(people, alva, world):
    ref = UUID(str(world["consent"]))
    assert [ended for *_, ended in held_by_signe(people)] == [None]
    send(people, alva, SOCIAL, number=2, parts=ALL)

    with people.acting("guardian") as karin:
        withdraw_consent(karin, ref=ref, unit=unit(*SOCIAL).unit)

    with pytest.raises(Refused) as refusal:
        send(people, alva, SOCIAL, number=3, parts=ALL)
    assert str(refusal.value.reason) == "disclosure.consent_unit_not_covered"
    held = held_by_signe(people)
    assert [version for version, *_ in held] == [2, 1]
    assert all(ended is not None for *_, ended in held)
    send(people, alva, MEDICAL, number=3)  # the others go on
    with people.acting("social-worker") as signe:
        kinds = [notice.kind for notice in unseen_notices(signe)]
    assert "consent_withdrawn" in kinds


ENDS = """
    SELECT count(*) FROM audit_event e JOIN organisations_secrecyunit u ON u.id = e.unit_id
     WHERE e.act = 'consent.withdrawn' AND e.object = %s AND u.public_id = %s
"""


def told_withdrawn(owner, world, *where):
    return owner.execute(ENDS, [world["consent"], unit(*where).unit]).fetchone()[0]


@pytest.mark.rule("R10", case="refuses")
def test_a_no_after_a_yes_is_logged_as_its_end_where_the_copy_lies(people, world, owner):
    answer(people, "guardian", {SOCIAL: "refused", POLICE: "refused"})

    assert held_by_signe(people)[0][2] is not None
    assert told_withdrawn(owner, world, *SOCIAL) == 1
    assert told_withdrawn(owner, world, *SCHOOL) == 1
    assert told_withdrawn(owner, world, *MEDICAL) == 0
    assert told_withdrawn(owner, world, *POLICE) == 0


@pytest.mark.rule("R10", case="refuses")
@pytest.mark.parametrize("what", ["refused", "withdrawn"])
def test_so_is_one_that_staff_have_written_down(people, alva, world, owner, what):
    with people.acting("principal") as lena:
        consent = Consent.objects.get(ref=world["consent"])
        karin = Consenter.objects.get(consent=consent, capacity="guardian")
        record_answer(
            lena,
            consent,
            consenter=karin.pk,
            unit=unit(*SOCIAL).unit,
            what=what,
            how="paper",
            note="Karin ringde.",
        )

    assert held_by_signe(people)[0][2] is not None
    assert told_withdrawn(owner, world, *SOCIAL) == 1


def test_a_no_that_was_no_yes_before_ends_nothing(people, world, owner):
    answer(people, "guardian", {POLICE: "refused"})

    assert [told_withdrawn(owner, world, *where) for where in (POLICE, SCHOOL)] == [0, 0]
    assert held_by_signe(people)[0][2] is None


def test_a_renewed_yes_opens_again_and_the_past_stays_told(people, alva, owner):
    ask(people, alva)
    answer(people, "guardian", ANSWERS)

    send(people, alva, SOCIAL, number=4, parts=ALL)

    assert held_by_signe(people)[0][0] == 4
    with people.acting("guardian") as karin:
        said = {(c.unit_name, c.what) for c in my_consents(karin)}
    assert (POLICE[1], "refused") in said


def test_what_held_on_the_third_of_march_is_answered_by_that_days_events(people, owner):
    """A yes on 1 March, a no on 5 March, a yes on 9 March, taken back on 20 March."""
    third = date(2026, 3, 3)
    rows = owner.execute(
        "SELECT DISTINCT ON (consent_id) unit_id, child_file_id, consent_id, to_unit_id, "
        "consenter_id FROM disclosure_consentevent WHERE what = 'given' ORDER BY consent_id, id"
    ).fetchone()
    for day, what in (("1", "given"), ("5", "refused"), ("9", "given"), ("20", "withdrawn")):
        owner.execute(
            "INSERT INTO disclosure_consentevent (unit_id, child_file_id, consent_id, to_unit_id, "
            "consenter_id, what, how, at) VALUES (%s, %s, %s, %s, %s, %s, 'paper', %s)",
            [*rows, what, f"2026-03-{day} 12:00+01"],
        )
    with people.acting("principal") as lena:
        held = {
            day: _said(lena, rows, day)
            for day in (third - timedelta(days=3), third, date(2026, 3, 6), date(2026, 3, 10))
        }
        last = _said(lena, rows, date(2026, 3, 21))

    assert list(held.values()) == [None, "given", "refused", "given"]
    assert last == "withdrawn"


def _said(lena, rows, day):
    from varjebarn.disclosure.queries.consents import said_on  # noqa: PLC0415 - this test's alone

    return said_on(lena, consent=rows[2], unit=rows[3], consenter=rows[4], day=day)


@pytest.mark.rule("R28", case="allows")
def test_the_family_learns_which_unit_has_opened(people, alva):
    with people.acting("principal") as lena:
        open_child(lena, alva)
    with people.acting("guardian") as karin:
        assert family_deliveries(karin, kind="consent_request")
        units = {(row.unit_name, row.act) for row in my_log(karin)}

    assert ("Skola", "child.read") in units


@pytest.mark.rule("R28", case="refuses")
def test_nobody_else_reads_that_line(people, alva):
    with people.acting("principal") as lena:
        open_child(lena, alva)

    with people.acting("guardian") as karin:
        there = my_log(karin)

    for slug in ("guardian-without-custody", "guardian-of-teen", "teen"):
        with people.acting(slug) as reader:
            assert_hidden(there=there, seen=my_log(reader))


def test_the_sender_learns_that_it_was_opened_and_who_takes_it(people, alva):
    with people.acting("principal") as lena:
        told = {(r.what, r.by, r.contact_name) for r in receipts(lena, open_child(lena, alva))}

    assert ("opened", SOCIAL[1], "") in told
    assert ("filed", SOCIAL[1], "Signe Falkenberg, Socialsekreterare") in told
