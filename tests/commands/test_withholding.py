"""Something is kept from Karin: what she then holds, and how it comes back. Alva and the units hold on."""

from datetime import timedelta
from uuid import UUID

import pytest

from varjebarn.audit.queries import my_log
from varjebarn.disclosure.commands import keep_withholding, lift_withholding, withhold
from varjebarn.disclosure.models import Withholding
from varjebarn.disclosure.queries import (
    family_deliveries,
    my_consents,
    open_withholding,
    reviews_due,
    withheld,
)
from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.withholding import Kind, Reach, Why, Wish
from varjebarn.kernel.decisions import Changed, Refused
from varjebarn.people.queries import open_child, unseen_notices
from varjebarn.plan import commands, queries
from varjebarn.plan.documents import PlanDocument
from varjebarn.plan.documents.shaping import SECRET

from tests.commands.plan_story import GUARD, HOME, TODAY, Story, file_of, published
from tests.world.walls import assert_hidden

pytestmark = pytest.mark.world.with_args(published)

SOON = TODAY + timedelta(days=30)


def keep(
    story: Story, item: UUID, *, kind: Kind = Kind.ACTION, why: Why = Why.HARM, **more: object
) -> UUID:
    """Lena keeps something from Karin."""
    karin = frozenset({story.people.persons["guardian"]})
    with story.people.acting("principal") as lena:
        return withhold(
            lena,
            open_child(lena, story.alva),
            item=item,
            label="Rastvakt",
            wish=Wish(
                kind=kind,
                reach=more.get("reach", Reach.PERSONS),
                why=why,
                reason="Karin kan lida men av det.",
                review_on=more.get("review_on", SOON),
                persons=karin,
            ),
            on=TODAY,
        )


def plans(story: Story, slug: str) -> list[PlanDocument]:
    """Read the versions that somebody in the family holds, the newest first."""
    with story.people.acting(slug) as reader:
        return [
            queries.received_document(copy)
            for copy in family_deliveries(reader, kind="plan_version")
        ]


def wordings(document: PlanDocument) -> list[str]:
    assert document.actions is not None
    return [line.wording for line in document.actions.lines]


@pytest.mark.rule("R15", case="allows")
@pytest.mark.rule("R15", case="refuses")
def test_the_next_version_is_made_without_it_and_no_number_is_missing(story: Story) -> None:
    assert [wordings(plan) for plan in plans(story, "guardian")] == [[GUARD, HOME]]

    keep(story, story.action(GUARD))
    assert plans(story, "guardian") == []
    assert story.publish() == 2

    (karins,) = plans(story, "guardian")
    assert (wordings(karins), karins.version) == ([HOME], 1)
    assert GUARD not in karins.text()
    assert [(wordings(plan), plan.version) for plan in plans(story, "child")] == [
        ([GUARD, HOME], 2),
        ([GUARD, HOME], 1),
    ]


@pytest.mark.rule("R15", case="refuses")
def test_a_need_that_is_kept_takes_its_goals_along_and_leaves_nothing_pointing_at_it(
    story: Story,
) -> None:
    goals = story.state().goals
    assert goals is not None
    keep(story, goals.needs[0].ref, kind=Kind.NEED)
    story.publish()

    (karins,) = plans(story, "guardian")
    assert karins.goals is not None
    assert karins.goals.needs == ()
    assert karins.actions is not None
    assert {(line.need, line.goal) for line in karins.actions.lines} == {(None, None)}
    assert str(goals.needs[0].ref) not in karins.text()


@pytest.mark.rule("R15", case="refuses")
def test_words_notes_and_contributions_are_kept_one_by_one(story: Story) -> None:
    state = story.state()
    assert state.child_view is not None
    assert state.wheel is not None
    assert state.why is not None
    view, own, theirs = state.child_view.lines[0], state.wheel[0], state.why.notes[0]
    for item, kind in ((view, Kind.VIEW), (own, Kind.NOTE), (theirs, Kind.CONTRIBUTION)):
        assert item.ref is not None
        keep(story, item.ref, kind=kind)
    story.publish()

    (karins,) = plans(story, "guardian")
    assert (karins.child_view, karins.wheel, karins.why) == (
        type(state.child_view)(),
        (),
        type(state.why)(text=state.why.text, started_on=state.why.started_on),
    )
    assert len(plans(story, "child")[0].wheel or ()) == 2


