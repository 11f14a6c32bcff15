"""What the day's page says of the log's review: to its reviewer, to the head, and to whoever is asked."""

from varjebarn.audit.review import standing_and_asked, to_explain
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.web.staff.log.review_pages import DayPart


def day_part(actor: Actor) -> DayPart:
    """Read it. The head is told only how many days late the review is."""
    found = asked = None
    if actor.duties & {Duty.LOG_REVIEWER, Duty.MANAGER}:
        found, asked = standing_and_asked(actor)
    return DayPart(
        standing=found,
        is_reviewer=Duty.LOG_REVIEWER in actor.duties,
        to_explain=tuple(to_explain(actor) if asked is None else asked),
    )
