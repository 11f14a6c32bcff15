"""What follows a decision, what it means for children, who answers, what contradicts, who has joined."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import Decision
from varjebarn.steering import rules
from varjebarn.steering.decision_reasons import DecisionReason
from varjebarn.steering.reasons import Reason

COUNTY = frozenset({Duty.COUNTY})
OTHERS = frozenset(Duty) - COUNTY
NOBODY: frozenset[Duty] = frozenset()
BEFORE, DAY, AFTER = date(2026, 6, 5), date(2026, 11, 6), date(2026, 12, 4)
Asked = Callable[[frozenset[Duty]], Decision]


def begin(**changes: Any) -> Asked:
    asked = {"is_standing": True, "is_under_way": False}
    return lambda duties: rules.may_begin(duties, **asked | changes)


def complete(**changes: Any) -> Asked:
    asked = {"has_both_responsible": False, "due": AFTER, "meeting_on": DAY}
    return lambda duties: rules.may_complete(duties, **asked | changes)


def change(**changes: Any) -> Asked:
    asked = {"label": "Aktivitet 4", "is_named": False}
    return lambda duties: rules.may_name_change(duties, **asked | changes)


def earlier(**changes: Any) -> Asked:
    facts = rules.EarlierFacts(is_itself=False, is_named=False, decided_on=DAY, earlier_on=BEFORE)
    return lambda duties: rules.may_name_earlier(duties, replace(facts, **changes))


def raise_due(**changes: Any) -> Asked:
    asked = {"has_any": True, "has_meeting": True}
    return lambda duties: rules.may_raise_due(duties, **asked | changes)


def ask(**changes: Any) -> Asked:
    asked = {
        "question": "Hur står det till?",
        "asked": {1, 2},
        "due": AFTER,
        "meeting_on": DAY,
        "reminders": (date(2026, 11, 27), date(2026, 12, 3)),
        "parts": ["Ekonomi", "Tidplan"],
    }
    return lambda duties: rules.may_ask(duties, **asked | changes)


def contradict(**changes: Any) -> Asked:
    facts = rules.ContradictionFacts(
        has_other=True, is_one_text=False, says="Kommunen.", other_says="Regionen."
    )
    return lambda duties: rules.may_mark_contradiction(duties, replace(facts, **changes))


def solve(**changes: Any) -> Asked:
    return lambda duties: rules.may_solve_contradiction(duties, **{"is_solved": False} | changes)


def join(**changes: Any) -> Asked:
    facts = rules.JoiningFacts(is_the_same=False, since=DAY, last_change=BEFORE)
    return lambda duties: rules.may_note_joining(duties, replace(facts, **changes))


ACTS = [begin, complete, change, earlier, raise_due, ask, contradict, solve, join]

ALLOWED = [
    *(act() for act in ACTS),
    complete(due=None),
    complete(due=DAY),
    earlier(earlier_on=DAY),
    ask(parts=None, reminders=()),
    ask(reminders=(DAY, AFTER)),
    join(last_change=None),
    join(names_decision=False, stands_outside=True),
]

REFUSED = [
    (begin(is_standing=False), Reason.FOLLOWED_UP_ALREADY),
    (begin(is_under_way=True), DecisionReason.STATUS_AS_BEFORE),
    (complete(has_both_responsible=True), DecisionReason.RESPONSIBLE_TWICE),
    (complete(due=BEFORE), Reason.DUE_BEFORE_MEETING),
    (change(label=" "), DecisionReason.CHANGE_NAMELESS),
    (change(is_named=True), DecisionReason.CHANGE_NAMED_ALREADY),
    (earlier(is_itself=True), DecisionReason.EARLIER_IS_ITSELF),
    (earlier(is_named=True), DecisionReason.EARLIER_NAMED_ALREADY),
    (earlier(earlier_on=AFTER), DecisionReason.EARLIER_IS_LATER),
    (raise_due(has_meeting=False), DecisionReason.NO_MEETING_TO_RAISE_AT),
    (raise_due(has_any=False), DecisionReason.NOTHING_PAST_DUE),
    (ask(reminders=(AFTER, DAY)), DecisionReason.REMINDED_OUT_OF_ORDER),
    (ask(reminders=(BEFORE, DAY)), DecisionReason.REMINDED_OUT_OF_ORDER),
    (ask(reminders=(DAY, AFTER + timedelta(1))), DecisionReason.REMINDED_OUT_OF_ORDER),
    (ask(parts=["Ekonomi", " "]), DecisionReason.PARTS_TOO_FEW),
    (contradict(has_other=False), DecisionReason.OTHER_TEXT_MISSING),
    (contradict(is_one_text=True), DecisionReason.TEXTS_ARE_ONE),
    (contradict(says=" "), DecisionReason.SAYING_MISSING),
    (contradict(other_says=""), DecisionReason.SAYING_MISSING),
    (solve(is_solved=True), DecisionReason.SOLVED_ALREADY),
    (join(is_the_same=True), DecisionReason.STANDS_THERE_ALREADY),
    (join(since=BEFORE), DecisionReason.JOINED_BACKWARDS),
    (join(names_decision=False), DecisionReason.JOINED_WITHOUT_DECISION),
]


@pytest.mark.parametrize("asked", ALLOWED)
def test_the_county_may(asked: Asked) -> None:
    assert asked(COUNTY).reason is None


@pytest.mark.parametrize(("asked", "reason"), REFUSED, ids=lambda value: getattr(value, "name", ""))
def test_the_county_may_not(asked: Asked, reason: object) -> None:
    assert asked(COUNTY).reason is reason


@given(st.sampled_from(ACTS), st.sets(st.sampled_from(sorted(OTHERS))))
def test_nobody_without_the_countys_duty_ever_writes(act: Any, duties: set[Duty]) -> None:
    assert act()(frozenset(duties)).reason is Reason.ONLY_COUNTY_DUTY


DRAFT = rules.AnalysisFacts(is_member=True, is_decided=True, is_whole=True, articles=(3, 12))


@pytest.mark.parametrize(
    ("duties", "changes", "writes", "publishes"),
    [
        (NOBODY, {}, None, None),
        (COUNTY, {"is_member": False}, None, None),
        (
            OTHERS,
            {"is_member": False},
            DecisionReason.ANALYSIS_NOT_YOURS,
            DecisionReason.ANALYSIS_NOT_YOURS,
        ),
        (
            COUNTY,
            {"is_published": True},
            DecisionReason.ANALYSIS_PUBLISHED,
            DecisionReason.ANALYSIS_PUBLISHED,
        ),
        (
            NOBODY,
            {"articles": (3, 42)},
            DecisionReason.NO_SUCH_ARTICLE,
            DecisionReason.NO_SUCH_ARTICLE,
        ),
        (NOBODY, {"is_whole": False}, None, DecisionReason.ANALYSIS_NOT_WHOLE),
        (NOBODY, {"is_decided": False}, None, DecisionReason.ANALYSIS_BEFORE_DECISION),
    ],
)
def test_an_analysis_is_the_members_until_it_is_published_with_the_decision(
    duties: frozenset[Duty], changes: dict[str, Any], writes: object, publishes: object
) -> None:
    facts = replace(DRAFT, **changes)

    assert rules.may_write_analysis(duties, facts).reason is writes
    assert rules.may_publish_analysis(duties, facts).reason is publishes


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"sits_for_it": False}, Reason.NOT_YOUR_ORGANISATION),
        ({"is_colleague": False}, DecisionReason.NOT_A_COLLEAGUE),
        ({"is_asked": True}, DecisionReason.COLLEAGUE_ASKED_ALREADY),
        ({"has_answered": True}, Reason.ANSWERED_ALREADY),
    ],
)
def test_a_colleague_is_asked_by_who_sits_there(changes: dict[str, bool], reason: object) -> None:
    asked = {"sits_for_it": True, "is_colleague": True, "is_asked": False, "has_answered": False}

    assert rules.may_delegate(OTHERS, **asked | changes).reason is reason


@pytest.mark.parametrize(
    ("parts", "reason"),
    [(["Pengar finns.", ""], None), (["", " "], DecisionReason.PARTS_UNANSWERED)],
)
def test_an_analysis_answers_something(parts: list[str], reason: object) -> None:
    assert rules.may_fill(parts=parts).reason is reason


@given(st.dates(BEFORE, AFTER), st.integers(0, 90))
def test_the_silent_are_reminded_in_order_and_in_time(meeting_on: date, days: int) -> None:
    due = meeting_on + timedelta(days=days)

    first, last = rules.reminder_days(meeting_on, due)

    assert meeting_on <= first <= last <= due
    assert ask(meeting_on=meeting_on, due=due, reminders=(first, last))(COUNTY)


def test_every_reason_is_given_by_some_case() -> None:
    told = {reason for _asked, reason in REFUSED} | {
        DecisionReason.ANALYSIS_NOT_YOURS,
        DecisionReason.ANALYSIS_PUBLISHED,
        DecisionReason.ANALYSIS_NOT_WHOLE,
        DecisionReason.ANALYSIS_BEFORE_DECISION,
        DecisionReason.NO_SUCH_ARTICLE,
        DecisionReason.NOT_A_COLLEAGUE,
        DecisionReason.COLLEAGUE_ASKED_ALREADY,
        DecisionReason.PARTS_UNANSWERED,
        DecisionReason.WORDING_AS_BEFORE,
        DecisionReason.CORRECTED_WITHOUT_REASON,
    }

    assert set(DecisionReason) - told == set()
