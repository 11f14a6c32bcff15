"""A version of a practice model as a page: what it says, and what its owner hasn't confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.practice.values import ChainLink, DecisionNode, Keyed, PracticeModel
from varjebarn.steering.values import DecisionLine
from varjebarn.web.county import parts
from varjebarn.web.county.parts import Row
from varjebarn.web.shared.wheel import Segment

EVENTS: dict[str, Promise] = {
    "pregnancy": gettext_lazy("graviditeten"),
    "birth": gettext_lazy("födseln"),
    "school_start": gettext_lazy("skolstarten"),
    "upper_secondary_left": gettext_lazy("att gymnasiet lämnas"),
    "coverage_end": gettext_lazy("att modellens ålder tar slut"),
}

OUTCOMES: dict[str, Promise] = {
    "own_service": gettext_lazy("den egna verksamheten hjälper"),
    "hand_over": gettext_lazy("det lämnas över till den verksamheten"),
    "together": gettext_lazy("de samarbetar och gör Barnets plan"),
    "no_action": gettext_lazy("ingenting behöver göras nu"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the decision tree, and where each answer leads."""

    text: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleShown:
    """A role, and who has it from when until when."""

    title: str
    chain: tuple[str, ...]
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPage:
    """One version of a practice model."""

    title: str
    version: str
    licence: str
    ages: str
    following: str
    segments: tuple[Segment, ...]
    wheel_name: str
    steps: tuple[str, ...]
    roles: tuple[RoleShown, ...]
    questions: tuple[Question, ...]
    sources: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    decisions: tuple[Row, ...]


def model_page(
    model: PracticeModel,
    *,
    following: int | None,
    is_counted: bool = True,
    decisions: Iterable[DecisionLine],
    language: str,
    today: date,
) -> ModelPage:
    """Put a model version into words. `following` is None when the plans are too few to count.

    To somebody who is not logged in nothing is counted.
    """
    return ModelPage(
        title=model.label(language),
        version=model.version,
        licence=model.licence,
        ages=_("Till och med %(age)d år") % {"age": model.through_age},
        following=plans_following(following) if is_counted else "",
        segments=tuple(
            Segment(key=one.key, label=one.label(language), text=one.meaning.label(language))
            for one in model.dimensions
        ),
        wheel_name=model.wheel.label(language),
        steps=tuple(one.label(language) for one in model.steps),
        roles=tuple(
            RoleShown(
                title=one.label(language),
                chain=tuple(_link(link, language) for link in one.chain),
                tasks=tuple(task.label(language) for task in one.tasks),
            )
            for one in model.roles
        ),
        questions=tuple(
            Question(
                text=node.label(language),
                yes=_leads(node.yes, model.decision, language),
                no=_leads(node.no, model.decision, language),
            )
            for node in model.decision
        ),
        sources=tuple(model.sources.values()),
        unconfirmed=_unconfirmed(model, language),
        decisions=tuple(
            replace(parts.decision_row(one, today=today), links=()) for one in decisions
        ),
    )


def plans_following(count: int | None) -> str:
    """Say how many plans follow a version; a few are not told from none."""
    if count is None:
        return _("Färre än 5 planer följer den här versionen.")
    return _("%(count)d planer följer den här versionen.") % {"count": count}


def _link(link: ChainLink, language: str) -> str:
    return _("%(who)s: från %(start)s till %(end)s") % {
        "who": link.who.label(language),
        "start": EVENTS[link.start],
        "end": EVENTS[link.end],
    }


def _leads(answer: str, nodes: tuple[DecisionNode, ...], language: str) -> str:
    """Say where an answer leads: to what is done, or to the next question."""
    if answer in OUTCOMES:
        return str(OUTCOMES[answer])
    follower = next(node for node in nodes if node.key == answer)
    return _("nästa fråga: %(question)s") % {"question": follower.label(language)}


def _unconfirmed(model: PracticeModel, language: str) -> tuple[str, ...]:
    """Name the words that are not the owner's own, part by part."""
    groups: tuple[tuple[str, Iterable[Keyed]], ...] = (
        (_("Hjulets namn"), (model.wheel,)),
        (_("Hjulets delar"), model.dimensions),
        (_("Stegen"), model.steps),
        (_("Rollerna"), model.roles),
        (_("Vägvalets frågor"), model.decision),
        (_("Frågorna att ställa sig"), model.questions),
        (_("Triangelns sidor"), model.triangle.sides),
        (_("Planens fält"), model.plan_fields),
        (_("Tiderna"), model.timers),
    )
    said = []
    for name, items in groups:
        loose = [item.label(language) for item in items if not item.is_verified(language)]
        if loose:
            said.append(f"{name}: {', '.join(loose)}")
    return tuple(said)
