"""The intake is a function and no person: what comes while somebody is away is met by who holds it now."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from varjebarn.disclosure.commands import decline_delivery, file_delivery, take_up_intake
from varjebarn.disclosure.queries import inbox, open_delivery, receipts
from varjebarn.ops.world.logins import People, unit
from varjebarn.organisations.commands import assign, end_assignment
from varjebarn.organisations.queries import staff
from varjebarn.organisations.reference import first_keeper
from varjebarn.people.commands import begin_leave
from varjebarn.people.queries import my_children, open_child

from tests.world.circle import MEDICAL, SOCIAL, alva_with_consent, send

pytestmark = [
    pytest.mark.world.with_args(alva_with_consent),
    pytest.mark.usefixtures("own_database"),
]


def hire(people: People, where: tuple[str, str], slug: str, *duties: str) -> UUID:
    with people.acting_person(first_keeper(unit(*where).unit)) as keeper:
        made = assign(
            keeper,
            given_name=slug.title(),
            family_name="Ny",
            title="Handläggare",
            duties=duties,
            valid_from=timezone.now() - timedelta(hours=1),
        )
    people.persons[slug] = made.person
    return made.assignment


def waiting(people: People, slug: str) -> list[str]:
    """What somebody's day shows in the inbox."""
    with people.acting(slug) as actor:
        take_up_intake(actor)
        return [line.child_name for line in inbox(actor)]


def test_who_holds_the_intake_later_meets_what_came_before(people, world, owner):
    send(people, UUID(str(world["alva"])), SOCIAL)
    hire(people, SOCIAL, "sara", "intake")
    hire(people, SOCIAL, "nils", "professional")

    assert waiting(people, "sara") == ["Alva Lund"]
    assert waiting(people, "nils") == []
    assert waiting(people, "social-worker") == ["Alva Lund"]
    with people.acting("sara") as sara:
        file_delivery(sara, open_delivery(sara, inbox(sara)[0].delivery))
        assert [line.name for line in my_children(sara)] == ["Alva Lund"]
    assert waiting(people, "social-worker") == []
    acts = owner.execute(
        "SELECT count(*) FROM audit_event WHERE act = 'intake.taken_up' AND child_file_id IS NOT NULL"
    )
    assert acts.fetchone() == (1,)


def test_what_else_waits_is_still_met_when_one_of_two_is_declined(people, world):
    alva = UUID(str(world["alva"]))
    send(people, alva, SOCIAL)
    send(people, alva, SOCIAL)
    assert waiting(people, "social-worker") == ["Alva Lund", "Alva Lund"]

    with people.acting("social-worker") as signe:
        decline_delivery(
            signe, open_delivery(signe, inbox(signe)[0].delivery), reason="Hör inte hit."
        )
        left = [line.delivery for line in inbox(signe)]

    assert len(left) == 1
    assert waiting(people, "social-worker") == ["Alva Lund"]
    with people.acting("social-worker") as signe:
        decline_delivery(signe, open_delivery(signe, left[0]), reason="Hör inte hit.")
        assert inbox(signe) == []


def test_everybody_whose_copy_is_filed_with_another_is_told(people, world):
    """Two copies wait: taking one files both, and the sender has a receipt for each."""
    alva = UUID(str(world["alva"]))
    send(people, alva, SOCIAL)
    send(people, alva, SOCIAL)

    with people.acting("social-worker") as signe:
        first = inbox(signe)[0].delivery
        file_delivery(signe, open_delivery(signe, first))
        assert [line.state for line in inbox(signe)] == ["filed"]

    with people.acting("principal") as lena:
        told = [line for line in receipts(lena, open_child(lena, alva)) if line.what == "filed"]
    assert len({line.disclosure for line in told}) == len(told) == 2
    assert len({line.contact_name for line in told}) == 1


def test_what_comes_when_nobody_holds_the_intake_waits_for_who_will(people, world):
    with people.acting_person(first_keeper(unit(*MEDICAL).unit)) as keeper:
        noors = next(line.assignment for line in staff(keeper) if "intake" in line.duties)
        end_assignment(keeper, assignment=noors)
    send(people, UUID(str(world["alva"])), MEDICAL)

    hire(people, MEDICAL, "sara", "intake")

    assert waiting(people, "sara") == ["Alva Lund"]


def test_who_no_longer_holds_the_intake_meets_nothing(people, world):
    sara = hire(people, SOCIAL, "sara", "intake")
    send(people, UUID(str(world["alva"])), SOCIAL)
    assert waiting(people, "sara") == ["Alva Lund"]
    people.tokens.clear()
    with people.acting_person(first_keeper(unit(*SOCIAL).unit)) as keeper:
        assign(keeper, person=people.persons["sara"], title="Handläggare", duties=["professional"])
        end_assignment(keeper, assignment=sara)

    assert waiting(people, "sara") == []


def test_the_duty_and_what_it_lets_in_to_end_together(people, world, owner):
    with people.acting_person(first_keeper(unit(*SOCIAL).unit)) as keeper:
        assign(
            keeper,
            given_name="Sara",
            family_name="Ny",
            title="Vikarie",
            duties=["intake"],
            valid_to=timezone.now() + timedelta(days=3),
        )
    send(people, UUID(str(world["alva"])), SOCIAL)

    ends = owner.execute(
        "SELECT DISTINCT i.valid_to = a.valid_to FROM people_involvement i JOIN organisations_assignment a "
        "ON a.person_id = i.person_id AND a.unit_id = i.unit_id WHERE i.role = 'intake'"
    ).fetchall()
    assert ends == [(True,)]


def test_while_the_intake_is_away_whoever_stands_in_meets_what_comes(people, world):
    hire(people, SOCIAL, "nils", "professional")
    hire(people, SOCIAL, "chef", "manager")
    today = timezone.localdate()
    with people.acting("chef") as chef:
        begin_leave(
            chef,
            person=people.persons["social-worker"],
            substitute=people.persons["nils"],
            first_day=today,
            last_day=today + timedelta(days=5),
        )

    send(people, UUID(str(world["alva"])), SOCIAL)

    assert waiting(people, "nils") == ["Alva Lund"]
    with people.acting("nils") as nils:
        file_delivery(nils, open_delivery(nils, inbox(nils)[0].delivery))
    assert waiting(people, "social-worker") == []


def test_a_unit_s_own_number_leads_no_copy_to_another_child(people, world, owner):
    """Both units happen to call a child by the same number of their own."""
    for name in ("Alva", "Bilal"):
        owner.execute(
            "INSERT INTO people_identifier (unit_id, child_file_id, system, value, value_hash) "
            "SELECT unit_id, id, 'local', '2026-1', sha256('2026-1') FROM people_childfile "
            "WHERE given_name = %s ORDER BY id LIMIT 1",
            [name],
        )
    send(people, UUID(str(world["alva"])), MEDICAL)

    with people.acting("nurse") as noor:
        assert [line.child_name for line in inbox(noor)] == ["Alva Lund"]
    crossed = owner.execute(
        "SELECT count(*) FROM people_identifier i JOIN people_childfile f ON f.id = i.child_file_id "
        "WHERE i.system = 'local' AND f.given_name = 'Alva'"
    )
    assert crossed.fetchone() == (1,)
