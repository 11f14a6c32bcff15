"""When a consent is complete, by the default policy: one table per age, and what may stand in for a yes."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.disclosure.policy import (
    Answer,
    Assessment,
    ChildAnswer,
    ConsentFacts,
    GuardianAnswer,
    default_policy,
    is_complete,
    parse,
)
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.ages import age, birthday
from varjebarn.kernel.decisions import ALLOWED

DAY = date(2026, 3, 3)
YES, NO = Answer.YES, Answer.NO
NOT_ASKED, HINDERED = Answer.NOT_ASKED, Answer.HINDERED
REPLACED, DECIDED = Answer.REPLACED, Answer.DECISION_6_13A
NOT_HEARD, HEARD = ChildAnswer.NOT_HEARD, ChildAnswer.HEARD
OBJECTS, CONSENTS = ChildAnswer.OBJECTS, ChildAnswer.CONSENTS

ASSESSED = Assessment(
    details={
        "matter": "sharing with the school nurse",
        "what_the_child_understands": "who reads it and why",
        "assessed_by": "the school counsellor",
        "date": "2026-02-20",
    },
    second_person="the school psychologist",
)
HINDRANCE = {"reason": "at sea", "cannot_wait": "term starts", "not_intrusive": "yes"}
MEASURE = {"decision_reference": "SN 2026/17", "measure": "talks at BUP"}
STAND_IN = {"substitute": "god man", "source": "tingsrätten"}


def guardian(answer: Answer, **changes: Any) -> GuardianAnswer:
    return GuardianAnswer(**{"guardian": "Karin", "answer": answer} | changes)


def case(years: int, child: ChildAnswer, *answers: Answer, **changes: Any) -> ConsentFacts:
    """Give a child of an age today, the child's answer, and each guardian's."""
    facts = ConsentFacts(
        born=birthday(DAY, -years),
        on=DAY,
        guardians=tuple(guardian(answer) for answer in answers),
        child=child,
    )
    return replace(facts, **changes)


@pytest.mark.rule("R11", case="allows")
@pytest.mark.parametrize(
    ("years", "child", "answers"),
    [
        (7, HEARD, (YES,)),
        (7, HEARD, (YES, YES)),
        (7, CONSENTS, (YES, YES)),
        (12, HEARD, (YES, YES)),
        (14, CONSENTS, (YES, YES)),
        (15, CONSENTS, (YES, YES)),
        (17, CONSENTS, (YES,)),
        (18, CONSENTS, ()),
        (18, CONSENTS, (NO,)),
    ],
)
def test_everybody_the_policy_asks_has_said_yes(
    years: int, child: ChildAnswer, answers: tuple[Answer, ...]
) -> None:
    assert is_complete(case(years, child, *answers)) == ALLOWED


@pytest.mark.rule("R11", case="refuses")
@pytest.mark.parametrize(
    ("years", "child", "answers", "reason"),
    [
        (7, NOT_HEARD, (YES, YES), Reason.CHILD_NOT_HEARD),
        (7, OBJECTS, (YES, YES), Reason.CHILD_OBJECTS),
        (7, CONSENTS, (NOT_ASKED,), Reason.NEEDS_GUARDIAN),
        (7, HEARD, (NO,), Reason.GUARDIAN_SAID_NO),
        (7, HEARD, (), Reason.NO_GUARDIAN_KNOWN),
        (12, OBJECTS, (YES, YES), Reason.CHILD_OBJECTS),
        (14, NOT_HEARD, (YES,), Reason.CHILD_NOT_HEARD),
        (15, HEARD, (YES, YES), Reason.CHILD_MUST_CONSENT),
        (15, NOT_HEARD, (YES, YES), Reason.CHILD_MUST_CONSENT),
        (17, OBJECTS, (YES, YES), Reason.CHILD_OBJECTS),
        (17, CONSENTS, (NO,), Reason.GUARDIAN_SAID_NO),
        (18, HEARD, (YES, YES), Reason.CHILD_MUST_CONSENT),
    ],
)
def test_somebody_the_policy_asks_has_not_said_yes(
    years: int, child: ChildAnswer, answers: tuple[Answer, ...], reason: Reason
) -> None:
    assert is_complete(case(years, child, *answers)).reason is reason


@pytest.mark.rule("R11", case="allows")
def test_a_small_child_who_could_not_be_asked_counts_as_heard_with_a_reason() -> None:
    facts = case(0, NOT_HEARD, YES, child_not_heard_reason="three months old")

    assert is_complete(facts) == ALLOWED


@pytest.mark.rule("R12", case="allows")
@pytest.mark.parametrize(
    "other",
    [
        guardian(HINDERED, details=HINDRANCE),
        guardian(REPLACED, details=STAND_IN),
        guardian(DECIDED, details=MEASURE),
    ],
)
def test_one_yes_is_enough_when_the_other_is_stood_in_for(other: GuardianAnswer) -> None:
    facts = case(7, HEARD, measure="talks at BUP", guardians=(guardian(YES), other))

    assert is_complete(facts) == ALLOWED


@pytest.mark.rule("R12", case="allows")
@pytest.mark.parametrize("years", [12, 14, 15, 17])
def test_a_child_who_is_assessed_to_decide_alone_does(years: int) -> None:
    assert is_complete(case(years, CONSENTS, YES, NO, assessment=ASSESSED)) == ALLOWED


@pytest.mark.rule("R12", case="allows")
def test_from_15_the_child_decides_alone_when_telling_the_guardian_would_harm() -> None:
    facts = case(15, CONSENTS, NOT_ASKED, harm_if_told="violence at home")

    assert is_complete(facts) == ALLOWED


@pytest.mark.rule("R12", case="refuses")
@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (guardian(NOT_ASKED), Reason.NEEDS_GUARDIAN),
        (guardian(NO), Reason.GUARDIAN_SAID_NO),
        (guardian(HINDERED), Reason.HINDERED_NEEDS_DETAILS),
        (
            guardian(HINDERED, details=HINDRANCE | {"cannot_wait": ""}),
            Reason.HINDERED_NEEDS_DETAILS,
        ),
        (guardian(REPLACED), Reason.REPLACED_NEEDS_DETAILS),
        (guardian(DECIDED), Reason.DECISION_NEEDS_DETAILS),
        (
            guardian(DECIDED, details=MEASURE | {"measure": "contact family"}),
            Reason.DECISION_OTHER_MEASURE,
        ),
    ],
)
def test_one_yes_of_two_is_not_enough(other: GuardianAnswer, reason: Reason) -> None:
    facts = case(7, HEARD, measure="talks at BUP", guardians=(guardian(YES), other))

    assert is_complete(facts).reason is reason


@pytest.mark.rule("R12", case="refuses")
def test_a_decision_on_a_measure_completes_no_other_consent() -> None:
    decided = guardian(DECIDED, details=MEASURE)

    facts = case(7, HEARD, guardians=(guardian(YES), decided))

    assert is_complete(facts).reason is Reason.DECISION_OTHER_MEASURE


@pytest.mark.rule("R12", case="refuses")
def test_when_nobody_has_actually_said_yes_no_stand_in_helps() -> None:
    hindered = guardian(HINDERED, details=HINDRANCE)

    facts = case(7, HEARD, guardians=(hindered, hindered))

    assert is_complete(facts).reason is Reason.NO_ACTUAL_YES


@pytest.mark.rule("R12", case="refuses")
@pytest.mark.parametrize(
    ("years", "child", "changes", "reason"),
    [
        (11, CONSENTS, {"assessment": ASSESSED}, Reason.NEEDS_GUARDIAN),
        (12, HEARD, {"assessment": ASSESSED}, Reason.NEEDS_GUARDIAN),
        (14, CONSENTS, {"harm_if_told": "violence at home"}, Reason.NEEDS_GUARDIAN),
        (15, CONSENTS, {}, Reason.NEEDS_GUARDIAN),
        (
            12,
            CONSENTS,
            {"assessment": replace(ASSESSED, second_person="")},
            Reason.ASSESSMENT_NOT_COMPLETE,
        ),
        (
            12,
            CONSENTS,
            {"assessment": replace(ASSESSED, details={"matter": "all"})},
            Reason.ASSESSMENT_NOT_COMPLETE,
        ),
    ],
)
def test_a_child_decides_alone_only_as_the_policy_says(
    years: int, child: ChildAnswer, changes: dict[str, Any], reason: Reason
) -> None:
    assert is_complete(case(years, child, NOT_ASKED, **changes)).reason is reason


@pytest.mark.rule("R52", case="allows")
def test_the_other_guardian_disposes_over_what_is_secret_from_one() -> None:
    secret_from_jonas = guardian(NOT_ASKED, guardian="Jonas", secret_from=True)

    facts = case(7, HEARD, guardians=(guardian(YES), secret_from_jonas))

    assert is_complete(facts) == ALLOWED


@pytest.mark.rule("R52", case="refuses")
def test_a_yes_to_what_is_secret_from_oneself_has_no_effect() -> None:
    secret_from_karin = guardian(YES, secret_from=True)

    assert is_complete(case(7, HEARD, guardians=(secret_from_karin,))).reason is (
        Reason.NO_GUARDIAN_KNOWN
    )
    with_another = case(7, HEARD, guardians=(secret_from_karin, guardian(NOT_ASKED)))
    assert is_complete(with_another).reason is Reason.NEEDS_GUARDIAN


@pytest.mark.rule("R13", case="allows")
def test_the_day_before_18_the_guardians_are_still_asked() -> None:
    born = date(2008, 3, 4)

    assert is_complete(case(17, CONSENTS, YES, YES, born=born)) == ALLOWED


@pytest.mark.rule("R13", case="refuses")
def test_on_the_18th_birthday_the_guardians_yes_is_worth_nothing() -> None:
    born = date(2008, 3, 3)

    assert is_complete(case(18, HEARD, YES, YES, born=born)).reason is Reason.CHILD_MUST_CONSENT


def test_the_bands_of_a_policy_leave_no_age_out() -> None:
    hole = {
        "policy": {},
        "guardian_view": {},
        "bands": [
            {
                "from_age": 0,
                "to_age": 12,
                "guardians": "all",
                "child": "view",
                "child_alone": "never",
            },
            {
                "from_age": 13,
                "to_age": 200,
                "guardians": "none",
                "child": "consent",
                "child_alone": "always",
            },
        ],
    }

    with pytest.raises(ValueError, match="follow each other"):
        parse(hole)


def test_the_default_policy_says_that_no_county_has_decided_it() -> None:
    assert default_policy().decided_by == ""


answers = st.lists(st.sampled_from(Answer), max_size=3)
facts_of_a_child = st.builds(
    case,
    years=st.integers(0, 19),
    child=st.sampled_from(ChildAnswer),
    guardians=st.lists(
        st.builds(
            GuardianAnswer,
            guardian=st.sampled_from(["Karin", "Jonas"]),
            answer=st.sampled_from(Answer),
            details=st.sampled_from([{}, HINDRANCE, STAND_IN, MEASURE]),
            secret_from=st.booleans(),
        ),
        max_size=3,
    ).map(tuple),
    child_not_heard_reason=st.sampled_from(["", "asleep"]),
    assessment=st.sampled_from([None, ASSESSED, replace(ASSESSED, second_person="")]),
    harm_if_told=st.sampled_from(["", "violence at home"]),
    measure=st.sampled_from(["", "talks at BUP"]),
)


@pytest.mark.rule("R11")
@given(facts_of_a_child)
def test_an_objection_always_stops(facts: ConsentFacts) -> None:
    assert is_complete(replace(facts, child=OBJECTS)).reason is Reason.CHILD_OBJECTS


@pytest.mark.rule("R11")
@given(facts_of_a_child)
def test_from_15_nothing_is_complete_without_the_childs_yes(facts: ConsentFacts) -> None:
    if is_complete(facts) and age(facts.born, facts.on) >= 15:
        assert facts.child is CONSENTS


@pytest.mark.rule("R12")
@given(facts_of_a_child)
def test_without_the_child_deciding_alone_every_disposing_guardian_counts(
    facts: ConsentFacts,
) -> None:
    alone = facts.child is CONSENTS and (facts.assessment or facts.harm_if_told)
    if is_complete(facts) and not alone and age(facts.born, facts.on) < 18:
        disposing = [given for given in facts.guardians if not given.secret_from]

        assert any(given.answer is YES for given in disposing)
        assert all(given.answer not in {NO, NOT_ASKED} for given in disposing)


@pytest.mark.rule("R12")
@given(facts_of_a_child)
def test_one_more_guardian_who_says_no_never_opens_anything(facts: ConsentFacts) -> None:
    with_a_no = replace(facts, guardians=(*facts.guardians, guardian(NO)))

    assert bool(is_complete(facts)) >= bool(is_complete(with_a_no))


@pytest.mark.rule("R52")
@given(facts_of_a_child)
def test_a_guardian_it_is_secret_from_never_changes_the_answer(facts: ConsentFacts) -> None:
    with_one_more = replace(facts, guardians=(*facts.guardians, guardian(YES, secret_from=True)))

    assert is_complete(facts) == is_complete(with_one_more)
