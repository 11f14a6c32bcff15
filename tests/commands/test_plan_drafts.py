"""A plan begins in its lead's unit, and others add to it before anything is published."""

from collections.abc import Iterator
from datetime import timedelta

import psycopg
import pytest

from varjebarn.disclosure.queries import open_delivery, receipts
from varjebarn.kernel.decisions import Refused
from varjebarn.organisations.cast import cast
from varjebarn.people.queries import follow_ups_due, open_child
from varjebarn.plan import commands, queries
from varjebarn.plan.documents import ActionStatus, ContributedNote
from varjebarn.plan.models import Plan
from varjebarn.plan.reasons import Reason

from tests.commands.plan_story import (
    ASKED,
    FOLLOW_UP,
    GUARD,
    MODEL,
    NOTICED,
    NURSE_NOTE,
    TODAY,
    VERSION,
    WHY,
    Story,
    copies,
    drafted,
    file_of,
    invited,
    own_story,
    previewed,
)
from tests.world.circle import MEDICAL, SCHOOL, SOCIAL, unit

pytestmark = pytest.mark.world.with_args(drafted)


@pytest.fixture
def just_invited(databases) -> Iterator[Story]:
    with own_story(databases, databases.made_once(invited)) as own:
        yield own


def test_a_plan_has_one_lead_and_the_own_unit_from_its_first_day(just_invited: Story) -> None:
    plan = just_invited.state()

    assert plan.lead is not None
    assert (plan.lead.name, plan.lead.title) == (cast()["principal"].name, "Rektor")
    assert (plan.overall_responsible, plan.version, plan.published_on) == ("Växjö kommun", 1, None)
    assert plan.team is not None
    assert [(line.unit_name, line.contact_name) for line in plan.team] == [
        (SCHOOL[1], cast()["principal"].name),
    ]


def test_a_child_has_no_second_open_plan(story: Story) -> None:
    with pytest.raises(Refused) as refusal, story.people.acting("principal") as lena:
        commands.start_plan(
            lena, open_child(lena, story.alva), model_id=MODEL, model_version=VERSION, on=TODAY
        )

    assert refusal.value.reason is Reason.ONE_OPEN_PLAN


def test_the_database_keeps_a_second_open_plan_out_by_itself(
    story: Story, owner: psycopg.Connection
) -> None:
    with pytest.raises(psycopg.errors.UniqueViolation):
        owner.execute(
            "INSERT INTO plan_plan (public_id, ref, unit_id, child_file_id, model_id, "
            "model_version, state, is_sip, nobody_else, why, lead_id, lead_title, started_on, "
            "version, has_changes, outcome) "
            "SELECT gen_random_uuid(), gen_random_uuid(), unit_id, child_file_id, model_id, "
            "model_version, 'draft', false, false, '', lead_id, '', started_on, 0, false, '' "
            "FROM plan_plan"
        )


def test_a_plan_follows_a_published_model(story: Story) -> None:
    with story.people.acting("principal") as lena:
        commands.close_plan(lena, story.plan(lena), outcome="superseded", on=TODAY)

    with pytest.raises(Refused) as refusal, story.people.acting("principal") as lena:
        commands.start_plan(
            lena, open_child(lena, story.alva), model_id=MODEL, model_version="0", on=TODAY
        )

    assert refusal.value.reason is Reason.MODEL_UNKNOWN


def test_the_follow_up_stands_in_the_lists_of_those_involved(just_invited: Story) -> None:
    with just_invited.people.acting("teacher") as tor:
        due = follow_ups_due(tor, by=FOLLOW_UP)
        early = queries.follow_ups_due(tor, FOLLOW_UP - timedelta(days=1))
        late = queries.follow_ups_due(tor, FOLLOW_UP + timedelta(days=1))

    assert [line.next_follow_up for line in due] == [FOLLOW_UP]
    assert early == []
    assert [(line.on, line.is_overdue) for line in late] == [(FOLLOW_UP, True)]


@pytest.mark.parametrize(
    ("slug", "reached"), [("nurse", True), ("social-worker", True), ("police", False)]
)
def test_an_invitation_reaches_the_covered_units_and_nobody_else(
    just_invited: Story, slug: str, *, reached: bool
) -> None:
    ref = just_invited.ref()

    with just_invited.people.acting(slug) as actor:
        invitations = [
            queries.received_invitation(open_delivery(actor, copy))
            for copy in copies(actor, ref, "invitation")
        ]

    said = [(invitation.why, invitation.asked) for invitation in invitations]
    assert said == ([(WHY, ASKED)] if reached else [])


def test_a_unit_that_has_not_filed_the_invitation_adds_nothing(just_invited: Story) -> None:
    ref = just_invited.ref()

    with pytest.raises(Refused) as refusal, just_invited.people.acting("nurse") as nurse:
        commands.contribute(
            nurse,
            file_of(nurse, ref),
            plan_ref=ref,
            on=TODAY,
            **previewed(nurse, ref),
            note="Alva sover gott.",
        )

    assert refusal.value.reason is Reason.NO_FILED_COPY


def test_nobody_is_invited_where_no_consent_lets_us(just_invited: Story) -> None:
    with just_invited.people.acting("principal") as lena:
        plan = just_invited.plan(lena)
        preview = queries.invitation_preview(lena, plan, TODAY)

    with pytest.raises(Refused) as refusal, just_invited.people.acting("principal") as lena:
        commands.invite_team(
            lena,
            plan,
            asked=ASKED,
            shown=preview.digest,
            on=TODAY,
            answers=preview.answers,
            units=(),
        )

    assert refusal.value.reason is Reason.NOBODY_TO_INVITE


