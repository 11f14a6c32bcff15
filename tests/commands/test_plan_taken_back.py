"""When a yes is taken back, the next version stays away, both sides see it, and nobody else is told."""

import pytest

from varjebarn.disclosure.queries import open_delivery
from varjebarn.kernel.decisions import Refused
from varjebarn.plan import commands, queries
from varjebarn.plan.reasons import Reason
from varjebarn.plan.rules import RecipientKind

from tests.commands.plan_story import (
    HOME,
    SOCIAL_NOTE,
    TODAY,
    Story,
    copies,
    file_of,
    previewed,
    taken_back,
)
from tests.world.circle import SOCIAL

pytestmark = pytest.mark.world.with_args(taken_back)


@pytest.mark.rule("R10", case="refuses")
def test_the_next_version_does_not_reach_the_unit(story: Story) -> None:
    assert [plan.version for plan in story.held("social-worker")] == [1]
    assert [plan.version for plan in story.held("nurse")] == [2, 1]


def test_the_unit_is_named_in_the_list_with_the_reason(story: Story) -> None:
    with story.people.acting("principal") as lena:
        lines = queries.recipients_preview(lena, story.plan(lena), TODAY).lines

    social = next(line for line in lines if line.name == SOCIAL[1])
    assert (social.kind, social.parts, social.is_recipient) == (RecipientKind.UNIT, (), False)


def test_both_sides_see_that_the_unit_has_left_the_sharing(story: Story) -> None:
    ref, home = story.ref(), story.action(HOME)
    lead = story.state().action(home)

    with story.people.acting("social-worker") as worker:
        copy = open_delivery(worker, copies(worker, ref, "plan_version")[0])
        held = queries.received_document(copy, unit=worker.unit).action(home)

    assert lead is not None
    assert held is not None
    assert (lead.sharing_ended, held.sharing_ended) == (True, True)
    assert lead.note == SOCIAL_NOTE


def test_the_units_door_says_why_it_is_closed(story: Story) -> None:
    ref = story.ref()

    with story.people.acting("social-worker") as worker:
        door = queries.contribution_preview(worker, file_of(worker, ref), ref, on=TODAY)

    assert door.decision.reason is Reason.SHARING_HAS_ENDED


def test_the_unit_sends_nothing_more(story: Story) -> None:
    ref = story.ref()

    with pytest.raises(Refused) as refusal, story.people.acting("social-worker") as worker:
        commands.contribute(
            worker,
            file_of(worker, ref),
            plan_ref=ref,
            on=TODAY,
            **previewed(worker, ref),
            note="Hej",
        )

    assert refusal.value.reason is Reason.SHARING_HAS_ENDED


def test_what_it_had_sent_goes_no_further_and_others_are_not_told(story: Story) -> None:
    newest, _ = story.held("nurse")

    line = newest.action(story.action(HOME))
    assert line is not None
    assert (line.wording, line.note, line.source) == (HOME, "", None)
    assert line.sharing_ended is False
