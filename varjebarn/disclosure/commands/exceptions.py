"""Records where a consent departs from the rule, and keeps a scanned answer."""

from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from varjebarn.audit.record import record, request_id
from varjebarn.disclosure.departing import (
    MaturityWords,
    StandInWords,
    may_assess,
    may_stand_in,
    may_store_paper,
    paper_type,
)
from varjebarn.disclosure.models import Consent, ConsentEvent
from varjebarn.disclosure.policy import Answer
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.people.models import ChildFile
from varjebarn.people.rules import may_work_with_children, may_write_in

NOES = ("refused", "withdrawn")


def assess_maturity(
    actor: Actor, child: ChildFile, consent: Consent, *, words: MaturityWords
) -> UUID:
    """Record that the child is judged to decide alone in one consent: by whom, when and why.

    Source: OSL 12:3, FB 6:11, and the county's policy. Raises Refused.
    """
    require(may_work_with_children(actor))
    require(may_write_in(child))
    require(may_assess(words, born=child.born, on=timezone.localdate()))
    made = _door(
        "vb.assess_maturity",
        consent.pk,
        words.matter,
        words.understands,
        words.harm_if_told,
        words.why,
        words.assessed_by,
        words.assessed_on,
        words.second_person,
    )
    record(actor, "consent.maturity_recorded", child=consent.child_file_id, object=consent.ref)
    return made


def stand_in(actor: Actor, consent: Consent, *, consenter: int, words: StandInWords) -> UUID:
    """Record what stands in for one guardian's answer to one consent (FB 6:13 2 st, 6:13 a).

    A decision counts for the consent's own measure. Raises Refused.
    """
    require(may_work_with_children(actor))
    has_said_no = ConsentEvent.objects.filter(
        unit_id=actor.unit_id, consent=consent, consenter_id=consenter, what__in=NOES
    ).exists()
    require(
        may_stand_in(words, matter=consent.matter, has_said_no=has_said_no, on=timezone.localdate())
    )
    is_decision = words.kind is Answer.DECISION_6_13A
    made = _door(
        "vb.record_stand_in",
        consent.pk,
        consenter,
        words.kind.value,
        words.reason,
        words.cannot_wait,
        words.not_intrusive,
        words.decision_reference,
        words.decided_on,
        consent.matter if is_decision else "",
    )
    record(actor, "consent.stand_in_recorded", child=consent.child_file_id, object=consent.ref)
    return made


def end_stand_in(actor: Actor, consent: Consent, *, ref: UUID) -> None:
    """End what stands in: from the next request the guardian's own answer is needed again."""
    require(may_work_with_children(actor))
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.end_stand_in(%s, %s)", [ref, request_id.get()])
    record(actor, "consent.stand_in_ended", child=consent.child_file_id, object=ref)


def store_paper(actor: Actor, consent: Consent, *, content: bytes) -> UUID:
    """Keep a scanned answer in the unit's own compartment; its kind is judged by its content."""
    require(may_work_with_children(actor))
    require(may_store_paper(content))
    made = _door("vb.store_paper", consent.pk, content, paper_type(content))
    record(actor, "consent.paper_stored", child=consent.child_file_id, object=made)
    return made


def _door(name: str, *values: Any) -> UUID:
    """Call a door that answers with the reference of what it made."""
    places = ", ".join(["%s"] * (len(values) + 1))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {name}({places})", [*values, request_id.get()])
        return UUID(str(cursor.fetchone()[0]))
