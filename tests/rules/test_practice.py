"""The age rule chain and the decision tree, as the models say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.practice.packs import shipped_model
from varjebarn.practice.rules import (
    ContactFacts,
    contact_role,
    covers,
    next_question,
    outcome,
    school_start_by_age,
)
from varjebarn.practice.values import Outcome, PracticeModel

GIRFEC, KRONOBARN = shipped_model("girfec"), shipped_model("kronobarn")
BACKABARNET = shipped_model("backabarnet")
BORN = date(2018, 5, 14)


@pytest.mark.parametrize(
    ("on", "events", "who", "area"),
    [
        (date(2018, 5, 13), {}, "Barnmorska på mödravården", "health"),
        (date(2018, 5, 14), {}, "Sjuksköterska på barnavårdscentralen (BVC)", "health"),
        (date(2024, 7, 31), {}, "Sjuksköterska på barnavårdscentralen (BVC)", "health"),
        (date(2024, 8, 1), {}, "Rektor", "school"),
        (
            date(2024, 9, 1),
            {"started_school_on": date(2025, 8, 18)},
            "Sjuksköterska på barnavårdscentralen (BVC)",
            "health",
        ),
        (date(2023, 9, 1), {"started_school_on": date(2023, 8, 21)}, "Rektor", "school"),
        (date(2026, 3, 3), {}, "Rektor", "school"),
        (date(2035, 1, 10), {}, "Rektor", "school"),
        (
            date(2035, 1, 10),
            {"left_upper_secondary_on": date(2034, 11, 1)},
            "Kommunala aktivitetsansvaret (KAA)",
            "",
        ),
        (
            date(2034, 10, 31),
            {"left_upper_secondary_on": date(2034, 11, 1)},
            "Rektor",
            "school",
        ),
        (date(2037, 5, 13), {}, "Rektor", "school"),
    ],
)
def test_the_contact_follows_the_child_by_events(
    on: date, events: dict[str, date], who: str, area: str
) -> None:
    link = contact_role(KRONOBARN, ContactFacts(on=on, born=BORN, **events))

    assert link is not None
    assert (link.who.sv, link.area) == (who, area)


def test_an_unborn_child_has_a_midwife() -> None:
    link = contact_role(KRONOBARN, ContactFacts(on=date(2026, 3, 3), born=None))

    assert link is not None
    assert link.service == "maternity_care"


def test_the_model_lets_go_when_its_last_age_is_over() -> None:
    last, after = date(2037, 5, 13), date(2037, 5, 14)

    assert covers(KRONOBARN, ContactFacts(on=last, born=BORN))
    assert not covers(KRONOBARN, ContactFacts(on=after, born=BORN))
    assert contact_role(KRONOBARN, ContactFacts(on=after, born=BORN)) is None
    assert contact_role(GIRFEC, ContactFacts(on=date(2036, 5, 14), born=BORN)) is None


def test_a_model_without_a_chain_leaves_the_choice_to_people() -> None:
    assert contact_role(BACKABARNET, ContactFacts(on=date(2026, 3, 3), born=BORN)) is None


@given(born=st.dates(date(2005, 1, 1), date(2030, 1, 1)), days=st.integers(-270, 19 * 365))
def test_while_the_model_covers_a_child_there_is_always_a_contact(born: date, days: int) -> None:
    facts = ContactFacts(on=born + timedelta(days=days), born=born)

    assert (contact_role(KRONOBARN, facts) is not None) == covers(KRONOBARN, facts)


def test_school_starts_in_the_autumn_of_the_year_of_six() -> None:
    assert school_start_by_age(date(2018, 12, 31)) == date(2024, 8, 1)


@pytest.mark.parametrize("model", [GIRFEC, KRONOBARN, BACKABARNET])
@pytest.mark.parametrize(
    ("answers", "result"),
    [
        ({"q1": True}, Outcome.OWN_SERVICE),
        ({"q1": False, "q2": True}, Outcome.HAND_OVER),
        ({"q1": False, "q2": False, "q3": True}, Outcome.TOGETHER),
        ({"q1": False, "q2": False, "q3": False}, Outcome.NO_ACTION),
        ({}, None),
        ({"q1": False}, None),
        ({"q2": True, "q3": True}, None),
    ],
)
def test_the_tree_leads_where_the_answers_lead(
    model: PracticeModel, answers: dict[str, bool], result: Outcome | None
) -> None:
    assert outcome(model.decision, answers) is result


def test_the_next_question_is_the_first_unanswered_on_the_way() -> None:
    asked = next_question(KRONOBARN.decision, {"q1": False, "q3": True})

    assert asked is not None
    assert asked.key == "q2"
    assert next_question(KRONOBARN.decision, {"q1": True}) is None
