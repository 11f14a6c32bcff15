"""Who may do what with a child's file, as a table."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.kernel.actors import Actor, Duty, Kind
from varjebarn.people import rules
from varjebarn.people.reasons import Reason
from varjebarn.people.values import Protection

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


def in_area(area: str) -> Actor:
    return replace(TEACHER, area=area)


@pytest.mark.rule("R31", case="allows")
@pytest.mark.parametrize("area", ["social", "private_social"])
@pytest.mark.parametrize("key", ["name", "national_number", "case_number"])
def test_social_services_search_by_three_keys(area, key):
    assert len(rules.search_keys(area)) == 3
    assert rules.may_search(in_area(area), key=key, wanted="Alva Lund").reason is None


@pytest.mark.rule("R31", case="refuses")
@pytest.mark.parametrize("area", ["social", "private_social"])
@pytest.mark.parametrize("key", ["school_number", "text", "address", "guardian", ""])
def test_social_services_search_by_no_fourth_key(area, key):
    decision = rules.may_search(in_area(area), key=key, wanted="20180314TF01")

    assert decision.reason == Reason.KEY_NOT_ALLOWED


@pytest.mark.rule("R32", case="allows")
@pytest.mark.parametrize("area", ["school", "preschool"])
def test_a_school_searches_by_its_own_number_too(area):
    assert rules.may_search(in_area(area), key="school_number", wanted="x1").reason is None


@pytest.mark.rule("R32", case="refuses")
@pytest.mark.parametrize("area", ["school", "health", "social", "police"])
@pytest.mark.parametrize(
    "key", ["health", "ethnicity", "offence", "measure", "wellbeing", "signal", "protection"]
)
def test_nobody_is_found_by_sensitive_data(area, key):
    """Stricter than PDL 2:8 on purpose: no health unit either."""
    assert rules.may_search(in_area(area), key=key, wanted="astma").reason == Reason.KEY_NOT_ALLOWED


@pytest.mark.parametrize(
    ("actor", "wanted", "lately", "reason"),
    [
        (TEACHER, "Alva", 29, None),
        (TEACHER, " A ", 0, Reason.WANTED_TOO_SHORT),
        (TEACHER, "Alva", 30, Reason.TOO_MANY_SEARCHES),
        (KEEPER, "Alva", 0, Reason.NO_DUTY),
        (FAMILY, "Alva", 0, Reason.ONLY_STAFF),
    ],
)
def test_who_may_search_and_how_often(actor, wanted, lately, reason):
    assert rules.may_search(actor, key="name", wanted=wanted, lately=lately).reason == reason


@pytest.mark.rule("R30", case="refuses")
@pytest.mark.parametrize(
    ("actor", "kind", "confirmed", "reason"),
    [
        (TEACHER, "harm", True, None),
        (TEACHER, "curious", True, Reason.GLASS_KIND_UNKNOWN),
        (TEACHER, "harm", False, Reason.NOT_CONFIRMED),
        (KEEPER, "harm", True, Reason.NO_DUTY),
        (FAMILY, "harm", True, Reason.ONLY_STAFF),
    ],
)
def test_the_glass_asks_what_it_is_about_and_that_one_means_it(actor, kind, confirmed, reason):
    why = "Barnet har ramlat och jag måste nå mamma"
    decision = rules.may_break_glass(actor, kind=kind, reason=why, confirmed=confirmed)

    assert decision.reason == reason


BOSS = staff(Duty.MANAGER)
OTHER = UUID(int=2)


@pytest.mark.rule("R29", case="refuses")
@pytest.mark.parametrize(
    ("actor", "person", "why", "reason"),
    [
        (BOSS, OTHER, "tar över klassen", None),
        (BOSS, WHO, "vill se", Reason.NOT_ONESELF),
        (BOSS, OTHER, " ", Reason.REASON_MISSING),
        (TEACHER, OTHER, "hjälper till", Reason.ONLY_MANAGER),
        (KEEPER, OTHER, "hjälper till", Reason.ONLY_MANAGER),
    ],
)
def test_the_head_of_a_unit_lets_others_in_and_never_herself(actor, person, why, reason):
    assert rules.may_delegate(actor, person=person, reason=why).reason == reason


TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        (TODAY, None, None),
        (TODAY, TODAY, None),
        (date(2026, 11, 23), None, Reason.DAY_PASSED),
        (TODAY, date(2026, 11, 23), Reason.DAY_PASSED),
        (date(2026, 12, 2), date(2026, 12, 1), Reason.ENDS_BEFORE_IT_BEGINS),
    ],
)
def test_a_period_begins_today_at_the_earliest_and_holds_a_day(first, last, reason):
    assert rules.is_a_period(first_day=first, last_day=last, on=TODAY).reason == reason


@pytest.mark.parametrize(
    ("actor", "person", "substitute", "reason"),
    [
        (BOSS, WHO, OTHER, None),
        (BOSS, OTHER, WHO, Reason.NOT_ONESELF),
        (BOSS, OTHER, OTHER, Reason.SAME_PERSON),
        (TEACHER, WHO, OTHER, Reason.ONLY_MANAGER),
    ],
)
def test_who_says_who_stands_in(actor, person, substitute, reason):
    assert rules.may_note_leave(actor, person=person, substitute=substitute).reason == reason


def test_the_levels_are_those_that_are_kept() -> None:
    assert list(rules.PROTECTIONS) == [level.value for level in Protection]


@pytest.mark.rule("R19", case="allows")
def test_whoever_works_with_children_raises_protection_and_names_readers() -> None:
    worker = staff(Duty.PROFESSIONAL)

    assert rules.may_protect(
        worker, before=Protection.NONE, level=Protection.MARKED, reason="Markerad i dag."
    )
    assert rules.may_protect(
        worker, before=Protection.MARKED, level=Protection.MARKED, reason="Ny uppgift."
    )
    assert rules.may_name_reader(worker, is_protected=True, reason="Tar över.")


@pytest.mark.rule("R19", case="refuses")
def test_only_a_manager_lowers_protection_and_nobody_does_it_without_a_reason() -> None:
    worker, manager = staff(Duty.PROFESSIONAL), staff(Duty.MANAGER)
    lower = {"before": Protection.FICTITIOUS, "level": Protection.NONE}

    assert (
        rules.may_protect(worker, **lower, reason="Upphörd.").reason
        is Reason.MANAGER_LOWERS_PROTECTION
    )
    assert rules.may_protect(manager, **lower, reason="Upphörd.")
    assert rules.may_protect(manager, **lower, reason=" ").reason is Reason.REASON_MISSING
    assert rules.may_protect(
        staff(Duty.KEEPER), before=Protection.NONE, level=Protection.MARKED, reason="Markerad."
    ).reason is (Reason.NO_DUTY)
    assert (
        rules.may_name_reader(worker, is_protected=False, reason="Tar över.").reason
        is Reason.NOT_PROTECTED
    )


@pytest.mark.rule("R42", case="refuses")
@pytest.mark.parametrize(
    "number", ["200302022389", "20030202-2389", "030202-2389", "0302022389", "197010632391"]
)
def test_no_reason_that_the_log_keeps_holds_a_number(number):
    why = f"Barnet ({number}) har ramlat och jag måste nå mamma"
    answers = [
        rules.may_open_file(TEACHER, reason=why),
        rules.may_involve(TEACHER, role="team", reason=why),
        rules.may_break_glass(TEACHER, reason=why, kind="hurt", confirmed=True),
        rules.may_delegate(BOSS, person=OTHER, reason=why),
        rules.may_join(TEACHER, files=(WHO, OTHER), protected=False, reason=why),
    ]

    assert {answer.reason for answer in answers} == {Reason.NUMBER_IN_REASON}


@pytest.mark.rule("R42", case="allows")
@pytest.mark.parametrize(
    "why", ["Ring 0470-123456", "Klass 2018-05-05", "Ärende 2026-117", "Nummer 200302022380"]
)
def test_other_numbers_may_stand_in_a_reason(why):
    assert rules.may_say(why).reason is None


@pytest.mark.rule("R43", case="refuses")
@pytest.mark.rule("R43", case="allows")
@pytest.mark.parametrize(
    ("actor", "files", "protected", "why", "reason"),
    [
        (TEACHER, (WHO, OTHER), False, "Mamma visade passet", None),
        (TEACHER, (WHO, WHO), False, "Mamma visade passet", Reason.FILES_ARE_ONE),
        (TEACHER, (WHO, OTHER), True, "Mamma visade passet", Reason.FILE_PROTECTED),
        (TEACHER, (WHO, OTHER), False, "samma", Reason.REASON_TOO_SHORT),
        (KEEPER, (WHO, OTHER), False, "Mamma visade passet", Reason.NO_DUTY),
    ],
)
def test_two_files_on_the_same_child_are_joined_by_who_works_with_both(
    actor, files, protected, why, reason
):
    decision = rules.may_join(actor, files=files, protected=protected, reason=why)

    assert decision.reason == reason


@pytest.mark.rule("R43", case="allows")
@pytest.mark.rule("R43", case="refuses")
@pytest.mark.parametrize(("into", "reason"), [(None, None), (7, Reason.FILE_JOINED)])
def test_a_file_that_was_made_one_with_another_is_not_written_in(into, reason):
    assert rules.may_write_in(SimpleNamespace(joined_into=into)).reason == reason
