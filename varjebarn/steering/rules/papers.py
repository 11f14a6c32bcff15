"""Who lays papers before a meeting, publishes them and takes them back."""

from dataclasses import dataclass

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import Decision
from varjebarn.steering.paper_kinds import BIGGEST_PAPER, MOST_PAPERS
from varjebarn.steering.paper_reasons import PaperReason as No
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer, first_no


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """What is known when a file is laid before a meeting. `size` in bytes."""

    sits_there: bool
    title: str
    size: int
    papers_already: int
    is_of_the_meeting: bool = True


def may_attach(duties: Duties, facts: PaperFacts) -> Decision:
    """Answer for a paper: by the county's own or by somebody with a seat in the body."""
    return first_no(
        (not facts.sits_there and Duty.COUNTY not in duties, No.NOT_A_MEMBER),
        (not facts.title.strip(), Reason.TITLE_MISSING),
        (not facts.size, No.PAPER_EMPTY),
        (facts.size > BIGGEST_PAPER, No.PAPER_TOO_BIG),
        (facts.papers_already >= MOST_PAPERS, No.TOO_MANY_PAPERS),
        (not facts.is_of_the_meeting, No.ITEM_OF_OTHER_MEETING),
    )


def may_publish_paper(duties: Duties, *, is_published: bool, is_withdrawn: bool) -> Decision:
    """Answer for letting everybody read a paper."""
    return answer(
        duties,
        (is_withdrawn, No.PAPER_WITHDRAWN),
        (is_published, No.PAPER_PUBLISHED_ALREADY),
    )


def may_withdraw_paper(duties: Duties, *, is_withdrawn: bool, why: str) -> Decision:
    """Answer for taking a paper back: the members can still see that it was there, and why it went."""
    return answer(
        duties,
        (is_withdrawn, No.PAPER_WITHDRAWN),
        (not why.strip(), No.WITHDRAWN_WITHOUT_REASON),
    )
