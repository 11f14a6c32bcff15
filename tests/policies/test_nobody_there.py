"""What arrives where nobody has the child any more waits with those who hold the intake (R19, R43)."""

import pytest

from tests.world.circle import MEDICAL, alva_shared, send

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

STATES = "SELECT state FROM disclosure_delivery WHERE unit_id = %s ORDER BY id"
LET_GO = "UPDATE people_involvement SET valid_to = statement_timestamp() WHERE unit_id = %s"
PROTECTED = (
    "UPDATE people_childfile SET protection = 'marked' WHERE unit_id = %s AND public_id = %s"
)
NAMED = """
    INSERT INTO people_namedreader (unit_id, child_file_id, person_id)
    SELECT i.unit_id, i.child_file_id, i.person_id FROM people_involvement i
      JOIN people_childfile f ON f.id = i.child_file_id WHERE f.public_id = %s
"""


@pytest.fixture
def clinic(owner) -> int:
    (key,) = owner.execute(
        "SELECT unit_id FROM disclosure_delivery JOIN organisations_secrecyunit u ON u.id = unit_id "
        "WHERE u.name = %s",
        [MEDICAL[1]],
    ).fetchone()
    return key


def copies(enter):
    """Count what the one who holds the clinic's intake finds, in straight SQL."""
    return enter("nurse").execute("SELECT count(*) FROM disclosure_delivery").fetchone()[0]


def states(owner, clinic):
    return [state for (state,) in owner.execute(STATES, [clinic])]


def test_while_somebody_has_the_child_the_next_version_is_filed_at_once(
    people, alva, owner, clinic, enter
):
    send(people, alva, MEDICAL, number=2)

    assert states(owner, clinic) == ["filed", "filed"]
    assert copies(enter) == 2


def test_when_nobody_has_the_child_it_waits_with_the_intake(people, alva, owner, clinic, enter):
    owner.execute(LET_GO, [clinic])
    assert copies(enter) == 0

    send(people, alva, MEDICAL, number=2)

    assert states(owner, clinic) == ["filed", "new"]
    assert copies(enter) == 2


@pytest.mark.rule("R19", case="allows")
def test_a_child_that_has_become_protected_is_opened_by_the_intake_where_nobody_was(
    people, alva, owner, clinic, enter
):
    owner.execute(LET_GO, [clinic])
    assert copies(enter) == 0
    (school,) = owner.execute(
        "SELECT unit_id FROM people_childfile WHERE public_id = %s", [alva]
    ).fetchone()
    owner.execute(PROTECTED, [school, alva])
    owner.execute(NAMED, [alva])

    send(people, alva, MEDICAL, number=2)

    named = "SELECT count(*) FROM people_namedreader WHERE child_file_id = %s"
    (file,) = owner.execute(
        "SELECT max(child_file_id) FROM disclosure_delivery WHERE unit_id = %s", [clinic]
    ).fetchone()
    assert owner.execute(named, [file]).fetchone() == (1,)
    assert states(owner, clinic) == ["filed", "new"]
    assert copies(enter) == 2
