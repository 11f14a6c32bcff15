"""The threats of the core each have a test, and what leaves as a file is counted one by one."""

import ast
import re
from pathlib import Path

import pytest

from varjebarn.ops.readme.markdown import rows
from varjebarn.ops.readme.needs import ROOT

PACKAGE = ROOT / "varjebarn"
MODEL = ROOT / "docs" / "security" / "threat-model.md"
NOT_YET = "finns inte än"
CORE = "now"

FILES = {
    "web/county/papers/saving.py": "the county's own: minutes, papers, lists and calendars",
    "web/staff/consent/departing.py": "a scanned answer as it was given, named by its day",
    "web/staff/log/extract_views.py": "an extract of the log, text, named by its days",
}
"""Where something leaves as a file, and what. None names a child."""

OF_THE_COUNTY = "web/county/papers/saving.py"

MAKERS = {"icalendar", "openpyxl", "xlsxwriter", "docx", "reportlab", "weasyprint", "csv", "typst"}
MADE = {
    "interop/documents/pdf.py: typst",
    "interop/documents/word.py: docx",
    "interop/icalendar/write.py: icalendar",
    "interop/sheets/write.py: csv",
}
"""What makes a document, a calendar or a sheet: of the county's work, where there is no child."""

READS = {"interop/minutes/word.py", "interop/minutes/settled.py"}
"""What reads such a file, and makes none."""

PYTHON = sorted(PACKAGE.rglob("*.py"))


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def imported(source: str) -> set[str]:
    """Name the packages that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {one.name.partition(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_every_threat_of_the_core_names_an_existing_test() -> None:
    core = {row[0]: row[4] for row in rows(MODEL) if row[3].startswith(CORE)}
    paths = {nr: re.findall(r"`(tests/[^`]+)`", cell) for nr, cell in core.items()}

    assert len(core) >= 30
    assert {nr for nr, cell in core.items() if NOT_YET in cell} == set()
    assert {nr for nr, found in paths.items() if not found} == set()
    assert {
        path for found in paths.values() for path in found if not (ROOT / path).exists()
    } == set()


def test_what_leaves_as_a_file_is_on_the_list() -> None:
    """T08: a file's name is a day where it is about a child; the county's own have none in them."""
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PYTHON
        if "Content-Disposition" in text_of(path)
    }

    assert found == set(FILES)
    for place in set(FILES) - {OF_THE_COUNTY}:
        assert re.search(r'name = f"[a-z]+-\{[^"]*\}?\.[^"]+"', text_of(PACKAGE / place)), place
        assert not re.search(r'name = f"[^"]*(called|child|given|family)', text_of(PACKAGE / place))


def test_the_countys_way_out_is_used_by_the_county_alone() -> None:
    users = {
        path.relative_to(PACKAGE).as_posix() for path in PYTHON if "papers.saving" in text_of(path)
    }

    assert users
    assert {one for one in users if not one.startswith("web/county/")} == set()


def test_documents_calendars_and_sheets_are_made_where_there_is_no_child() -> None:
    """T07, T08 and T20: their makers know the county's register and nothing of a child."""
    makers = {
        f"{path.relative_to(PACKAGE).as_posix()}: {name}"
        for path in PYTHON
        for name in imported(text_of(path)) & MAKERS
        if path.relative_to(PACKAGE).as_posix() not in READS
    }
    folders = {(PACKAGE / one).parent for one in {made.partition(":")[0] for made in MADE}}
    known = {
        app
        for folder in folders
        for path in folder.glob("*.py")
        for app in re.findall(r"(?:from|import) varjebarn\.(\w+)", text_of(path))
    }

    assert makers == MADE
    assert known <= {"interop", "steering"}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import csv", {"csv"}),
        ("from icalendar import Event", {"icalendar"}),
        ("import openpyxl.cell as c", {"openpyxl"}),
        ("from . import csv", set()),
    ],
)
def test_the_search_for_makers_finds_them(source: str, found: set[str]) -> None:
    assert imported(source) & MAKERS == found


def test_no_form_is_made_from_a_table() -> None:
    """T13: each form names its own fields, so that no column can be posted."""
    bases = {
        f"{path.relative_to(PACKAGE)}: {node.name}"
        for path in PYTHON
        for node in ast.walk(ast.parse(text_of(path)))
        if isinstance(node, ast.ClassDef)
        and any("ModelForm" in ast.unparse(base) for base in node.bases)
    }
    poured = {
        path.relative_to(PACKAGE).as_posix()
        for path in PYTHON
        if re.search(r"\*\*\s*(request\.POST|form\.data)", text_of(path))
    }

    assert bases == set()
    assert poured == set()
