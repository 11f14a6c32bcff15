"""A reading as JSON, with the keys that a hand-made answer has."""

from typing import Any

from varjebarn.interop.minutes.people import Person
from varjebarn.interop.minutes.reading import Reading


def as_json(reading: Reading) -> dict[str, Any]:
    """Give a reading as plain values: dates YYYY-MM-DD, times HH:MM, each find with its lines."""
    return {
        "body": reading.body,
        "date": reading.on.isoformat() if reading.on else None,
        "start": reading.start,
        "end": reading.end,
        "place": reading.place,
        "chair": reading.chair,
        "secretary": reading.secretary,
        "present": [_person(person) for person in reading.present],
        "absent": [_person(person) for person in reading.absent],
        "invited": [_person(person) for person in reading.invited],
        "items": [
            {
                "number": item.number,
                "heading": item.heading,
                "line": item.line,
                "postponed": item.is_postponed,
                "decisions": [one.text for one in item.decisions],
                "tasks": [
                    {"who": task.who, "what": task.what, "when": task.when} for task in item.tasks
                ],
            }
            for item in reading.items
        ],
        "future_meetings": [day.isoformat() for day in reading.future_meetings],
        "findings": [
            {"kind": one.kind, "name": one.name, "lines": list(one.lines)}
            | ({"other": one.other} if one.other else {})
            for one in reading.findings
        ],
        "lines": {field: list(numbers) for field, numbers in reading.lines.items()},
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "organisation": person.organisation,
        "substitutes_for": list(person.substitutes_for),
        "line": person.line,
    }
