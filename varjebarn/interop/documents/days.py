"""Days and hours as Swedish offices write them, whatever language a page is in."""

from datetime import date, time

from varjebarn.interop.minutes.vocabulary import in_order


def day_words(day: date) -> str:
    """Write a day as 5 mars 2026."""
    return f"{day.day} {in_order('dates', 'months')[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """Name a day of the week: torsdag."""
    return in_order("dates", "weekdays")[day.weekday()]


def clock(at: time) -> str:
    """Write a time of day as 08.30."""
    return f"{at.hour:02}.{at.minute:02}"


def hours_words(day: date, starts: time, ends: time) -> str:
    """Write when something is: torsdag 5 mars 2026 kl. 08.30–10.00."""
    return f"{weekday(day)} {day_words(day)} kl. {clock(starts)}–{clock(ends)}"
