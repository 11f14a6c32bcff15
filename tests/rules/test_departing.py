"""Where a consent departs from the rule: what has to be written before something stands in."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from varjebarn.disclosure.departing import (
    BIGGEST_PAPER,
    MaturityWords,
    StandInWords,
    may_assess,
    may_record_answer,
    may_stand_in,
    may_store_paper,
    paper_type,
)
from varjebarn.disclosure.matters import Matter
from varjebarn.disclosure.policy import Answer
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.ages import birthday
from varjebarn.kernel.decisions import ALLOWED

DAY = date(2026, 3, 3)
ASSESSED = MaturityWords(
    matter="att skolsköterskan får veta",
    why="förstår vem som läser och varför",
    assessed_by="Noor, kurator",
    assessed_on=DAY,
    understands="säger med egna ord vad det betyder",
    second_person="Lena, rektor",
)
HARM = replace(ASSESSED, understands="", second_person="", harm_if_told="hon hotas hemma")
HINDERED = StandInWords(
    kind=Answer.HINDERED,
    reason="till sjöss utan telefon",
    cannot_wait="skolan börjar på måndag",
    not_intrusive="bara planen, till skolsköterskan",
)
DECIDED = StandInWords(
    kind=Answer.DECISION_6_13A, decision_reference="SN 2026/17", decided_on=DAY - timedelta(days=3)
)


@pytest.mark.rule("R11", case="allows")
@pytest.mark.parametrize(
    ("years", "words"), [(12, ASSESSED), (14, ASSESSED), (15, ASSESSED), (15, HARM), (17, HARM)]
)
def test_a_child_old_enough_may_be_judged_to_decide_alone(years, words):
    assert may_assess(words, born=birthday(DAY, -years), on=DAY) == ALLOWED


@pytest.mark.rule("R11", case="refuses")
@pytest.mark.parametrize(
    ("years", "words", "reason"),
    [
        (11, ASSESSED, Reason.ASSESSMENT_NOT_AT_THIS_AGE),
        (18, ASSESSED, Reason.ASSESSMENT_NOT_AT_THIS_AGE),
        (14, HARM, Reason.HARM_NOT_AT_THIS_AGE),
        (14, replace(ASSESSED, matter=" "), Reason.ASSESSMENT_NOT_COMPLETE),
        (14, replace(ASSESSED, why=""), Reason.ASSESSMENT_NOT_COMPLETE),
        (14, replace(ASSESSED, assessed_by=""), Reason.ASSESSMENT_NOT_COMPLETE),
        (14, replace(ASSESSED, understands=""), Reason.ASSESSMENT_NOT_COMPLETE),
        (14, replace(ASSESSED, second_person=""), Reason.ASSESSMENT_NOT_COMPLETE),
        (16, replace(HARM, why=""), Reason.ASSESSMENT_NOT_COMPLETE),
        (14, replace(ASSESSED, assessed_on=DAY + timedelta(days=1)), Reason.NOT_YET),
    ],
)
def test_an_assessment_does_not_count(years, words, reason):
    assert may_assess(words, born=birthday(DAY, -years), on=DAY).reason is reason


@pytest.mark.rule("R12", case="allows")
@pytest.mark.parametrize(
    ("words", "matter", "has_said_no"),
    [
        (HINDERED, Matter.EVERYDAY, False),
        (DECIDED, Matter.PSYCHIATRY, True),
        (DECIDED, Matter.OUTPATIENT, True),
        (DECIDED, Matter.CONTACT_PERSON, False),
        (DECIDED, Matter.LSS, True),
    ],
)
def test_something_stands_in(words, matter, has_said_no):
    assert may_stand_in(words, matter=matter, has_said_no=has_said_no, on=DAY) == ALLOWED


@pytest.mark.rule("R12", case="refuses")
@pytest.mark.parametrize(
    ("words", "matter", "reason"),
    [
        (replace(HINDERED, reason=""), Matter.EVERYDAY, Reason.HINDERED_NEEDS_DETAILS),
        (replace(HINDERED, cannot_wait=""), Matter.EVERYDAY, Reason.HINDERED_NEEDS_DETAILS),
        (replace(HINDERED, not_intrusive=" "), Matter.EVERYDAY, Reason.HINDERED_NEEDS_DETAILS),
        (HINDERED, Matter.EVERYDAY, Reason.HINDERED_HAS_ANSWERED),
        (replace(DECIDED, decision_reference=""), Matter.LSS, Reason.DECISION_NEEDS_DETAILS),
        (replace(DECIDED, decided_on=None), Matter.LSS, Reason.DECISION_NEEDS_DETAILS),
        (replace(DECIDED, decided_on=DAY + timedelta(days=1)), Matter.LSS, Reason.NOT_YET),
        (DECIDED, Matter.EVERYDAY, Reason.DECISION_NOT_FOR_THIS),
        (DECIDED, Matter.HEALTH, Reason.DECISION_NOT_FOR_THIS),
        (DECIDED, Matter.SCHOOL, Reason.DECISION_NOT_FOR_THIS),
        (replace(DECIDED, kind=Answer.YES), Matter.LSS, Reason.NO_SUCH_STAND_IN),
    ],
)
def test_nothing_stands_in_like_that(words, matter, reason):
    assert may_stand_in(words, matter=matter, has_said_no=True, on=DAY).reason is reason


def test_an_answer_by_other_means_says_when_and_to_whom():
    yesterday, tomorrow = DAY - timedelta(days=1), DAY + timedelta(days=1)

    assert may_record_answer(said_on=yesterday, heard_by="Tor", on=DAY) == ALLOWED
    assert may_record_answer(said_on=tomorrow, heard_by="Tor", on=DAY).reason is Reason.NOT_YET
    assert may_record_answer(said_on=DAY, heard_by=" ", on=DAY).reason is Reason.HEARD_BY_MISSING


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 ...", "application/pdf"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"<svg onload=alert(1)>", ""),
        (b"MZ\x90", ""),
        (b"", ""),
    ],
)
def test_a_scan_is_what_its_content_says(content, kind):
    assert paper_type(content) == kind
    assert may_store_paper(content).reason is (None if kind else Reason.PAPER_WRONG_KIND)


def test_a_scan_has_a_biggest_size():
    whole = b"%PDF-" + b"x" * (BIGGEST_PAPER - 5)

    assert may_store_paper(whole) == ALLOWED
    assert may_store_paper(whole + b"x").reason is Reason.PAPER_TOO_BIG
