"""The review of a log in words: the list, one review, and what stands on the day's page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from varjebarn.audit.review import ReviewCase, ReviewedEvent, ReviewLine, Standing, ToExplain
from varjebarn.audit.values import Picked, State
from varjebarn.web.staff.labels import ROLES, label, own_reason
from varjebarn.web.staff.log.pages import act_in_words, why_in_words
from varjebarn.web.staff.log.words import ENTRIES, OUTCOMES, PICKED, STATE_KINDS, STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """One review in the list."""

    review: UUID
    who: str
    child: str
    day: date
    due: date
    is_late: bool
    why: tuple[Promise, ...]
    state: Promise
    kind: str
    outcome: Promise | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event of a review."""

    at: datetime
    act: str
    child: str
    role: str
    reason: str
    since: datetime | None
    why: str
    picked: tuple[Promise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One thing written in a review."""

    at: datetime
    who: str
    what: Promise
    outcome: Promise | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """One review."""

    review: UUID
    who: str
    child: str
    day: date
    due: date
    is_late: bool
    why: tuple[Promise, ...]
    state: Promise
    kind: str
    is_done: bool
    may_ask: bool
    shows_children: bool
    events: tuple[EventRow, ...]
    entries: tuple[EntryRow, ...]
    asked: str
    """The latest question to the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPart:
    """What the day's page says of the review. `standing` is None for those who have no part in it."""

    standing: Standing | None
    is_reviewer: bool
    to_explain: tuple[ToExplain, ...]


def review_row(line: ReviewLine, *, on: date) -> ReviewRow:
    """Put one line into words."""
    return ReviewRow(
        review=line.review,
        who=_who(line.person_name, line.title),
        child=_child(line.child_name, line.picked, is_protected=line.is_protected),
        day=line.day,
        due=line.due,
        is_late=line.due < on and line.state is not State.DONE,
        why=_picked(line.picked),
        state=STATES[line.state],
        kind=STATE_KINDS[line.state],
        outcome=OUTCOMES[line.outcome] if line.outcome else None,
        done_at=line.done_at,
    )


def review_page(case: ReviewCase, *, on: date) -> ReviewPage:
    """Put one review into words."""
    asked = [entry.words for entry in case.entries if entry.kind == "asked"]
    return ReviewPage(
        review=case.review,
        who=_who(case.person_name, case.title),
        child=_child(case.child_name, case.picked, is_protected=case.is_protected),
        day=case.day,
        due=case.due,
        is_late=case.due < on and case.state is not State.DONE,
        why=_picked(case.picked),
        state=STATES[case.state],
        kind=STATE_KINDS[case.state],
        is_done=case.state is State.DONE,
        may_ask=case.state not in {State.DONE, State.ASKED},
        shows_children=Picked.MANY in case.picked,
        events=tuple(_event(event) for event in case.events),
        entries=tuple(
            EntryRow(
                at=entry.at,
                who=entry.person_name,
                what=ENTRIES[entry.kind],
                outcome=OUTCOMES[entry.outcome] if entry.outcome else None,
                words=entry.words,
            )
            for entry in case.entries
        ),
        asked=asked[-1] if asked else "",
    )


def _event(event: ReviewedEvent) -> EventRow:
    why = why_in_words(event.why)
    return EventRow(
        at=event.at,
        act=act_in_words(event.act),
        child=event.child_name or _("Ett barn med skyddade uppgifter"),
        role=label(ROLES, event.role) if event.role else _("Ingen pågående koppling"),
        reason=own_reason(event.reason),
        since=event.since,
        why="" if why == own_reason(event.reason) else why,
        picked=_picked(event.picked),
    )


def _who(name: str, title: str) -> str:
    return ", ".join(filter(None, (name, title)))


def _child(name: str, picked: Sequence[Picked], *, is_protected: bool) -> str:
    if is_protected:
        return _("Ett barn med skyddade uppgifter")
    return name or (_("Flera barn") if Picked.MANY in picked else "")


def _picked(picked: Sequence[Picked]) -> tuple[Promise, ...]:
    return tuple(PICKED[one] for one in picked)
