"""Asks for consent, writes down answers given by other means, and takes consent back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from varjebarn.audit.record import record, request_id
from varjebarn.disclosure.commands.disclosing import disclose
from varjebarn.disclosure.defaults import PURPOSE, Answers
from varjebarn.disclosure.departing import may_record_answer
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.matters import Matter
from varjebarn.disclosure.models import Consent, Consenter
from varjebarn.disclosure.parts import Part
from varjebarn.disclosure.policy import default_policy
from varjebarn.disclosure.queries.deciding import deciding
from varjebarn.disclosure.queries.withholding import kept
from varjebarn.disclosure.recipients import ToPerson
from varjebarn.disclosure.standing import consent_until
from varjebarn.disclosure.withholding import left_out_for_guardian
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import SecrecyUnit
from varjebarn.people.models import ChildFile
from varjebarn.people.rules import may_work_with_children, may_write_in

SCHEMA = "varjebarn/consent_request/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleMember:
    """One unit of the circle, and the parts it may be given. The asking unit is one of them."""

    unit: UUID
    parts: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """How an answer by other means was given: when, who heard it, and where the paper is."""

    said_on: date
    heard_by: str
    reference: str = ""
    paper: UUID | None = None


def ask_consent(
    actor: Actor,
    child: ChildFile,
    *,
    purpose: str,
    last_day: date,
    circle: Sequence[CircleMember],
    answers: Answers,
    concern: str = "",
    matter: Matter = Matter.EVERYDAY,
) -> Consent:
    """Ask whoever decides in the matter, and the child, in one command; nothing is shared by it.

    They are the guardians with custody, and whoever is in a guardian's place; from 18 on the young
    person alone.

    The request says what will be shared, with whom and why. What somebody is worried about goes
    along only as `concern`, if the asker has chosen to send it. `answers` are the asker's own, by
    ground (`queries.request_answers`); one that is not there is refused, never filled in.
    Source: OSL 6:3, 12:2-3, FB 6:11, 6:13.
    """
    require(may_work_with_children(actor))
    require(may_write_in(child))
    policy = default_policy()
    today = timezone.localdate()
    until = consent_until(
        child.born,
        given_on=today,
        asked_until=last_day + timedelta(days=1),
        by_guardian=policy.band(child.born, today).guardians_asked,
        policy=policy,
    )
    scopes = [{"unit": str(member.unit), "parts": sorted(member.parts)} for member in circle]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM vb.ask_consent(%s, %s, %s, %s::jsonb, %s, %s, %s, %s)",
            [
                child.pk,
                purpose,
                until,
                json.dumps(scopes),
                policy.policy_id,
                policy.version,
                request_id.get(),
                matter.value,
            ],
        )
        consent = Consent.objects.get(pk=cursor.fetchone()[0])
    _send_requests(actor, child, consent, _request(actor, child, consent, circle, concern), answers)
    record(actor, "consent.requested", child=child.pk, object=consent.ref)
    return consent


def _send_requests(
    actor: Actor,
    child: ChildFile,
    consent: Consent,
    document: Document,
    answers: Answers,
) -> None:
    secret = kept(actor, child)
    known = deciding(actor, child, matter=consent.matter)
    custody = {one.person_ref: one for one in known if one.person_ref is not None}
    for consenter in Consenter.objects.filter(unit_id=actor.unit_id, consent=consent):
        if consenter.person_ref is None:
            continue  # answers through an adult, by word of mouth or on paper
        if left_out_for_guardian(secret, consenter.person_ref).places:
            continue  # so does one who may not know where the child is: the question names units
        ground = "SELF" if consenter.capacity == "child" else "GUARDIAN"
        said = {**answers.get(ground, {})}
        if ground == "GUARDIAN":
            guardian = custody[consenter.person_ref]
            said |= {"guardian_id": str(guardian.public_id), "custody_checked": guardian.source}
        disclose(
            actor,
            child,
            ground=ground,
            document=document,
            to=[
                ToPerson(
                    person_ref=consenter.person_ref,
                    capacity=consenter.capacity,
                    name=consenter.name,
                ),
            ],
            purpose=said.pop(PURPOSE, ""),
            answers=said,
        )


def _request(
    actor: Actor,
    child: ChildFile,
    consent: Consent,
    circle: Sequence[CircleMember],
    concern: str,
) -> Document:
    units = {
        unit.public_id: unit
        for unit in SecrecyUnit.objects.filter(
            public_id__in=[member.unit for member in circle],
        ).select_related("organisation")
    }
    request: dict[str, Any] = {
        "purpose": consent.purpose,
        "last_day": (consent.valid_to - timedelta(days=1)).isoformat(),
        "units": [
            {
                "unit": str(member.unit),
                "name": units[member.unit].name,
                "organisation": units[member.unit].organisation.name,
                "area": units[member.unit].area,
                "parts": [part.value for part in Part if part.value in member.parts],
                "own": member.unit == actor.unit,
            }
            for member in circle
        ],
        "asked_by": actor.name,
        "asked_by_title": actor.title,
        "concern": concern,
    }
    return Document(
        kind="consent_request",
        schema=SCHEMA,
        body={
            "child": {"called": child.called, "born": child.born.isoformat()},
            "parts": {Part.REQUEST.value: request},
        },
        subject_ref=consent.ref,
    )


def record_answer(
    actor: Actor,
    consent: Consent,
    *,
    consenter: int,
    unit: UUID,
    what: str,
    how: str,
    note: str,
    given: Given | None = None,
) -> None:
    """Write down an answer given on paper or by word of mouth: entered by one, said by another.

    `given` says when, to whom and where the paper is; without it: today, to the one who writes.
    """
    require(may_work_with_children(actor))
    today = timezone.localdate()
    given = given or Given(said_on=today, heard_by=actor.name)
    require(may_record_answer(said_on=given.said_on, heard_by=given.heard_by, on=today))
    values: list[Any] = [consent.pk, consenter, unit, what, how, note, request_id.get()]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.record_answer(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [*values, given.said_on, given.heard_by, given.reference, given.paper],
        )
    record(actor, "consent.answer_entered", child=consent.child_file_id, object=consent.ref)


def withdraw_consent(actor: Actor, *, ref: UUID, unit: UUID) -> None:
    """Take a yes back for one unit: nothing more goes there from the next request on (R10).

    The door logs it in the asking unit and in that unit.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.withdraw(%s, %s, %s)", [ref, unit, request_id.get()])
    record(actor, "consent.withdrawn", object=ref)
