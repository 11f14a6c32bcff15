"""Takes what waits in the outbox, one at a time, each in its own transaction: sent and noted, or again.

A process that is killed in between sends the same words once more, never none.
"""

from collections.abc import Callable, Iterator
from smtplib import SMTPException
from typing import Any

import psycopg
from django.conf import settings
from django.core.mail import EmailMessage

from varjebarn.ops.notices.sms import gateway
from varjebarn.ops.notices.words import SUBJECT, mail_words, sms_words

MOST = 1000


def send_notices(url: str) -> int:
    """Send everything that waits, as `vb_notify`, up to a thousand. Answers how many went away."""
    return send_all(url, _send_one)


def send_all(url: str, send_one: Callable[[psycopg.Connection[Any]], bool | None]) -> int:
    """Let `send_one` take what waits, one at a time, until it answers None; count what went away."""
    with psycopg.connect(url, autocommit=True) as connection:
        return sum(_outcomes(connection, send_one))


def goes(letter: EmailMessage) -> bool:
    """Hand a letter to the mail server; False when it is to be tried again."""
    try:
        letter.send()
    except (OSError, SMTPException):
        return False
    return True


def _outcomes(
    connection: psycopg.Connection[Any],
    send_one: Callable[[psycopg.Connection[Any]], bool | None],
) -> Iterator[bool]:
    for _ in range(MOST):
        outcome = send_one(connection)
        if outcome is None:
            return
        yield outcome


def _send_one(connection: psycopg.Connection[Any]) -> bool | None:
    """Send one; None when nothing waits, False when it is to be tried again."""
    with connection.transaction():
        row = connection.execute("SELECT id, way, address FROM vb.next_notice()").fetchone()
        if row is None:
            return None
        notice, way, address = row
        went = _send(way, address)
        connection.execute("SELECT vb.notice_done(%s, %s)", [notice, went])
        return went


def _send(way: str | None, address: str | None) -> bool:
    """Send by the way that is chosen now. Another choice since then needs nothing sent."""
    if way == "mail" and address:
        return goes(EmailMessage(SUBJECT, mail_words(), settings.DEFAULT_FROM_EMAIL, [address]))
    if way == "sms" and address:
        try:
            gateway().send(number=address, words=sms_words())
        except OSError:
            return False
    return True
