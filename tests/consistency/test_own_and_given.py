"""A unit's own notes and what it gives to others never share a field: one is a row, the other a frozen text.

What is contributed is written once, as a disclosure's content; no table holds both.
"""

import pytest
from django.apps import apps
from django.db import models

OWN = {
    "wellbeing.SignalNote",
    "wellbeing.Signal",
    "wellbeing.Assessment",
    "participation.View",
    "plan.Disagreement",
    "disclosure.ObjectionAnswer",
    "disclosure.OwnNumber",
    "disclosure.NotShared",
}
"""Where a unit writes for itself. Nothing of it is sent but by being put into a document of its own."""

GIVEN = {"disclosure.Disclosure", "disclosure.Delivery", "disclosure.FamilyDelivery"}
"""Where what is given stands, frozen: in `content`."""

CONTENT = "content"
SENT_MARKS = {"content", "content_hash", "content_kind", "schema", "ground", "disclosure_ref"}


def table(label: str) -> type[models.Model]:
    return apps.get_model(label)


def columns(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.get_fields() if isinstance(field, models.Field)}


def points_at(model: type[models.Model]) -> set[str]:
    """Name the tables that a table's keys point at."""
    return {
        field.related_model._meta.label
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and not isinstance(field.related_model, str)
    }


@pytest.mark.parametrize("label", sorted(OWN))
def test_where_a_unit_writes_for_itself_holds_nothing_that_is_sent(label: str) -> None:
    model = table(label)

    assert columns(model) & SENT_MARKS <= {"content_kind"}  # what was not shared says of which kind
    assert points_at(model) & GIVEN == set()


@pytest.mark.parametrize("label", sorted(GIVEN))
def test_what_is_given_is_one_frozen_text_and_points_at_no_note(label: str) -> None:
    model = table(label)

    assert CONTENT in columns(model)
    assert points_at(model) & OWN == set()
    assert {"own_words", "text", "words", "note", "notes"} & columns(model) == set()


def test_no_table_of_the_domain_is_both() -> None:
    both = {
        model._meta.label
        for model in apps.get_models()
        if CONTENT in columns(model) and {"own_words", "note", "notes", "words"} & columns(model)
    }

    assert both == set()
    assert set() == OWN & GIVEN
