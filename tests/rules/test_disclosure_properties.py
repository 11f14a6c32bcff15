"""Whatever the facts: what a yes always implies, and what never turns a no into a yes."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.disclosure.facts import DisclosureFacts, RecipientFacts
from varjebarn.disclosure.grounds import catalogue
from varjebarn.disclosure.rules import may_disclose, missing_fields
from varjebarn.kernel.ages import is_under

from tests.rules.disclosure_facts import ALL_GROUNDS, DAY, answered, consent, facts

KNOWN = catalogue()
AREAS = sorted(KNOWN.areas)
RECEIVERS = sorted({*KNOWN.areas, *KNOWN.recipients})


@st.composite
def disclosures(draw: st.DrawFn) -> DisclosureFacts:
    """Any disclosure, leaning towards those that are nearly allowed."""
    ground = KNOWN.grounds[draw(st.sampled_from(sorted(ALL_GROUNDS)))]
    duty = draw(st.sampled_from(sorted(KNOWN.duties))) if ground.code == "DUTY" else ""
    named = [a for a in ground.sources if a in KNOWN.areas] or AREAS
    reached = [r for r in ground.targets if r in RECEIVERS] or RECEIVERS
    written = answered(ground.code, duty)
    for forgotten in draw(
        st.sets(st.sampled_from(sorted(written)), max_size=1) if written else st.just(set())
    ):
        written.pop(forgotten)
    recipient = st.builds(
        RecipientFacts,
        area=st.sampled_from(reached) | st.sampled_from(RECEIVERS),
        unit=st.sampled_from([2, 3, 4, None]),
        same_authority=st.booleans(),
        same_municipality=st.booleans(),
        same_principal=st.booleans(),
    )
    return facts(
        ground.code,
        protecting=draw(
            st.frozensets(st.sampled_from(named) | st.sampled_from(AREAS), min_size=1, max_size=2)
        ),
        recipients=tuple(draw(st.lists(recipient, min_size=1, max_size=2))),
        fields=written,
        born=draw(st.dates(date(2003, 1, 1), DAY)),
        born_victim=draw(st.dates(date(2003, 1, 1), DAY)),
        born_receiver=draw(st.dates(date(2003, 1, 1), DAY)),
        parts=draw(st.frozensets(st.sampled_from(["needs", "actions", "views"]), min_size=1)),
        kind=draw(st.sampled_from(["plan_version", "signal", "consent_request"])),
        consent=draw(st.sampled_from([None, consent(), consent(purpose="another")])),
    )


@pytest.mark.rule("R04")
@pytest.mark.rule("R58")
@given(disclosures())
def test_a_yes_means_that_every_border_of_the_ground_was_kept(case: DisclosureFacts) -> None:
    if not may_disclose(case, working=ALL_GROUNDS):
        return
    ground = KNOWN.grounds[case.ground]

    assert ground.enabled
    assert not case.protecting & ground.never_from
    assert all(KNOWN.may_send(ground.sources, area) for area in case.protecting)
    assert all(KNOWN.may_receive(ground.targets, r.area) for r in case.recipients)
    assert missing_fields(case) == ()


@pytest.mark.rule("R05")
@given(disclosures())
def test_the_general_clause_never_opens_health_or_social_services(case: DisclosureFacts) -> None:
    never = {"health", "school_medical", "social", "family_counselling"}

    by_the_clause = replace(case, ground="GENERAL_CLAUSE", fields=answered("GENERAL_CLAUSE"))

    if by_the_clause.protecting & never:
        assert not may_disclose(by_the_clause, working=ALL_GROUNDS)


@pytest.mark.rule("R08")
@given(disclosures(), st.sampled_from(["HEALTH_TO_SOC_U18", "SOC_TO_HEALTH_U18"]))
def test_the_under_18_grounds_never_reach_an_adult_or_another_field(
    case: DisclosureFacts, ground: str
) -> None:
    case = replace(case, ground=ground, fields=answered(ground))
    if may_disclose(case):
        assert case.born is not None
        assert is_under(case.born, 18, case.on)
        assert {r.area for r in case.recipients} <= {"health", "school_medical", "social"}


@pytest.mark.rule("R02")
@given(disclosures())
def test_nearness_opens_nothing_but_the_grounds_that_ask_for_it(case: DisclosureFacts) -> None:
    asks = {"same_authority", "same_municipality", "same_principal"}
    far = tuple(
        replace(r, same_authority=False, same_municipality=False, same_principal=False)
        for r in case.recipients
    )

    if not asks & set(KNOWN.grounds[case.ground].fields):
        apart = replace(case, recipients=far)
        assert may_disclose(case, working=ALL_GROUNDS) == may_disclose(apart, working=ALL_GROUNDS)


@pytest.mark.rule("R58")
@given(disclosures(), st.sampled_from(AREAS))
def test_one_more_protecting_area_never_opens_anything(case: DisclosureFacts, area: str) -> None:
    more = replace(case, protecting=case.protecting | {area})

    assert may_disclose(more, working=ALL_GROUNDS).reason is not None or may_disclose(
        case, working=ALL_GROUNDS
    )


@given(disclosures())
def test_one_more_recipient_never_opens_anything(case: DisclosureFacts) -> None:
    if len(case.recipients) == 2 and may_disclose(case, working=ALL_GROUNDS):
        assert may_disclose(replace(case, recipients=case.recipients[:1]), working=ALL_GROUNDS)


@given(disclosures())
def test_what_is_never_decided_here_opens_nothing(case: DisclosureFacts) -> None:
    if may_disclose(case):
        assert case.ground in KNOWN.working()