def test_the_lead_sees_at_once_what_the_nurse_has_added(story: Story) -> None:
    plan = story.state()

    assert plan.wheel is not None
    assert plan.why is not None
    assert [(line.text, line.source and line.source.unit_name) for line in plan.wheel] == [
        (NOTICED, None),
        ("Sover gott", MEDICAL[1]),
    ]
    assert [note.text for note in plan.why.notes] == [NURSE_NOTE]


def test_a_contribution_reaches_the_other_covered_units_too(story: Story) -> None:
    ref = story.ref()

    with story.people.acting("social-worker") as worker:
        (copy,) = copies(worker, ref, "contribution")
        contribution = queries.received_contribution(open_delivery(worker, copy))

    assert (contribution.note, contribution.said_by) == (NURSE_NOTE, cast()["nurse"].name)


def test_a_receipt_goes_back_once_the_lead_has_seen_it(story: Story) -> None:
    ref = story.ref()
    story.state()

    with story.people.acting("nurse") as nurse:
        seen = {line.by for line in receipts(nurse, file_of(nurse, ref)) if line.what == "opened"}

    assert SCHOOL[1] in seen


def test_a_note_stands_in_a_dimension_of_the_plans_model(story: Story) -> None:
    ref = story.ref()

    with pytest.raises(Refused) as refusal, story.people.acting("nurse") as nurse:
        commands.contribute(
            nurse,
            file_of(nurse, ref),
            plan_ref=ref,
            on=TODAY,
            **previewed(nurse, ref),
            wheel=[ContributedNote(dimension="wealthy", kind="strength", text="Nej")],
        )

    assert refusal.value.reason is Reason.DIMENSION_UNKNOWN


def test_a_change_of_an_action_leaves_the_rest_as_it_was(story: Story) -> None:
    action = story.action(GUARD)

    with story.people.acting("teacher") as tor:
        plan = story.plan(tor)
        before = queries.working_document(tor, plan)
        commands.change_action(tor, plan, action=action, status=ActionStatus.GOING, on=TODAY)
        after = queries.working_document(tor, plan)

    old, new = before.action(action), after.action(action)
    assert old is not None
    assert new is not None
    assert (new.status, new.said_on) == (ActionStatus.GOING, TODAY)
    assert (new.wording, new.due, new.responsible) == (old.wording, old.due, old.responsible)


def test_a_need_that_is_left_says_why(story: Story) -> None:
    with story.people.acting("principal") as lena:
        plan = story.plan(lena)
        need = commands.add_need(lena, plan, wording="Fler vänner", dimension="included")
        lacking = queries.recipients_preview(lena, plan, TODAY).lacking
        commands.leave_without_action(lena, plan, need=need.ref, reason="Alva vill vänta.")
        after = queries.recipients_preview(lena, plan, TODAY).lacking

    assert lacking == (Reason.CHILD_VIEW_MISSING, Reason.NEED_WITHOUT_ACTION)
    assert after == (Reason.CHILD_VIEW_MISSING,)


def test_other_plans_are_linked_and_a_team_member_is_named_once(story: Story) -> None:
    with story.people.acting("principal") as lena:
        plan = story.plan(lena)
        commands.link_other_plan(lena, plan, title="Åtgärdsprogram", held_by="Skolan")
        for name in ("Sara", "Siv"):
            commands.name_team_member(lena, plan, unit=unit(*SOCIAL).unit, contact_name=name)
        document = queries.working_document(lena, plan)

    assert document.actions is not None
    assert document.team is not None
    assert [other.title for other in document.actions.other_plans] == ["Åtgärdsprogram"]
    assert [line.contact_name for line in document.team] == [cast()["principal"].name, "Siv"]


@pytest.mark.rule("R24", case="refuses")
def test_no_version_goes_out_without_the_childs_view(
    story: Story, owner: psycopg.Connection
) -> None:
    with pytest.raises(Refused) as refusal:
        story.publish()

    assert refusal.value.reason is Reason.CHILD_VIEW_MISSING
    assert owner.execute("SELECT count(*) FROM plan_planversion").fetchone() == (0,)
    sent = "SELECT count(*) FROM disclosure_disclosure WHERE content_kind = 'plan_version'"
    assert owner.execute(sent).fetchone() == (0,)


@pytest.mark.rule("R24", case="allows")
def test_a_reason_stands_in_for_the_view_in_one_version_only(story: Story) -> None:
    with story.people.acting("principal") as lena:
        commands.give_reason_without_child_view(
            lena, story.plan(lena), reason="Alva ville vänta.", on=TODAY
        )

    assert story.publish() == 1

    with pytest.raises(Refused) as refusal:
        story.publish()
    assert refusal.value.reason is Reason.CHILD_VIEW_MISSING


def test_a_draft_is_read_by_those_involved_in_the_leads_unit_and_nobody_else(
    story: Story, owner: psycopg.Connection
) -> None:
    assert owner.execute("SELECT count(*) FROM plan_plan").fetchone() == (1,)
    seen = {}
    for slug in ("principal", "teacher", "outsider", "outsider-elsewhere", "nurse", "log-reviewer"):
        with story.people.acting(slug):
            seen[slug] = Plan.objects.count()

    assert seen == {
        "principal": 1,
        "teacher": 1,
        "outsider": 0,
        "outsider-elsewhere": 0,
        "nurse": 0,
        "log-reviewer": 0,
    }
