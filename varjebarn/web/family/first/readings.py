"""Who has read, by day: one line for a unit and a thing, with all its times."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.audit.queries import FamilyRow
from varjebarn.web.family.given import Given
from varjebarn.web.family.labels import unit_in_words
from varjebarn.web.shared.days import clock

PAGE = 100

ACTS: dict[str, Promise] = {
    "child.read": gettext_lazy("öppnade sidan om barnet"),
    "plan.read": gettext_lazy("läste planen"),
    "plan_version.read": gettext_lazy("läste en äldre version av planen"),
    "views.read": gettext_lazy("läste barnets och familjens ord"),
    "view.read": gettext_lazy("läste barnets och familjens ord"),
    "words.read": gettext_lazy("läste det ni har skickat"),
    "consents.read": gettext_lazy("läste vad ni har sagt ja till"),
}
ACTS_FOR_CHILD: dict[str, Promise] = {
    "child.read": gettext_lazy("öppnade sidan om dig"),
    "plan.read": gettext_lazy("läste din plan"),
    "plan_version.read": gettext_lazy("läste en äldre version av din plan"),
    "views.read": gettext_lazy("läste dina och familjens ord"),
    "view.read": gettext_lazy("läste dina och familjens ord"),
    "words.read": gettext_lazy("läste det du har skickat"),
    "consents.read": gettext_lazy("läste vad ni har sagt ja till"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One unit, one thing, and the times on that day, the first one first."""

    unit: str
    what: str
    times: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day's readings, the latest unit first."""

    on: date
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingsPage:
    """Who has read. `older` is the moment that the next page begins before, empty on the last."""

    is_child: bool
    days: tuple[Day, ...]
    older: str
    is_continued: bool


def readings_page(
    rows: Sequence[FamilyRow],
    copies: Sequence[Given],
    *,
    is_continued: bool = False,
) -> ReadingsPage:
    """Group the log's lines, which come newest first; one more than a page says that there are older."""
    is_child = bool(copies) and all(copy.is_child for copy in copies)
    shown = rows[:PAGE]
    days: dict[date, dict[tuple[str, str], list[datetime]]] = {}
    for row in shown:
        day = days.setdefault(timezone.localtime(row.at).date(), {})
        unit = unit_in_words(row.unit_name, row.organisation_name)
        day.setdefault((unit, _what(row, is_child=is_child)), []).append(row.at)
    return ReadingsPage(
        is_child=is_child,
        days=tuple(
            Day(
                on=on,
                readings=tuple(
                    Reading(unit=unit, what=what, times=_times(moments))
                    for (unit, what), moments in readings.items()
                ),
            )
            for on, readings in days.items()
        ),
        older=shown[-1].at.isoformat() if len(rows) > PAGE else "",
        is_continued=is_continued,
    )


def _what(row: FamilyRow, *, is_child: bool) -> str:
    if row.act == "delivery.read" and row.version is not None:
        opened = (
            _("öppnade sin kopia av din plan, version %(version)d")
            if is_child
            else _("öppnade sin kopia av planen, version %(version)d")
        )
        return opened % {"version": row.version}
    if row.act == "delivery.read":
        return _("öppnade något som har skickats dit")
    words = (ACTS_FOR_CHILD if is_child else ACTS).get(row.act)
    if words is not None:
        return str(words)
    return _("läste något om dig") if is_child else _("läste något om barnet")


def _times(moments: Sequence[datetime]) -> tuple[str, ...]:
    """Say each time of day once, in the order they came."""
    return tuple(dict.fromkeys(clock(moment) for moment in reversed(moments)))
