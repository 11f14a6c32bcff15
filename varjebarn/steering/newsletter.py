"""Asking for the newsletter, confirming, leaving: without a login, through doors that show no address.

Source: LEK 9:28 and GDPR 7 (the one whose address it is has said yes); RFC 8058 (one click to leave).
"""

from uuid import UUID

from django.db import connection

from varjebarn.kernel.decisions import require
from varjebarn.steering.rules.news import may_subscribe


def ask_for_news(address: str) -> None:
    """Send a letter to confirm to an address. Nothing tells whether it was there already."""
    require(may_subscribe(address.strip()))
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.ask_for_news(%s)", [address])


def confirm_news(token: UUID) -> bool:
    """Say yes to the newsletter, with what stood in the letter; False when that holds no longer."""
    return _said("SELECT vb.confirm_news(%s)", token)


def leave_news(token: UUID) -> bool:
    """Remove an address at once, and the letters that wait for it; False when it was gone already."""
    return _said("SELECT vb.leave_news(%s)", token)


def _said(statement: str, token: UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, [token])
        row = cursor.fetchone()
    return bool(row and row[0])
