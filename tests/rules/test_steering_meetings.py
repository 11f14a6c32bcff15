"""A matter's way to an agenda, a meeting changed, and its minutes: what may be done, and why not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import Decision
from varjebarn.steering import rules
from varjebarn.steering.reasons import Reason

COUNTY = frozenset({Duty.COUNTY})
OTHERS = frozenset(Duty) - COUNTY
BEFORE, DAY, AFTER = date(2026, 6, 5), date(2026, 11, 6), date(2026, 12, 4)
DECISION = "Vi talade länge.\nBeslut: Hemsidan byggs om."
Asked = Callable[[frozenset[Duty]], Decision]


def act(rule: Callable[..., Decision], **usual: Any) -> Callable[..., Asked]:
    """Give a rule with what is usual, to be changed in one thing at a time."""

    def asked(**changes: Any) -> Asked:
        return lambda duties: rule(duties, **usual | changes)

    return asked


def act_on(rule: Callable[..., Decision], usual: Any) -> Callable[..., Asked]:
    """The same for a rule that takes its facts in one."""

    def asked(**changes: Any) -> Asked:
        return lambda duties: rule(duties, replace(usual, **changes))

    return asked


change = act_on(
    rules.may_change_meeting,
    rules.ChangeFacts(
        is_held=False,
        is_cancelled=False,
        starts=time(9),
        ends=time(10),
        on=DAY,
        is_day_taken=False,
    ),
)
cancel = act(
    rules.may_cancel,
    is_held=False,
    is_cancelled=False,
    reason="Ordföranden är sjuk.",
    has_items=True,
    has_next=True,
)
place = act(rules.may_place, is_waiting=True, is_same_body=True, is_planned=True)
decline = act(rules.may_decline, is_waiting=True, reason="Hör till en annan grupp.")
edit = act(rules.may_edit, is_closed=False, title="Nulägesanalys")
move = act(rules.may_move, is_planned=True, has_neighbour=True)
keep = act(rules.may_keep_standing, title="Processplanen", is_kept=False)
end = act(rules.may_end_standing, is_ended=False)
save = act(rules.may_save_draft, is_planned=True, has_come=True, is_stale=False)
begin = act(rules.may_begin_minutes, is_held=True, is_begun=False, texts=["Mötet öppnas."])
revise = act(rules.may_revise, is_draft=True, is_published=False, texts=["Mötet öppnas."])
approve = act_on(
    rules.may_approve,
    rules.ApprovalFacts(
        is_draft=True, is_same_body=True, meeting_on=DAY, approved_on=AFTER, today=AFTER
    ),
)
publish = act(rules.may_publish, is_approved=True, is_published=False)
propose = act(
    rules.may_propose, sits_there=False, title="Barnfullmäktige", raised_by_name="Barnrådet"
)
prepare = act_on(
    rules.may_prepare,
    rules.PrepareFacts(
        is_closed=False,
        sits_in_preparing=False,
        background="",
        proposal="Hemsidan byggs om.",
        heard="",
    ),
)

ONLY_COUNTY = [
    change, cancel, place, decline, edit, move, keep, end, save, begin, revise, approve, publish,
]  # fmt: skip
REFUSED = [
    (change(is_held=True), Reason.MEETING_HELD_ALREADY),
    (change(is_cancelled=True), Reason.MEETING_CANCELLED),
    (change(ends=time(9)), Reason.MEETING_WITHOUT_LENGTH),
    (change(is_day_taken=True), Reason.DAY_TAKEN),
    (change(waits_from=DAY), Reason.MOVED_BEFORE_WHAT_WAITS),
    (change(chair_has_seat=False), Reason.CHAIR_WITHOUT_SEAT),
    (cancel(is_held=True), Reason.MEETING_HELD_ALREADY),
    (cancel(is_cancelled=True), Reason.MEETING_CANCELLED),
    (cancel(reason=" "), Reason.CANCELLED_WITHOUT_REASON),
    (cancel(has_next=False), Reason.NO_LATER_MEETING),
    (place(is_waiting=False), Reason.PROPOSAL_ANSWERED),
    (place(is_same_body=False), Reason.POSTPONED_TO_OTHER_BODY),
    (place(is_planned=False), Reason.MEETING_HELD_ALREADY),
    (decline(is_waiting=False), Reason.PROPOSAL_ANSWERED),
    (decline(reason=""), Reason.DECLINED_WITHOUT_REASON),
    (edit(is_closed=True), Reason.ITEM_CLOSED),
    (edit(title=" "), Reason.TITLE_MISSING),
    (move(is_planned=False), Reason.MEETING_HELD_ALREADY),
    (move(has_neighbour=False), Reason.NO_PLACE_THERE),
    (keep(title=""), Reason.TITLE_MISSING),
    (keep(is_kept=True), Reason.STANDING_ALREADY),
    (end(is_ended=True), Reason.STANDING_ENDED),
    (save(is_planned=False), Reason.MEETING_HELD_ALREADY),
    (save(has_come=False), Reason.MEETING_DAY_NOT_COME),
    (save(is_stale=True), Reason.DRAFT_SAVED_BY_OTHER),
    (begin(is_held=False), Reason.MEETING_NOT_HELD),
    (begin(is_begun=True), Reason.MINUTES_BEGUN),
    (begin(texts=[DECISION]), Reason.DECISION_IN_TEXT),
    (revise(is_published=True, is_draft=False), Reason.MINUTES_PUBLISHED),
    (revise(is_draft=False), Reason.MINUTES_APPROVED),
    (revise(texts=["", DECISION]), Reason.DECISION_IN_TEXT),
    (approve(is_draft=False), Reason.MINUTES_APPROVED),
    (approve(is_same_body=False), Reason.APPROVED_AT_OTHER_BODY),
    (approve(approved_on=DAY), Reason.APPROVED_TOO_EARLY),
    (approve(today=DAY), Reason.MEETING_DAY_NOT_COME),
    (approve(is_text_changed=True), Reason.CHANGES_MISSING),
    (approve(changes="Olle var med."), Reason.CHANGED_WITHOUT_WORDS),
    (
        approve(changes="Olle var med.", is_text_changed=True, texts=(DECISION,)),
        Reason.DECISION_IN_TEXT,
    ),
    (publish(is_approved=False), Reason.MINUTES_NOT_APPROVED),
    (publish(is_approved=False, is_published=True), Reason.MINUTES_PUBLISHED),
    (propose(title=""), Reason.TITLE_MISSING),
    (propose(raised_by_name=" "), Reason.RAISED_BY_MISSING),
    (prepare(is_closed=True), Reason.ITEM_CLOSED),
    (prepare(proposal=" "), Reason.PREPARATION_EMPTY),
]
ALLOWED = [
    *(one() for one in (*ONLY_COUNTY, propose, prepare)),
    change(waits_from=BEFORE, chair_has_seat=True),
    cancel(has_items=False, has_next=False),
    approve(changes="Olle var med.", is_text_changed=True),
    begin(texts=["Vi talade om tidigare beslut: flera väntar."]),
]


@pytest.mark.parametrize("asked", ALLOWED)
def test_the_county_may(asked: Asked) -> None:
    assert asked(COUNTY).reason is None


@pytest.mark.parametrize(("asked", "reason"), REFUSED, ids=lambda value: getattr(value, "name", ""))
def test_the_county_may_not(asked: Asked, reason: Reason) -> None:
    assert asked(COUNTY).reason is reason


@given(st.sampled_from(ONLY_COUNTY), st.sets(st.sampled_from(sorted(OTHERS))))
def test_nobody_without_the_countys_duty_does_it(asked: Any, duties: set[Duty]) -> None:
    assert asked()(frozenset(duties)).reason is Reason.ONLY_COUNTY_DUTY


def test_a_member_proposes_and_prepares_and_others_do_not() -> None:
    nobody = frozenset[Duty]()

    assert propose(sits_there=True)(nobody).reason is None
    assert prepare(sits_in_preparing=True)(nobody).reason is None
    assert propose()(OTHERS).reason is Reason.NOT_IN_THE_BODY
    assert prepare()(OTHERS).reason is Reason.NOT_IN_THE_BODY


@pytest.mark.parametrize(
    ("proposal", "wordings", "outcome"),
    [
        ("", ["Hemsidan byggs om."], "decided"),
        ("Hemsidan byggs om.", ["Hemsidan byggs om."], "decided"),
        ("Hemsidan byggs om.", ["hemsidan  byggs om"], "decided"),
        ("Hemsidan byggs om.", ["Ett namn tas fram.", "Hemsidan byggs om."], "decided"),
        ("Hemsidan byggs om.", ["Hemsidan läggs ner."], "decided_otherwise"),
        ("Hemsidan byggs om.", ["Hemsidan byggs om i vår."], "decided_otherwise"),
    ],
)
def test_other_words_than_the_proposals_are_decided_otherwise(
    proposal: str, wordings: list[str], outcome: str
) -> None:
    assert rules.outcome_of_decision(proposal=proposal, wordings=wordings) == outcome


def test_a_cancelled_meeting_is_neither_held_nor_added_to() -> None:
    roll = rules.Roll(present=(1,), seats_that_day=frozenset({1}))
    held = rules.may_hold(
        COUNTY, is_held=False, is_cancelled=True, meeting_on=DAY, today=DAY, roll=roll
    )

    assert held.reason is Reason.MEETING_CANCELLED
    assert rules.may_raise(COUNTY, title="x", is_cancelled=True).reason is Reason.MEETING_CANCELLED
    facts = rules.PostponeFacts(
        is_closed=False, reason="Tid.", from_day=DAY, to_day=AFTER, is_target_cancelled=True
    )
    assert rules.may_postpone(COUNTY, facts).reason is Reason.MEETING_CANCELLED
