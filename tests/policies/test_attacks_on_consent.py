"""Attacks on what the family has answered, in straight SQL: nobody turns a no or a silence into a yes."""

import json

import pytest

from tests.policies.straight_sql import (
    file_of,
    one,
    persons,
    share,
)
from tests.world.circle import MEDICAL, SOCIAL, alva_shared, unit
from tests.world.walls import refused

pytestmark = [
    pytest.mark.world.with_args(alva_shared),
    pytest.mark.usefixtures("own_database"),
]
NO_RIGHT = "42501"


def reply(connection, delivery, answers):
    draft = one(
        connection,
        "INSERT INTO disclosure_draft (public_id, person_id, reply_to, kind, body, updated) VALUES "
        "(gen_random_uuid(), vb.person(), %s, 'consent_answer', %s, now()) RETURNING public_id",
        [delivery, json.dumps({"answers": answers})],
    )
    return refused(connection, "SELECT vb.submit(%s, NULL)", [draft])


@pytest.mark.rule("R09", case="refuses")
def test_an_answer_to_one_unit_never_becomes_a_yes_on_another_units_consent(enter, world, owner):
    """Social services ask Karin something of their own, pointing at the school's consent."""
    karin = persons(world, "guardian")
    owner.execute(
        "INSERT INTO people_guardian (public_id, unit_id, child_file_id, person_ref, name, relation, "
        "custody, view_agreed, source, valid_from, valid_to) VALUES (gen_random_uuid(), %s, %s, %s, 'K', "
        "'x', true, true, 'x', now(), '9999-12-31')",
        [unit(*SOCIAL).unit_id, file_of(owner, SOCIAL)[0], karin],
    )
    police = unit("Polismyndigheten", "Lokalpolisområde Växjö")
    given = "SELECT count(*) FROM disclosure_consentevent WHERE to_unit_id = %s AND what = 'given'"
    assert one(owner, given, [police.unit_id]) == 0

    signe = enter("social-worker")
    share(signe, to=karin, ground="GUARDIAN", subject=world["consent"], kind="consent_request")
    signe.commit()
    guardian = enter("guardian")
    asked = one(
        guardian,
        "SELECT public_id FROM disclosure_familydelivery WHERE from_unit_id = %s",
        [unit(*SOCIAL).unit_id],
    )
    reply(guardian, asked, {str(police.unit): "given"})
    guardian.commit()

    assert one(owner, given, [police.unit_id]) == 0


@pytest.mark.rule("R10", case="refuses")
def test_a_yes_that_becomes_a_no_is_told_as_a_withdrawal(enter, owner):
    karin = enter("guardian")
    request = one(
        karin,
        "SELECT public_id FROM disclosure_familydelivery WHERE content_kind = 'consent_request'",
    )
    draft = one(
        karin,
        "INSERT INTO disclosure_draft (public_id, person_id, reply_to, kind, body, updated) VALUES "
        "(gen_random_uuid(), vb.person(), %s, 'consent_answer', %s, now()) RETURNING public_id",
        [request, json.dumps({"answers": {str(unit(*SOCIAL).unit): "refused"}})],
    )
    karin.execute("SELECT vb.submit(%s, NULL)", [draft])
    karin.commit()

    assert (
        one(
            owner,
            "SELECT count(*) FROM disclosure_delivery WHERE unit_id = %s AND consent_ended IS NULL",
            [unit(*SOCIAL).unit_id],
        )
        == 0
    )


@pytest.mark.rule("R10", case="refuses")
def test_staff_do_not_answer_over_what_a_guardian_has_taken_back(enter, world, owner):
    karin = enter("guardian")
    karin.execute("SELECT vb.withdraw(%s, %s, NULL)", [world["consent"], unit(*SOCIAL).unit])
    karin.commit()
    consent, consenter = owner.execute(
        "SELECT c.id, w.id FROM disclosure_consent c JOIN disclosure_consenter w ON w.consent_id = c.id "
        "WHERE c.is_origin AND w.capacity = 'guardian'"
    ).fetchone()

    state = refused(
        enter("teacher"),
        "SELECT vb.record_answer(%s, %s, %s, 'given', 'oral', '', NULL)",
        [consent, consenter, unit(*SOCIAL).unit],
    )

    assert state == NO_RIGHT


@pytest.mark.rule("R12", case="refuses")
def test_a_guardian_who_came_later_stops_the_copies_too(enter, owner):
    """Signe's own file knows of a second guardian, who was never asked."""
    owner.execute(
        "INSERT INTO people_guardian (public_id, unit_id, child_file_id, person_ref, name, relation, "
        "custody, view_agreed, source, valid_from, valid_to) VALUES (gen_random_uuid(), %s, %s, "
        "gen_random_uuid(), 'Ny', 'x', true, true, 'x', now(), '9999-12-31')",
        [unit(*SOCIAL).unit_id, file_of(owner, SOCIAL)[0]],
    )
    signe = enter("social-worker")
    consent = one(signe, "SELECT id FROM disclosure_consent")

    assert one(signe, "SELECT vb.consent_holds(%s, %s)", [consent, unit(*MEDICAL).unit_id]) is False
