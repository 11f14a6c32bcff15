"""Documents hold their word: numbers, names, links and paths, and the README's table."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from varjebarn.ops.readme.markdown import names, rows
from varjebarn.ops.readme.needs import ROOT, load_needs
from varjebarn.ops.readme.table import render, splice

DOCS = ROOT / "docs"
ADRS = sorted((DOCS / "adr").glob("[0-9]*.md"))
ADR_PARTS = ["Question", "What we know", "Ways", "Choice", "What it costs", "What keeps it"]
NOT_YET = "finns inte än"
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)#\s]+)[^)]*\)")
WRITTEN = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])


def repeated(words: Iterable[str]) -> list[str]:
    """Return the words that stand more than once."""
    return [word for word, times in Counter(words).items() if times > 1]


def missing(paths: Iterable[str]) -> list[str]:
    """Return the paths that aren't in the repository. `file::test` asks for the file."""
    return [path for path in paths if not (ROOT / path.partition("::")[0]).exists()]


def head(adr: Path, key: str) -> str:
    """Return what an ADR says after `- Key:`."""
    found = re.search(rf"^- {key}: (.+)$", adr.read_text(encoding="utf-8"), re.MULTILINE)
    return found.group(1) if found else ""


def test_the_readme_holds_the_table_made_from_the_needs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert splice(readme, render(load_needs())) == readme


def test_a_document_without_the_markers_is_not_written_into() -> None:
    with pytest.raises(ValueError, match="no place for the table"):
        splice("# Varje barn\n", "| 1 |\n")


def test_the_needs_are_numbered_one_to_sixty_and_said_in_both_languages() -> None:
    needs = load_needs()

    assert [need.id for need in needs] == list(range(1, 61))
    assert [need.id for need in needs if not need.sv or not need.en or not need.source] == []
    assert repeated(need.sv for need in needs) == []


def test_what_a_need_points_at_exists() -> None:
    needs = load_needs()
    places = [path for need in needs for path in need.where if not path.startswith("/")]
    tests = [path for need in needs for path in need.tests]

    assert missing(places) == []
    assert missing(tests) == []
    assert [path for path in tests if not path.startswith("tests/")] == []


def test_a_need_that_is_tested_or_lacks_a_part_is_somewhere() -> None:
    needs = load_needs()

    assert [need.id for need in needs if need.tests and not need.where] == []
    assert [need.id for need in needs if need.lacks_sv and not need.where] == []
    assert [need.id for need in needs if bool(need.lacks_sv) != bool(need.lacks_en)] == []


def test_decisions_are_numbered_without_gap_or_repeat() -> None:
    assert [adr.name[:4] for adr in ADRS] == [f"{n:04}" for n in range(1, len(ADRS) + 1)]


@pytest.mark.parametrize("adr", ADRS, ids=lambda adr: adr.stem)
def test_a_decisions_title_agrees_with_its_file_name(adr: Path) -> None:
    title = adr.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")

    assert re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") == adr.stem


@pytest.mark.parametrize("adr", ADRS, ids=lambda adr: adr.stem)
def test_a_decision_has_every_part_and_says_what_keeps_it(adr: Path) -> None:
    parts = re.findall(r"^## (.+)$", adr.read_text(encoding="utf-8"), re.MULTILINE)
    kept_by = head(adr, "Kept by")

    assert parts == ADR_PARTS
    assert head(adr, "Status") in {"accepted", "superseded"}
    assert kept_by == "not yet" or missing(re.split(r", ", kept_by)) == []


def test_a_decision_that_is_superseded_is_linked_both_ways() -> None:
    forward = {(adr.stem, head(adr, "Supersedes")) for adr in ADRS}
    back = {(head(adr, "Superseded by"), adr.stem) for adr in ADRS}

    assert {pair for pair in forward if pair[1] != "none"} == {pair for pair in back if pair[0]}


def test_every_decision_is_reached_from_the_architecture() -> None:
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")

    assert [adr.name for adr in ADRS if f"(adr/{adr.name})" not in text] == []


def test_the_guide_for_contributors_ends_with_where_we_fall_short() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    parts = re.findall(r"^## (.+)$", text, re.MULTILINE)

    assert parts[-1] == "Där vi inte gör så än · Where we don't do this yet"


def test_each_word_stands_once_in_the_glossary() -> None:
    words = [row for row in rows(DOCS / "glossary.md") if row[1].startswith("`")]

    assert len(words) > 80
    assert [row for row in words if len(row) != 4 or not all(row)] == []
    assert repeated(row[0] for row in words) == []
    assert repeated(row[1] for row in words) == []


def test_a_glossary_row_names_one_code_word() -> None:
    words = [row[1] for row in rows(DOCS / "glossary.md") if "`" in row[1]]

    assert [word for word in words if not re.fullmatch(r"`[A-Za-z_]+`", word)] == []


def test_the_definer_list_says_who_may_call_each_function_and_what_it_does() -> None:
    page = DOCS / "security" / "definer-functions.md"
    listed = names(page)

    assert repeated(listed) == []
    assert [name for name in listed if not re.fullmatch(r"vb\.[a-z_]+", name)] == []
    assert [row[0] for row in rows(page) if len(row) != 3 or not all(row)] == []


def test_the_threats_are_numbered_one_to_thirty_nine() -> None:
    numbers = [row[0] for row in rows(DOCS / "security" / "threat-model.md")]

    assert numbers == [f"T{n:02}" for n in range(1, 40)]


def test_a_threats_test_exists_or_is_said_not_to() -> None:
    cells = [row[4] for row in rows(DOCS / "security" / "threat-model.md")]
    paths = [path.strip(" `") for cell in cells if cell != NOT_YET for path in cell.split(",")]

    assert missing(paths) == []


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    found = LINK.findall(page.read_text(encoding="utf-8"))
    links = [link for link in found if not link.startswith(("http", "mailto"))]

    assert [link for link in links if not (page.parent / link).exists()] == []