def contributed(story: Story, slug: str = "guardian") -> list[UUID]:
    """Which contributions somebody in the family holds a copy of from the unit that made them."""
    with story.people.acting(slug) as reader:
        return [
            queries.received_contribution(copy).ref
            for copy in family_deliveries(reader, kind="contribution")
        ]


def notices(story: Story, slug: str) -> list[str]:
    with story.people.acting(slug) as actor:
        return [line.kind for line in unseen_notices(actor)]


@pytest.mark.rule("R15", case="refuses")
def test_a_contribution_that_is_kept_closes_in_the_contributors_copy_too(story: Story) -> None:
    """The lead keeps it: what the unit that contributed has sent to the guardian closes as well."""
    why = story.state().why
    assert why is not None
    ref = why.notes[0].ref
    assert ref is not None
    assert ref in contributed(story)

    keep(story, ref, kind=Kind.CONTRIBUTION)

    assert ref not in contributed(story)
    assert ref in contributed(story, "child")
    assert "copy_closed" in notices(story, "nurse")
    assert "copy_closed" not in notices(story, "principal")


@pytest.mark.rule("R15", case="refuses")
def test_a_contribution_kept_by_who_made_it_closes_the_plans_that_hold_it(story: Story) -> None:
    story.publish()
    why = story.state().why
    assert why is not None
    ref = why.notes[0].ref
    assert ref is not None
    before = len(plans(story, "guardian"))
    holding = [plan for plan in plans(story, "guardian") if plan.why and plan.why.notes]
    assert holding
    karin, about = frozenset({story.people.persons["guardian"]}), story.ref()
    with story.people.acting("nurse") as nurse:
        withhold(
            nurse,
            file_of(nurse, about),
            item=ref,
            label="Bidrag",
            wish=Wish(
                kind=Kind.CONTRIBUTION,
                reach=Reach.PERSONS,
                why=Why.HARM,
                reason="Karin kan lida men av det.",
                review_on=SOON,
                persons=karin,
            ),
            on=TODAY,
        )

    assert len(plans(story, "guardian")) == before - len(holding)
    assert ref not in contributed(story)
    assert "copy_closed" in notices(story, "principal")
    story.publish()
    newest = plans(story, "guardian")[0]
    assert newest.why is not None
    assert newest.why.notes == ()


@pytest.mark.rule("R52", case="refuses")
def test_units_get_nothing_on_consent_that_a_guardian_may_not_know(story: Story) -> None:
    keep(story, story.action(GUARD))
    story.publish()

    assert next(wordings(plan) for plan in story.held("social-worker")) == [HOME]


@pytest.mark.rule("R15", case="refuses")
def test_a_whole_plan_is_kept_with_every_line_about_it(story: Story) -> None:
    story.held("social-worker")
    with story.people.acting("guardian") as karin:
        there = my_log(karin)

    keep(story, story.ref(), kind=Kind.PLAN, reach=Reach.GUARDIANS)
    story.publish()
    story.held("social-worker")

    assert plans(story, "guardian") == []
    with story.people.acting("guardian") as karin:
        seen = [row for row in my_log(karin) if row.object == story_ref(there)]
    assert_hidden(there=[row for row in there if row.object == story_ref(there)], seen=seen)
    assert len(plans(story, "child")) == 2


def story_ref(lines) -> UUID:
    """Give what the readings of copies are about."""
    return next(row.object for row in lines if row.act == "delivery.read")


@pytest.mark.rule("R15", case="refuses")
def test_that_the_unit_has_read_is_kept(story: Story) -> None:
    with story.people.acting("guardian") as karin:
        there = [row for row in my_log(karin) if row.act == "child.read"]

    keep(story, story.alva, kind=Kind.READINGS)

    with story.people.acting("guardian") as karin:
        seen = [row for row in my_log(karin) if row.act == "child.read"]
    assert_hidden(there=there, seen=seen)
    with story.people.acting("child") as alva:
        assert [row for row in my_log(alva) if row.act == "child.read"] != []


def test_somebody_who_saw_the_list_before_it_was_kept_sends_nothing(story: Story) -> None:
    with story.people.acting("principal") as lena:
        shown = queries.recipients_preview(lena, story.plan(lena), TODAY)
    keep(story, story.action(GUARD))

    with story.people.acting("principal") as lena, pytest.raises(Changed):
        commands.publish_version(
            lena, story.plan(lena), shown=shown.digest, on=TODAY, answers=shown.answers
        )


