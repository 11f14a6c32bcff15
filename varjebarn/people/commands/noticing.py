"""Somebody in the family chooses how to hear that there is something new; or the contact enters it."""

from uuid import UUID

from django.db import connection
from django.utils import timezone

from varjebarn.audit.record import record, request_id
from varjebarn.kernel.actors import Actor, Kind
from varjebarn.kernel.decisions import require
from varjebarn.people import rules
from varjebarn.people.models import ChildFile
from varjebarn.people.outbox import NoticeChoice
from varjebarn.people.ways import NoticeWay


def choose_notice(actor: Actor, *, way: NoticeWay, address: str) -> NoticeChoice:
    """Choose for oneself; what was chosen before, by anybody, no longer counts."""
    require(rules.may_choose_notice(way=way, address=address, by_family=actor.kind is Kind.FAMILY))
    said = {
        "way": way.value,
        "address": rules.notice_address(way, address),
        "chosen_at": timezone.now(),
        "entered_by": None,
    }
    mine = NoticeChoice.objects.filter(person_id=actor.person_id)
    if not mine.update(**said):
        NoticeChoice.objects.create(person_id=actor.person_id, **said)
    record(actor, "notice_way.chosen", why=way.value)
    return mine.get()


def choose_notice_for(
    actor: Actor, child: ChildFile, *, person: UUID, way: NoticeWay, address: str
) -> None:
    """Enter what a guardian or the child has chosen: never over what they chose themselves."""
    require(rules.may_work_with_children(actor))
    require(rules.may_choose_notice(way=way, address=address, by_family=True))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.choose_notice_for(%s, %s, %s, %s, %s)",
            [
                child.pk,
                person,
                way.value,
                rules.notice_address(way, address),
                request_id.get(),
            ],
        )
    record(actor, "notice_way.entered_for", child=child.pk, object=person)
