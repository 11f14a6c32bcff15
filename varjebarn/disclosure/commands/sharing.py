"""Shares what somebody chose to share, and tells the family of it; or decides not to, and keeps why."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.disclosure import catalogue as g
from varjebarn.disclosure import coach
from varjebarn.disclosure.commands.disclosing import disclose
from varjebarn.disclosure.defaults import PURPOSE, Answers
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.letters import told_document
from varjebarn.disclosure.models import Consent, Disclosure, NotShared
from varjebarn.disclosure.outside import may_share_with_area
from varjebarn.disclosure.recipients import ToPerson, ToUnit
from varjebarn.disclosure.rules import may_enter_offence_data
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import SecrecyUnit
from varjebarn.people.models import ChildFile, Guardian
from varjebarn.people.queries import guardians
from varjebarn.people.rules import may_work_with_children, may_write_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Whom in the family the decider tells, in which words, and why nobody if nobody.

    `answers` are what the grounds SELF and GUARDIAN ask for, by ground, as the decider left them.
    """

    to: Sequence[ToPerson] = ()
    words: str = ""
    answers: Answers
    untold_reason: str = ""


def share(  # noqa: PLR0913 - a disclosure is complete or does not exist (R04)
    actor: Actor,
    child: ChildFile,
    *,
    ground: str,
    document: Document,
    to: ToUnit | ToPerson,
    answers: Mapping[str, str],
    secrecy_shown: Collection[str],
    telling: Telling,
    consent: Consent | None = None,
    duty: str = "",
    holds_offence_data: bool = False,
) -> Disclosure:
    """Share one frozen content with one recipient, and tell the family of it in the same moment.

    `answers` hold the purpose and the ground's fields. Raises Refused with the rule's reason.
    """
    require(may_work_with_children(actor))
    require(may_write_in(child))
    if isinstance(to, ToUnit):
        require(may_share_with_area(SecrecyUnit.objects.get(public_id=to.unit).area))
    if holds_offence_data:
        require(may_enter_offence_data(actor.area))
    told = coach.told_of(ground, duty)
    require(coach.may_tell(told, anybody=bool(telling.to), reason=telling.untold_reason))
    said, purpose = _said(answers, consent)
    if telling.untold_reason.strip():
        said["untold_reason"] = telling.untold_reason.strip()
    if holds_offence_data:
        said["offence_data"] = g.CONFIRMED
    registered = {guardian.person_ref: guardian for guardian in guardians(actor, child)}
    made = disclose(
        actor,
        child,
        ground=ground,
        document=document,
        to=[to],
        purpose=purpose,
        answers=said | _of_guardian(to, registered),
        consent=consent,
        duty=duty,
        secrecy_shown=secrecy_shown,
        holds_offence_data=holds_offence_data,
    )
    for person in telling.to:
        _tell(actor, child, person, telling, registered)
    record(actor, "disclosure.shared", child=child.pk, object=made.public_id)
    return made


def decide_not_to_share(
    actor: Actor, child: ChildFile, *, kind: str, recipient_name: str, reason: str
) -> NotShared:
    """Keep that something was not shared, with whom, and why. What it was about is not kept."""
    require(may_work_with_children(actor))
    require(may_write_in(child))
    require(coach.may_decide_not_to_share(reason))
    made = NotShared.objects.create(
        unit_id=actor.unit_id,
        child_file=child,
        content_kind=kind,
        recipient_name=recipient_name,
        reason=reason.strip(),
        decided_by_id=actor.person_id,
        decided_at=timezone.now(),
    )
    record(actor, "disclosure.not_made", child=child.pk, object=made.public_id)
    return made


def _said(answers: Mapping[str, str], consent: Consent | None) -> tuple[dict[str, str], str]:
    """Part the purpose from the other answers; a consent brings its own."""
    said = dict(answers)
    purpose = said.pop(PURPOSE, "")
    if consent is None:
        return said, purpose
    return said | {"consent_id": str(consent.ref)}, consent.purpose


def _of_guardian(to: ToUnit | ToPerson, registered: Mapping[UUID, Guardian]) -> dict[str, str]:
    """Answer who the guardian is, and how custody was checked, from the file."""
    guardian = registered.get(to.person_ref) if isinstance(to, ToPerson) else None
    if guardian is None:
        return {}
    return {"guardian_id": str(guardian.public_id), "custody_checked": guardian.source}


def _tell(
    actor: Actor,
    child: ChildFile,
    person: ToPerson,
    telling: Telling,
    registered: Mapping[UUID, Guardian],
) -> Disclosure:
    """Tell one in the family, on that person's own ground."""
    ground = g.SELF if person.capacity == "child" else g.GUARDIAN
    said, purpose = _said(telling.answers.get(ground, {}), None)
    return disclose(
        actor,
        child,
        ground=ground,
        document=told_document(actor, child, words=telling.words, on=timezone.localdate()),
        to=[person],
        purpose=purpose,
        answers=said | _of_guardian(person, registered),
    )
