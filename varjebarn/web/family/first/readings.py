"""Who has read, by child and day: one line for a unit and a thing, with all its times."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.audit.queries import FamilyRow
from varjebarn.audit.questions import MyQuestion
from varjebarn.web.family.given import Given
from varjebarn.web.family.labels import unit_in_words
from varjebarn.web.shared.days import clock

PAGE = 100
Who = tuple[str, str]
NOBODY: Who = ("", "")

ACTS: dict[str, Promise] = {
    "child.read": gettext_lazy("öppnade sidan om barnet"),
    "plan.read": gettext_lazy("läste planen"),
    "plan_version.read": gettext_lazy("läste en äldre version av planen"),
    "views.read": gettext_lazy("läste barnets och familjens ord"),
    "view.read": gettext_lazy("läste barnets och familjens ord"),
    "words.read": gettext_lazy("läste det ni har skickat"),
    "consents.read": gettext_lazy("läste vad ni har sagt ja till"),
    "break_glass.opened": gettext_lazy("öppnade allt om barnet i ett nödläge, i högst en timme"),
}
ACTS_FOR_CHILD: dict[str, Promise] = {
    "child.read": gettext_lazy("öppnade sidan om dig"),
    "plan.read": gettext_lazy("läste din plan"),
    "plan_version.read": gettext_lazy("läste en äldre version av din plan"),
    "views.read": gettext_lazy("läste dina och familjens ord"),
    "view.read": gettext_lazy("läste dina och familjens ord"),
    "words.read": gettext_lazy("läste det du har skickat"),
    "consents.read": gettext_lazy("läste vad ni har sagt ja till"),
    "break_glass.opened": gettext_lazy("öppnade allt om dig i ett nödläge, i högst en timme"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One unit, one thing, and the times on that day, the first one first."""

    unit: str
    what: str
    times: tuple[str, ...]
    line: UUID | None
    """What a question about it is asked of: the latest time, while none waits for its answer."""
    questions: tuple[MyQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day's readings, the latest unit first."""

    on: date
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildReadings:
    """What is about one child. `called` is empty where there is no other child to tell apart from."""

    key: str
    called: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingsPage:
    """Who has read. `older` is the moment that the next page begins before, empty on the last."""

    is_child: bool
    children: tuple[ChildReadings, ...]
    older: str
    is_continued: bool


def readings_page(
    rows: Sequence[FamilyRow],
    copies: Sequence[Given],
    *,
    questions: Sequence[MyQuestion] = (),
    is_continued: bool = False,
) -> ReadingsPage:
    """Group the log's lines by child and day. They come newest first.

    One more than a page holds says that there are older ones.
    """
    is_child = bool(copies) and all(copy.is_child for copy in copies)
    shown = rows[:PAGE]
    known = _Children(copies)
    about: dict[Who, list[FamilyRow]] = {}
    for row in shown:
        about.setdefault(known.of(row), []).append(row)
    is_told = not is_child and len(about.keys() | set(known.people.values())) > 1
    return ReadingsPage(
        is_child=is_child,
        children=tuple(
            ChildReadings(
                key=f"barn-{number}",
                called=(who[0] or _("Annat")) if is_told else "",
                days=_days(lines, questions, is_child=is_child),
            )
            for number, (who, lines) in enumerate(about.items(), start=1)
        ),
        older=shown[-1].at.isoformat() if len(rows) > PAGE else "",
        is_continued=is_continued,
    )


class _Children:
    """Whom a line is about, as the reader's own copies name the child; never as a unit does."""

    def __init__(self, copies: Sequence[Given]) -> None:
        """Read the names. A copy that doesn't name the child is about whom its subject is about."""
        subjects = {copy.subject: (copy.called, copy.born) for copy in copies if copy.called}
        self.people: dict[UUID, Who] = {}
        self.subjects: dict[UUID, Who] = {}
        for copy in copies:
            who = (copy.called, copy.born) if copy.called else subjects.get(copy.subject)
            if who is not None:
                self.people.setdefault(copy.child_ref, who)
                if copy.subject is not None:
                    self.subjects.setdefault(copy.subject, who)

    def of(self, row: FamilyRow) -> Who:
        """Name the child, or nobody."""
        if row.child_ref is not None:
            return self.people.get(row.child_ref, NOBODY)
        return self.subjects.get(row.object, NOBODY) if row.object is not None else NOBODY


def _days(
    rows: Sequence[FamilyRow], questions: Sequence[MyQuestion], *, is_child: bool
) -> tuple[Day, ...]:
    days: dict[date, dict[tuple[str, str], list[FamilyRow]]] = {}
    for row in rows:
        day = days.setdefault(timezone.localtime(row.at).date(), {})
        unit = unit_in_words(row.unit_name, row.organisation_name)
        day.setdefault((unit, what_was_read(row, is_child=is_child)), []).append(row)
    return tuple(
        Day(
            on=on,
            readings=tuple(
                _reading(unit, what, lines, questions) for (unit, what), lines in readings.items()
            ),
        )
        for on, readings in days.items()
    )


def _reading(
    unit: str, what: str, lines: Sequence[FamilyRow], questions: Sequence[MyQuestion]
) -> Reading:
    own = {line.line for line in lines}
    asked = tuple(one for one in reversed(questions) if one.line in own)
    waits = any(one.answered_at is None for one in asked)
    may_ask = lines[0].child_ref is not None and not waits
    return Reading(
        unit=unit,
        what=what,
        times=_times([line.at for line in lines]),
        line=lines[0].line if may_ask else None,
        questions=asked,
    )


def what_was_read(row: FamilyRow, *, is_child: bool) -> str:
    """Say what somebody read, in the words of the one it is said to."""
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
