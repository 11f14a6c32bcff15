"""A signal is noticed, handed on, judged and answered; concern is reported without asking anybody."""

import inspect
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import ALLOWED
from varjebarn.practice.packs import shipped_model
from varjebarn.practice.values import Outcome
from varjebarn.wellbeing.documents import Noticed, signal_body, signal_letter
from varjebarn.wellbeing.reasons import Reason
from varjebarn.wellbeing.rules import (
    NEEDS_REASON,
    AssessFacts,
    HandFacts,
    NoticeFacts,
    contact_is_here,
    is_of_area,
    lacks_strength,
    may_ask_to_tell,
    may_assess,
    may_close,
    may_deliver,
    may_hand,
    may_notice,
    may_read,
    may_report_concern,
)
from varjebarn.wellbeing.values import Note, NoteKind, State, Voice, WheelNote
from varjebarn.wellbeing.wheel import signal_wheel

DAY = date(2026, 3, 3)
SCHOOL, NURSE = 1, 2

ALONE = Note(dimension="included", kind=NoteKind.CHALLENGE, text="Är ensam på rasterna.")
TIRED = Note(
    dimension="healthy",
    kind=NoteKind.CHALLENGE,
    text="Säger att hon är trött.",
    voice=Voice.CHILD,
)
DRAWS = Note(dimension="achieving", kind=NoteKind.STRENGTH, text="Ritar och berättar gärna.")

NOTICE = NoticeFacts(
    notes=(ALONE, TIRED, DRAWS),
    dimensions=frozenset({"included", "healthy", "achieving"}),
    noticed_on=DAY,
    on=DAY,
    is_filed=True,
)
HAND = HandFacts(
    state=State.RECEIVED,
    is_of_this_unit=True,
    duties=frozenset({"professional", "contact"}),
)
JUDGE = AssessFacts(
    states=(State.HANDED,),
    is_one_child=True,
    is_contact=True,
    outcome=Outcome.TOGETHER,
    reason="",
    to_author="Tack. Vi bjuder in till ett möte.",
    thoughts={},
    questions=frozenset({"obstacle", "others"}),
)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"notes": (ALONE,)},
        {"notes": (DRAWS,)},
        {"noticed_on": DAY - timedelta(days=30)},
    ],
)
def test_one_note_is_enough_to_notice(change: dict[str, Any]) -> None:
    assert may_notice(replace(NOTICE, **change)) == ALLOWED


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"is_filed": False}, Reason.FILE_FIRST),
        ({"notes": ()}, Reason.NOTHING_NOTICED),
        ({"notes": (ALONE, replace(DRAWS, text="  "))}, Reason.NOTE_IS_EMPTY),
        ({"notes": (replace(ALONE, dimension="wealthy"),)}, Reason.DIMENSION_NOT_IN_MODEL),
        ({"noticed_on": DAY + timedelta(days=1)}, Reason.DAY_TO_COME),
    ],
)
def test_what_says_nothing_is_no_signal(change: dict[str, Any], reason: Reason) -> None:
    assert may_notice(replace(NOTICE, **change)).reason is reason


@pytest.mark.parametrize(
    ("notes", "asks_again"),
    [((), True), ((ALONE, TIRED), True), ((ALONE, DRAWS), False), ((DRAWS,), False)],
)
def test_a_strength_is_asked_for_and_never_demanded(
    *, notes: tuple[Note, ...], asks_again: bool
) -> None:
    assert lacks_strength(notes) is asks_again
    if notes:
        assert may_notice(replace(NOTICE, notes=notes)) == ALLOWED


def test_a_signal_is_read_by_staff_in_its_own_unit() -> None:
    assert may_read(is_staff=True, unit=SCHOOL, reader_unit=SCHOOL) == ALLOWED


@pytest.mark.parametrize(
    ("is_staff", "reader_unit", "reason", "provision"),
    [
        (True, NURSE, Reason.STAYS_IN_ITS_UNIT, "OSL 8:1-2"),
        (True, None, Reason.STAYS_IN_ITS_UNIT, "OSL 8:1-2"),
        (False, None, Reason.ONLY_STAFF, ""),
        (False, SCHOOL, Reason.ONLY_STAFF, ""),
    ],
)
def test_nobody_else_reads_it(
    *, is_staff: bool, reader_unit: int | None, reason: Reason, provision: str
) -> None:
    decision = may_read(is_staff=is_staff, unit=SCHOOL, reader_unit=reader_unit)

    assert (decision.reason, decision.provision) == (reason, provision)


@pytest.mark.rule("R20", case="allows")
def test_concern_may_always_be_reported_and_nobody_is_asked() -> None:
    assert may_report_concern(is_staff=True) == ALLOWED
    assert list(inspect.signature(may_report_concern).parameters) == ["is_staff"]


