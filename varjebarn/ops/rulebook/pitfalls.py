"""The known traps as data, and docs/security/pitfalls.md made of them."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from varjebarn.ops.places import ROOT
from varjebarn.ops.readme.markdown import page, table

DATA = ROOT / "docs" / "data" / "pitfalls.toml"
PITFALLS = ROOT / "docs" / "security" / "pitfalls.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitfall:
    """One trap. Its number is never reused; without tests, `why_not` says why there are none."""

    number: int
    happens: str
    avoided: str
    tests: tuple[str, ...] = ()
    why_not: str = ""


def load_pitfalls(path: Path = DATA) -> tuple[Pitfall, ...]:
    """Read every trap in the order of the file. An unknown or missing key raises."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["pitfall"]
    return tuple(Pitfall(**{**row, "tests": tuple(row.get("tests", ()))}) for row in rows)


def pitfalls_page(found: Sequence[Pitfall], *, made: str) -> str:
    """Give the traps as one page; `made` is the line that says how it is made."""
    tested = sum(bool(one.tests) for one in found)
    return page(
        [
            "# Known pitfalls",
            made,
            (
                "What is known to go wrong with row policies, a signed actor, pooled connections and a log,\n"
                "how we stay out of it, and the test that proves it. The numbers are stable."
            ),
            f"{tested} of {len(found)} have a test; the others say why not.",
            (
                "A test of the catalogue (`test_the_catalogue_holds_no`) is a list of searches, and each of\n"
                "them has a control in `test_the_search_finds_what_it_looks_for`: the guard is taken away, and\n"
                "the search must find it."
            ),
            table(("Nr", "What happens", "How we avoid it", "Test"), (_row(one) for one in found)),
        ]
    )


def _row(one: Pitfall) -> tuple[str, ...]:
    return (f"PF{one.number:02}", one.happens, one.avoided, _tests(one.tests) or one.why_not)


def _tests(tests: Iterable[str]) -> str:
    """Name each test, with its file once: the file is a link from where the page lies."""
    by_file: dict[str, list[str]] = {}
    for test in tests:
        file, _, name = test.partition("::")
        by_file.setdefault(file, []).append(name)
    return "<br>".join(
        f"[{Path(file).stem}](../../{file}): " + ", ".join(f"`{name}`" for name in names)
        for file, names in by_file.items()
    )
