"""Who may give and end assignments. Nobody changes their own duties (security: T29)."""

from collections.abc import Iterable
from uuid import UUID

from varjebarn.kernel.actors import Actor, Duty
from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.organisations.reasons import Reason


def may_assign(  # noqa: PLR0911 - a named reason for each no
    actor: Actor,
    *,
    person: UUID | None,
    name: str,
    title: str,
    duties: Iterable[str],
) -> Decision:
    """Give somebody an assignment in one's own unit: the keeper, for others, with known duties."""
    if Duty.KEEPER not in actor.duties:
        return Decision(Reason.ONLY_KEEPER)
    if person == actor.person:
        return Decision(Reason.NOT_ONESELF)
    if person is None and not name.strip():
        return Decision(Reason.NAME_MISSING)
    if not title.strip():
        return Decision(Reason.TITLE_MISSING)
    wanted = set(duties)
    if not wanted or not wanted <= {duty.value for duty in Duty}:
        return Decision(Reason.DUTY_UNKNOWN)
    if Duty.COUNTY in wanted:
        return Decision(Reason.COUNTY_DUTY_NOT_HERE)
    return ALLOWED


def may_end_assignment(actor: Actor, *, person: UUID) -> Decision:
    """End somebody's assignment in one's own unit: the keeper, and never one's own."""
    if Duty.KEEPER not in actor.duties:
        return Decision(Reason.ONLY_KEEPER)
    if person == actor.person:
        return Decision(Reason.NOT_ONESELF)
    return ALLOWED