@pytest.mark.rule("R20", case="refuses")
def test_the_familys_way_to_report_is_another() -> None:
    assert may_report_concern(is_staff=False).reason is Reason.ONLY_STAFF


@pytest.mark.parametrize("state", [State.RECEIVED, State.HANDED])
def test_a_signal_goes_to_a_contact_in_the_own_unit(state: State) -> None:
    assert may_hand(replace(HAND, state=state)) == ALLOWED


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"state": State.ASSESSED}, Reason.ASSESSED_ALREADY),
        ({"state": State.CLOSED}, Reason.ASSESSED_ALREADY),
        ({"is_of_this_unit": False, "duties": frozenset()}, Reason.NOT_OF_THIS_UNIT),
        ({"is_of_this_unit": False}, Reason.NOT_OF_THIS_UNIT),
        ({"duties": frozenset({"professional", "manager"})}, Reason.NO_CONTACT_DUTY),
    ],
)
def test_it_goes_to_nobody_else_by_hand(change: dict[str, Any], reason: Reason) -> None:
    assert may_hand(replace(HAND, **change)).reason is reason


@given(
    state=st.sampled_from(State),
    is_of_this_unit=st.booleans(),
    duties=st.frozensets(st.sampled_from([duty.value for duty in Duty])),
)
def test_whoever_takes_a_signal_is_a_contact_of_the_unit(
    *, state: State, is_of_this_unit: bool, duties: frozenset[str]
) -> None:
    if may_hand(HandFacts(state=state, is_of_this_unit=is_of_this_unit, duties=duties)):
        assert is_of_this_unit
        assert "contact" in duties
        assert state in {State.RECEIVED, State.HANDED}


@pytest.mark.parametrize(
    ("area", "own_area", "is_here"),
    [
        ("school", "school", True),
        ("school", "private_school", True),
        ("health", "private_health", True),
        ("health", "school", False),
        ("school", "school_medical", False),
        ("", "school", False),
    ],
)
def test_the_contact_is_looked_for_in_the_right_area(
    *, area: str, own_area: str, is_here: bool
) -> None:
    assert contact_is_here(area, own_area) is is_here
    assert is_of_area(own_area, area) is (is_here or area == "")


def test_the_family_is_asked_once_about_another_unit() -> None:
    decision = may_ask_to_tell(state=State.RECEIVED, is_own_unit=False, is_asked=False)

    assert decision == ALLOWED


@pytest.mark.parametrize(
    ("state", "is_own_unit", "is_asked", "reason"),
    [
        (State.RECEIVED, True, False, Reason.OWN_UNIT_NEEDS_NO_QUESTION),
        (State.HANDED, False, False, Reason.HANDED_ALREADY),
        (State.CLOSED, False, True, Reason.HANDED_ALREADY),
        (State.RECEIVED, False, True, Reason.ASKED_ALREADY),
    ],
)
def test_it_is_not_asked_what_it_has_no_choice_about(
    *, state: State, is_own_unit: bool, is_asked: bool, reason: Reason
) -> None:
    decision = may_ask_to_tell(state=state, is_own_unit=is_own_unit, is_asked=is_asked)

    assert decision.reason is reason


def test_a_signal_leaves_on_the_yes_to_the_question_about_it() -> None:
    assert may_deliver(state=State.RECEIVED, is_asked_about_this=True, holds=True) == ALLOWED


@pytest.mark.parametrize(
    ("state", "is_asked_about_this", "holds", "reason"),
    [
        (State.HANDED, True, True, Reason.HANDED_ALREADY),
        (State.RECEIVED, False, True, Reason.NOT_ASKED),
        (State.RECEIVED, True, False, Reason.NO_YES_YET),
    ],
)
def test_it_leaves_on_nothing_else(
    *, state: State, is_asked_about_this: bool, holds: bool, reason: Reason
) -> None:
    decision = may_deliver(state=state, is_asked_about_this=is_asked_about_this, holds=holds)

    assert decision.reason is reason


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"states": (State.RECEIVED, State.HANDED)},
        {"outcome": Outcome.OWN_SERVICE},
        {"outcome": Outcome.HAND_OVER, "reason": "Hör helt till BVC."},
        {"outcome": Outcome.NO_ACTION, "reason": "Det har löst sig."},
        {"thoughts": {"obstacle": "Rasterna."}},
    ],
)
def test_the_contact_judges_and_the_author_is_told(change: dict[str, Any]) -> None:
    assert may_assess(replace(JUDGE, **change)) == ALLOWED


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"states": ()}, Reason.NO_SIGNAL),
        ({"is_one_child": False}, Reason.ANOTHER_CHILD),
        ({"is_contact": False}, Reason.ONLY_CONTACT),
        ({"states": (State.HANDED, State.ASSESSED)}, Reason.ASSESSED_ALREADY),
        ({"states": (State.CLOSED,)}, Reason.ASSESSED_ALREADY),
        ({"thoughts": {"weight": "?"}}, Reason.QUESTION_NOT_IN_MODEL),
        ({"outcome": None}, Reason.TREE_NOT_FINISHED),
        ({"outcome": Outcome.HAND_OVER}, Reason.REASON_MISSING),
        ({"outcome": Outcome.NO_ACTION, "reason": " "}, Reason.REASON_MISSING),
        ({"to_author": " "}, Reason.AUTHOR_NOT_TOLD),
    ],
)
def test_a_judgement_has_what_others_need(change: dict[str, Any], reason: Reason) -> None:
    assert may_assess(replace(JUDGE, **change)).reason is reason


