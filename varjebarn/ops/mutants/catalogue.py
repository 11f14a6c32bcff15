"""The mutants as shipped data: which guard is taken away, where, and which tests must notice."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from varjebarn.ops.places import ROOT

DATA = Path(__file__).parent / "data" / "mutants.toml"
WITHOUT_DATABASE = "tests/rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One guard taken away. `find` stands exactly once in `file`, and `put` takes its place.

    `rule` is the rule of the catalogue that the guard keeps, or a threat (T24) or a pitfall (PF20).
    """

    id: str
    what: str
    file: str
    find: str
    put: str
    rule: str
    tests: tuple[str, ...]

    @property
    def is_sql(self) -> bool:
        """Whether the database has to be told."""
        return self.file.endswith(".sql")

    @property
    def needs_database(self) -> bool:
        """Whether any of its tests asks a database."""
        return any(not test.startswith(WITHOUT_DATABASE) for test in self.tests)

    @property
    def applies(self) -> bool:
        """Whether the text to be replaced stands where it should, once."""
        path = ROOT / self.file
        return path.is_file() and path.read_text(encoding="utf-8").count(self.find) == 1

    def text(self) -> str:
        """Give the file's text without the guard."""
        return (ROOT / self.file).read_text(encoding="utf-8").replace(self.find, self.put)


@cache
def load_mutants(path: Path = DATA) -> tuple[Mutant, ...]:
    """Read the mutants in the order of the file."""
    with path.open("rb") as file:
        tables = tomllib.load(file)["mutants"]
    return tuple(
        Mutant(id=one, **{**table, "tests": tuple(table["tests"])}) for one, table in tables.items()
    )


def mutated_rules() -> frozenset[str]:
    """Give the rules, threats and pitfalls that have a mutant."""
    return frozenset(mutant.rule for mutant in load_mutants())
