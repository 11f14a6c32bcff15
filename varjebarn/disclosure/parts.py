"""The parts that a consent names and that a document is made of."""

from enum import StrEnum


class Part(StrEnum):
    """What can be given or held back by itself. A document holds some; a consent covers some."""

    WHY = "why"
    WHEEL = "wheel"
    CHILD_VIEW = "child_view"
    GUARDIAN_VIEW = "guardian_view"
    GOALS = "goals"
    ACTIONS = "actions"
    TEAM = "team"
    DISAGREEMENT = "disagreement"
    SIGNAL = "signal"
    REQUEST = "request"
    NOTE = "note"
    TOLD = "told"
    OBJECTION_ANSWER = "objection_answer"


PLAN_PARTS = (
    Part.WHY,
    Part.WHEEL,
    Part.CHILD_VIEW,
    Part.GUARDIAN_VIEW,
    Part.GOALS,
    Part.ACTIONS,
    Part.TEAM,
    Part.DISAGREEMENT,
)
"""The parts that a plan has and that a consent request offers, in the order of the page."""
