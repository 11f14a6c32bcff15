"""Who may give and end assignments, as a table."""

from uuid import UUID

import pytest

from varjebarn.kernel.actors import Actor, Duty, Kind
from varjebarn.organisations.reasons import Reason
from varjebarn.organisations.rules import may_assign, may_end_assignment

KIM, TOR = UUID(int=1), UUID(int=2)


def kim(*duties: Duty) -> Actor:
    return Actor(person_id=1, person=KIM, name="Kim", kind=Kind.STAFF, duties=frozenset(duties))


KEEPER = kim(Duty.KEEPER)
ONE = {"person": TOR, "name": "", "title": "Lärare", "duties": ["professional"]}


@pytest.mark.parametrize(
    ("actor", "change", "reason"),
    [
        (KEEPER, {}, None),
        (KEEPER, {"person": None, "name": "Tor Ek"}, None),
        (kim(Duty.MANAGER), {}, Reason.ONLY_KEEPER),
        (KEEPER, {"person": KIM}, Reason.NOT_ONESELF),
        (KEEPER, {"person": None, "name": " "}, Reason.NAME_MISSING),
        (KEEPER, {"title": ""}, Reason.TITLE_MISSING),
        (KEEPER, {"duties": []}, Reason.DUTY_UNKNOWN),
        (KEEPER, {"duties": ["king"]}, Reason.DUTY_UNKNOWN),
        (KEEPER, {"duties": ["county"]}, Reason.COUNTY_DUTY_NOT_HERE),
    ],
)
def test_the_keeper_gives_known_duties_to_others(actor, change, reason):
    assert may_assign(actor, **(ONE | change)).reason == reason


@pytest.mark.parametrize(
    ("actor", "person", "reason"),
    [
        (KEEPER, TOR, None),
        (KEEPER, KIM, Reason.NOT_ONESELF),
        (kim(), TOR, Reason.ONLY_KEEPER),
    ],
)
def test_the_keeper_ends_others_assignments(actor, person, reason):
    assert may_end_assignment(actor, person=person).reason == reason
