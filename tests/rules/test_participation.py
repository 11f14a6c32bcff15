"""A child's answer is what the child gave; a plan without it says why; what came of it is told."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.kernel.decisions import ALLOWED
from varjebarn.participation.answers import Answer, answers_from, words_body
from varjebarn.participation.questions import (
    Asker,
    Faces,
    Question,
    Readers,
    ReaderUnit,
    question_body,
    question_page,
)
from varjebarn.participation.reasons import Reason
from varjebarn.participation.rules import (
    AskFacts,
    InfluenceFacts,
    NoteFacts,
    child_is_heard,
    guardian_reads_plan,
    may_ask,
    may_note,
    may_note_influence,
    may_send,
    may_take_back,
    may_take_in,
)

DAY = date(2026, 3, 3)
ASKED = ("safe", "active", "own_1")

ASK = AskFacts(
    asked=("safe",),
    free=(),
    dimensions=frozenset({"safe", "active"}),
    has_login=True,
    is_filed=True,
)
NOTE = NoteFacts(
    words="Jag vill sitta vid fönstret.",
    answers=(),
    occasion="Samtal i klassrummet",
    said_on=DAY,
    on=DAY,
    is_filed=True,
)
CAME_OF_IT = InfluenceFacts(
    what="Hon fick platsen vid fönstret.",
    said_on=DAY,
    told_back_on=DAY + timedelta(days=2),
    on=DAY + timedelta(days=3),
    is_told_already=False,
    is_taken_back=False,
)


@pytest.mark.rule("R24", case="allows")
@pytest.mark.parametrize(
    ("has_view", "why_not"),
    [(True, ""), (False, "Alva ville inte prata den här gången."), (True, "Hon har svarat förut.")],
)
def test_a_plan_has_the_childs_view_or_the_reason_why_not(*, has_view: bool, why_not: str) -> None:
    assert child_is_heard(has_view=has_view, why_not=why_not) == ALLOWED


@pytest.mark.rule("R24", case="refuses")
@pytest.mark.parametrize("why_not", ["", "   ", "\n"])
def test_a_plan_without_either_is_refused(why_not: str) -> None:
    assert child_is_heard(has_view=False, why_not=why_not).reason is Reason.CHILD_NOT_HEARD


@pytest.mark.parametrize(
    "answers",
    [
        (Answer(dimension="safe", face=1),),
        (Answer(dimension="safe", face=5, words="Hemma hos mormor."),),
        (Answer(dimension="safe", skipped=True),),
        (Answer(dimension="safe"), Answer(dimension="active", skipped=True)),
        (Answer(dimension="own_1", words="En cykel."),),
    ],
)
def test_one_answer_of_any_kind_is_enough(answers: tuple[Answer, ...]) -> None:
    assert may_send(answers, "", asked=ASKED) == ALLOWED


def test_words_alone_are_enough_also_when_nothing_was_asked() -> None:
    assert may_send((), "Jag vill berätta en sak.", asked=()) == ALLOWED


@pytest.mark.parametrize(
    ("answers", "words", "reason"),
    [
        ((), "", Reason.NOTHING_SAID),
        ((), "  ", Reason.NOTHING_SAID),
        ((Answer(dimension="safe"), Answer(dimension="active")), "", Reason.NOTHING_SAID),
        ((Answer(dimension="healthy", face=3),), "", Reason.NOT_ASKED),
        (
            (Answer(dimension="safe", face=3), Answer(dimension="safe", skipped=True)),
            "",
            Reason.ANSWERED_TWICE,
        ),
        ((Answer(dimension="safe", face=3, skipped=True),), "", Reason.FACE_AND_SKIP),
        ((Answer(dimension="safe", face=0),), "", Reason.FACE_NOT_ON_SCALE),
        ((Answer(dimension="safe", face=6),), "", Reason.FACE_NOT_ON_SCALE),
    ],
)
def test_what_cannot_be_an_answer_is_refused(
    answers: tuple[Answer, ...], words: str, reason: Reason
) -> None:
    assert may_send(answers, words, asked=ASKED).reason is reason


def test_nothing_is_chosen_beforehand() -> None:
    untouched = answers_from([{"dimension": "safe"}, {"dimension": "active", "face": None}])

    assert untouched == ()
    assert Answer(dimension="safe").is_given is False


def test_a_skipped_answer_is_kept_as_an_answer() -> None:
    body = words_body([Answer(dimension="safe", skipped=True), Answer(dimension="active")], "")

    assert body == {
        "answers": [{"dimension": "safe", "face": None, "words": "", "skipped": True}],
        "words": "",
        "stays_here": False,
    }
    assert answers_from(body["answers"]) == (Answer(dimension="safe", skipped=True),)


answers_in_any_state = st.builds(
    Answer,
    dimension=st.sampled_from([*ASKED, "healthy"]),
    face=st.none() | st.integers(-1, 7),
    words=st.sampled_from(["", " ", "Hos mormor"]),
    skipped=st.booleans(),
)


@given(st.lists(answers_in_any_state, max_size=4), st.sampled_from(["", " ", "Hej"]))
def test_whatever_is_sent_says_something_and_answers_only_what_was_asked(
    answers: list[Answer], words: str
) -> None:
    if may_send(answers, words, asked=ASKED):
        said = [answer for answer in answers if answer.is_given]

        assert bool(said) or words == "Hej"
        assert {answer.dimension for answer in said} <= set(ASKED)
        assert all(answer.face in {None, 1, 2, 3, 4, 5} for answer in said)


@given(st.lists(answers_in_any_state, max_size=4))
def test_an_answer_comes_back_as_it_was_given(answers: list[Answer]) -> None:
    body = words_body(answers, "")

    assert answers_from(body["answers"]) == tuple(a for a in answers if a.is_given)


def test_a_question_of_the_wheel_or_ones_own_may_be_asked() -> None:
    assert may_ask(ASK) == ALLOWED
    assert may_ask(replace(ASK, asked=(), free=("Vad är bäst på rasten?",))) == ALLOWED


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"is_filed": False}, Reason.FILE_FIRST),
        ({"has_custody": False}, Reason.WITHOUT_CUSTODY),
        ({"has_login": False}, Reason.NO_LOGIN),
        ({"asked": ()}, Reason.NOTHING_ASKED),
        ({"asked": (), "free": (" ",)}, Reason.NOTHING_ASKED),
        ({"asked": ("safe", "wealthy")}, Reason.QUESTION_NOT_IN_MODEL),
    ],
)
def test_a_question_that_cannot_be_answered_is_not_asked(
    change: dict[str, Any], reason: Reason
) -> None:
    assert may_ask(replace(ASK, **change)).reason is reason


@pytest.mark.parametrize("kind", ["child_words", "guardian_words"])
def test_what_was_sent_becomes_a_view(kind: str) -> None:
    assert may_take_in(kind=kind, is_taken=False, says_something=True) == ALLOWED


@pytest.mark.parametrize(
    ("kind", "is_taken", "says_something", "reason"),
    [
        ("consent_answer", False, True, Reason.NOT_WORDS),
        ("child_words", True, True, Reason.TAKEN_IN_ALREADY),
        ("guardian_words", False, False, Reason.NOTHING_SAID),
    ],
)
def test_it_does_so_once_and_only_if_it_is_words(
    *, kind: str, is_taken: bool, says_something: bool, reason: Reason
) -> None:
    decision = may_take_in(kind=kind, is_taken=is_taken, says_something=says_something)

    assert decision.reason is reason


@pytest.mark.parametrize(
    "change",
    [{}, {"words": "", "answers": (Answer(dimension="safe", skipped=True),)}, {"on": date.max}],
)
def test_an_adult_may_hold_the_pen(change: dict[str, Any]) -> None:
    assert may_note(replace(NOTE, **change)) == ALLOWED


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"is_filed": False}, Reason.FILE_FIRST),
        ({"words": " "}, Reason.NOTHING_SAID),
        ({"words": "", "answers": (Answer(dimension="safe"),)}, Reason.NOTHING_SAID),
        ({"occasion": ""}, Reason.OCCASION_MISSING),
        ({"said_on": DAY + timedelta(days=1)}, Reason.DAY_TO_COME),
    ],
)
def test_words_without_an_occasion_are_not_written_down(
    change: dict[str, Any], reason: Reason
) -> None:
    assert may_note(replace(NOTE, **change)).reason is reason


@pytest.mark.parametrize("change", [{}, {"told_back_on": None}, {"told_back_on": DAY}])
def test_what_came_of_it_is_told_back_or_will_be(change: dict[str, Any]) -> None:
    assert may_note_influence(replace(CAME_OF_IT, **change)) == ALLOWED


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"is_taken_back": True}, Reason.TAKEN_BACK),
        ({"is_told_already": True}, Reason.TOLD_BACK_ALREADY),
        ({"what": " "}, Reason.INFLUENCE_MISSING),
        ({"told_back_on": DAY + timedelta(days=4)}, Reason.DAY_TO_COME),
        ({"told_back_on": DAY - timedelta(days=1)}, Reason.TOLD_BEFORE_SAID),
    ],
)
def test_what_came_of_it_is_true_when_it_is_told(change: dict[str, Any], reason: Reason) -> None:
    assert may_note_influence(replace(CAME_OF_IT, **change)).reason is reason


def test_it_may_be_taken_back_once() -> None:
    assert may_take_back(is_taken_back=False) == ALLOWED
    assert may_take_back(is_taken_back=True).reason is Reason.TAKEN_BACK


@pytest.mark.parametrize(
    ("born", "custody", "view_agreed", "reads"),
    [
        (date(2018, 5, 14), True, False, True),
        (date(2018, 5, 14), False, False, False),
        (date(2013, 3, 4), True, False, True),
        (date(2013, 3, 3), True, False, False),
        (date(2013, 3, 3), True, True, True),
        (date(2010, 1, 1), False, True, False),
    ],
)
def test_the_child_is_told_which_guardian_will_read_it(
    *, born: date, custody: bool, view_agreed: bool, reads: bool
) -> None:
    told = guardian_reads_plan(born, DAY, closes_at=13, custody=custody, view_agreed=view_agreed)

    assert told is reads


def test_a_question_is_read_as_it_was_sent_in_the_readers_language() -> None:
    readers = Readers(
        units=(
            ReaderUnit(name="Skola", organisation_name="Växjö kommun", is_own=True),
            ReaderUnit(name="Elevhälsa", organisation_name="Växjö kommun"),
        ),
        guardians=("Karin Lund",),
    )
    body = question_body(
        capacity="child",
        called="Alva",
        born=date(2018, 5, 14),
        asker=Asker(
            name="Lena Strand",
            title="Rektor",
            unit_name="Skola",
            organisation_name="Växjö kommun",
            on=DAY,
            why="Vi vill höra hur du har det.",
        ),
        questions=[
            Question(
                key="safe",
                title={"sv": "Trygg", "en": "Safe"},
                text={"sv": "Jag är trygg.", "en": "I am safe."},
                has_faces=True,
            ),
            Question(key="own_1", title={}, text={"sv": "Vad är roligt?"}, has_faces=False),
        ],
        faces=Faces(
            low={"sv": "inte alls", "en": "not at all"},
            high={"sv": "väldigt mycket", "en": "very much"},
            hopes={"sv": "Vad önskar du dig?", "en": "What do you wish for?"},
        ),
        readers=readers,
    )

    swedish, english = question_page(body, "sv-simple"), question_page(body, "en-gb")

    assert [q.text for q in swedish.questions] == ["Jag är trygg.", "Vad är roligt?"]
    assert [q.text for q in english.questions] == ["I am safe.", "Vad är roligt?"]
    assert (english.low, english.high) == ("not at all", "very much")
    assert swedish.readers == english.readers == readers
    assert swedish.faces == (1, 2, 3, 4, 5)
    assert swedish.keys == {"safe", "own_1"}
    assert (swedish.called, swedish.asked_by, swedish.asked_on) == ("Alva", "Lena Strand", DAY)
