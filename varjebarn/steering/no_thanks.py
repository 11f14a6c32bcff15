"""No thanks to mail about meetings, by the link of a letter: nobody is logged in, and nobody acts."""

from uuid import UUID

from django.db import connection


def decline_meeting_mail(secret: UUID) -> bool:
    """Say no thanks for the seat whose letters have this secret. Answers whether there is one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.decline_meeting_mail(%s)", [secret])
        return bool(cursor.fetchone()[0])
