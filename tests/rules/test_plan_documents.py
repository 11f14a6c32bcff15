"""A plan document says the same after a journey through JSON, and a part left out leaves no trace."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.disclosure.parts import PLAN_PARTS
from varjebarn.plan.documents import (
    ActionLine,
    Actions,
    ActionStatus,
    ChildView,
    Contribution,
    Disagreement,
    FaceAnswer,
    Goals,
    Invitation,
    PlanDocument,
    TeamLine,
    ViewLine,
    WheelNote,
    Why,
)
from varjebarn.plan.documents.plain import from_plain, to_plain
from varjebarn.plan.queries.merging import Received, merged

from tests.rules.plan_facts import (
    OURS,
    SCHOOL,
    SOCIAL,
    THEIRS,
    TODAY,
    action,
    by,
    document,
    note,
    source,
)

MOMENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

words = st.text(max_size=12)
st.register_type_strategy(str, words)
st.register_type_strategy(date, st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 1, 1)))


def of(kind: type) -> st.SearchStrategy:
    """Anything of a kind, its tuples kept short."""
    return st.from_type(kind)


def few(kind: type) -> st.SearchStrategy:
    return st.lists(of(kind), max_size=2).map(tuple)


plans = st.builds(
    PlanDocument,
    why=st.none() | st.builds(Why, notes=st.just(())),
    wheel=st.none() | few(WheelNote),
    child_view=st.none() | st.builds(ChildView, lines=few(ViewLine)),
    guardian_view=st.none() | few(ViewLine),
    goals=st.none() | st.builds(Goals),
    actions=st.none() | st.builds(Actions, lines=few(ActionLine)),
    team=st.none() | few(TeamLine),
    disagreement=st.none() | few(Disagreement),
)


def through_text(plain: object) -> object:
    return json.loads(json.dumps(plain))


@given(plans)
def test_a_plan_is_the_same_after_json(plan: PlanDocument) -> None:
    again = PlanDocument.from_json(through_text(plan.to_json()))  # type: ignore[arg-type] # JSON

    assert again == plan
    assert again.digest == plan.digest


@given(st.builds(Contribution))
def test_a_contribution_is_the_same_after_json(contribution: Contribution) -> None:
    again = Contribution.from_json(through_text(contribution.to_json()))  # type: ignore[arg-type] # JSON

    assert again == contribution


@given(st.builds(Invitation))
def test_an_invitation_is_the_same_after_json(invitation: Invitation) -> None:
    again = Invitation.from_json(through_text(invitation.to_json()))  # type: ignore[arg-type] # JSON

    assert again == invitation


@given(plans, st.sets(st.sampled_from(PLAN_PARTS)))
def test_a_copy_holds_what_it_was_given_and_no_trace_of_the_rest(
    plan: PlanDocument, parts: set[str]
) -> None:
    copy = plan.only(parts)

    assert copy.parts == plan.parts & parts
    assert set(copy.to_json()["parts"]) == {part.value for part in copy.parts}
    assert {**copy.to_json(), "parts": {}} == {**plan.to_json(), "parts": {}}
    assert copy == plan.only(copy.parts)


def test_the_parts_of_the_body_are_the_parts_that_consents_name() -> None:
    body = document().to_json()

    assert set(body["parts"]) == {part.value for part in PLAN_PARTS}
    assert body["schema"] == "varjebarn/plan/1"
    assert document().as_content().parts == {part.value for part in PLAN_PARTS}


@pytest.mark.parametrize("kind", [PlanDocument, Contribution, Invitation])
def test_another_schema_is_not_read_as_if_it_were_this_one(kind: type) -> None:
    with pytest.raises(ValueError, match="not a"):
        kind.from_json({"schema": "varjebarn/other/1", "parts": {}})


def test_a_field_of_the_wrong_kind_is_refused() -> None:
    plain = to_plain(FaceAnswer(dimension="safe", face=3)) | {"dimension": 3}

    with pytest.raises(TypeError):
        from_plain(FaceAnswer, plain)


def report(
    unit: UUID, *, on: date = TODAY, has_ended: bool = False, ref: UUID = THEIRS
) -> Received:
    contribution = Contribution.from_json(
        {
            "schema": "varjebarn/contribution/1",
            "ref": str(UUID(int=99)),
            "plan_ref": str(UUID(int=7)),
            "unit": str(SCHOOL),
            "unit_name": "",
            "organisation_name": "",
            "said_by": "Signe",
            "said_by_title": "Socialsekreterare",
            "on": on.isoformat(),
            "parts": {
                "actions": [
                    {"ref": str(ref), "status": "65", "on": on.isoformat(), "note": "I gång"},
                ],
                "wheel": [
                    {"dimension": "safe", "kind": "strength", "text": "Trygg", "voice": "staff"}
                ],
                "why": "Vi har börjat",
            },
        },
    )
    return Received(contribution=contribution, source=source(unit, has_ended=has_ended), at=MOMENT)


def with_theirs(**change: object) -> PlanDocument:
    theirs = action(THEIRS, responsible=by(SOCIAL, "municipality"), **change)
    return document(actions=Actions(lines=(action(), theirs)))


def test_the_latest_word_about_an_action_is_its_units_own() -> None:
    plan = merged(with_theirs(), [report(SOCIAL)])

    line = plan.action(THEIRS)
    assert line is not None
    assert (line.status, line.note, line.said_on) == (ActionStatus.GOING, "I gång", TODAY)
    assert line.source == source(SOCIAL)
    assert plan.action(OURS) == document().action(OURS)


def test_a_unit_does_not_speak_for_anothers_action() -> None:
    plan = merged(with_theirs(), [report(SOCIAL, ref=OURS)])

    assert plan.action(OURS) == action()


@pytest.mark.parametrize(
    ("seconds", "status"),
    [(-1, ActionStatus.GOING), (1, ActionStatus.DONE)],
)
def test_the_later_word_stands_on_the_same_day_too(seconds: int, status: ActionStatus) -> None:
    written = with_theirs(status=ActionStatus.DONE)
    spoken = {THEIRS: MOMENT + timedelta(seconds=seconds)}

    line = merged(written, [report(SOCIAL)], spoken=spoken).action(THEIRS)

    assert line is not None
    assert line.status is status


def test_a_contribution_adds_only_to_parts_that_the_copy_holds() -> None:
    held = with_theirs().only({"actions"})

    plan = merged(held, [report(SOCIAL)])

    assert plan.parts == held.parts
    assert plan.wheel is None


def test_notes_keep_the_unit_they_came_from() -> None:
    plan = merged(with_theirs(), [report(SOCIAL)])

    assert plan.why is not None
    assert plan.why.notes == (replace(note(SOCIAL), ref=UUID(int=99)),)
    assert plan.wheel is not None
    assert [line.source for line in plan.wheel] == [None, source(SOCIAL)]


def test_a_unit_that_has_left_the_sharing_is_marked_for_the_lead_and_left_out_for_others() -> None:
    ended = merged(
        with_theirs(),
        [report(SOCIAL, has_ended=True)],
        ended=frozenset({SOCIAL}),
    )
    line = ended.action(THEIRS)
    assert line is not None
    assert (line.sharing_ended, line.note) == (True, "I gång")

    for_others = ended.for_units()

    line = for_others.action(THEIRS)
    assert line is not None
    assert (line.sharing_ended, line.note, line.source) == (False, "", None)
    assert for_others.why == document().why
    assert for_others.wheel == document().wheel


def test_a_unit_that_still_shares_goes_on_to_others() -> None:
    plan = merged(with_theirs(), [report(SOCIAL)])

    assert plan.for_units() == plan


def test_a_plan_that_others_have_added_to_is_the_same_after_json() -> None:
    plan = merged(with_theirs(), [report(SOCIAL, has_ended=True)], ended=frozenset({SOCIAL}))

    assert PlanDocument.from_json(plan.to_json()) == plan
    assert replace(plan, version=2).digest != plan.digest
