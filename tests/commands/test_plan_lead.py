"""Another lead takes over, and a plan is closed: who is in and who is out."""

import psycopg
import pytest

from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People
from varjebarn.people.queries import open_child
from varjebarn.plan import commands, queries
from varjebarn.plan.models import Plan
from varjebarn.plan.reasons import Reason

from tests.commands.plan_story import (
    MODEL,
    TODAY,
    VERSION,
    Story,
    published,
)

pytestmark = pytest.mark.world.with_args(published)


def roles(owner: psycopg.Connection, people: People, slug: str) -> list[str]:
    """As what somebody is involved now."""
    found = owner.execute(
        "SELECT i.role FROM people_involvement i JOIN organisations_person p ON p.id = i.person_id "
        "WHERE p.public_id = %s AND i.valid_to > now() ORDER BY i.role",
        [people.persons[slug]],
    )
    return [row[0] for row in found]


@pytest.mark.rule("R23", case="allows")
def test_another_lead_shows_in_the_next_version(story: Story) -> None:
    with story.people.acting("principal") as lena:
        commands.change_lead(
            lena, story.plan(lena), person=story.people.persons["lead"], reason="Lena är borta."
        )

    assert story.publish("lead") == 2

    lead = story.held("nurse")[0].lead
    assert lead is not None
    assert lead.title == "Speciallärare"


@pytest.mark.rule("R23", case="allows")
def test_the_former_lead_keeps_what_else_lets_them_in_and_no_more(
    story: Story, owner: psycopg.Connection
) -> None:
    assert "lead" in roles(owner, story.people, "principal")
    ended = "SELECT count(*) FROM audit_event WHERE act = 'involvement.ended' AND why = 'Byte'"
    with story.people.acting("principal") as lena:
        commands.change_lead(
            lena, story.plan(lena), person=story.people.persons["lead"], reason="Byte"
        )

    assert "lead" not in roles(owner, story.people, "principal")
    assert "team" in roles(owner, story.people, "principal")
    assert "lead" in roles(owner, story.people, "lead")
    assert owner.execute(ended).fetchone() == (1,)


@pytest.mark.rule("R23", case="refuses")
def test_a_lead_who_was_nothing_else_is_out_when_the_plan_is_handed_over(
    story: Story, owner: psycopg.Connection
) -> None:
    with story.people.acting("principal") as lena:
        commands.change_lead(
            lena, story.plan(lena), person=story.people.persons["lead"], reason="Byte"
        )
    owner.execute(
        "UPDATE people_involvement SET valid_to = now() WHERE role = 'team' AND person_id = "
        "(SELECT id FROM organisations_person WHERE public_id = %s)",
        [story.people.persons["lead"]],
    )
    assert roles(owner, story.people, "lead") == ["lead"]
    with story.people.acting("lead") as eva:
        plan = commands.change_lead(
            eva, story.plan(eva), person=story.people.persons["principal"], reason="Tillbaka"
        )

    assert roles(owner, story.people, "lead") == []
    with story.people.acting("lead") as eva, pytest.raises(Plan.DoesNotExist):
        queries.open_plan(eva, plan.public_id)


@pytest.mark.rule("R23", case="refuses")
def test_nobody_of_another_unit_becomes_the_lead(story: Story) -> None:
    with pytest.raises(Refused) as refusal, story.people.acting("principal") as lena:
        commands.change_lead(
            lena, story.plan(lena), person=story.people.persons["nurse"], reason="Lena är borta."
        )

    assert refusal.value.reason is Reason.LEAD_NOT_OF_UNIT


def test_a_closed_plan_stays_closed_and_a_new_one_may_begin(
    story: Story, owner: psycopg.Connection
) -> None:
    with story.people.acting("principal") as lena:
        plan = commands.close_plan(lena, story.plan(lena), outcome="goals_met", on=TODAY)

    with pytest.raises(Refused) as refusal, story.people.acting("principal") as lena:
        commands.set_why(lena, queries.open_plan(lena, plan.public_id), why="En gång till")
    assert refusal.value.reason is Reason.PLAN_IS_CLOSED
    with pytest.raises(psycopg.errors.IntegrityConstraintViolation):
        owner.execute("UPDATE plan_plan SET closed_on = NULL, state = 'draft'")
    with story.people.acting("principal") as lena:
        child = open_child(lena, story.alva)
        new = commands.start_plan(lena, child, model_id=MODEL, model_version=VERSION, on=TODAY)
        assert queries.current_plan(lena, child) == new
        closed = queries.closed_plans(lena, child)
    assert [(line.plan, line.outcome) for line in closed] == [(plan.public_id, "goals_met")]
