"""Draws the further children from a seed: the same names, choices and texts every time.

Pure: nothing here knows of a database. Days are numbers, counted from the day of building.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

FILE = Path(__file__).parent / "data" / "crowd.toml"
YOUNGEST, OLDEST = 6, 15
YEAR = 365
FIRST_CODE = 10  # a school's temporary numbers below belong to the cast


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One further child as drawn."""

    given: str
    family: str
    age: int
    birthday_ago: int
    code: str
    login: str
    parent: str
    relation: str
    follow_up: int
    noticed: tuple[dict[str, str], ...]
    plan: dict[str, str] | None

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A school with those who work there and the children they work with."""

    organisation: str
    head: tuple[str, str]
    teacher: tuple[str, str]
    children: tuple[Drawn, ...]


@cache
def crowd_data() -> dict[str, Any]:
    """Read what is drawn from."""
    with FILE.open("rb") as file:
        return tomllib.load(file)


def draw_schools(organisations: list[str], *, per_school: int | None = None) -> Iterator[School]:
    """Draw each organisation's school. No two children share a whole name."""
    data = crowd_data()
    dice = Random(data["seed"])  # noqa: S311 - invented children, not a secret
    names = list(product(data["given"], data["family"]))
    dice.shuffle(names)
    wanted = per_school or data["children_per_school"]
    for number, organisation in enumerate(organisations):
        taken = names[number * wanted : (number + 1) * wanted]
        yield School(
            organisation=organisation,
            head=tuple(data["heads"][number % len(data["heads"])]),
            teacher=tuple(data["teachers"][number % len(data["teachers"])]),
            children=tuple(
                _draw(dice, data, given, family, number=number, place=place)
                for place, (given, family) in enumerate(taken)
            ),
        )


def _draw(
    dice: Random, data: dict[str, Any], given: str, family: str, *, number: int, place: int
) -> Drawn:
    parent = dice.choice(data["parent"])
    signal = dice.random() < data["with_signal"]
    plan = dice.random() < data["with_plan"]
    return Drawn(
        given=given,
        family=family,
        age=dice.randint(YOUNGEST, OLDEST),
        birthday_ago=dice.randrange(1, YEAR),
        code=f"TF{place + FIRST_CODE}",
        login=f"crowd-{number}-{place}",
        parent=dice.choice(parent["given"]),
        relation=parent["relation"],
        follow_up=dice.randint(-4, 70),
        noticed=tuple(_noticed(dice, data)) if signal else (),
        plan=dice.choice(data["plan"]) if plan else None,
    )


def _noticed(dice: Random, data: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Draw something that is difficult, and something that works."""
    for kind in ("challenge", "strength"):
        yield dice.choice([line for line in data["noticed"] if line["kind"] == kind])
