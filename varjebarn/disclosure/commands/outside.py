"""Gives one part to an association's leader without a login, and keeps what came of it."""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from varjebarn.audit.record import record, request_id
from varjebarn.disclosure import catalogue as g
from varjebarn.disclosure import outside
from varjebarn.disclosure.commands.disclosing import disclose
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.models import Consent, OutsideAnswer, OutsidePart
from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.recipients import ToUnit
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Decision, require
from varjebarn.organisations.models import SecrecyUnit
from varjebarn.people.models import ChildFile
from varjebarn.people.rules import may_work_with_children, may_write_in
from varjebarn.people.values import Protection

LONG, SHORT = 26, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """The two secrets of a link, seen once: one goes in the link, the other by telephone."""

    secret: str
    code: str


def give_outside(  # noqa: PLR0913 - a disclosure is complete or does not exist (R04)
    actor: Actor,
    child: ChildFile,
    *,
    document: Document,
    to: ToUnit,
    to_name: str,
    way: outside.Way,
    reservation: str,
    last_day: date,
    consent: Consent,
    answers: Mapping[str, str],
    secrecy_shown: Collection[str],
    holds_offence_data: bool = False,
) -> OutsidePart:
    """Decide to give one part to a leader on a consent that names the association.

    `answers` hold what the ground CONSENT asks for, `child_view`. Raises Refused with the rule's
    reason; the door makes the part's row and refuses by itself.
    """
    require(may_work_with_children(actor))
    facts = outside.OutsideFacts(
        area=SecrecyUnit.objects.get(public_id=to.unit).area,
        parts=document.parts,
        text=document.text(),
        to_name=to_name,
        reservation=reservation,
        on=timezone.localdate(),
        last_day=last_day,
        is_protected=child.protection != Protection.NONE,
        holds_offence_data=holds_offence_data,
    )
    require(outside.may_give_outside(facts))
    said = {
        **answers,
        "consent_id": str(consent.ref),
        "reservation_text": reservation.strip(),
        "outside_name": to_name.strip(),
        "outside_way": way.value,
        "outside_last_day": last_day.isoformat(),
    }
    made = disclose(
        actor,
        child,
        ground=g.CONSENT,
        document=document,
        to=[to],
        purpose=consent.purpose,
        answers=said,
        consent=consent,
        secrecy_shown=secrecy_shown,
        holds_offence_data=holds_offence_data,
    )
    part = OutsidePart.objects.get(unit_id=actor.unit_id, disclosure=made)
    record(actor, "outside.given", child=child.pk, object=part.public_id)
    return part


def issue_link(actor: Actor, part: OutsidePart) -> Issued:
    """Make the link's two secrets; the ones before open nothing any more. Logged by the door."""
    require(may_work_with_children(actor))
    require(may_write_in(part.child_file))
    if part.opened_at is not None or part.closed_at or part.until <= timezone.now():
        require(Decision(Reason.OUTSIDE_HAS_ENDED))
    made = Issued(
        secret="".join(secrets.choice(outside.LETTERS) for _ in range(LONG)),
        code="".join(secrets.choice("0123456789") for _ in range(SHORT)),
    )
    secret, code = outside.hashes(made.secret, made.code)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.issue_link(%s, %s, %s, %s)", [part.public_id, secret, code, request_id.get()]
        )
    record(actor, "outside.link_issued", child=part.child_file_id, object=part.public_id)
    return made


def note_receipt(actor: Actor, part: OutsidePart, *, name: str) -> None:
    """Note that the paper was handed over and that the leader has signed the reservation."""
    require(may_work_with_children(actor))
    if not name.strip():
        require(Decision(Reason.OUTSIDE_NEEDS_NAME))
    if part.accepted_at is not None or part.closed_at is not None:
        require(Decision(Reason.OUTSIDE_HAS_ENDED))
    _call("SELECT vb.note_outside_receipt(%s, %s, %s)", part.public_id, name)
    record(actor, "outside.receipt_noted", child=part.child_file_id, object=part.public_id)


def close_outside(actor: Actor, part: OutsidePart, *, reason: str) -> None:
    """End it before its last day: the link shows nothing from the next request on."""
    require(may_work_with_children(actor))
    if part.closed_at is not None:
        require(Decision(Reason.OUTSIDE_HAS_ENDED))
    _call("SELECT vb.close_outside(%s, %s, %s)", part.public_id, reason.strip())
    record(actor, "outside.ended", child=part.child_file_id, object=part.public_id)


def note_outside_answer(
    actor: Actor, part: OutsidePart, *, words: str, said_by: str, said_on: date, how: outside.How
) -> OutsideAnswer:
    """Write down what the leader answered: entered by the actor, on behalf of the leader."""
    require(may_work_with_children(actor))
    require(may_write_in(part.child_file))
    require(outside.may_note_answer(words=words, said_by=said_by, entered_by=actor.name))
    made = OutsideAnswer.objects.create(
        unit_id=actor.unit_id,
        child_file_id=part.child_file_id,
        part=part,
        words=words.strip(),
        said_by=said_by.strip(),
        said_on=said_on,
        how=how.value,
        entered_by_id=actor.person_id,
        entered_at=timezone.now(),
    )
    record(actor, "outside.answer_entered", child=part.child_file_id, object=made.public_id)
    return made


def _call(statement: str, part: UUID, words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, [part, words, request_id.get()])
