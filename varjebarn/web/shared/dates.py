"""Reading a day as people write it: 2026-12-18, 18 december 2026, 18/12 2026."""

import re
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "january", "jan"),
            ("februari", "february", "feb"),
            ("mars", "march", "mar"),
            ("april", "apr"),
            ("maj", "may"),
            ("juni", "june", "jun"),
            ("juli", "july", "jul"),
            ("augusti", "august", "aug"),
            ("september", "sep", "sept"),
            ("oktober", "october", "okt", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

WRITTEN_AS_NUMBERS = re.compile(r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})")
WRITTEN_WITH_MONTH = re.compile(r"(?:den )?(?P<day>\d{1,2})\.? (?P<name>[a-z]+)\.? (?P<year>\d{4})")
WRITTEN_WITH_SLASH = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})[ -/](?P<year>\d{4})")


def day_as_written(text: str) -> date | None:
    """Read a day, or None when it can't be read as one; the day comes before the month."""
    written = " ".join(text.lower().split())
    for form in (WRITTEN_AS_NUMBERS, WRITTEN_WITH_MONTH, WRITTEN_WITH_SLASH):
        match = form.fullmatch(written)
        if match is None:
            continue
        parts = match.groupdict()
        month = MONTHS.get(parts["name"]) if "name" in parts else int(parts["month"])
        try:
            return date(int(parts["year"]), month or 0, int(parts["day"]))
        except ValueError:
            return None
    return None
