"""What is an organisation's own: contact routes, trials, training, risks; and funding."""

from datetime import date, timedelta

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import Decision
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer, first_no

CHECKED_WITHIN = timedelta(days=365)
"""How long a contact route is trusted after somebody looked whether it still is so."""
ENDS_SOON = timedelta(days=183)
RATINGS = range(1, 6)
STARTED, FINISHED = "started", "finished"


def is_own(duties: Duties, *, sits_for_it: bool) -> tuple[bool, Reason]:
    """Stand first among the checks: the county's own, or somebody who sits for the organisation."""
    return not sits_for_it and Duty.COUNTY not in duties, Reason.NOT_YOUR_ORGANISATION


def may_keep_route(
    duties: Duties, *, sits_for_it: bool, function: str, has_a_way: bool, is_ended: bool = False
) -> Decision:
    """Answer for a contact route, new or changed: a function, and at least one way to it."""
    return first_no(
        is_own(duties, sits_for_it=sits_for_it),
        (is_ended, Reason.ROUTE_ENDED),
        (not function.strip(), Reason.NAME_MISSING),
        (not has_a_way, Reason.WAY_MISSING),
    )


def needs_checking(checked_on: date, today: date) -> bool:
    """Whether it is so long since somebody looked that a contact route may be wrong."""
    return checked_on + CHECKED_WITHIN <= today


def may_plan_trial(
    duties: Duties, *, sits_for_it: bool, where: str, is_model_published: bool
) -> Decision:
    """Answer for a trial of a version that somebody has published."""
    return first_no(
        is_own(duties, sits_for_it=sits_for_it),
        (not where.strip(), Reason.NAME_MISSING),
        (not is_model_published, Reason.MODEL_NOT_PUBLISHED),
    )


def may_report_trial(
    duties: Duties, *, sits_for_it: bool, step: str, done: frozenset[str], on: date, today: date
) -> Decision:
    """Answer for what happened in a trial: it starts once, and after its end nothing happens."""
    needs_start = step not in {STARTED, "delayed"}
    return first_no(
        is_own(duties, sits_for_it=sits_for_it),
        (FINISHED in done, Reason.TRIAL_FINISHED),
        (step == STARTED and STARTED in done, Reason.TRIAL_STEP_DONE),
        (needs_start and STARTED not in done, Reason.TRIAL_NOT_STARTED),
        (on > today, Reason.DAY_TO_COME),
    )


def may_rate_tool(
    duties: Duties, *, sits_for_it: bool, done: frozenset[str], rating: int
) -> Decision:
    """Answer for what a trial says of a tool: after it has begun, also when it is finished."""
    return first_no(
        is_own(duties, sits_for_it=sits_for_it),
        (STARTED not in done, Reason.TRIAL_NOT_STARTED),
        (rating not in RATINGS, Reason.RATING_OUTSIDE),
    )


def may_consult(
    duties: Duties, *, title: str, text: str, sent_on: date, last_days: tuple[date, ...]
) -> Decision:
    """Answer for a proposal sent out: to somebody, each with a last day."""
    return answer(
        duties,
        (not title.strip(), Reason.TITLE_MISSING),
        (not text.strip(), Reason.TEXT_MISSING),
        (not last_days, Reason.NOBODY_TO_ASK),
        (any(day < sent_on for day in last_days), Reason.CLOSED_BEFORE_IT_OPENS),
    )


def may_answer_consultation(
    duties: Duties, *, sits_there: bool, has_answered: bool, text: str
) -> Decision:
    """Answer for a body's answer: once, also after the last day, since late is better than never."""
    return first_no(
        (not sits_there and Duty.COUNTY not in duties, Reason.NOT_YOUR_BODY),
        (has_answered, Reason.ANSWERED_ALREADY),
        (not text.strip(), Reason.ANSWER_EMPTY),
    )


def may_plan_training(duties: Duties, *, title: str) -> Decision:
    """Answer for an occasion of training."""
    return answer(duties, (not title.strip(), Reason.TITLE_MISSING))


def may_count_trained(
    duties: Duties, *, sits_for_it: bool, people: int, on: date, today: date
) -> Decision:
    """Answer for how many took part, once the day has come."""
    return first_no(
        is_own(duties, sits_for_it=sits_for_it),
        (on > today, Reason.DAY_TO_COME),
        (people < 0, Reason.NOBODY_TRAINED),
    )


def may_state_need(duties: Duties, *, sits_for_it: bool, people: int) -> Decision:
    """Answer for how many are to be trained in all."""
    return first_no(is_own(duties, sits_for_it=sits_for_it), (people < 1, Reason.NOBODY_TRAINED))


def may_note_risk(duties: Duties, *, sits_for_it: bool, text: str) -> Decision:
    """Answer for a lack of mandate, time or resources, said in words."""
    return first_no(
        is_own(duties, sits_for_it=sits_for_it), (not text.strip(), Reason.TEXT_MISSING)
    )


def may_end_risk(duties: Duties, *, sits_for_it: bool, is_ended: bool, text: str) -> Decision:
    """Answer for a lack that has been seen to; what was done is said."""
    return first_no(
        is_own(duties, sits_for_it=sits_for_it),
        (is_ended, Reason.RISK_ENDED),
        (not text.strip(), Reason.TEXT_MISSING),
    )


def may_fund(
    duties: Duties, *, title: str, funder: str, valid_from: date, valid_to: date
) -> Decision:
    """Answer for money for a period that ends."""
    return answer(
        duties,
        (not title.strip(), Reason.TITLE_MISSING),
        (not funder.strip(), Reason.NAME_MISSING),
        (valid_to <= valid_from, Reason.FUNDING_HAS_NO_DAY),
    )


def ends_soon(valid_to: date, today: date) -> bool:
    """Whether what lasts until a day is over within six months, or already is."""
    return valid_to - ENDS_SOON <= today