@given(
    outcome=st.sampled_from([None, *Outcome]),
    reason=st.sampled_from(["", " ", "Därför"]),
    to_author=st.sampled_from(["", "Tack"]),
    is_contact=st.booleans(),
)
def test_nothing_is_left_to_others_without_a_reason_and_a_word_to_the_author(
    *, outcome: Outcome | None, reason: str, to_author: str, is_contact: bool
) -> None:
    facts = replace(
        JUDGE, outcome=outcome, reason=reason, to_author=to_author, is_contact=is_contact
    )
    if may_assess(facts):
        assert is_contact
        assert to_author == "Tack"
        assert outcome not in NEEDS_REASON or reason == "Därför"


def test_a_judged_signal_is_closed_with_a_last_word() -> None:
    assert may_close(state=State.ASSESSED, is_contact=True, to_author="Planen är klar.") == ALLOWED


@pytest.mark.parametrize(
    ("state", "is_contact", "to_author", "reason"),
    [
        (State.ASSESSED, False, "Klart.", Reason.ONLY_CONTACT),
        (State.CLOSED, True, "Klart.", Reason.CLOSED_ALREADY),
        (State.RECEIVED, True, "Klart.", Reason.NOT_ASSESSED),
        (State.HANDED, True, "Klart.", Reason.NOT_ASSESSED),
        (State.ASSESSED, True, " ", Reason.AUTHOR_NOT_TOLD),
    ],
)
def test_it_is_not_closed_in_silence(
    *, state: State, is_contact: bool, to_author: str, reason: Reason
) -> None:
    decision = may_close(state=state, is_contact=is_contact, to_author=to_author)

    assert decision.reason is reason


def test_the_wheel_shows_both_kinds_side_by_side_in_the_models_order() -> None:
    model = shipped_model("kronobarn")
    alone, draws, other = (
        WheelNote(dimension=dimension, kind=kind, text=text, voice="staff", source="Skola")
        for dimension, kind, text in (
            ("included", "challenge", "Är ensam på rasterna."),
            ("included", "strength", "Har en vän i parallellklassen."),
            ("from_another_model", "challenge", "Syns inte."),
        )
    )

    wheel = signal_wheel([alone, draws, other], model, "sv")

    parts = {part.key: part for part in wheel.parts}
    assert [part.key for part in wheel.parts] == [d.key for d in model.dimensions]
    assert parts["included"].challenges == (alone,)
    assert parts["included"].strengths == (draws,)
    assert (parts["safe"].strengths, parts["safe"].challenges) == ((), ())
    assert (wheel.strength_label, wheel.challenge_label) == ("Fungerar", "Utmanande")


def test_the_wheel_holds_no_figure() -> None:
    wheel = signal_wheel([], shipped_model("kronobarn"), "en")

    assert not [
        name
        for value in (wheel, *wheel.parts)
        for name in value.__dataclass_fields__
        if isinstance(getattr(value, name), int | float)
    ]


def test_a_signal_is_read_elsewhere_as_it_was_sent_in_the_senders_words() -> None:
    noticed = Noticed(
        called="Alva",
        born=date(2018, 5, 14),
        author="Tor Ekman",
        title="Klasslärare",
        unit_name="Skola",
        organisation_name="Växjö kommun",
        noticed_on=DAY,
        own_words="Sedan efter lovet.",
        notes=[ALONE, TIRED],
    )

    letter = signal_letter(signal_body(noticed, shipped_model("kronobarn")), "sv")

    assert [(n.label, n.kind, n.text, n.voice) for n in letter.notes] == [
        ("Delaktig", "challenge", "Är ensam på rasterna.", "staff"),
        ("Må bra", "challenge", "Säger att hon är trött.", "child"),
    ]
    assert (letter.author, letter.noticed_on, letter.own_words) == (
        "Tor Ekman",
        DAY,
        "Sedan efter lovet.",
    )
    assert {note.source for note in letter.wheel_notes} == {"Skola, Växjö kommun"}
