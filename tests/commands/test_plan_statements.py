"""A long plan costs the same number of statements as a short one."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from varjebarn.disclosure.models import Disclosure
from varjebarn.kernel.actors import Actor
from varjebarn.people.queries import open_child
from varjebarn.plan import commands, queries
from varjebarn.plan.models import Plan

from tests.commands.plan_story import (
    HOME,
    TODAY,
    Story,
    copies,
    file_of,
    previewed,
    published,
)

pytestmark = pytest.mark.world.with_args(published)

READS: dict[str, tuple[Callable[[Actor, Plan], object], int]] = {
    "working_document": (queries.working_document, 6),
    "recipients_preview": (lambda actor, plan: queries.recipients_preview(actor, plan, TODAY), 10),
    "versions": (queries.versions, 1),
    "open_plan": (lambda actor, plan: queries.open_plan(actor, plan.public_id), 2),
    "open_version": (lambda actor, plan: queries.open_version(actor, plan, 1), 2),
    "current_plan": (lambda actor, plan: queries.current_plan(actor, plan.child_file), 1),
    "follow_ups_due": (lambda actor, _: queries.follow_ups_due(actor, TODAY), 1),
    "plans_following": (
        lambda _, plan: queries.plans_following(plan.model_id, plan.model_version),
        1,
    ),
    "plans_following_each": (
        lambda _, plan: queries.plans_following_each([(plan.model_id, plan.model_version)] * 3),
        1,
    ),
}


def lengthen(story: Story) -> None:
    """Make the plan ten times as long, with a goal and an action to each need."""
    with story.people.acting("principal") as lena:
        plan = story.plan(lena)
        for number in range(10):
            need = commands.add_need(lena, plan, wording=f"Behov {number}")
            goal = commands.agree_goal(lena, plan, need=need.ref, wording=f"Mål {number}")
            for _ in range(3):
                commands.plan_action(
                    lena, plan, wording="Insats", goal=goal.ref, unit=lena.unit, due=TODAY
                )
            commands.note_disagreement(lena, plan, whose="Karin", text="Annan syn", on=TODAY)


def counted(story: Story, read: Callable[[Actor, Plan], object]) -> int:
    with story.people.acting("principal") as lena:
        plan = story.plan(lena)
        queries.working_document(lena, plan)  # what is new has been opened before we count
        with CaptureQueriesContext(connection) as statements:
            read(lena, plan)
    return len(statements)


@pytest.mark.parametrize("name", READS)
def test_a_read_costs_the_same_for_a_short_and_a_long_plan(story: Story, name: str) -> None:
    read, expected = READS[name]

    assert counted(story, read) == expected

    lengthen(story)
    with story.people.acting("principal") as lena:
        actions = queries.working_document(lena, story.plan(lena)).actions
        assert actions is not None
        assert len(actions.lines) == 32
    assert counted(story, read) == expected


def test_one_action_is_two_statements_in_a_short_and_a_long_plan(story: Story) -> None:
    home = story.action(HOME)

    def cost() -> int:
        return counted(story, lambda lena, plan: queries.working_action(lena, plan, home))

    assert cost() == 2
    lengthen(story)
    assert cost() == 2


def test_a_version_costs_the_same_for_one_content_and_for_four(story: Story) -> None:
    def cost() -> tuple[int, int]:
        with story.people.acting("principal") as lena:
            plan = story.plan(lena)
            preview = queries.recipients_preview(lena, plan, TODAY)
            with CaptureQueriesContext(connection) as statements:
                commands.publish_version(
                    lena, plan, shown=preview.digest, on=TODAY, answers=preview.answers
                )
            made = Disclosure.objects.filter(unit_id=lena.unit_id, subject_ref=plan.ref)
            return len(statements), made.filter(version=plan.version + 1).count()

    before = cost()
    lengthen(story)
    longer = cost()
    story.take_back()

    assert (before, longer) == ((22, 4), (22, 4))
    assert cost() == (22, 3)


def test_a_copy_and_the_way_back_cost_the_same_however_much_has_been_sent(story: Story) -> None:
    ref = story.ref()

    def cost() -> int:
        with story.people.acting("social-worker") as worker:
            child = file_of(worker, ref)
            with CaptureQueriesContext(connection) as statements:
                assert queries.contribution_preview(worker, child, ref, on=TODAY).decision
                assert queries.copies(worker, child)
        return len(statements)

    before = cost()
    for _ in range(3):
        story.publish()
        with story.people.acting("social-worker") as worker:
            commands.contribute(
                worker,
                file_of(worker, ref),
                plan_ref=ref,
                on=TODAY,
                **previewed(worker, ref),
                note="Vi fortsätter.",
            )

    assert cost() == before
    with story.people.acting("social-worker") as worker:
        assert len(copies(worker, ref, "plan_version")) == 4


def test_no_read_of_a_plan_is_made_for_a_child_that_is_not_opened(story: Story) -> None:
    with story.people.acting("principal") as lena:
        child = open_child(lena, story.alva)
        with CaptureQueriesContext(connection) as statements:
            queries.current_plan(lena, child)

    assert len(statements) == 1
