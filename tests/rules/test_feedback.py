"""What a reporter may be told, by whom and by when, as tables."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from varjebarn.disclosure.feedback import (
    Choice,
    FeedbackFacts,
    due_on,
    feedback_document,
    may_carry,
    may_feed_back,
)
from varjebarn.disclosure.reasons import Reason

DECIDED = date(2026, 11, 2)
DAY = timedelta(days=1)
FACTS = FeedbackFacts(
    area="social",
    is_reporter=True,
    choice="opened",
    decided_on=DECIDED,
    on=DECIDED,
)


@pytest.mark.rule("R21", case="allows")
@pytest.mark.parametrize("choice", list(Choice))
def test_social_services_tell_the_reporter_one_of_three(choice):
    assert may_feed_back(replace(FACTS, choice=choice.value))


@pytest.mark.rule("R21", case="refuses")
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"area": "health"}, Reason.FEEDBACK_ONLY_FROM_SOCIAL),
        ({"is_reporter": False}, Reason.FEEDBACK_ONLY_TO_REPORTER),
        ({"choice": "opened, since the father drinks"}, Reason.FEEDBACK_ONLY_THREE),
        ({"choice": ""}, Reason.FEEDBACK_ONLY_THREE),
        ({"decided_on": DECIDED + DAY}, Reason.FEEDBACK_NOT_DECIDED),
        ({"is_given": True}, Reason.FEEDBACK_GIVEN),
    ],
)
def test_anything_else_is_refused(change, reason):
    decision = may_feed_back(replace(FACTS, **change))

    assert decision.reason is reason
    assert decision.provision == "SoL 19:6; OSL 26:9 a"


@pytest.mark.rule("R21", case="refuses")
@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("report_feedback", {"report_feedback", "note"}),
        ("note", {"note"}),
        ("plan_version", {"goals"}),
        ("note", {"report_feedback"}),
    ],
)
def test_no_other_content_goes_on_this_ground(kind, parts):
    assert may_carry(kind, frozenset(parts)).reason is Reason.FEEDBACK_ONLY_THREE


def test_the_content_is_the_choice_and_not_even_a_name():
    document = feedback_document(Choice.NOT_OPENED, about=UUID(int=7))

    assert document.text() == '{"parts":{"report_feedback":{"choice":"not_opened"}}}'
    assert may_carry(document.kind, document.parts)


@pytest.mark.parametrize(
    ("asked_on", "choice", "due"),
    [
        (None, "opened", None),
        (DECIDED - DAY, "opened", DECIDED + 7 * DAY),
        (DECIDED, "not_opened", DECIDED + 7 * DAY),
        (DECIDED + 3 * DAY, "opened", DECIDED + 3 * DAY),  # asked later: at once
        (DECIDED - DAY, "in_progress", DECIDED),  # going on already: at once
        (DECIDED + DAY, "in_progress", DECIDED + DAY),
    ],
)
def test_whoever_has_asked_is_told_within_a_week_or_at_once(asked_on, choice, due):
    assert due_on(asked_on=asked_on, decided_on=DECIDED, choice=choice) == due
