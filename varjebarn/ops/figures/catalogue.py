"""The goal figures as shipped data, and what has been counted for each."""

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "figures.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One goal figure. It is counted by tests, or by a measure, or it says why it isn't.

    `need` and `short`: how many must have been tried, with `--long` and without. `most`: the highest
    value that reaches the goal, for a figure that is a ratio and not a count.
    """

    id: str
    what: str
    goal: str
    core: str
    need: int = 0
    short: int = 0
    tests: tuple[str, ...] = ()
    by: str = ""
    lacks: str = ""
    most: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What was counted: tries, those that went wrong, and what the control found.

    A control of zero means that the count could not have gone wrong, and proves nothing.
    """

    tried: int = 0
    bad: int = 0
    control: int = 0
    value: float | None = None
    words: str = ""

    def and_also(self, other: "Counted") -> "Counted":
        """Add what another test has counted for the same figure. Of two ratios, keep the worse."""
        values = [value for value in (self.value, other.value) if value is not None]
        return Counted(
            tried=self.tried + other.tried,
            bad=self.bad + other.bad,
            control=self.control + other.control,
            value=max(values) if values else None,
            words="; ".join(filter(None, (self.words, other.words))),
        )


@cache
def load_figures(path: Path = DATA) -> tuple[Figure, ...]:
    """Read the figures in the order of the file."""
    with path.open("rb") as file:
        tables = tomllib.load(file)["figures"]
    return tuple(
        Figure(id=one, **{**table, "tests": tuple(table.get("tests", ()))})
        for one, table in tables.items()
    )


def counted(lines: Iterable[str]) -> dict[str, Counted]:
    """Add up what the tests have written down, a line of JSON each, by figure."""
    found: dict[str, Counted] = {}
    for line in lines:
        said = json.loads(line)
        one = Counted(
            tried=int(said.get("tried", 0)),
            bad=int(said.get("bad", 0)),
            control=int(said.get("control", 0)),
            value=float(said["value"]) if "value" in said else None,
        )
        found[said["figure"]] = found.get(said["figure"], Counted()).and_also(one)
    return found


def falls_short(  # noqa: PLR0911 - a sentence for each way to fall short
    figure: Figure, found: Counted | None, *, long: bool
) -> str:
    """Say why a figure does not reach its goal; nothing when it does."""
    if figure.lacks:
        return figure.lacks
    if found is None:
        return "inget har räknats: testet föll eller finns inte"
    if found.value is not None and figure.most:
        return "" if found.value <= figure.most else f"{found.value:.2f} är mer än {figure.most}"
    if found.bad:
        return f"{found.bad} av {found.tried} gick fel"
    if found.control == 0:
        return "kontrollen hittade inget: siffran bevisar ingenting"
    need = figure.need if long else figure.short
    if found.tried < need:
        return f"bara {found.tried} försök av {need}"
    return ""
