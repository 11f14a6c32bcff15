"""What the county asks for, read from docs/data/needs.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
NEEDS = ROOT / "docs" / "data" / "needs.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One need: its words, who said it, and where it is kept and proved.

    `where` holds addresses ("/personal/…") and paths in the repository, `tests` paths only. `lacks_…`
    says what is still missing of a need that is carried in part.
    """

    id: int
    sv: str
    en: str
    source: str
    kind: str
    where: tuple[str, ...]
    tests: tuple[str, ...]
    lacks_sv: str = ""
    lacks_en: str = ""

    @property
    def exists(self) -> bool:
        """Whether anything carries the need today."""
        return bool(self.where)


def load_needs(path: Path = NEEDS) -> tuple[Need, ...]:
    """Read every need, in the order of the file. An unknown or missing key raises."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["need"]
    return tuple(
        Need(**{**row, "where": tuple(row["where"]), "tests": tuple(row["tests"])}) for row in rows
    )
