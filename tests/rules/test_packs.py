"""The shipped practice models are whole, keep their owners' words, and say which words are not theirs."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from varjebarn.practice.documents import model_from
from varjebarn.practice.packs import (
    SHIPPED,
    PackError,
    canonical,
    checked,
    complete_document,
    digest,
    shipped_model,
)
from varjebarn.practice.values import Basis, PracticeModel

GIRFEC, KRONOBARN, BACKABARNET = (shipped_model(pack) for pack in SHIPPED)


def words(model: PracticeModel, language: str = "sv") -> list[str]:
    return [dimension.label(language) for dimension in model.dimensions]


def test_each_model_keeps_its_owners_words_in_its_owners_order() -> None:
    assert words(GIRFEC, "en") == [
        "Safe",
        "Healthy",
        "Achieving",
        "Nurtured",
        "Active",
        "Respected",
        "Responsible",
        "Included",
    ]
    assert words(KRONOBARN) == [
        "Trygg",
        "Må bra",
        "Utvecklas",
        "Omvårdad",
        "Aktiv",
        "Respekterad",
        "Ansvarstagande",
        "Delaktig",
    ]
    assert words(BACKABARNET) == [
        "Trygghet",
        "Tillhörighet",
        "Omsorg",
        "Fritid",
        "Hälsa",
        "Utveckling",
        "Respekt",
        "Ansvar",
    ]


@pytest.mark.parametrize(
    ("model", "wheel", "contact", "lead"),
    [
        (GIRFEC, "Välbefinnandehjulet", "Namngiven ansvarig person", "Ansvarig samordnare"),
        (
            KRONOBARN,
            "Barnens bästa-hjulet",
            "Barnensbästa-ansvarig",
            "Samverkansansvarig verksamhet",
        ),
        (BACKABARNET, "Behovskompassen", "Barnkontakt", "Stödsamordnare"),
    ],
)
def test_each_model_calls_its_wheel_and_roles_by_their_own_names(
    model: PracticeModel, wheel: str, contact: str, lead: str
) -> None:
    roles = {role.key: role.label("sv") for role in model.roles}

    assert (model.wheel.label("sv"), roles["contact"], roles["lead"]) == (wheel, contact, lead)


def test_words_that_are_not_the_owners_are_marked() -> None:
    assert GIRFEC.dimension("safe").is_verified("en")
    assert not GIRFEC.dimension("safe").is_verified("sv")
    assert not KRONOBARN.dimension("safe").is_verified("sv")
    assert BACKABARNET.dimension("safe").is_verified("sv")
    assert not BACKABARNET.dimension("safe").is_verified("en")


def test_a_borrowed_word_is_not_the_borrowers_however_well_sourced() -> None:
    assert GIRFEC.triangle.is_verified("en")
    assert BACKABARNET.triangle.title.en_basis is Basis.INHERITED
    assert KRONOBARN.dimension("safe").title.en_basis is Basis.INHERITED


def test_a_merged_dimension_takes_its_meaning_from_the_parent() -> None:
    assert KRONOBARN.dimension("included").meaning == GIRFEC.dimension("included").meaning


def test_each_section_comes_as_the_pack_says() -> None:
    assert [step.key for step in KRONOBARN.steps] == ["observe", "gather", "plan"]
    assert [step.key for step in BACKABARNET.steps] == [step.key for step in GIRFEC.steps]
    assert BACKABARNET.plan_fields[0].key == "ett_barn_en_plan"
    assert [field.key for field in BACKABARNET.plan_fields[1:]] == [
        field.key for field in GIRFEC.plan_fields
    ]


def test_the_sip_items_of_the_plan_are_the_four_of_the_law() -> None:
    items = {item for field in KRONOBARN.plan_fields for item in field.sip}

    assert items == {1, 2, 3, 4}


def test_every_word_stands_in_both_languages() -> None:
    empty: list[str] = []

    def walk(value: Any, path: str) -> None:
        if isinstance(value, dict):
            if "sv" in value and "en" in value and not (value["sv"] and value["en"]):
                empty.append(path)
            for key, item in value.items():
                walk(item, f"{path}.{key}")
        elif isinstance(value, list):
            for number, item in enumerate(value):
                walk(item, f"{path}.{number}")

    for pack in SHIPPED:
        walk(complete_document(pack), pack)

    assert empty == []


def test_easy_swedish_is_answered_in_swedish() -> None:
    assert KRONOBARN.label("sv-simple") == KRONOBARN.title.sv
    assert KRONOBARN.label("en-gb") == "The Kronobarn model"


def test_the_digest_tells_content_and_order_apart() -> None:
    document = complete_document("kronobarn")
    turned = copy.deepcopy(document)
    turned["dimensions"] = dict(reversed(turned["dimensions"].items()))

    assert digest(canonical(document)) == digest(canonical(complete_document("kronobarn")))
    assert digest(canonical(document)) != digest(canonical(turned))


def no_dimension(document: dict[str, Any]) -> None:
    del document["dimensions"]["safe"]


def no_challenge(document: dict[str, Any]) -> None:
    del document["wheel"]["note_kinds"]["challenge"]


def nowhere(document: dict[str, Any]) -> None:
    document["decision"]["q2"]["no"] = "q9"


def no_outcome(document: dict[str, Any]) -> None:
    document["decision"]["q2"]["yes"] = "together"


def no_lead(document: dict[str, Any]) -> None:
    del document["roles"]["lead"]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (no_dimension, "eight dimensions"),
        (no_challenge, "strengths and challenges"),
        (nowhere, "leads nowhere"),
        (no_outcome, "lacks an outcome"),
        (no_lead, "a contact and a lead"),
    ],
)
def test_a_model_that_is_not_whole_is_not_published(
    spoil: Callable[[dict[str, Any]], None], said: str
) -> None:
    document = complete_document("girfec")
    spoil(document)

    with pytest.raises(PackError, match=said):
        checked(model_from(document))
