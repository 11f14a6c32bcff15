"""Reminds those who have not answered a question, and the process leaders of what lapses soon.

A letter holds the question or the agreement's title, a day and where to go; what to write there is
written after the login. Each goes in its own transaction: sent and noted, or again.
"""

import tomllib
from functools import cache
from typing import Any

import psycopg
from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from psycopg.rows import dict_row

from varjebarn.interop.documents.days import day_words
from varjebarn.ops.notices.sending import goes, send_all
from varjebarn.ops.places import ROOT
from varjebarn.steering.rules import LAPSES_SOON

QUESTION = """Hej!

Er organisation har inte svarat än på den här frågan:
{title}

Svar senast {day}. Du svarar här, när du har loggat in:
{address}

Har ni inget nytt räcker ett klick. Det går inte att svara på brevet.

You have not yet answered the question above. Answer it at the address.
"""
AGREEMENT = """Hej!

En överenskommelse går snart ut:
{title}

Sista dagen är {day}. Den kan förlängas genom ett beslut:
{address}

An agreement lapses soon. It can be prolonged by a decision.
"""


def send_reminders(url: str) -> int:
    """Send everything that waits, as `vb_notify`, up to a thousand. Answers how many went away."""
    return send_all(url, _send_one)


def letter(row: dict[str, Any]) -> EmailMessage:
    """Write the letter of one row of `vb.next_reminder`."""
    title = " ".join(row["title"].split())
    is_question = row["kind"] == "question"
    page = reverse("county:answer" if is_question else "county:agreement", args=[row["thing"]])
    words = QUESTION if is_question else AGREEMENT
    return EmailMessage(
        subject=f"Påminnelse: {title}" if is_question else f"Går snart ut: {title}",
        body=words.format(title=title, day=day_words(row["day"]), address=settings.ADDRESS + page),
        to=[row["address"]],
    )


@cache
def contact() -> str:
    """Give where the process leaders are reached, as the county's own pages say it."""
    source = ROOT / "varjebarn" / "web" / "public" / "county.toml"
    found = tomllib.loads(source.read_text(encoding="utf-8"))["contact_mail"]
    return str(found)


def _send_one(connection: psycopg.Connection[Any]) -> bool | None:
    with connection.transaction(), connection.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute(
            "SELECT * FROM vb.next_reminder(%s, %s)", [contact(), LAPSES_SOON]
        ).fetchone()
        if row is None:
            return None
        went = goes(letter(row))
        cursor.execute(
            "SELECT vb.reminder_done(%(thing)s, %(seat)s, %(round)s, %(went)s)",
            {**row, "went": went},
        )
        return went
