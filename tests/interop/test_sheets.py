"""Files for Excel in Swedish: they open right, and no cell is a formula."""

import csv
import io
from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.interop.sheets import as_csv


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_cells_are_written_as_swedish_excel_reads_them() -> None:
    row = [
        'Åsa; "Ö"', 4, 3.5, Decimal("0.25"), True, False, None, date(2026, 11, 6), time(8, 30),
        datetime(2026, 11, 6, 7, 30, tzinfo=UTC), UUID(int=1), -2,
    ]  # fmt: skip

    content = as_csv(["a"] * len(row), [row])

    assert content.startswith(b"\xef\xbb\xbfa;a;")
    assert b"\r\n" in content
    assert read(content)[1] == [
        'Åsa; "Ö"', "4", "3,5", "0,25", "ja", "nej", "", "2026-11-06", "08:30",
        "2026-11-06 08:30", "00000000-0000-0000-0000-000000000001", "-2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    ["=1+1", "+46 70", "-2", "@SUM(A1)", "\t=1", "  =1", "＝1", "=cmd|' /C calc'!A0", "\r=1"],
)
def test_words_are_never_a_formula(words: str) -> None:
    (cell,) = read(as_csv(["a"], [[words]]))[1]

    assert cell[:1] == "'"


@given(st.lists(st.text(max_size=30), min_size=1, max_size=5))
def test_any_words_stay_in_their_cell(words: list[str]) -> None:
    rows = read(as_csv(["a"] * len(words), [words]))

    assert [len(row) for row in rows] == [len(words), len(words)]
