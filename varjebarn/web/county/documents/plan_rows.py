"""The rows of a plan: its activities, and the lines of a communication plan."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from varjebarn.steering.document_values import ActivityLine, MessageLine
from varjebarn.web.county.documents import words
from varjebarn.web.county.words import short_day
from varjebarn.web.shared.days import day_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """An activity in the table."""

    number: int
    title: str
    owner: str
    days: str
    status: str
    status_kind: str
    note: str
    is_milestone: bool
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRow:
    """A line of a communication plan in the table."""

    id: UUID
    audience: str
    message: str
    channel: str
    owner: str
    due: str
    done: str
    is_late: bool


def activity_row(one: ActivityLine, number: int) -> ActivityRow:
    """Show an activity with its days and how it goes."""
    status, kind = words.STATUSES["late" if one.is_late else one.status]
    days = day_in_words(one.starts)
    if one.ends != one.starts:
        days = _("%(first)s till och med %(last)s") % {
            "first": short_day(one.starts, today=one.ends),
            "last": day_in_words(one.ends),
        }
    return ActivityRow(
        number=number,
        title=one.title,
        owner=one.owner,
        days=days,
        status=str(status),
        status_kind=kind,
        note=one.note,
        is_milestone=one.is_milestone,
        href=reverse("county:activity", args=[one.id]),
    )


def message_row(one: MessageLine, *, today: date) -> MessageRow:
    """Show a message, and when it was told."""
    done = "" if one.done_on is None else short_day(one.done_on, today=today)
    return MessageRow(
        id=one.id,
        audience=one.audience,
        message=one.message,
        channel=one.channel,
        owner=one.owner,
        due=short_day(one.due, today=today),
        done=done,
        is_late=one.is_late,
    )
