"""Writes about children as the acting unit knows them. Files and involvement go through the doors."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Count
from django.utils import timezone

from varjebarn.audit.record import record, record_each, request_id
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.kernel.identity import IdentifierSystem, normalised
from varjebarn.kernel.periods import FOREVER
from varjebarn.people import rules
from varjebarn.people.models import ChildFile, Guardian, Notice, NoticeSeen
from varjebarn.people.queries import involved
from varjebarn.people.values import Protection


def family_person(
    actor: Actor,
    *,
    system: str,
    value: str,
    given_name: str,
    name_used: str = "",
    family_name: str = "",
) -> UUID:
    """Find or make the login of a child or guardian by their e-identification.

    The answer is the same whether that person was known. Logged without the number.
    """
    require(rules.may_work_with_children(actor))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.family_person(%s, %s, %s, %s, %s)",
            [system, value, given_name, name_used, family_name],
        )
        answer = UUID(str(cursor.fetchone()[0]))
    record(actor, "family_person.connected", object=answer)
    return answer


def open_file(  # noqa: PLR0913 - what a unit knows of a child
    actor: Actor,
    *,
    given_name: str,
    family_name: str,
    born: date,
    reason: str,
    name_used: str = "",
    language: str = "sv",
    interpreter: str = "",
    protection: Protection = Protection.NONE,
    identifiers: Sequence[tuple[IdentifierSystem, str]] = (),
    person_ref: UUID | None = None,
) -> ChildFile:
    """Open a file on a child in the acting unit; the opener is the first involved.

    Answers alike if the unit already knows one of the identifiers. Logged by the door.
    """
    require(rules.may_open_file(actor, reason=reason))
    require(rules.may_record_language(language=language, interpreter=interpreter))
    values = [
        {"system": system.value, "value": normalised(system, value)}
        for system, value in identifiers
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM vb.open_file(%s, %s, %s, %s, %s, %s, %s, %s::jsonb, %s, %s, %s)",
            [
                given_name,
                name_used,
                family_name,
                born,
                language,
                interpreter,
                protection.value,
                json.dumps(values, ensure_ascii=False),
                person_ref,
                reason,
                request_id.get(),
            ],
        )
        pk = cursor.fetchone()[0]
    return ChildFile.objects.get(pk=pk)


def register_guardian(  # noqa: PLR0913 - what must be known of custody
    actor: Actor,
    child: ChildFile,
    *,
    person_ref: UUID,
    name: str,
    relation: str,
    custody: bool,
    source: str,
    valid_from: datetime | None = None,
    valid_to: datetime | None = None,
    view_agreed: bool = False,
    language: str = "sv",
    interpreter: str = "",
) -> Guardian:
    """Register a guardian or parent on a file. `source` says how custody was checked, and when."""
    require(rules.may_write_in(child))
    require(rules.may_register_guardian(actor, source=source))
    require(rules.may_record_language(language=language, interpreter=interpreter))
    guardian = Guardian.objects.create(
        unit_id=actor.unit_id,
        child_file=child,
        person_ref=person_ref,
        name=name,
        relation=relation,
        custody=custody,
        view_agreed=view_agreed,
        language=language,
        interpreter=interpreter.strip(),
        source=source,
        valid_from=valid_from or timezone.now(),
        valid_to=valid_to or FOREVER,
    )
    record(actor, "guardian.registered", child=child.pk, object=guardian.public_id)
    return guardian


def end_custody(actor: Actor, guardian: Guardian, *, source: str) -> Guardian:
    """End a guardian's custody on a file from now, and what they may open of this unit's copies."""
    require(rules.may_write_in(guardian.child_file))
    require(rules.may_register_guardian(actor, source=source))
    guardian.valid_to = timezone.now()
    guardian.source = source
    guardian.save(update_fields=["valid_to", "source"])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.close_family_access(%s, %s, %s)",
            [guardian.child_file_id, guardian.person_ref, request_id.get()],
        )
    record(actor, "guardian.ended", child=guardian.child_file_id, object=guardian.public_id)
    return guardian


def involve(
    actor: Actor,
    child: ChildFile,
    *,
    person: UUID,
    role: str,
    reason: str,
    valid_to: datetime | None = None,
) -> UUID:
    """Involve a colleague with a child: by somebody involved herself, or the unit's manager."""
    require(rules.may_write_in(child))
    require(rules.may_involve(actor, role=role, reason=reason))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.involve(%s, %s, %s, %s, %s, %s)",
            [child.public_id, person, role, reason, valid_to, request_id.get()],
        )
        return UUID(str(cursor.fetchone()[0]))


def release(actor: Actor, *, involvement: UUID, reason: str) -> None:
    """End an involvement from now."""
    require(rules.may_involve(actor, role="team", reason=reason))
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.release(%s, %s, %s)", [involvement, reason, request_id.get()])


def note_follow_up(actor: Actor, child: ChildFile, *, on: date | None) -> None:
    """Set the next follow-up's day in the lists of those involved."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.note_follow_up(%s, %s)", [child.pk, on])
    record(actor, "follow_up.noted", child=child.pk, object=child.public_id)


def notify(
    actor: Actor,
    child: ChildFile,
    *,
    kind: str,
    object: UUID | None = None,  # noqa: A002 - the log's own word
    person_id: int | None = None,
    also: Sequence[str] = (),
) -> Notice:
    """Tell those involved in the acting unit, or one of them, that there is something new.

    What happens in a file that has been made one with another is news in that one.

    `also` are acts about the same object that are logged with it, in the same statement.
    """
    notice = Notice.objects.create(
        unit_id=actor.unit_id,
        child_file_id=child.joined_into or child.pk,
        person_id=person_id,
        kind=kind,
        object=object,
        at=timezone.now(),
    )
    acts = [(act, object) for act in (f"notice.{kind}", *also)]
    record_each(actor, acts, child=child.pk)
    return notice


def see_notices(actor: Actor, child: ChildFile) -> None:
    """Mark what is new about a child as seen by the acting person, and by nobody else."""
    now = timezone.now()
    rows = Notice.objects.filter(unit_id=actor.unit_id, child_file=child, seen=None)
    changed = rows.filter(person_id=actor.person_id).update(seen=now)
    seen = NoticeSeen.objects.filter(unit_id=actor.unit_id, child_file=child)
    shared = rows.filter(person_id__isnull=True)
    new = shared.exclude(pk__in=seen.filter(person_id=actor.person_id).values("notice_id"))
    made = NoticeSeen.objects.bulk_create(
        NoticeSeen(
            unit_id=actor.unit_id,
            child_file=child,
            notice_id=notice,
            person_id=actor.person_id,
            at=now,
        )
        for notice in new.values_list("pk", flat=True)
    )
    everybody = {line.person_id for line in involved(actor, child)}
    done = seen.filter(person_id__in=everybody).values("notice_id")
    by_all = done.annotate(readers=Count("pk")).filter(readers=len(everybody))
    shared.filter(pk__in=by_all.values("notice_id")).update(seen=now)
    if changed or made:
        record(actor, "notice.seen", child=child.pk, object=child.public_id)
