"""The plan as a guardian reads it: goals, who does what and when, the team, and everybody's words."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.plan.documents import ActionLine, Disagreement, OtherPlan, PlanDocument
from varjebarn.plan.documents.items import note_key
from varjebarn.practice.values import PracticeModel
from varjebarn.web.family.labels import unit_in_words
from varjebarn.web.family.plan import shared
from varjebarn.web.family.wrong.pages import Beside

STRENGTH = "strength"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalBox:
    """One goal and what is done for it."""

    wording: str
    how_seen: str
    child_wording: str
    item: str
    steps: tuple[shared.Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedBox:
    """One need with its goals. `area` is the part of the wheel that it belongs to."""

    wording: str
    area: str
    why_no_action: str
    item: str
    goals: tuple[GoalBox, ...]
    steps: tuple[shared.Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaNotes:
    """What is noted about one part of the wheel: what works and what is hard, in words."""

    area: str
    works: tuple[str, ...]
    hard: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a unit has added to the whole."""

    text: str
    unit: str
    on: date
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardianPlan:
    """Everything that the copy holds, in the order it is read."""

    called: str
    version: int
    published_on: date | None
    is_sip: bool
    model: str
    overall_responsible: str
    why: str
    notes: tuple[Note, ...]
    follow_up_on: date | None
    needs: tuple[NeedBox, ...]
    other_steps: tuple[shared.Step, ...]
    other_plans: tuple[OtherPlan, ...]
    team: tuple[shared.Person, ...]
    child_views: tuple[shared.View, ...]
    why_no_child_view: str
    guardian_views: tuple[shared.View, ...]
    wheel: tuple[AreaNotes, ...]
    disagreement: tuple[Disagreement, ...]
    beside: Beside
    copies: tuple[shared.UnitWithCopy, ...]
    news: tuple[shared.News, ...]
    versions: tuple[shared.Version, ...]
    newer: str


def guardian_plan(
    document: PlanDocument,
    facts: shared.PlanFacts,
    model: PracticeModel,
    language: str,
) -> GuardianPlan:
    """Put a copy in words for a guardian."""
    listed = shared.versions(facts)
    view = document.child_view
    why = document.why
    return GuardianPlan(
        called=document.child_called,
        version=document.version,
        published_on=document.published_on,
        is_sip=document.is_sip,
        model=document.model_title.label(language),
        overall_responsible=document.overall_responsible,
        why=why.text if why else "",
        notes=tuple(
            Note(
                text=note.text,
                unit=unit_in_words(note.source.unit_name, note.source.organisation_name),
                on=note.on,
                item=note_key(note),
            )
            for note in (why.notes if why else ())
        ),
        follow_up_on=document.follow_up_on,
        needs=_needs(document, model, language),
        other_steps=_other_steps(document),
        other_plans=document.actions.other_plans if document.actions else (),
        team=shared.team(document.team or (), document.lead),
        child_views=shared.views(view.lines if view else (), model, language),
        why_no_child_view=view.reason_without if view else "",
        guardian_views=shared.views(document.guardian_view or (), model, language),
        wheel=_wheel(document, model, language),
        disagreement=document.disagreement or (),
        beside=facts.beside,
        copies=shared.copies(facts),
        news=shared.news(document, facts),
        versions=listed,
        newer=shared.newer(listed),
    )


def _lines(document: PlanDocument) -> tuple[ActionLine, ...]:
    return document.actions.lines if document.actions else ()


def _goal_refs(document: PlanDocument) -> frozenset[UUID]:
    needs = document.goals.needs if document.goals else ()
    return frozenset(goal.ref for need in needs for goal in need.goals)


def _needs(document: PlanDocument, model: PracticeModel, language: str) -> tuple[NeedBox, ...]:
    names = {dimension.key: dimension.label(language) for dimension in model.dimensions}
    goals = _goal_refs(document)
    lines = _lines(document)
    return tuple(
        NeedBox(
            wording=need.wording,
            area=names.get(need.dimension, ""),
            why_no_action=need.why_no_action,
            item=f"need:{need.ref}",
            goals=tuple(
                GoalBox(
                    wording=goal.wording,
                    how_seen=goal.how_seen,
                    child_wording=goal.child_wording,
                    item=f"goal:{goal.ref}",
                    steps=tuple(shared.step(line) for line in lines if line.goal == goal.ref),
                )
                for goal in need.goals
            ),
            steps=tuple(
                shared.step(line)
                for line in lines
                if line.need == need.ref and line.goal not in goals
            ),
        )
        for need in (document.goals.needs if document.goals else ())
    )


def _other_steps(document: PlanDocument) -> tuple[shared.Step, ...]:
    """Give the actions that belong to no goal and no need of this copy."""
    goals = _goal_refs(document)
    needs = {need.ref for need in (document.goals.needs if document.goals else ())}
    return tuple(
        shared.step(line)
        for line in _lines(document)
        if line.goal not in goals and line.need not in needs
    )


def _wheel(document: PlanDocument, model: PracticeModel, language: str) -> tuple[AreaNotes, ...]:
    """Give the parts of the wheel that something is noted about, in the model's order."""
    boxes = []
    for dimension in model.dimensions:
        notes = [note for note in document.wheel or () if note.dimension == dimension.key]
        if notes:
            boxes.append(
                AreaNotes(
                    area=dimension.label(language),
                    works=tuple(note.text for note in notes if note.kind == STRENGTH),
                    hard=tuple(note.text for note in notes if note.kind != STRENGTH),
                )
            )
    return tuple(boxes)
