"""Registers who acts in a guardian's place, and ends it."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import connection

from varjebarn.audit.record import record, request_id
from varjebarn.disclosure.standing import STOCKHOLM
from varjebarn.disclosure.substitutes import SubstituteWords, may_register_substitute
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.kernel.periods import FOREVER
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import guardians
from varjebarn.people.rules import may_work_with_children, may_write_in


def register_substitute(
    actor: Actor,
    child: ChildFile,
    *,
    words: SubstituteWords,
    person_ref: UUID | None,
    replaces: Sequence[UUID],
    view_agreed: bool = False,
) -> UUID:
    """Register a substitute on a file: from its first day it decides in its matters.

    The replaced guardians, by login, are suspended in those matters and in no others, until the
    period has passed or is ended. Raises Refused (R18).
    """
    require(may_work_with_children(actor))
    require(may_write_in(child))
    known = [one for one in guardians(actor, child) if one.custody]
    require(may_register_substitute(words, guardians=len(known)))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.register_substitute(%s, %s, %s, %s, %s, %s::uuid[], %s, %s, %s, %s, %s)",
            [
                child.pk,
                words.kind.value,
                person_ref,
                words.name.strip(),
                sorted(words.matters),
                list(replaces),
                view_agreed,
                words.source.strip(),
                _midnight(words.first),
                FOREVER if words.last is None else _midnight(words.last + timedelta(days=1)),
                request_id.get(),
            ],
        )
        made = UUID(str(cursor.fetchone()[0]))
    record(actor, "substitute.recorded", child=child.pk, object=made)
    return made


def end_substitute(actor: Actor, child: ChildFile, *, ref: UUID) -> None:
    """End a substitute's time from now: the guardian's access and answers count again."""
    require(may_work_with_children(actor))
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.end_substitute(%s, %s)", [ref, request_id.get()])
    record(actor, "substitute.closed", child=child.pk, object=ref)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=STOCKHOLM)
