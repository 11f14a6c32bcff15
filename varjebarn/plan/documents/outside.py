"""One part of a plan in plain words, for an association's leader: as little as does the work.

The child's first name and no birth date, no number, no unit's ref; where actions name the
association, only its own.
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.parts import Part
from varjebarn.plan.documents.plan import PlanDocument

KIND, SCHEMA = "outside_part", "varjebarn/outside_part/1"
Line = tuple[str, str]


def outside_document(
    plan: PlanDocument, part: str, *, association: UUID, sender: str, on: date
) -> Document:
    """Freeze one part as lines of words: what, and beside it who said it or does it, and when."""
    lines = [
        {"words": words, "beside": beside} for words, beside in _lines(plan, part, association)
    ]
    return Document(
        kind=KIND,
        schema=SCHEMA,
        body={
            "child": {"called": plan.child_called},
            "sender": sender,
            "on": on.isoformat(),
            "parts": {part: {"lines": lines}},
        },
        subject_ref=plan.ref,
        version=plan.version,
    )


def _lines(plan: PlanDocument, part: str, association: UUID) -> Iterator[Line]:
    if part == Part.WHY and plan.why:
        yield plan.why.text, ""
    elif part == Part.CHILD_VIEW and plan.child_view:
        for said in plan.child_view.lines:
            if said.words:
                yield said.words, said.name
    elif part == Part.GOALS and plan.goals:
        for need in plan.goals.needs:
            for goal in need.goals:
                yield goal.child_wording or goal.wording, goal.how_seen
    elif part == Part.ACTIONS and plan.actions:
        own = [line for line in plan.actions.lines if line.is_by(association)]
        for line in own or plan.actions.lines:
            yield line.wording, line.responsible.name or line.responsible.organisation_name
