"""Rows as CSV that Swedish Excel opens right: semicolons, UTF-8 with its mark, decimal commas."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from varjebarn.interop.documents.document import writable

Cell = str | int | float | Decimal | bool | date | datetime | time | UUID | None
_SWEDEN = ZoneInfo("Europe/Stockholm")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def as_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write a header and rows. Days are ISO, moments Swedish time, True and False ja and nej.

    Words that a spreadsheet would take for a formula are led by an apostrophe (CSV injection, OWASP).
    """
    kept = io.StringIO(newline="")
    writer = csv.writer(kept, delimiter=";", lineterminator="\r\n")
    writer.writerow([_cell(one) for one in header])
    writer.writerows([_cell(one) for one in row] for row in rows)
    return "\ufeff".encode() + kept.getvalue().encode()


def _cell(value: Cell) -> str:
    match value:
        case None:
            words = ""
        case bool():
            words = "ja" if value else "nej"
        case int() | float() | Decimal():
            words = str(value).replace(".", ",")
        case datetime():
            words = value.astimezone(_SWEDEN).strftime("%Y-%m-%d %H:%M")
        case date():
            words = value.isoformat()
        case time():
            words = value.strftime("%H:%M")
        case _:
            words = _harmless(writable(str(value)).strip(" "))
    return words


def _harmless(words: str) -> str:
    return f"'{words}" if words.lstrip().startswith(_FORMULA) or words[:1] == "\t" else words
