"""Writes the log, in the transaction of the act, through the one function that may."""

from collections.abc import Sequence
from contextvars import ContextVar
from uuid import UUID

from django.db import connection

from varjebarn.kernel.actors import Actor

request_id: ContextVar[UUID | None] = ContextVar("request_id", default=None)


def record(
    actor: Actor,
    act: str,
    *,
    child: int | None = None,
    object: UUID | None = None,  # noqa: A002 - the log's own word for what was acted on
    why: str = "",
    told: bool = True,
) -> None:
    """Append one event about what `actor` does. Who it is, the database knows better.

    `child` is the child file's key in the acting unit. A reading (an act that ends in `.read`) is
    also told to the family members who read that file, unless `told` is false because the thing
    read is none of what they have been given.
    Source: PDL 4:3, SoLPuL 10 §, HSLF-FS 2016:40 4:9 (R25).
    """
    del actor  # asked for, so that a command without one can't record; the database verifies it
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.record(%s, %s, %s, %s, %s, %s)",
            [act, child, object, why, request_id.get(), told],
        )


def record_each(
    actor: Actor, acts: Sequence[tuple[str, UUID | None]], *, child: int | None = None
) -> None:
    """Append one event for each act and its object, about the same child, in one statement."""
    del actor  # as above
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.record(done.act, %s, done.object, '', %s, true) "
            "FROM unnest(%s::text[], %s::uuid[]) AS done (act, object)",
            [child, request_id.get(), [act for act, _ in acts], [about for _, about in acts]],
        )
