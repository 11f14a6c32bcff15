"""Documents, news, obstacles and research: who may, as truth tables, and every no by name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import Decision
from varjebarn.steering.document_reasons import DocumentReason as No
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules import documents, news, obstacles, research

COUNTY = frozenset({Duty.COUNTY})
OTHERS = frozenset(Duty) - COUNTY
BEFORE, DAY, AFTER = date(2026, 10, 6), date(2026, 11, 24), date(2026, 12, 4)

Asked = Callable[[frozenset[Duty]], Decision]


def start(**changes: Any) -> Asked:
    asked = {"is_member": False, "title": "Plan", "text": "Text.", "is_taken": False}
    return lambda duties: documents.may_start(duties, **asked | changes)


def write(**changes: Any) -> Asked:
    asked = {"is_member": False, "text": "Text.", "is_unchanged": False}
    return lambda duties: documents.may_write(duties, **asked | changes)


def publish(**changes: Any) -> Asked:
    facts = documents.PublishFacts(is_published=False, is_newest=True, today=DAY, meeting_on=AFTER)
    return lambda duties: documents.may_publish(duties, replace(facts, **changes))


def in_force(**changes: Any) -> Asked:
    facts = documents.InForceFacts(
        is_published=True,
        is_in_force=False,
        is_decided_at_its_item=True,
        decided_on=DAY,
        from_day=DAY,
    )
    return lambda duties: documents.may_put_in_force(duties, replace(facts, **changes))


def activity(**changes: Any) -> Asked:
    asked = {
        "is_member": False,
        "title": "Träffa grupperna",
        "owner": "Petra",
        "starts": DAY,
        "ends": AFTER,
        "is_milestone": False,
    }
    return lambda duties: documents.may_plan_activity(duties, **asked | changes)


def report(**changes: Any) -> Asked:
    asked = {"is_member": False, "is_stopped": False, "note": ""}
    return lambda duties: documents.may_report_activity(duties, **asked | changes)


def message(**changes: Any) -> Asked:
    asked = {"is_member": False, "audience": "A", "message": "B", "channel": "C", "owner": "D"}
    return lambda duties: documents.may_plan_message(duties, **asked | changes)


def told(**changes: Any) -> Asked:
    asked = {"is_member": False, "is_done": False, "on": DAY, "today": DAY}
    return lambda duties: documents.may_mark_told(duties, **asked | changes)


def tell(**changes: Any) -> Asked:
    asked = {
        "title": "Nytt",
        "text": "Text.",
        "is_example": False,
        "sits_for_it": False,
        "has_number": False,
    }
    return lambda duties: news.may_tell(duties, **asked | changes)


def mail(**changes: Any) -> Asked:
    asked = {"is_news": True, "is_taken_back": False, "is_mailed": False}
    return lambda duties: news.may_mail(duties, **asked | changes)


def take_back(*, is_taken_back: bool = False) -> Asked:
    return lambda duties: news.may_take_back(duties, is_taken_back=is_taken_back)


def take_up(**changes: Any) -> Asked:
    asked = {"sits_there": False, "is_waiting": True, "text": "Vi ordnar det."}
    return lambda duties: obstacles.may_take_up(duties, **asked | changes)


def visit(**changes: Any) -> Asked:
    asked = {"whom": "En nämnd", "on": DAY, "today": DAY}
    return lambda duties: research.may_note_visit(duties, **asked | changes)


def ask(**changes: Any) -> Asked:
    asked = {"title": "Studie", "from_whom": "Linnéuniversitetet"}
    return lambda duties: research.may_note_request(duties, **asked | changes)


def decide(**changes: Any) -> Asked:
    asked = {
        "is_asked": True,
        "is_granted": True,
        "may_attend": True,
        "answer_text": "",
        "on": DAY,
        "asked_on": BEFORE,
    }
    return lambda duties: research.may_decide_request(duties, **asked | changes)


def output(**changes: Any) -> Asked:
    asked = {"title": "Rapport", "authors": "Vendela Frisk"}
    return lambda duties: research.may_note_output(duties, **asked | changes)


MEMBERS = (start, write, activity, report, message, told)
COUNTYS = (publish, in_force, tell, mail, take_back, visit, ask, decide, output)

REFUSED: tuple[tuple[Asked, No | Reason], ...] = (
    (start(title=" "), Reason.TITLE_MISSING),
    (start(text=" "), No.TEXT_MISSING),
    (start(is_taken=True), No.DOCUMENT_TITLE_TAKEN),
    (write(text=""), No.TEXT_MISSING),
    (write(is_unchanged=True), No.TEXT_UNCHANGED),
    (publish(is_published=True), No.PUBLISHED_ALREADY),
    (publish(is_newest=False), No.NOT_NEWEST_VERSION),
    (publish(meeting_on=None), No.NO_MEETING_TO_DECIDE),
    (publish(meeting_on=BEFORE), No.MEETING_GONE),
    (in_force(is_published=False), No.NOT_PUBLISHED),
    (in_force(is_in_force=True), No.IN_FORCE_ALREADY),
    (in_force(is_decided_at_its_item=False), No.DECIDED_ELSEWHERE),
    (in_force(from_day=BEFORE), No.IN_FORCE_BEFORE_DECISION),
    (in_force(latest_from=AFTER), No.IN_FORCE_BACKWARDS),
    (activity(title=""), Reason.TITLE_MISSING),
    (activity(owner=" "), No.OWNER_MISSING),
    (activity(ends=BEFORE), No.ACTIVITY_WITHOUT_LENGTH),
    (activity(is_milestone=True), No.MILESTONE_IS_ONE_DAY),
    (report(is_stopped=True), No.STOPPED_WITHOUT_REASON),
    (message(channel=" "), No.MESSAGE_NOT_WHOLE),
    (told(is_done=True), No.TOLD_ALREADY),
    (told(on=AFTER), No.DAY_NOT_COME),
    (tell(title=""), Reason.TITLE_MISSING),
    (tell(text=""), No.TEXT_MISSING),
    (tell(has_number=True), No.LOOKS_LIKE_A_NUMBER),
    (take_back(is_taken_back=True), No.TAKEN_BACK_ALREADY),
    (mail(is_news=False), No.ONLY_NEWS_IS_MAILED),
    (mail(is_taken_back=True), No.TAKEN_BACK_ALREADY),
    (mail(is_mailed=True), No.MAILED_ALREADY),
    (take_up(is_waiting=False), No.TAKEN_UP_ALREADY),
    (take_up(text=""), No.TEXT_MISSING),
    (take_up(is_passed_on=True, is_passed_to_itself=True), No.PASSED_TO_ITSELF),
    (visit(whom=""), Reason.NAME_MISSING),
    (visit(on=AFTER), No.DAY_NOT_COME),
    (ask(title=""), Reason.TITLE_MISSING),
    (ask(from_whom=""), Reason.NAME_MISSING),
    (decide(is_asked=False), No.RESEARCH_DECIDED_ALREADY),
    (decide(is_granted=False, may_attend=True), No.ONLY_GRANTED_ATTENDS),
    (decide(is_granted=False, may_attend=False), No.DECLINED_WITHOUT_REASON),
    (decide(on=date(2026, 1, 1)), No.DECIDED_BEFORE_ASKED),
    (output(title=""), Reason.TITLE_MISSING),
    (output(authors=""), Reason.NAME_MISSING),
)
ELSEWHERE = {
    No.ONLY_MEMBERS,
    No.NOT_AN_ADDRESS,
    No.ONLY_STAFF_SENDS,
    No.MORE_THAN_A_SENTENCE,
    No.SENT_TO_THE_TOP,
    No.PAGE_AS_BEFORE,
}


@pytest.mark.parametrize("asked", [*MEMBERS, *COUNTYS, take_up])
def test_the_duty_county_may(asked: Callable[[], Asked]) -> None:
    assert asked()(COUNTY) == Decision()


@pytest.mark.parametrize("asked", MEMBERS)
def test_a_member_may_draft(asked: Callable[..., Asked]) -> None:
    assert asked(is_member=True)(frozenset()) == Decision()


@pytest.mark.parametrize(("asked", "reason"), REFUSED)
def test_a_no_says_why(asked: Asked, reason: No | Reason) -> None:
    assert asked(COUNTY).reason is reason


def test_every_no_is_given_by_some_case() -> None:
    given_here = {reason for _, reason in REFUSED if isinstance(reason, No)}

    assert given_here | ELSEWHERE == set(No)


@given(st.sampled_from([*MEMBERS, take_up]), st.sets(st.sampled_from(sorted(OTHERS))))
def test_whoever_neither_sits_there_nor_has_the_duty_drafts_nothing(
    asked: Callable[[], Asked], duties: set[Duty]
) -> None:
    assert asked()(frozenset(duties)).reason is No.ONLY_MEMBERS


@given(st.sampled_from(COUNTYS), st.sets(st.sampled_from(sorted(OTHERS))))
def test_only_the_duty_county_publishes_tells_and_decides(
    asked: Callable[[], Asked], duties: set[Duty]
) -> None:
    assert asked()(frozenset(duties)).reason is Reason.ONLY_COUNTY_DUTY


def test_an_example_is_given_by_whoever_sits_for_the_organisation() -> None:
    assert tell(is_example=True, sits_for_it=True)(frozenset()) == Decision()
    assert tell(is_example=True)(frozenset()).reason is Reason.NOT_YOUR_ORGANISATION
    assert tell(sits_for_it=True)(frozenset()).reason is Reason.ONLY_COUNTY_DUTY


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"is_staff": False}, No.ONLY_STAFF_SENDS),
        ({"text": " "}, No.TEXT_MISSING),
        ({"text": "a" * 301}, No.MORE_THAN_A_SENTENCE),
        ({"has_number": True}, No.LOOKS_LIKE_A_NUMBER),
        ({"is_top": True}, No.SENT_TO_THE_TOP),
    ],
)
def test_anybody_of_the_staff_sends_one_sentence(
    changes: dict[str, Any], reason: No | None
) -> None:
    asked = {"is_staff": True, "text": "Ingen tid.", "has_number": False, "is_top": False}

    assert obstacles.may_send(**asked | changes).reason is reason


@pytest.mark.parametrize(
    ("address", "is_address"),
    [
        ("karin@exempel.se", True),
        ("karin.lund+nytt@post.exempel.se", True),
        ("karin", False),
        ("karin@exempel", False),
        ("karin@exempel.se, ulf@exempel.se", False),
        ("karin@exempel.se\nBcc: ulf@exempel.se", False),
        ("Karin <karin@exempel.se>", False),
        ("a" * 250 + "@exempel.se", False),
    ],
)
def test_what_could_be_an_address(address: str, *, is_address: bool) -> None:
    assert bool(news.may_subscribe(address)) is is_address


@given(st.text())
def test_no_address_begins_a_line_of_its_own(address: str) -> None:
    if news.may_subscribe(address):
        assert len(address.split()) == 1
        assert address.count("@") == 1
