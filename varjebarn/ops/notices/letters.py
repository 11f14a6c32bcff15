"""Sends the letters of the county's work: something to read or to answer, a newsletter and its yes.

A letter's row is removed when it has gone. A process that is killed in between sends it once more.
Sources: RFC 2369 and RFC 8058 (leaving with one click), RFC 5322.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import psycopg
from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import formats, translation

from varjebarn.ops.notices.sending import goes, send_all
from varjebarn.ops.notices.words import (
    CONFIRM,
    CONFIRM_SUBJECT,
    DELEGATED,
    DELEGATED_SUBJECT,
    DOCUMENT,
    DOCUMENT_SUBJECT,
    NEWS,
)

_BREAKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A letter that waits, as the door gives it."""

    id: UUID
    kind: str
    address: str
    title: str
    body: str
    day: date | None
    path: str
    token: UUID | None


def send_letters(url: str) -> int:
    """Send everything that waits, as `vb_notify`, up to a thousand. Answers how many went away."""
    return send_all(url, _send_one)


def letter_of(waiting: Waiting) -> EmailMessage:
    """Put a letter into words. Only the newsletter says anything of what there is to read."""
    subject, words, headers = _words(waiting)
    return EmailMessage(
        subject, words, settings.DEFAULT_FROM_EMAIL, [waiting.address], headers=headers
    )


def _words(waiting: Waiting) -> tuple[str, str, dict[str, str]]:
    site = settings.ADDRESS
    title = _BREAKS.sub(" ", waiting.title).strip()
    there = f"{site}{waiting.path}"
    if waiting.kind == "document":
        words = DOCUMENT.format(title=title, day=_day(waiting.day), address=there)
        return DOCUMENT_SUBJECT.format(title=title), words, {}
    if waiting.kind == "delegated":
        return DELEGATED_SUBJECT, DELEGATED.format(address=there), {}
    leaving = site + reverse("county:newsletter_leave", args=[waiting.token])
    if waiting.kind == "confirm":
        confirming = site + reverse("county:newsletter_confirm", args=[waiting.token])
        return CONFIRM_SUBJECT, CONFIRM.format(address=confirming), {}
    headers = {
        "List-Unsubscribe": f"<{leaving}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    return title, NEWS.format(text=waiting.body, address=there, leaving=leaving), headers


def _day(day: date | None) -> str:
    with translation.override("sv"):
        return "" if day is None else formats.date_format(day, "l j F Y")


def _send_one(connection: psycopg.Connection[Any]) -> bool | None:
    """Send one; None when nothing waits, False when it is to be tried again."""
    with connection.transaction():
        row = connection.execute(
            "SELECT id, kind, address, title, body, day, path, token FROM vb.next_letter()"
        ).fetchone()
        if row is None:
            return None
        names = ("id", "kind", "address", "title", "body", "day", "path", "token")
        waiting = Waiting(**dict(zip(names, row, strict=True)))
        went = goes(letter_of(waiting))
        connection.execute("SELECT vb.letter_done(%s, %s)", [waiting.id, went])
        return went
