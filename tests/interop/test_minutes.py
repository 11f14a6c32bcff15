"""Minutes are read: made-up ones in many styles, composed ones, and what is no minutes at all."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from varjebarn.interop.minutes import read_text
from varjebarn.interop.minutes.as_json import as_json

from tests.interop.minutes_answers import assert_as_answered, stand_ins
from tests.interop.minutes_composer import Minutes, minutes

MADE_UP = sorted(Path(__file__).parent.joinpath("minutes").glob("*.txt"))


def read(source: str) -> dict[str, Any]:
    return as_json(read_text(source))


@pytest.mark.parametrize("path", MADE_UP, ids=lambda path: path.stem)
def test_made_up_minutes_are_read_as_their_answer_says(path: Path) -> None:
    answer = path.with_suffix("").with_suffix(".gold.json")
    assert_as_answered(read(path.read_text(encoding="utf-8")), answer)


@pytest.mark.parametrize("path", MADE_UP, ids=lambda path: path.stem)
def test_made_up_minutes_are_read_whatever_their_letters_and_ends_of_lines(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    as_it_was = read(source)
    assert read(unicodedata.normalize("NFD", source)) == as_it_was
    assert read(source.replace("\n", "\r\n")) == as_it_was
    assert read("\n".join(f"{line}  " for line in source.split("\n"))) == as_it_was


def test_there_are_many_made_up_minutes() -> None:
    assert len(MADE_UP) >= 80


@given(written=minutes())
@settings(max_examples=150, deadline=None)
def test_composed_minutes_are_read_back(written: Minutes) -> None:
    found = read(written.text)
    assert (found["date"], found["start"], found["end"]) == (
        written.on.isoformat(),
        written.start,
        written.end,
    )
    assert found["place"] == written.place
    assert found["chair"] == written.present[0].name
    assert found["secretary"] == written.present[-1].name
    assert {p["name"]: p["organisation"] for p in found["present"]} == {
        p.name: p.organisation for p in written.present
    }
    assert {p["name"]: p["organisation"] for p in found["absent"]} == {
        p.name: p.organisation for p in written.absent
    }
    assert stand_ins(found["present"]) == {
        p.name: [p.for_whom] for p in written.present if p.for_whom
    }
    assert [item["heading"] for item in found["items"]] == [heading for heading, _ in written.items]
    assert [item["postponed"] for item in found["items"]] == [
        what == "postponed" for _, what in written.items
    ]
    assert [bool(item["decisions"]) for item in found["items"]] == [
        what == "decided" for _, what in written.items
    ]
    assert found["future_meetings"] == [day.isoformat() for day in written.future]
    assert found["findings"] == []


@given(source=st.text(max_size=400))
@settings(max_examples=100, deadline=None)
def test_whatever_is_no_minutes_is_read_without_a_fault(source: str) -> None:
    found = read(source)
    lines = source.count("\n") + source.count("\r") + source.count("\f") + 2
    assert all(0 < item["line"] <= lines for item in found["items"])


def test_nothing_is_found_in_nothing() -> None:
    found = read("")
    assert (found["date"], found["present"], found["items"], found["findings"]) == (
        None,
        [],
        [],
        [],
    )
