"""Who gets which parts of a plan, who does not, and why: the list that is shown before sending."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.disclosure.parts import PLAN_PARTS
from varjebarn.disclosure.reasons import Reason as DisclosureReason
from varjebarn.plan.reasons import Reason
from varjebarn.plan.rules import (
    ChildFacts,
    CircleFacts,
    GuardianFacts,
    RecipientKind,
    RecipientLine,
    UnitFacts,
    digest,
    recipients,
)

ALL = frozenset(part.value for part in PLAN_PARTS)
TODAY = date(2026, 3, 2)
SCHOOL, NURSE, SOCIAL, POLICE, CLUB = (UUID(int=n) for n in range(1, 6))
YES, OLDER = UUID(int=21), UUID(int=22)


def circle(unit: UUID, parts: frozenset[str] = ALL, **change: object) -> CircleFacts:
    facts = CircleFacts(
        consent=YES,
        unit=unit,
        unit_name=f"Enhet {unit.int}",
        organisation_name="Växjö kommun",
        is_own=unit == SCHOOL,
        parts=parts,
    )
    return replace(facts, **change)  # type: ignore[arg-type] # a test names the fields it changes


ALVA = ChildFacts(called="Alva", born=date(2019, 4, 1), person_ref=UUID(int=41))
KARIN = GuardianFacts(guardian=UUID(int=42), person_ref=UUID(int=43), name="Karin", custody=True)
OWN = circle(SCHOOL)


def listed(
    *circles: CircleFacts,
    held: frozenset[str] = ALL,
    team: tuple[UnitFacts, ...] = (),
    guardians: tuple[GuardianFacts, ...] = (),
    child: ChildFacts = ALVA,
    on: date = TODAY,
) -> tuple[RecipientLine, ...]:
    return recipients(
        held=held, circles=circles, team=team, guardians=guardians, child=child, on=on
    )


def units(*circles: CircleFacts, **more: object) -> list[RecipientLine]:
    lines = listed(*circles, **more)  # type: ignore[arg-type] # passed on by name
    return [line for line in lines if line.kind is RecipientKind.UNIT]


@pytest.mark.rule("R09", case="allows")
def test_a_covered_unit_gets_the_parts_that_its_consent_names() -> None:
    (nurse,) = units(OWN, circle(NURSE, frozenset({"goals", "why", "signal"})))

    assert nurse.parts == ("why", "goals")
    assert (nurse.ground, nurse.consent, nurse.is_recipient) == ("CONSENT", YES, True)


def test_a_unit_gets_no_part_that_the_document_lacks() -> None:
    (nurse,) = units(OWN, circle(NURSE), held=frozenset({"actions"}))

    assert nurse.parts == ("actions",)


@pytest.mark.rule("R09", case="refuses")
@pytest.mark.parametrize(
    ("circles", "why_not"),
    [
        (
            (OWN, circle(NURSE, why_not=DisclosureReason.GUARDIAN_SAID_NO)),
            DisclosureReason.GUARDIAN_SAID_NO,
        ),
        ((OWN, circle(NURSE, frozenset({"disagreement"}))), Reason.NO_SHARED_PART),
        (
            (replace(OWN, why_not=DisclosureReason.NEEDS_GUARDIAN), circle(NURSE)),
            Reason.SENDER_NOT_COVERED,
        ),
        ((circle(NURSE),), Reason.SENDER_NOT_COVERED),
        ((circle(SCHOOL, frozenset({"disagreement"})), circle(NURSE)), Reason.NO_SHARED_PART),
    ],
)
def test_a_unit_that_is_not_covered_gets_nothing_and_is_named_with_the_reason(
    circles: tuple[CircleFacts, ...], why_not: object
) -> None:
    (nurse,) = units(*circles, held=frozenset({"why", "goals"}))

    assert (nurse.parts, nurse.ground, nurse.why_not) == ((), "", why_not)
    assert not nurse.is_recipient


def test_a_team_unit_that_nobody_asked_about_is_named_as_not_asked() -> None:
    club = UnitFacts(unit=CLUB, unit_name="Klubben", organisation_name="IK Laxen")

    (line,) = units(OWN, team=(club,))

    assert (line.ref, line.why_not, line.organisation_name) == (CLUB, Reason.NOT_ASKED, "IK Laxen")


def test_the_own_unit_gets_no_copy_of_its_own_plan() -> None:
    own = UnitFacts(unit=SCHOOL, unit_name="Skola", organisation_name="Växjö kommun")

    assert units(OWN, team=(own,)) == []


def test_a_consent_for_something_else_than_a_plan_neither_gives_nor_hides() -> None:
    signal = circle(NURSE, frozenset({"signal"}), consent=OLDER)

    assert units(OWN, signal) == []
    (nurse,) = units(OWN, signal, circle(NURSE, frozenset({"goals"})))
    assert nurse.parts == ("goals",)


def test_a_renewed_consent_that_holds_is_used_before_an_older_one_that_does_not() -> None:
    newer = circle(NURSE, consent=OLDER, why_not=DisclosureReason.NEEDS_GUARDIAN)

    (nurse,) = units(circle(SCHOOL, consent=OLDER), newer, OWN, circle(NURSE))

    assert (nurse.is_recipient, nurse.consent) == (True, YES)


@pytest.mark.rule("R14", case="allows")
@pytest.mark.parametrize(
    ("born", "agreed"),
    [
        (date(2019, 4, 1), False),
        (date(2013, 3, 3), False),
        (date(2010, 1, 1), True),
    ],
)
def test_a_guardian_gets_the_whole_plan_while_the_view_is_open(born: date, agreed: bool) -> None:  # noqa: FBT001 - a parameter of the table
    child = replace(ALVA, born=born)

    lines = listed(OWN, guardians=(replace(KARIN, view_agreed=agreed),), child=child)

    karin = next(line for line in lines if line.kind is RecipientKind.GUARDIAN)
    assert set(karin.parts) == ALL
    assert (karin.ground, karin.ref, karin.guardian) == ("GUARDIAN", UUID(int=43), UUID(int=42))


@pytest.mark.rule("R14", case="refuses")
@pytest.mark.parametrize(
    ("change", "born", "why_not"),
    [
        ({"custody": False}, date(2019, 4, 1), Reason.NO_CUSTODY),
        ({"is_replaced": True}, date(2019, 4, 1), Reason.GUARDIAN_REPLACED),
        ({}, date(2013, 3, 2), Reason.GUARDIAN_VIEW_CLOSED),
        ({"view_agreed": True}, date(2008, 3, 2), Reason.GUARDIAN_VIEW_CLOSED),
    ],
)
def test_a_guardian_without_custody_or_with_a_closed_view_gets_nothing(
    change: dict[str, object], born: date, why_not: Reason
) -> None:
    guardian = replace(KARIN, **change)  # type: ignore[arg-type] # the parameters name the fields

    lines = listed(OWN, guardians=(guardian,), child=replace(ALVA, born=born))

    karin = next(line for line in lines if line.kind is RecipientKind.GUARDIAN)
    assert (karin.parts, karin.why_not) == ((), why_not)


def test_the_child_gets_the_whole_plan_with_a_login_of_its_own() -> None:
    with_login = listed()[-1]
    without = listed(child=replace(ALVA, person_ref=None))[-1]

    assert (set(with_login.parts), with_login.ground) == (ALL, "SELF")
    assert (without.parts, without.why_not) == ((), Reason.CHILD_HAS_NO_LOGIN)


covering = st.builds(
    circle,
    st.sampled_from([NURSE, SOCIAL, POLICE]),
    st.frozensets(st.sampled_from(sorted(ALL))),
    consent=st.sampled_from([YES, OLDER]),
    why_not=st.none() | st.just(DisclosureReason.GUARDIAN_SAID_NO),
)


@given(st.lists(covering, max_size=6), st.frozensets(st.sampled_from(sorted(ALL))))
def test_no_unit_ever_gets_a_part_that_no_live_consent_covers(
    circles: list[CircleFacts], held: frozenset[str]
) -> None:
    for line in units(OWN, circle(SCHOOL, consent=OLDER), *circles, held=held):
        live = [c for c in circles if c.unit == line.ref and c.why_not is None]
        covered = frozenset[str]().union(*(c.parts for c in live if c.consent == line.consent))
        assert set(line.parts) <= covered & held
        assert bool(line.parts) == line.is_recipient


def test_another_list_has_another_mark() -> None:
    before = listed(OWN, circle(NURSE), guardians=(KARIN,))
    withdrawn = listed(
        OWN, circle(NURSE, why_not=DisclosureReason.GUARDIAN_SAID_NO), guardians=(KARIN,)
    )
    narrower = listed(OWN, circle(NURSE, frozenset({"why"})), guardians=(KARIN,))

    assert digest(before) == digest(listed(OWN, circle(NURSE), guardians=(KARIN,)))
    assert len({digest(before), digest(withdrawn), digest(narrower)}) == 3
