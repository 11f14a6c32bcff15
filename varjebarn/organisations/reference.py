"""Loads organisations, units, workplaces and each unit's first keeper, as the role that migrates.

May be run again: what is there stays as it is. It can't touch a table about a child.
"""

import tomllib
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.utils import timezone

from varjebarn.kernel.periods import FOREVER
from varjebarn.organisations.models import (
    Assignment,
    Organisation,
    Person,
    SecrecyUnit,
    Workplace,
)

DATA = Path(__file__).parent / "data"
COUNTY_FILE = "kronoberg.toml"
NAMES = uuid.UUID("5d2f7f1c-58a4-5c1e-9f37-6f8a2a1d0b07")


def load_reference(path: Path | None = None) -> None:
    """Load one county's file. Keys are made from names, so that a second run finds them again."""
    with (path or DATA / COUNTY_FILE).open("rb") as file:
        data = tomllib.load(file)
    keepers = _keeper_names(data["keepers"])
    for entry in data["organisation"]:
        organisation, _ = Organisation.objects.get_or_create(
            name=entry["name"],
            defaults={
                "public_id": _key("organisation", entry["name"]),
                "kind": entry["kind"],
                "code": entry.get("code", ""),
                "county_code": data["county_code"],
            },
        )
        for one in _units(entry, data["municipal_unit"]):
            named = data["keepers"]["named"].get(f"{organisation.name}/{one['name']}")
            _load_unit(organisation, one, tuple(named) if named else next(keepers))
    leader = data["process_leader"]
    unit = SecrecyUnit.objects.get(name=leader["unit"])
    _assign(unit, leader["given"], leader["family"], leader["title"], ["county"])


def _units(entry: Mapping[str, Any], municipal: list[dict[str, str]]) -> list[dict[str, Any]]:
    if "units" in entry:
        return list(entry["units"])
    places = entry.get("workplaces", {})
    return [{**unit, "workplaces": places.get(unit["name"], [])} for unit in municipal]


def _load_unit(
    organisation: Organisation,
    entry: Mapping[str, Any],
    keeper: tuple[str, ...],
) -> None:
    unit, _ = SecrecyUnit.objects.get_or_create(
        organisation=organisation,
        name=entry["name"],
        defaults={
            "public_id": _key("unit", organisation.name, entry["name"]),
            "area": entry["area"],
            "is_public_body": organisation.kind != "association",
        },
    )
    for name in entry["workplaces"]:
        Workplace.objects.get_or_create(
            unit=unit,
            name=name,
            defaults={"public_id": _key("workplace", organisation.name, entry["name"], name)},
        )
    _assign(unit, keeper[0], keeper[1], "Registeransvarig", ["keeper"])


def _assign(unit: SecrecyUnit, given: str, family: str, title: str, duties: list[str]) -> None:
    key = _key("person", unit.public_id.hex, given, family)
    person, _ = Person.objects.get_or_create(
        public_id=key,
        defaults={"given_name": given, "family_name": family},
    )
    if not Assignment.objects.filter(person=person, unit=unit).exists():
        Assignment.objects.create(
            public_id=_key("assignment", key.hex),
            person=person,
            unit=unit,
            title=title,
            duties=duties,
            valid_from=timezone.now(),
            valid_to=FOREVER,
        )


def _keeper_names(names: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Pair given and family names without end, the pairs differing for as long as they can."""
    step = 0
    while True:
        given, family = names["given"], names["family"]
        yield given[step % len(given)], family[(step + step // len(given)) % len(family)]
        step += 1


def _key(*words: str) -> uuid.UUID:
    return uuid.uuid5(NAMES, "/".join(words))


def reference_person(unit: uuid.UUID, given: str, family: str) -> uuid.UUID:
    """Tell the public id of a person that the reference data has put in a unit."""
    return _key("person", unit.hex, given, family)


def first_keeper(unit: uuid.UUID) -> uuid.UUID:
    """Tell who the reference data has made the first keeper of a unit."""
    with (DATA / COUNTY_FILE).open("rb") as file:
        data = tomllib.load(file)
    keepers = _keeper_names(data["keepers"])
    for entry in data["organisation"]:
        for one in _units(entry, data["municipal_unit"]):
            named = data["keepers"]["named"].get(f"{entry['name']}/{one['name']}")
            given, family = named or next(keepers)
            if _key("unit", entry["name"], one["name"]) == unit:
                return reference_person(unit, given, family)
    raise LookupError(unit)
