"""When a file may be put with an answer, and taken away."""

from dataclasses import replace

import pytest

from varjebarn.kernel.actors import Duty
from varjebarn.steering import rules
from varjebarn.steering.paper_kinds import BIGGEST_PAPER, MOST_ANSWER_FILES
from varjebarn.steering.paper_reasons import PaperReason as No
from varjebarn.steering.reasons import Reason

COUNTY, NOBODY = frozenset({Duty.COUNTY}), frozenset[Duty]()
FACTS = rules.AnswerFileFacts(
    speaks_for_it=True, is_asked=True, is_open=True, title="Siffror", size=9, files_already=0
)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"speaks_for_it": False}, Reason.NOT_YOUR_ORGANISATION),
        ({"is_asked": False}, Reason.NOT_ASKED),
        ({"is_open": False}, No.ANSWERS_CLOSED),
        ({"title": " "}, Reason.TITLE_MISSING),
        ({"size": 0}, No.PAPER_EMPTY),
        ({"size": BIGGEST_PAPER}, None),
        ({"size": BIGGEST_PAPER + 1}, No.PAPER_TOO_BIG),
        ({"files_already": MOST_ANSWER_FILES}, No.TOO_MANY_ANSWER_FILES),
    ],
)
def test_a_file_goes_with_ones_own_answer(changes: dict[str, object], reason: object) -> None:
    facts = replace(FACTS, **changes)  # type: ignore[arg-type] # each row names its own fields

    assert rules.may_file(NOBODY, facts).reason is reason


def test_the_countys_own_may_for_anybody() -> None:
    assert rules.may_file(COUNTY, replace(FACTS, speaks_for_it=False)).reason is None


@pytest.mark.parametrize(
    ("duties", "speaks", "is_open", "is_removed", "reason"),
    [
        (NOBODY, True, True, False, None),
        (COUNTY, False, True, False, None),
        (NOBODY, False, True, False, Reason.NOT_YOUR_ORGANISATION),
        (NOBODY, True, False, False, No.ANSWERS_CLOSED),
        (NOBODY, True, True, True, No.ANSWER_FILE_REMOVED),
    ],
)
def test_it_is_removed_until_the_answers_close(
    duties: frozenset[Duty], *, speaks: bool, is_open: bool, is_removed: bool, reason: object
) -> None:
    answer = rules.may_remove_file(
        duties, speaks_for_it=speaks, is_open=is_open, is_removed=is_removed
    )

    assert answer.reason is reason
