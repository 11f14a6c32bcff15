"""How a matter comes to an agenda: proposed, answered, prepared, put in its place."""

from dataclasses import dataclass

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer, first_no


def may_propose(duties: Duties, *, sits_there: bool, title: str, raised_by_name: str) -> Decision:
    """Answer for proposing an item: who sits in the body, and the county's own."""
    if not sits_there and Duty.COUNTY not in duties:
        return Decision(Reason.NOT_IN_THE_BODY)
    if not title.strip():
        return Decision(Reason.TITLE_MISSING)
    if not raised_by_name.strip():
        return Decision(Reason.RAISED_BY_MISSING)
    return ALLOWED


def may_place(
    duties: Duties, *, is_waiting: bool, is_same_body: bool, is_planned: bool
) -> Decision:
    """Answer for putting a proposed item on a planned meeting's agenda."""
    return answer(
        duties,
        (not is_waiting, Reason.PROPOSAL_ANSWERED),
        (not is_same_body, Reason.POSTPONED_TO_OTHER_BODY),
        (not is_planned, Reason.MEETING_HELD_ALREADY),
    )


def may_decline(duties: Duties, *, is_waiting: bool, reason: str) -> Decision:
    """Answer for saying no to a proposed item, never without a reason."""
    return answer(
        duties,
        (not is_waiting, Reason.PROPOSAL_ANSWERED),
        (not reason.strip(), Reason.DECLINED_WITHOUT_REASON),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawFacts:
    """Whose proposal it is, and how far it has come."""

    is_own: bool
    is_live: bool
    is_closed: bool = False
    is_called: bool = False


def may_withdraw_proposal(facts: WithdrawFacts) -> Decision:
    """Answer for taking back one's own proposal: until it is on an agenda that has been called."""
    return first_no(
        (not facts.is_own, Reason.NOT_YOUR_PROPOSAL),
        (not facts.is_live, Reason.PROPOSAL_ANSWERED),
        (facts.is_closed, Reason.ITEM_CLOSED),
        (facts.is_called, Reason.AGENDA_IS_CALLED),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareFacts:
    """Who would prepare a matter, and with what."""

    is_closed: bool
    sits_in_preparing: bool
    background: str
    proposal: str
    heard: str


def may_prepare(duties: Duties, facts: PrepareFacts) -> Decision:
    """Answer for background, proposal and hearing: the county's own, or who sits in the preparing body."""
    if not facts.sits_in_preparing and Duty.COUNTY not in duties:
        return Decision(Reason.NOT_IN_THE_BODY)
    if facts.is_closed:
        return Decision(Reason.ITEM_CLOSED)
    if not f"{facts.background}{facts.proposal}{facts.heard}".strip():
        return Decision(Reason.PREPARATION_EMPTY)
    return ALLOWED


def may_edit(duties: Duties, *, is_closed: bool, title: str) -> Decision:
    """Answer for another title or kind of an item that has no outcome."""
    return answer(
        duties, (is_closed, Reason.ITEM_CLOSED), (not title.strip(), Reason.TITLE_MISSING)
    )


def may_move(duties: Duties, *, is_planned: bool, has_neighbour: bool) -> Decision:
    """Answer for one step up or down on the agenda of a planned meeting."""
    return answer(
        duties,
        (not is_planned, Reason.MEETING_HELD_ALREADY),
        (not has_neighbour, Reason.NO_PLACE_THERE),
    )


def may_keep_standing(duties: Duties, *, title: str, is_kept: bool) -> Decision:
    """Answer for an item that comes onto every new agenda by itself."""
    return answer(
        duties, (not title.strip(), Reason.TITLE_MISSING), (is_kept, Reason.STANDING_ALREADY)
    )


def may_end_standing(duties: Duties, *, is_ended: bool) -> Decision:
    """Answer for letting an item come back no more."""
    return answer(duties, (is_ended, Reason.STANDING_ENDED))
