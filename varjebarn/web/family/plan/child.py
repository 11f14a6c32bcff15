"""The plan as the child reads it: five plain cards."""

from dataclasses import dataclass
from datetime import date

from varjebarn.plan.documents import PlanDocument
from varjebarn.practice.values import PracticeModel
from varjebarn.web.family.labels import parts_in_words
from varjebarn.web.family.plan import shared
from varjebarn.web.family.wrong.pages import Beside


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPlan:
    """The five cards in their order, and what has come since."""

    called: str
    version: int
    wishes: tuple[str, ...]
    views: tuple[shared.View, ...]
    steps: tuple[shared.Step, ...]
    helpers: tuple[shared.Person, ...]
    follow_up_on: date | None
    allowed: tuple[shared.Allowed, ...]
    beside: Beside
    copies: tuple[shared.UnitWithCopy, ...]
    news: tuple[shared.News, ...]
    newer: str


def child_plan(
    document: PlanDocument,
    facts: shared.PlanFacts,
    model: PracticeModel,
    language: str,
) -> ChildPlan:
    """Choose what a child needs to know, in the child's own words where there are any."""
    needs = document.goals.needs if document.goals else ()
    goals = [goal for need in needs for goal in need.goals]
    said = document.child_view.lines if document.child_view else ()
    return ChildPlan(
        called=document.child_called,
        version=document.version,
        wishes=tuple(goal.child_wording or goal.wording for goal in goals),
        views=shared.views(said, model, language),
        steps=tuple(map(shared.step, document.actions.lines if document.actions else ())),
        helpers=shared.team(document.team or (), document.lead),
        follow_up_on=document.follow_up_on,
        allowed=tuple(
            shared.Allowed(
                name=shared.with_organisation(line, document),
                parts=parts_in_words(line.parts, is_child=True),
            )
            for line in shared.live(facts)
        ),
        beside=facts.beside,
        copies=shared.copies(facts),
        news=shared.news(document, facts),
        newer=shared.newer(shared.versions(facts)),
    )
