"""Who may do what with a child's file, as a table."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.kernel.actors import Actor, Duty, Kind
from varjebarn.people import rules
from varjebarn.people.reasons import Reason

WHO = UUID(int=1)


def staff(*duties: Duty) -> Actor:
    return Actor(
        person_id=1, person=WHO, name="A", kind=Kind.STAFF, unit_id=1, duties=frozenset(duties)
    )


FAMILY = Actor(person_id=1, person=WHO, name="A", kind=Kind.FAMILY)
TEACHER = staff(Duty.PROFESSIONAL)
KEEPER = staff(Duty.KEEPER, Duty.LOG_REVIEWER, Duty.COUNTY)


@pytest.mark.rule("R46", case="allows")
@pytest.mark.rule("R46", case="refuses")
@pytest.mark.parametrize(
    ("actor", "reason"),
    [
        (TEACHER, None),
        (staff(Duty.MANAGER), None),
        (staff(Duty.INTAKE), None),
        (KEEPER, Reason.NO_DUTY),
        (staff(), Reason.NO_DUTY),
        (FAMILY, Reason.ONLY_STAFF),
    ],
)
def test_only_those_who_work_with_children_work_with_children(actor, reason):
    assert rules.may_work_with_children(actor).reason == reason


@pytest.mark.parametrize(
    ("actor", "role", "why", "reason"),
    [
        (TEACHER, "team", "klasslärare", None),
        (TEACHER, "lead", "leder planen", None),
        (TEACHER, "intake", "smyg", Reason.ROLE_UNKNOWN),
        (TEACHER, "break_glass", "smyg", Reason.ROLE_UNKNOWN),
        (TEACHER, "team", "  ", Reason.REASON_MISSING),
        (KEEPER, "team", "nyfiken", Reason.NO_DUTY),
    ],
)
def test_a_colleague_is_involved_in_a_known_role_and_with_a_reason(actor, role, why, reason):
    assert rules.may_involve(actor, role=role, reason=why).reason == reason


@pytest.mark.rule("R30", case="allows")
@pytest.mark.rule("R30", case="refuses")
@pytest.mark.parametrize(
    ("why", "reason"),
    [
        ("Barnet har ramlat och jag måste nå mamma", None),
        ("akut", Reason.REASON_TOO_SHORT),
        ("          ", Reason.REASON_TOO_SHORT),
    ],
)
def test_the_glass_is_broken_with_a_reason_that_can_be_judged(why, reason):
    assert rules.may_break_glass(TEACHER, reason=why).reason == reason


@pytest.mark.parametrize(
    ("source", "reason"), [("Folkbokföringen", None), (" ", Reason.SOURCE_MISSING)]
)
def test_custody_is_registered_with_its_source(source, reason):
    assert rules.may_register_guardian(TEACHER, source=source).reason == reason


@given(duties=st.sets(st.sampled_from(Duty)), reason=st.text())
def test_a_file_is_never_opened_without_a_reason_or_by_a_keeper_alone(duties, reason):
    if rules.may_open_file(staff(*duties), reason=reason):
        assert reason.strip()
        assert duties & rules.WORKS_WITH_CHILDREN