@pytest.mark.rule("R16", case="allows")
@pytest.mark.rule("R16", case="refuses")
def test_whereabouts_leave_every_place_out_of_the_guardians_copy(story: Story) -> None:
    keep(story, story.alva, kind=Kind.WHEREABOUTS, why=Why.LVU)
    assert plans(story, "guardian") == []
    story.publish()

    (karins,) = plans(story, "guardian")
    assert (karins.lead, karins.team) == (None, ())
    assert karins.actions is not None
    assert {line.responsible.unit_name for line in karins.actions.lines} == {SECRET}
    assert [
        place for place in ("Skola", "Socialtjänst", "Växjö", "Lena") if place in karins.text()
    ] == []
    with story.people.acting("guardian") as karin:
        (copy,) = family_deliveries(karin)
        assert (copy.from_unit_name, copy.decided_by_name) == (SECRET, "")
        assert my_consents(karin) == []
        assert {row.unit_name for row in my_log(karin)} <= {SECRET}
    assert "Socialtjänst" in plans(story, "child")[0].text()


@pytest.mark.rule("R16", case="refuses")
def test_a_place_in_a_text_stops_the_version(story: Story) -> None:
    keep(story, story.alva, kind=Kind.WHEREABOUTS, why=Why.LVU)
    with story.people.acting("principal") as lena:
        commands.set_why(lena, story.plan(lena), why=f"Alva går på {lena.workplace_name}.")

    with pytest.raises(Refused) as no:
        story.publish()
    assert no.value.reason is Reason.PLACE_IS_NAMED


@pytest.mark.rule("R16", case="refuses")
def test_a_late_review_is_refused_and_nothing_is_kept(story: Story) -> None:
    with pytest.raises(Refused) as no:
        keep(
            story,
            story.alva,
            kind=Kind.WHEREABOUTS,
            why=Why.LVU,
            review_on=TODAY + timedelta(days=100),
        )

    assert no.value.reason is Reason.REVIEW_TOO_LATE_LVU
    assert len(plans(story, "guardian")) == 1


def test_it_is_reviewed_on_its_day_and_kept_on_or_let_go(story: Story) -> None:
    made = keep(story, story.action(GUARD))
    again = TODAY + timedelta(days=60)
    with story.people.acting("principal") as lena:
        assert [due.withholding for due in reviews_due(lena, by=SOON)] == [made]
        row = open_withholding(lena, made)
        with pytest.raises(Refused):
            keep_withholding(lena, row, reason="", review_on=again, on=TODAY)
        keep_withholding(lena, row, reason="Läget är detsamma.", review_on=again, on=TODAY)
        assert reviews_due(lena, by=SOON) == []
        lift_withholding(lena, open_withholding(lena, made), reason="Läget är ett annat.")
        (line,) = withheld(lena, open_child(lena, story.alva))
        assert (line.label, line.lift_reason) == ("Rastvakt", "Läget är ett annat.")
        with pytest.raises(Withholding.DoesNotExist):
            open_withholding(lena, made)
    assert [wordings(plan) for plan in plans(story, "guardian")] == [[GUARD, HOME]]


def test_what_is_let_go_does_not_open_a_copy_that_another_has_taken_the_place_of(
    story: Story,
) -> None:
    made = keep(story, story.action(GUARD))
    story.publish()
    with story.people.acting("principal") as lena:
        lift_withholding(lena, open_withholding(lena, made), reason="Läget är ett annat.")

    assert [plan.version for plan in plans(story, "guardian")] == [1]
    story.publish()
    assert [(plan.version, wordings(plan)) for plan in plans(story, "guardian")] == [
        (2, [GUARD, HOME]),
        (1, [HOME]),
    ]


def test_every_decision_stands_in_the_units_log(story: Story, databases) -> None:
    del databases
    before = acts(story)
    made = keep(story, story.action(GUARD))
    with story.people.acting("principal") as lena:
        lift_withholding(lena, open_withholding(lena, made), reason="Läget är ett annat.")

    assert {"withholding.made", "withholding.lifted"} <= acts(story) - before


def acts(story: Story) -> set[str]:
    from varjebarn.audit.queries import unit_log  # noqa: PLC0415 - beside its only use

    with story.people.acting("log-reviewer") as reviewer:
        return {row.act for row in unit_log(reviewer, most=200)}
