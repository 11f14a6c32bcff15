"""Who reviews what, and what a sample is: each no by its name."""

from datetime import date
from hashlib import sha256
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.audit import rules
from varjebarn.audit.reasons import Reason
from varjebarn.audit.values import Outcome, State
from varjebarn.kernel.actors import Actor, Duty, Kind

DAY = date(2026, 11, 24)


def actor(*duties: Duty, person: int = 1, kind: Kind = Kind.STAFF) -> Actor:
    return Actor(
        person_id=person, person=UUID(int=person), name="Inga", kind=kind, duties=frozenset(duties)
    )


REVIEWER = actor(Duty.LOG_REVIEWER)
READER = actor(Duty.PROFESSIONAL, person=2)
CASE = {"reader": 2, "state": State.OPEN, "words": "Varför?"}
END = {"reader": 2, "state": State.OPEN, "explained": False, "outcome": "expected", "words": ""}


@pytest.mark.rule("R27", case="allows")
def test_the_log_reviewer_reviews_what_others_have_read():
    assert rules.may_review(REVIEWER, reader=2)
    assert rules.may_ask_reader(REVIEWER, **CASE)
    assert rules.may_conclude(REVIEWER, **END)


@pytest.mark.rule("R27", case="refuses")
@pytest.mark.parametrize("duty", set(Duty) - {Duty.LOG_REVIEWER})
def test_no_other_duty_reviews(duty):
    other = actor(duty)

    assert rules.may_review(other).reason is Reason.ONLY_REVIEWER
    assert rules.may_ask_reader(other, **CASE).reason is Reason.ONLY_REVIEWER
    assert rules.may_conclude(other, **END).reason is Reason.ONLY_REVIEWER
    assert rules.may_extract(other, chosen=True, first=DAY, last=DAY).reason is Reason.ONLY_REVIEWER


@pytest.mark.rule("R27", case="refuses")
def test_nobody_reviews_her_own_readings():
    own = {"reader": REVIEWER.person_id}

    assert rules.may_review(REVIEWER, **own).reason is Reason.NOT_ONES_OWN
    assert rules.may_ask_reader(REVIEWER, **CASE | own).reason is Reason.NOT_ONES_OWN
    assert rules.may_conclude(REVIEWER, **END | own).reason is Reason.NOT_ONES_OWN


def test_a_question_to_the_reader_has_words_and_a_review_that_is_open():
    blank = rules.may_ask_reader(REVIEWER, **CASE | {"words": " "})
    done = rules.may_ask_reader(REVIEWER, **CASE | {"state": State.DONE})

    assert (blank.reason, done.reason) == (Reason.WORDS_MISSING, Reason.DONE_ALREADY)


def test_only_the_reader_explains_and_only_when_asked():
    asked = CASE | {"state": State.ASKED}

    assert rules.may_explain(READER, **asked)
    assert rules.may_explain(REVIEWER, **asked).reason is Reason.ONLY_THE_READER
    assert rules.may_explain(READER, **CASE).reason is Reason.NOT_ASKED
    assert rules.may_explain(READER, **asked | {"words": ""}).reason is Reason.WORDS_MISSING


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"state": State.DONE}, Reason.DONE_ALREADY),
        ({"outcome": "fine"}, Reason.OUTCOME_UNKNOWN),
        ({"outcome": Outcome.EXPLAINED, "words": "Hon berättade."}, Reason.NOT_EXPLAINED),
        ({"outcome": Outcome.EXPLAINED, "explained": True}, Reason.WORDS_MISSING),
        ({"outcome": Outcome.LOOK_INTO}, Reason.WORDS_MISSING),
        ({"outcome": Outcome.REPORTED}, Reason.WORDS_MISSING),
        ({"outcome": Outcome.EXPLAINED, "explained": True, "words": "Hon berättade."}, None),
        ({"outcome": Outcome.REPORTED, "words": "Till IMY."}, None),
    ],
)
def test_an_outcome_is_known_and_said_in_words(change, reason):
    assert rules.may_conclude(REVIEWER, **END | change).reason is reason


def test_the_family_asks_and_staff_answer_once():
    karin = actor(kind=Kind.FAMILY)

    assert rules.may_ask_about(karin, words="Varför?", waiting=False)
    assert rules.may_ask_about(karin, words=" ", waiting=False).reason is Reason.WORDS_MISSING
    twice = rules.may_ask_about(karin, words="Varför?", waiting=True)
    assert twice.reason is Reason.ASKED_ALREADY
    assert (
        rules.may_ask_about(REVIEWER, words="Varför?", waiting=False).reason is Reason.ONLY_FAMILY
    )
    assert rules.may_answer(REVIEWER, answered=False, words="Hon vikarierade.")
    assert rules.may_answer(REVIEWER, answered=False, words="").reason is Reason.WORDS_MISSING
    assert rules.may_answer(REVIEWER, answered=True, words="Ja").reason is Reason.ANSWERED_ALREADY
    assert rules.may_answer(karin, answered=False, words="Ja").reason is Reason.ONLY_REVIEWER


def test_an_extract_is_of_something_and_of_a_period_that_runs_forward():
    before = DAY.replace(day=23)

    assert rules.may_extract(REVIEWER, chosen=True, first=DAY, last=DAY)
    backwards = rules.may_extract(REVIEWER, chosen=True, first=DAY, last=before)
    nothing = rules.may_extract(REVIEWER, chosen=False, first=DAY, last=DAY)
    assert (backwards.reason, nothing.reason) == (Reason.PERIOD_BACKWARDS, Reason.NOTHING_CHOSEN)


@pytest.mark.parametrize(
    ("readings", "size"), [(0, 0), (3, 3), (40, 5), (51, 6), (100, 10), (1000, 20)]
)
def test_a_sample_is_a_share_within_bounds(readings, size):
    assert rules.sample_size(readings, percent=10, at_least=5, at_most=20) == size


LEAVES = st.lists(st.binary(min_size=1, max_size=8), unique=True, max_size=40)


@given(st.binary(min_size=1, max_size=32), LEAVES, st.integers(0, 50), st.randoms())
def test_the_same_seed_draws_the_same_whatever_the_order(seed, leaves, size, random):
    first = rules.drawn(seed, leaves, size)
    random.shuffle(leaves)

    assert rules.drawn(seed, leaves, size) == first
    assert len(set(first)) == min(size, len(leaves))


def test_another_seed_draws_others():
    leaves = [sha256(bytes([n])).digest() for n in range(100)]

    assert rules.drawn(b"one", leaves, 10) != rules.drawn(b"two", leaves, 10)
