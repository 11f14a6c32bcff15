"""Sends members what is new about the meetings they are called to: as mail, with a calendar file.

Each letter goes to one member alone and in its own transaction: sent and noted, or again. It says
when, where and which body, and leads to the agenda; nothing of what the meeting is about.
"""

from email.utils import parseaddr
from typing import Any

import psycopg
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils import timezone
from psycopg.rows import dict_row

from varjebarn.interop.documents.days import hours_words
from varjebarn.interop.icalendar import Recipient, invitation, page_of, place_words
from varjebarn.ops.notices.sending import goes, send_all
from varjebarn.steering.values import MeetingDay

CALLED, CHANGED, CANCELLED = "Kallelse", "Ändrat möte", "Inställt möte"
WORDS = """{what}

Grupp: {body}
Tid: {when}
Plats: {place}
Dagordning: {page}

Mötet ligger i den bifogade filen, som din kalender kan öppna.
Det går inte att svara på brevet. Vill du inte ha brev om möten: {no_thanks}
"""


def send_invitations(url: str) -> int:
    """Send everything that waits, as `vb_notify`, up to a thousand. Answers how many went away."""
    return send_all(url, _send_one)


def _send_one(connection: psycopg.Connection[Any]) -> bool | None:
    with connection.transaction(), connection.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute("SELECT * FROM vb.next_invitation()").fetchone()
        if row is None:
            return None
        went = goes(letter(row))
        cursor.execute(
            "SELECT vb.invitation_done(%(call)s, %(seat)s, %(revision)s, %(sequence)s,"
            " %(is_cancelled)s, %(went)s)",
            {**row, "went": went},
        )
        return went


def letter(row: dict[str, Any]) -> EmailMultiAlternatives:
    """Write the letter of one row of `vb.next_invitation`."""
    day = MeetingDay(
        meeting=row["meeting"],
        body=row["body"],
        day=row["day"],
        starts=row["starts"],
        ends=row["ends"],
        place=row["place"],
        is_digital=row["digital"],
        is_cancelled=row["is_cancelled"],
    )
    method, calendar = invitation(
        day,
        sequence=row["sequence"],
        to=Recipient(name=row["name"], address=row["address"]),
        sender=parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        site=settings.ADDRESS,
        moment=timezone.now(),
    )
    no_thanks = settings.ADDRESS + reverse("county:no_thanks", args=[row["secret"]])
    what = _what(day, row["sequence"])
    when = hours_words(day.day, day.starts, day.ends)
    made = EmailMultiAlternatives(
        subject=" ".join(f"{what}: {day.body}, {when}".split()),
        body=WORDS.format(
            what=what,
            body=day.body,
            when=when,
            place=place_words(day) or "Inte angiven",
            page=page_of(day, settings.ADDRESS),
            no_thanks=no_thanks,
        ),
        to=[row["address"]],
        headers={"List-Unsubscribe": f"<{no_thanks}>"},
    )
    made.attach_alternative(calendar.decode(), f"text/calendar; method={method.value}")
    return made


def _what(day: MeetingDay, sequence: int) -> str:
    if day.is_cancelled:
        return CANCELLED
    return CHANGED if sequence else CALLED
