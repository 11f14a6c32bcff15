"""What minutes are read as, beside the answer made by hand."""

import json
from pathlib import Path
from typing import Any


def assert_as_answered(found: dict[str, Any], path: Path) -> None:
    """Compare a reading with the answer in a file, part by part."""
    answer = json.loads(path.read_text(encoding="utf-8"))
    assert found["body"] == answer.get("body", found["body"])
    for key in ("date", "start", "end", "place", "chair", "secretary"):
        if answer[key] is not None:
            assert found[key] == answer[key], key
    for key in ("present", "absent"):
        assert names(found[key]) == names(answer[key]), key
    said = {person["name"]: person["organisation"] for person in found["present"]}
    assert (
        said | {p["name"]: p["organisation"] for p in answer["present"] if p["organisation"]}
        == said
    )
    assert stand_ins(found["present"]) == stand_ins(answer["present"])
    assert [item["heading"] for item in found["items"]] == [
        item["heading"] for item in answer["items"]
    ]
    assert [item["postponed"] for item in found["items"]] == [
        item["postponed"] for item in answer["items"]
    ]
    clear = [item["heading"] for item in answer["items"] if item["decision"] in (True, False)]
    decided = [item["heading"] for item in answer["items"] if item["decision"] is True]
    assert [
        item["heading"] for item in found["items"] if item["decisions"] and item["heading"] in clear
    ] == decided
    assert found["future_meetings"] == answer["future_meetings"]
    assert contradictions(found) == contradictions(answer)


def names(people: list[dict[str, Any]]) -> list[str]:
    return sorted(person["name"] for person in people)


def stand_ins(people: list[dict[str, Any]]) -> dict[str, list[str]]:
    return {
        person["name"]: person["substitutes_for"]
        for person in people
        if person.get("substitutes_for")
    }


def contradictions(answer: dict[str, Any]) -> list[tuple[str, str, str]]:
    return sorted((one["kind"], one["name"], one.get("other", "")) for one in answer["findings"])
