"""Days and moments in words: "24 november 2026", "om 3 dagar (vecka 48)", "kl. 14.32".

What belongs together stands on one line: the spaces inside a day, a time and a week do not break.
"""

from datetime import date, datetime

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

FAR_OFF = 60
UNBROKEN = "\N{NO-BREAK SPACE}"


def day_in_words(day: date) -> str:
    """Write a day with its full year."""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date()
    return _together(formats.date_format(day, "j F Y"))


def clock(moment: datetime) -> str:
    """Write a time of day as it stands in running text."""
    time = formats.time_format(timezone.localtime(moment), "H.i")
    return _together(_("kl. %(time)s") % {"time": time})


def moment_in_words(moment: datetime) -> str:
    """Write a day and a time of day."""
    return f"{day_in_words(moment)} {clock(moment)}"


def week(day: date) -> int:
    """Give the ISO week, which is the Swedish one."""
    return day.isocalendar().week


def how_far_off(day: date, *, today: date) -> str:
    """Say how far off a day is, with its week; far away only the week is said."""
    away = (day - today).days
    words = {
        0: _("i dag"),
        1: _("i morgon"),
        -1: _("i går"),
    }.get(away)
    if words is None and 0 < away <= FAR_OFF:
        words = ngettext("om %(count)d dag", "om %(count)d dagar", away) % {"count": away}
    if words is None and -FAR_OFF <= away < 0:
        past = -away
        words = ngettext("för %(count)d dag sedan", "för %(count)d dagar sedan", past) % {
            "count": past
        }
    number = _together(_("vecka %(week)d") % {"week": week(day)})
    return f"{words} ({number})" if words else number


def _together(words: str) -> str:
    return words.replace(" ", UNBROKEN)
