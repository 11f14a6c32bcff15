"""Attacks on the intake and the log about a protected child, in straight SQL."""

from uuid import uuid4

import pytest

from tests.policies.straight_sql import (
    file_of,
    new_file,
    one,
    persons,
    share,
    share_file,
)
from tests.world.circle import SOCIAL, alva_shared, unit
from tests.world.walls import assert_hidden, refused

pytestmark = [
    pytest.mark.world.with_args(alva_shared),
    pytest.mark.usefixtures("own_database"),
]
NO_RIGHT = "42501"


@pytest.mark.rule("R43", case="refuses")
def test_the_intake_never_joins_a_file_that_is_already_filed(enter, owner):
    """A second delivery on the known Alva, and a twin with her birth date."""
    alva = file_of(owner, SOCIAL)
    twin = one(
        owner,
        "INSERT INTO people_childfile (public_id, unit_id, given_name, name_used, family_name, born, "
        "language, interpreter, protection, filed, opened) SELECT gen_random_uuid(), unit_id, 'Elsa', "
        "'', 'Lund', born, 'sv', '', 'none', true, now() FROM people_childfile WHERE id = %s "
        "RETURNING public_id",
        [alva[0]],
    )
    lena = enter("principal")
    share(lena, to=SOCIAL, ground="DUTY", duty="SOL_19_1", subject=uuid4())
    lena.commit()
    signe = enter("social-worker")
    arrived = one(signe, "SELECT public_id FROM disclosure_delivery WHERE state = 'new'")

    assert refused(signe, "SELECT vb.take_intake(%s, %s, NULL, NULL)", [arrived, twin]) == NO_RIGHT


@pytest.mark.rule("R19", case="refuses")
def test_a_protected_childs_delivery_is_taken_by_named_persons_only(enter, owner):
    """Signe alone is named; she hands the delivery to a colleague who is not."""
    alva = file_of(owner, SOCIAL)
    owner.execute("UPDATE people_childfile SET protection = 'marked' WHERE id = %s", [alva[0]])
    owner.execute(
        "INSERT INTO people_namedreader (unit_id, child_file_id, person_id) "
        "SELECT unit_id, child_file_id, person_id FROM people_involvement "
        "WHERE child_file_id = %s AND role = 'team'",
        [alva[0]],
    )
    lena = enter("principal")
    share(lena, to=SOCIAL, ground="DUTY", duty="SOL_19_1", subject=uuid4())
    lena.commit()
    colleague = one(
        owner,
        "SELECT p.public_id FROM organisations_person p JOIN organisations_assignment a "
        "ON a.person_id = p.id WHERE a.unit_id = %s AND 'keeper' = ANY (a.duties) LIMIT 1",
        [unit(*SOCIAL).unit_id],
    )
    signe = enter("social-worker")
    arrived = one(signe, "SELECT public_id FROM disclosure_delivery WHERE state = 'new'")

    assert (
        refused(signe, "SELECT vb.take_intake(%s, NULL, %s, NULL)", [arrived, colleague])
        == NO_RIGHT
    )


@pytest.mark.rule("R20", case="allows")
def test_a_report_about_a_protected_child_reaches_somebody(enter, owner):
    lena = enter("principal")
    key = one(
        lena,
        "SELECT id FROM vb.open_file('P', '', 'Q', '2018-05-05', 'sv', '', 'marked', '[]', NULL, 'x', NULL)",
    )
    share_file(lena, key)
    lena.commit()

    assert (
        one(
            owner,
            "SELECT count(*) FROM people_involvement i JOIN people_childfile f ON f.id = i.child_file_id "
            "JOIN people_namedreader n ON n.child_file_id = f.id AND n.person_id = i.person_id "
            "WHERE f.unit_id = %s AND f.given_name = 'P' AND i.role = 'intake'",
            [unit(*SOCIAL).unit_id],
        )
        == 1
    )


@pytest.mark.rule("R25", case="refuses")
def test_looking_at_the_intakes_candidates_is_logged(enter, owner):
    lena = enter("principal")
    key = new_file(lena, "20180505QQ01")
    share_file(lena, key)
    lena.commit()
    before = one(owner, "SELECT count(*) FROM audit_event")

    signe = enter("social-worker")
    arrived = one(signe, "SELECT public_id FROM disclosure_delivery WHERE state = 'new'")
    signe.execute("SELECT * FROM vb.intake_candidates(%s)", [arrived])
    signe.commit()

    assert one(owner, "SELECT count(*) FROM audit_event") == before + 1


@pytest.mark.rule("R15", case="refuses")
@pytest.mark.rule("R28", case="refuses")
def test_the_family_is_not_told_that_a_report_about_them_was_read(enter, world, owner):
    """Karin has had something from social services; then the school reports, and Signe reads."""
    karin = persons(world, "guardian")
    owner.execute(
        "INSERT INTO people_familyreader (unit_id, child_file_id, person_id, until) "
        "SELECT %s, %s, id, '9999-12-31' FROM organisations_person WHERE public_id = %s",
        [unit(*SOCIAL).unit_id, file_of(owner, SOCIAL)[0], karin],
    )
    lena = enter("principal")
    share(lena, to=SOCIAL, ground="DUTY", duty="SOL_19_1", subject=uuid4(), kind="signal")
    lena.commit()
    signe = enter("social-worker")
    arrived = one(signe, "SELECT public_id FROM disclosure_delivery WHERE state = 'new'")
    signe.execute("SELECT vb.opened(%s, NULL)", [arrived])
    signe.commit()

    told = enter("guardian").execute(
        "SELECT act FROM vb.my_log(NULL, 500) WHERE object = %s", [arrived]
    )

    written = one(owner, "SELECT count(*) FROM audit_event WHERE object = %s", [arrived])
    assert_hidden(there=written, seen=told.fetchall())


@pytest.mark.rule("R19", case="refuses")
def test_the_log_reviewer_does_not_read_why_a_protected_child_is_known(enter, owner):
    lena = enter("principal")
    made = one(
        lena,
        "SELECT public_id FROM vb.open_file('P', '', 'Q', '2018-05-05', 'sv', '', 'marked', '[]', NULL, "
        "'P går i 2A', NULL)",
    )
    lena.commit()
    written = one(owner, "SELECT count(*) FROM audit_event WHERE object = %s", [made])

    rows = enter("log-reviewer").execute(
        "SELECT object, why FROM vb.unit_log(NULL, 200, NULL) WHERE act = 'file.opened'"
    )

    seen = [row for row in rows.fetchall() if row[0] == made or "2A" in row[1]]
    assert_hidden(there=written, seen=seen)
