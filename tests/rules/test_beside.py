"""What may be put beside a record, as tables that a lawyer can read."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from varjebarn.disclosure import beside
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.actors import Actor, Kind

ON = date(2026, 11, 24)
KARIN = Actor(person_id=1, person=UUID(int=1), name="Karin Lund", kind=Kind.FAMILY)
LENA = replace(KARIN, kind=Kind.STAFF, unit_id=7)


@pytest.mark.rule("R40", case="allows")
def test_a_guardian_says_that_a_goal_is_wrong():
    assert beside.may_object(KARIN, words="Så har jag inte sagt.", about="Lugna raster")


@pytest.mark.rule("R40", case="refuses")
@pytest.mark.parametrize(
    ("actor", "words", "about", "reason"),
    [
        (LENA, "Fel.", "Lugna raster", Reason.ONLY_FAMILY_OBJECTS),
        (KARIN, "Fel.", " ", Reason.OBJECTION_TO_NOTHING),
        (KARIN, " ", "Lugna raster", Reason.OBJECTION_WITHOUT_WORDS),
    ],
)
def test_an_objection_is_the_familys_about_something_and_in_words(actor, words, about, reason):
    assert beside.may_object(actor, words=words, about=about).reason is reason


def test_an_objection_is_answered_once_and_in_words():
    cases = {
        ("objection", False, "Vi rättar."): None,
        ("child_words", False, "Vi rättar."): Reason.NOT_AN_OBJECTION,
        ("objection", True, "Vi rättar."): Reason.OBJECTION_ANSWERED,
        ("objection", False, " "): Reason.ANSWER_WITHOUT_WORDS,
    }

    found = {
        case: beside.may_answer(kind=case[0], is_answered=case[1], words=case[2]).reason
        for case in cases
    }

    assert found == cases


def test_only_what_has_been_taken_in_gets_an_own_number():
    cases = {
        ("filed", "SN 2026/17"): None,
        ("new", "SN 2026/17"): Reason.NOT_TAKEN_IN,
        ("declined", "SN 2026/17"): Reason.NOT_TAKEN_IN,
        ("filed", " "): Reason.NUMBER_MISSING,
    }

    found = {case: beside.may_number(state=case[0], number=case[1]).reason for case in cases}

    assert found == cases


@pytest.mark.rule("R37", case="allows")
def test_a_marking_states_provision_day_and_authority():
    assert beside.may_mark(
        provision="OSL 26:1", authority="Socialnämnden i Växjö", marked_on=ON, on=ON
    )


@pytest.mark.rule("R37", case="refuses")
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"provision": " "}, Reason.MARK_WITHOUT_PROVISION),
        ({"authority": ""}, Reason.MARK_WITHOUT_AUTHORITY),
        ({"marked_on": ON + timedelta(days=1)}, Reason.MARK_IN_FUTURE),
    ],
)
def test_a_marking_that_lacks_one_of_them_is_refused(change, reason):
    whole = {"provision": "OSL 26:1", "authority": "Socialnämnden", "marked_on": ON, "on": ON}

    decision = beside.may_mark(**{**whole, **change})

    assert decision.reason is reason
    assert decision.provision == "OSL 5:5"
