"""A version reaches everybody with their own parts, and never changes after that."""

from collections.abc import Callable
from uuid import uuid4

import psycopg
import pytest

from varjebarn.disclosure.models import Delivery
from varjebarn.disclosure.queries import (
    family_deliveries,
    open_delivery,
    open_family_delivery,
)
from varjebarn.disclosure.reasons import Reason as DisclosureReason
from varjebarn.kernel.decisions import Changed, Refused
from varjebarn.people.queries import unseen_notices
from varjebarn.plan import commands, queries
from varjebarn.plan.documents import ActionReport, ActionStatus
from varjebarn.plan.reasons import Reason
from varjebarn.plan.rules import RecipientKind

from tests.commands.plan_story import (
    GUARD,
    HOME,
    SOCIAL_NOTE,
    TODAY,
    Story,
    copies,
    file_of,
    previewed,
    published,
)
from tests.world.circle import MEDICAL, NURSE_PARTS, POLICE, SOCIAL

pytestmark = pytest.mark.world.with_args(published)

LATER = "Andra samtalet är gjort."


def test_everybody_is_listed_with_their_parts_or_the_reason_why_not(story: Story) -> None:
    with story.people.acting("principal") as lena:
        preview = queries.recipients_preview(lena, story.plan(lena), TODAY)

    assert preview.lacking == ()
    units = {line.name: line for line in preview.lines if line.kind is RecipientKind.UNIT}
    assert set(units[MEDICAL[1]].parts) == NURSE_PARTS
    assert len(units[SOCIAL[1]].parts) == 8
    assert units[POLICE[1]].why_not is DisclosureReason.GUARDIAN_SAID_NO
    family = [
        (line.kind, line.name, line.why_not)
        for line in preview.lines
        if line.kind is not RecipientKind.UNIT
    ]
    assert family == [
        (RecipientKind.GUARDIAN, "Karin Lund", None),
        (RecipientKind.GUARDIAN, "Jonas Wester", Reason.NO_CUSTODY),
        (RecipientKind.CHILD, "Alva", None),
    ]
    assert set(preview.answers) == {"CONSENT", "GUARDIAN", "SELF"}
    assert all(text for answers in preview.answers.values() for text in answers.values())


@pytest.mark.rule("R54", case="allows")
def test_each_unit_gets_its_parts_and_no_trace_of_the_others(story: Story) -> None:
    with story.people.acting("principal") as lena:
        plan = story.plan(lena)
        whole = queries.open_version(lena, plan, 1)
        assert (plan.state, plan.version) == ("active", 1)

    assert story.held("social-worker") == [whole]
    assert story.held("nurse") == [whole.only(NURSE_PARTS)]
    assert story.held("police") == []
    assert whole.child_view is not None
    assert story.held("nurse")[0].child_view is None


@pytest.mark.parametrize("slug", ["child", "guardian"])
def test_the_family_gets_the_whole_version(story: Story, slug: str) -> None:
    ref = story.ref()
    with story.people.acting("principal") as lena:
        whole = queries.open_version(lena, story.plan(lena), 1)

    with story.people.acting(slug) as actor:
        (line,) = family_deliveries(actor, kind="plan_version", subject_ref=ref)
        copy = open_family_delivery(actor, line.public_id)

    assert queries.received_document(copy) == whole


def test_a_guardian_without_custody_gets_none(story: Story) -> None:
    with story.people.acting("guardian-without-custody") as jonas:
        assert family_deliveries(jonas) == []


def test_a_version_is_one_disclosure_for_each_ground_and_content(
    story: Story, owner: psycopg.Connection
) -> None:
    made = owner.execute(
        "SELECT ground, count(*) FROM disclosure_disclosure WHERE content_kind = 'plan_version' "
        "GROUP BY ground ORDER BY ground"
    ).fetchall()

    assert made == [("CONSENT", 2), ("GUARDIAN", 1), ("SELF", 1)]


def test_the_own_team_is_told_of_a_version(story: Story) -> None:
    with story.people.acting("teacher") as tor:
        kinds = {line.kind for line in unseen_notices(tor)}

    assert "plan_version" in kinds


@pytest.mark.rule("R54", case="refuses")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE plan_planversion SET document = '{}'",
        "DELETE FROM plan_planversion",
        "UPDATE plan_disagreement SET text = ''",
        "UPDATE plan_plan SET ref = gen_random_uuid()",
        "DELETE FROM plan_plan",
    ],
)
def test_what_has_been_published_or_kept_is_never_changed(
    story: Story, connect_as: Callable[[str], psycopg.Connection], statement: str
) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connect_as("vb_app").execute(statement)


def test_a_colleague_who_is_not_the_lead_does_not_publish(story: Story) -> None:
    with pytest.raises(Refused) as refusal:
        story.publish("teacher")

    assert refusal.value.reason is Reason.ONLY_LEAD_OR_MANAGER


def test_a_list_that_has_changed_since_it_was_shown_sends_nothing(story: Story) -> None:
    with story.people.acting("principal") as lena:
        preview = queries.recipients_preview(lena, story.plan(lena), TODAY)
    story.take_back()

    with pytest.raises(Changed) as changed, story.people.acting("principal") as lena:
        commands.publish_version(
            lena, story.plan(lena), shown=preview.digest, on=TODAY, answers=preview.answers
        )

    assert changed.value.what is Reason.RECIPIENTS_CHANGED
    assert [plan.version for plan in story.held("nurse")] == [1]


def test_the_lead_sees_at_once_how_the_others_action_is_going(story: Story) -> None:
    line = story.state().action(story.action(HOME))

    assert line is not None
    assert line.source is not None
    assert (line.status, line.note, line.source.unit_name) == (
        ActionStatus.BEGUN,
        SOCIAL_NOTE,
        SOCIAL[1],
    )


