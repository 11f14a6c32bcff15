"""The rules as shipped data: what must be kept, on which source, and whether it is claimed today."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "rules.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One testable rule. Its id is never reused or renumbered.

    `wall` is "database" when the no is the database's own and has no Reason; else empty.
    """

    id: str
    title: str
    text: str
    source: str
    area: str
    level: str
    phase: int
    claimed: bool
    wall: str = ""


@cache
def load_rules(path: Path = DATA) -> tuple[Rule, ...]:
    """Read the rules in the order of the file."""
    with path.open("rb") as file:
        tables = tomllib.load(file)["rules"]
    return tuple(Rule(id=rule_id, **table) for rule_id, table in tables.items())
