"""The shipped catalogue is whole: every code, field, provision and sentence is there."""

import pytest

from varjebarn.disclosure.catalogue import (
    ANY,
    ANY_AUTHORITY,
    ANY_INDIVIDUAL,
    FieldKind,
    Ground,
    LegalDuty,
)
from varjebarn.disclosure.defaults import CONTENT_KINDS, suggested, suggested_answers
from varjebarn.disclosure.grounds import catalogue, protection_at
from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.rules import done_instead, may_disclose

from tests.rules.disclosure_facts import facts

KNOWN = catalogue()
WILDCARDS = {ANY, ANY_AUTHORITY, ANY_INDIVIDUAL}
ITEMS = [*KNOWN.grounds.values(), *KNOWN.duties.values()]


def test_the_catalogue_holds_every_ground_and_duty() -> None:
    counted = (len(KNOWN.grounds), len(KNOWN.duties), len(KNOWN.areas), len(KNOWN.recipients))

    assert counted == (36, 24, 18, 10)


INSTEAD = {
    "PARTY": Reason.GROUND_IN_OWN_CASE,
    "RESERVATION": Reason.GROUND_ON_PAPER,
    "STOP_LISTED_CRIME": Reason.GROUND_BY_PHONE,
    "URGENT_YOUTH": Reason.GROUND_BY_PHONE,
    "REVIEW": Reason.GROUND_OUTSIDE,
    "SUPERVISION": Reason.GROUND_OUTSIDE,
    "TECH_PROC": Reason.GROUND_ONCE,
}
"""What one does on the grounds that are never decided here."""


def test_every_ground_works_or_says_what_one_does_instead() -> None:
    enabled = {code: ground for code, ground in KNOWN.grounds.items() if ground.enabled}

    instead = {code: done_instead(one) for code, one in enabled.items() if not one.working}

    assert instead == INSTEAD
    assert KNOWN.working() == enabled.keys() - INSTEAD.keys()


@pytest.mark.parametrize("ground", sorted(INSTEAD))
def test_a_ground_that_is_never_decided_here_is_refused_with_what_one_does(ground: str) -> None:
    assert may_disclose(facts(ground)).reason is INSTEAD[ground]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.code)
def test_each_names_its_provision_its_act_and_the_day_it_was_read(item: Ground | LegalDuty) -> None:
    assert item.provision
    assert KNOWN.source_of(item)
    assert item.law_status == KNOWN.law_status
    assert item.title.sv
    assert item.title.en


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.code)
def test_each_points_only_at_what_the_catalogue_knows(item: Ground | LegalDuty) -> None:
    assert set(item.sources) | item.never_from <= {*KNOWN.areas, ANY, ANY_AUTHORITY}
    assert set(item.targets) <= {*KNOWN.areas, *KNOWN.recipients} | WILDCARDS
    assert not item.weighed_in or item.weighed_in in KNOWN.fields


@pytest.mark.parametrize("ground", KNOWN.grounds.values(), ids=lambda ground: ground.code)
def test_each_ground_asks_for_known_fields(ground: Ground) -> None:
    assert set(ground.fields) <= KNOWN.fields.keys()
    assert not ground.weighed_in or ground.weighed_in in ground.fields
    assert bool(ground.under) == bool(ground.age_of)


def test_the_wildcards_mean_what_the_law_says() -> None:
    targets = [
        "school",
        "social",
        "prosecutor",
        "private_school",
        "civil_society",
        "guardian",
        "reporter",
    ]

    reached = {
        wildcard: [target for target in targets if KNOWN.may_receive((wildcard,), target)]
        for wildcard in (ANY, ANY_AUTHORITY, ANY_INDIVIDUAL)
    }

    assert reached == {
        ANY: targets,
        ANY_AUTHORITY: ["school", "social", "prosecutor"],
        ANY_INDIVIDUAL: ["private_school", "civil_society", "guardian"],
    }


def test_a_processor_never_sends() -> None:
    assert [KNOWN.may_send((wildcard,), "processor") for wildcard in (ANY, ANY_AUTHORITY)] == [
        False,
        False,
    ]


@pytest.mark.rule("R51")
@pytest.mark.parametrize(
    ("recipient", "provision", "strength"),
    [
        ("school", "OSL 23:2 third paragraph", "special_reason"),
        ("school_medical", "OSL 25:1", "reverse"),
        ("social", "OSL 26:1", "reverse"),
        ("police", "OSL 35:1", "reverse"),
        ("private_school", "skollagen 29:14", "duty_of_silence"),
        ("civil_society", "", "none"),
        ("guardian", "", "own"),
        ("prosecutor", "", "not_known"),
    ],
)
def test_the_decider_is_told_what_protects_it_there(
    recipient: str, provision: str, strength: str
) -> None:
    protection = protection_at(recipient)

    assert (protection.provision, protection.strength) == (provision, strength)
    assert protection.words.sv
    assert protection.words.en


def test_each_kind_of_content_has_a_purpose_in_both_languages() -> None:
    sentences = [suggested(kind, "purpose") for kind in CONTENT_KINDS]

    assert all(words is not None and words.sv and words.en for words in sentences)


@pytest.mark.parametrize("kind", CONTENT_KINDS)
@pytest.mark.parametrize("ground", ["CONSENT", "SELF", "GUARDIAN"])
@pytest.mark.parametrize("language", ["sv", "en-gb"])
def test_the_journeys_grounds_need_no_empty_box(kind: str, ground: str, language: str) -> None:
    assert all(suggested_answers(kind, ground, language).values())


def test_a_balancing_of_a_duty_is_never_suggested() -> None:
    answers = suggested_answers("signal", "DUTY", "sv", duty="L2025_170_4")

    assert answers["weighing"] == ""
    assert answers["request"] == ""


def test_references_and_choices_are_left_to_the_system_and_the_decider() -> None:
    answers = suggested_answers("consent_request", "GUARDIAN", "sv")

    assert KNOWN.fields["guardian_id"].kind is FieldKind.REFERENCE
    assert list(answers) == [
        "purpose",
        "custody_checked",
        "matter_within_decision_right",
        "child_view",
        "harm_assessment",
        "third_party_check",
    ]
