"""What a family member has written in their own space, sent or not: one statement for all of it.

The row policy `own_space` shows a person their own rows and nobody else's.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from varjebarn.kernel.actors import Actor

WORDS = frozenset({"child_words", "guardian_words"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Something written as an answer to a copy. `sent_at` is None while nobody else has seen it."""

    reply_to: UUID
    kind: str
    body: Mapping[str, Any]
    updated: datetime
    sent_at: datetime | None


def written(actor: Actor) -> tuple[Written, ...]:
    """List what one has written, the latest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reply_to, kind, body, updated, sent_at FROM disclosure_draft "
            "WHERE person_id = %s ORDER BY updated DESC, id DESC",
            [actor.person_id],
        )
        return tuple(
            Written(
                reply_to=row[0],
                kind=row[1],
                body=json.loads(row[2]) if isinstance(row[2], str) else row[2],
                updated=row[3],
                sent_at=row[4],
            )
            for row in cursor.fetchall()
        )
