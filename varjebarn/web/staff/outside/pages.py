"""Parts given to associations, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.queries import OutsideLine, OutsideState
from varjebarn.web.staff.labels import PARTS, Labels, label

STATES: Mapping[OutsideState, tuple[Any, str]] = {
    OutsideState.WAITING: (_("Inte lämnad än"), "waiting"),
    OutsideState.SENT: (_("Länken är gjord, inte öppnad"), "going"),
    OutsideState.OPENED: (_("Läst"), "done"),
    OutsideState.ENDED: (_("Avslutad"), "waiting"),
}
WAYS: Labels = {"link": _("med en länk"), "paper": _("på papper")}
HOWS: Labels = {
    "oral": _("vid ett samtal"),
    "paper": _("på papper"),
    "mail": _("i ett meddelande"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """One part in the list."""

    part: UUID
    association: str
    to_name: str
    way: str
    state: str
    colour: str
    made_on: date
    last_day: date
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One answer, with who said it and who wrote it down."""

    words: str
    said_by: str
    said_on: date
    how: str
    entered_by: str
    entered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What the leader reads."""

    called: str
    sender: str
    title: str
    lines: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPage:
    """One part: where it is, what it says, and what came of it."""

    association: str
    to_name: str
    way: str
    state: str
    colour: str
    last_day: date
    reservation: str
    accepted_by: str
    accepted_at: datetime | None
    text: Text
    answers: tuple[AnswerRow, ...]
    may_make_link: bool
    has_link: bool
    may_sign: bool
    is_paper: bool
    has_ended: bool


def rows(lines: Iterable[OutsideLine]) -> tuple[PartRow, ...]:
    """List what has been given."""
    return tuple(
        PartRow(
            part=line.part,
            association=line.association,
            to_name=line.to_name,
            way=label(WAYS, line.way),
            state=str(STATES[line.state][0]),
            colour=STATES[line.state][1],
            made_on=timezone.localdate(line.made_at),
            last_day=last_day(line.until),
            answers=len(line.answers),
        )
        for line in lines
    )


def part_page(line: OutsideLine, body: Mapping[str, Any], reservation: str) -> PartPage:
    """Put one part together."""
    is_link, ended = line.way == "link", line.state is OutsideState.ENDED
    return PartPage(
        association=line.association,
        to_name=line.to_name,
        way=label(WAYS, line.way),
        state=str(STATES[line.state][0]),
        colour=STATES[line.state][1],
        last_day=last_day(line.until),
        reservation=reservation,
        accepted_by=line.accepted_by,
        accepted_at=line.accepted_at,
        text=text(body),
        answers=tuple(
            AnswerRow(
                words=one.words,
                said_by=one.said_by,
                said_on=one.said_on,
                how=label(HOWS, one.how),
                entered_by=one.entered_by,
                entered_at=one.entered_at,
            )
            for one in line.answers
        ),
        may_make_link=is_link and line.state in {OutsideState.WAITING, OutsideState.SENT},
        has_link=line.state is OutsideState.SENT,
        may_sign=not is_link and line.accepted_at is None and not ended,
        is_paper=not is_link,
        has_ended=ended,
    )


def text(body: Mapping[str, Any]) -> Text:
    """Read a frozen part back."""
    part, held = next(iter(body["parts"].items()))
    return Text(
        called=body["child"]["called"],
        sender=body["sender"],
        title=label(PARTS, part),
        lines=tuple(held["lines"]),
    )


def last_day(until: datetime) -> date:
    """Give the last whole day."""
    return timezone.localdate(until - timedelta(seconds=1))
