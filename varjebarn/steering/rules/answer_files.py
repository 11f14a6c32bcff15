"""Files with an answer: by whoever may answer for the organisation, until the answers close."""

from dataclasses import dataclass

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import Decision
from varjebarn.steering.paper_kinds import BIGGEST_PAPER, MOST_ANSWER_FILES
from varjebarn.steering.paper_reasons import PaperReason as No
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, first_no


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFileFacts:
    """What is known when a file is put with an answer. `size` in bytes.

    The answers are open until the day on which they are due, and for an organisation that is late
    until it has answered.
    """

    speaks_for_it: bool
    is_asked: bool
    is_open: bool
    title: str
    size: int
    files_already: int


def may_file(duties: Duties, facts: AnswerFileFacts) -> Decision:
    """Answer for a file with an answer."""
    return first_no(
        (not facts.speaks_for_it and Duty.COUNTY not in duties, Reason.NOT_YOUR_ORGANISATION),
        (not facts.is_asked, Reason.NOT_ASKED),
        (not facts.is_open, No.ANSWERS_CLOSED),
        (not facts.title.strip(), Reason.TITLE_MISSING),
        (not facts.size, No.PAPER_EMPTY),
        (facts.size > BIGGEST_PAPER, No.PAPER_TOO_BIG),
        (facts.files_already >= MOST_ANSWER_FILES, No.TOO_MANY_ANSWER_FILES),
    )


def may_remove_file(
    duties: Duties, *, speaks_for_it: bool, is_open: bool, is_removed: bool
) -> Decision:
    """Answer for taking a file away from an answer."""
    return first_no(
        (not speaks_for_it and Duty.COUNTY not in duties, Reason.NOT_YOUR_ORGANISATION),
        (is_removed, No.ANSWER_FILE_REMOVED),
        (not is_open, No.ANSWERS_CLOSED),
    )