def test_one_action_is_read_as_it_stands_in_the_whole_plan(story: Story) -> None:
    whole = story.state().actions
    assert whole is not None
    with story.people.acting("principal") as lena:
        plan = story.plan(lena)
        alone = [queries.working_action(lena, plan, line.ref) for line in whole.lines]
        absent = queries.working_action(lena, plan, uuid4())

    assert tuple(alone) == whole.lines
    assert {line.note for line in whole.lines} == {"", SOCIAL_NOTE}
    assert absent is None


def test_one_action_opens_what_was_said_of_it_and_nothing_else(story: Story) -> None:
    ref, home, guard = story.ref(), story.action(HOME), story.action(GUARD)
    with story.people.acting("social-worker") as worker:
        child = file_of(worker, ref)
        report = ActionReport(ref=home, status=ActionStatus.GOING, on=TODAY, note=LATER)
        page = previewed(worker, ref)
        commands.contribute(worker, child, plan_ref=ref, on=TODAY, actions=[report], **page)

    def unopened() -> int:
        return copies_of.filter(opened_at=None).count()

    with story.people.acting("principal") as lena:
        copies_of = Delivery.objects.filter(unit_id=lena.unit_id, content_kind="contribution")
        plan = story.plan(lena)
        before = unopened()
        queries.working_action(lena, plan, guard)
        between = unopened()
        line = queries.working_action(lena, plan, home)
        after = unopened()

    assert (before, between, after) == (1, 1, 0)
    assert line is not None
    assert (line.status, line.note) == (ActionStatus.GOING, LATER)


def test_what_the_lead_writes_afterwards_on_the_same_day_stands(story: Story) -> None:
    home = story.action(HOME)
    with story.people.acting("principal") as lena:
        commands.change_action(
            lena, story.plan(lena), action=home, status=ActionStatus.GOING, note="", on=TODAY
        )

    line = story.state().action(home)
    assert line is not None
    assert (line.status, line.note, line.source) == (ActionStatus.GOING, "", None)


@pytest.mark.parametrize("slug", ["nurse", "social-worker"])
def test_a_copy_stands_alone_when_its_sender_is_gone(
    story: Story, slug: str, owner: psycopg.Connection
) -> None:
    ref = story.ref()

    def shown() -> str:
        with story.people.acting(slug) as actor:
            copy = open_delivery(actor, copies(actor, ref, "plan_version")[0])
            return queries.copy_with_contributions(actor, copy).text()

    before = shown()
    gone = owner.execute("SELECT unit_id FROM plan_plan").fetchone()
    owner.execute("SET session_replication_role = replica")
    for (table,) in owner.execute(
        "SELECT table_name FROM information_schema.columns WHERE column_name = 'unit_id' "
        "AND table_schema = 'public' AND table_name ~ '^(plan|people|disclosure|participation)_'"
    ).fetchall():
        owner.execute(f"DELETE FROM {table} WHERE unit_id = %s", gone)

    assert owner.execute("SELECT count(*) FROM plan_plan").fetchone() == (0,)
    assert shown() == before


def test_the_next_version_freezes_what_has_been_contributed(story: Story) -> None:
    assert story.publish() == 2

    newest, older = story.held("nurse")
    home = story.action(HOME)
    assert [plan.action(home).status for plan in (newest, older)] == [  # type: ignore[union-attr] # both hold it
        ActionStatus.BEGUN,
        ActionStatus.PLANNED,
    ]
    with story.people.acting("principal") as lena:
        lines = queries.versions(lena, story.plan(lena))
    assert [line.number for line in lines] == [2, 1]


@pytest.mark.parametrize("slug", ["social-worker", "nurse"])
def test_a_copy_shows_what_has_been_sent_since_beside_its_frozen_words(
    story: Story, slug: str
) -> None:
    ref, home = story.ref(), story.action(HOME)

    with story.people.acting(slug) as actor:
        copy = open_delivery(actor, copies(actor, ref, "plan_version")[0])
        since = queries.copy_with_contributions(actor, copy).action(home)
        frozen = queries.received_document(copy).action(home)

    assert since is not None
    assert frozen is not None
    assert (since.status, frozen.status) == (ActionStatus.BEGUN, ActionStatus.PLANNED)


def test_a_contribution_page_lists_who_will_get_it(story: Story) -> None:
    ref = story.ref()

    with story.people.acting("social-worker") as worker:
        door = queries.contribution_preview(worker, file_of(worker, ref), ref, on=TODAY)

    assert door.decision
    assert [line.wording for line in door.own_actions] == [HOME]
    reached = {line.name for line in door.lines if line.is_recipient}
    assert reached == {"Skola", MEDICAL[1], "Karin Lund", "Alva"}


def test_nobody_speaks_for_anothers_action(story: Story) -> None:
    ref, home = story.ref(), story.action(HOME)

    with pytest.raises(Refused) as refusal, story.people.acting("nurse") as nurse:
        commands.contribute(
            nurse,
            file_of(nurse, ref),
            plan_ref=ref,
            on=TODAY,
            **previewed(nurse, ref),
            actions=[ActionReport(ref=home, status=ActionStatus.DONE, on=TODAY)],
        )

    assert refusal.value.reason is Reason.NOT_YOUR_ACTION


def test_every_act_stands_in_the_log(story: Story, owner: psycopg.Connection) -> None:
    acts = {row[0] for row in owner.execute("SELECT DISTINCT act FROM audit_event").fetchall()}

    assert {
        "plan.started",
        "plan.read",
        "plan.team_invited",
        "plan.goal_agreed",
        "plan.action_planned",
        "plan.contributed",
        "plan.published",
    } <= acts
