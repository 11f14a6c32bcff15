"""Who may do what with a child's file. What a person may see is the row policies' business."""

from varjebarn.kernel.actors import Actor, Duty
from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.people.reasons import Reason

ROLES = frozenset({"team", "contact", "lead"})
SHORTEST_REASON = 10
WORKS_WITH_CHILDREN = frozenset({Duty.PROFESSIONAL, Duty.CONTACT, Duty.INTAKE, Duty.MANAGER})


def may_work_with_children(actor: Actor) -> Decision:
    """Only staff whose assignment has to do with children: a keeper's does not (R29, R46)."""
    if not actor.is_staff:
        return Decision(Reason.ONLY_STAFF)
    if not actor.duties & WORKS_WITH_CHILDREN:
        return Decision(Reason.NO_DUTY)
    return ALLOWED


def may_open_file(actor: Actor, *, reason: str) -> Decision:
    """Open a file with a stated reason; a role alone opens none (PDL 4:1-2, SoLPuL 10 §)."""
    if not reason.strip():
        return Decision(Reason.REASON_MISSING)
    return may_work_with_children(actor)


def may_involve(actor: Actor, *, role: str, reason: str) -> Decision:
    """Involve a colleague in a known role, and say why."""
    if role not in ROLES:
        return Decision(Reason.ROLE_UNKNOWN)
    if not reason.strip():
        return Decision(Reason.REASON_MISSING)
    return may_work_with_children(actor)


def may_register_guardian(actor: Actor, *, source: str) -> Decision:
    """Custody is registered with its source: what was checked, and when (FB 6 kap.)."""
    if not source.strip():
        return Decision(Reason.SOURCE_MISSING)
    return may_work_with_children(actor)


def may_break_glass(actor: Actor, *, reason: str) -> Decision:
    """Break-glass needs a reason in words that a reviewer can judge (R30)."""
    if len(reason.strip()) < SHORTEST_REASON:
        return Decision(Reason.REASON_TOO_SHORT)
    return may_work_with_children(actor)
