"""A plan, or what was added to it, made without what its reader must not be given: no gap, no count.

It is shaped before it is frozen, so that nothing has to be hidden when it is shown (R15, R16).
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar
from uuid import UUID

from varjebarn.disclosure.withholding import LeftOut
from varjebarn.plan.documents.contribution import Contribution
from varjebarn.plan.documents.lines import ActionLine, Goals, Need, Responsible, Source, ViewLine
from varjebarn.plan.documents.plan import PlanDocument

SECRET = "Skyddad uppgift"  # noqa: S105 - what stands for a place, in the authority's language
NOWHERE = UUID(int=0)


class _Named(Protocol):
    @property
    def ref(self) -> UUID | None: ...


Line = TypeVar("Line", bound=_Named)


def shaped(document: PlanDocument, left_out: LeftOut) -> PlanDocument:
    """Give the plan as one recipient may have it."""
    if not left_out:
        return document
    kept = _without_items(document, left_out.items)
    return _without_places(kept) if left_out.places else kept


def shaped_contribution(contribution: Contribution, left_out: LeftOut) -> Contribution:
    """Give a contribution as one recipient may have it; it may hold nothing then."""
    if not left_out:
        return contribution
    actions = tuple(one for one in contribution.actions if one.ref not in left_out.items)
    kept = replace(contribution, actions=actions)
    if not left_out.places:
        return kept
    return replace(
        kept,
        unit=NOWHERE,
        unit_name=SECRET,
        organisation_name="",
        said_by="",
        said_by_title="",
    )


def _without_items(document: PlanDocument, items: frozenset[UUID]) -> PlanDocument:
    """Leave out lines by ref; what pointed at a goal or need that is gone points at none."""
    needs = tuple(_need(need, items) for need in _left(_needs(document), items))
    there = {need.ref for need in needs} | {goal.ref for need in needs for goal in need.goals}
    view, why, actions = document.child_view, document.why, document.actions
    return replace(
        document,
        why=why and replace(why, notes=_left(why.notes, items)),
        wheel=None if document.wheel is None else _left(document.wheel, items),
        child_view=view and replace(view, lines=_left(view.lines, items)),
        guardian_view=None
        if document.guardian_view is None
        else _left(document.guardian_view, items),
        goals=None if document.goals is None else Goals(needs=needs),
        actions=actions
        and replace(
            actions,
            lines=tuple(_pointing(line, there) for line in _left(actions.lines, items))
            if document.goals is not None
            else _left(actions.lines, items),
        ),
    )


def _without_places(document: PlanDocument) -> PlanDocument:
    """Leave out every unit, school and meeting place, and the people who are found at them."""
    view, why, actions = document.child_view, document.why, document.actions
    nowhere = Source(unit=NOWHERE, unit_name=SECRET, organisation_name="")
    return replace(
        document,
        lead=None,
        overall_responsible="",
        overall_responsible_kind="",
        why=why and replace(why, notes=tuple(replace(note, source=nowhere) for note in why.notes)),
        wheel=None
        if document.wheel is None
        else tuple(replace(note, source=None) for note in document.wheel),
        child_view=view and replace(view, lines=tuple(map(_said_nowhere, view.lines))),
        guardian_view=None
        if document.guardian_view is None
        else tuple(map(_said_nowhere, document.guardian_view)),
        actions=actions
        and replace(actions, lines=tuple(map(_done_nowhere, actions.lines)), other_plans=()),
        team=None if document.team is None else (),
    )


def _needs(document: PlanDocument) -> tuple[Need, ...]:
    return document.goals.needs if document.goals else ()


def _need(need: Need, items: frozenset[UUID]) -> Need:
    return replace(need, goals=_left(need.goals, items))


def _left(lines: Iterable[Line], items: frozenset[UUID]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.ref not in items)


def _pointing(line: ActionLine, there: set[UUID]) -> ActionLine:
    return replace(
        line,
        goal=line.goal if line.goal in there else None,
        need=line.need if line.need in there else None,
    )


def _said_nowhere(line: ViewLine) -> ViewLine:
    return replace(line, occasion="", quoted_by="")


def _done_nowhere(line: ActionLine) -> ActionLine:
    """Say what is done, and not where: the family's own word stands."""
    if line.responsible.unit is None:
        return line
    return replace(line, responsible=Responsible(unit=NOWHERE, unit_name=SECRET), source=None)
