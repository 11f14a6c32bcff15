"""A plan as another unit holds it: the copies it has been given, and the door back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from varjebarn.disclosure.defaults import Answers
from varjebarn.disclosure.documents import body_of
from varjebarn.disclosure.models import Delivery, Disclosure, FamilyDelivery
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Decision
from varjebarn.people.models import ChildFile
from varjebarn.plan import rules
from varjebarn.plan.documents import (
    ActionLine,
    Contribution,
    Invitation,
    PlanDocument,
    Source,
    TeamLine,
)
from varjebarn.plan.documents.contribution import CONTRIBUTION, INVITATION
from varjebarn.plan.documents.plan import KIND
from varjebarn.plan.queries.merging import Received, merged
from varjebarn.plan.queries.sharing import Sharing, sharing, suggested_for
from varjebarn.plan.queries.standing import contributions

CONTRIBUTED = frozenset({"actions", "wheel", "why"})
FILED = "filed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """One copy of a plan in a list; the newest comes first, older ones are kept as they are."""

    delivery: UUID
    plan_ref: UUID
    version: int | None
    kind: str
    from_unit_name: str
    from_organisation_name: str
    arrived: datetime
    opened_at: datetime | None
    is_filed: bool
    has_ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionPreview:
    """What the contribution page needs: whether there is a door, the own actions, who will get it.

    `lines` are for all three parts; each recipient gets those of its parts that are written.
    `digest` marks the list. `answers` are, by ground, what is suggested to the decider.
    """

    decision: Decision
    lead_unit_name: str
    lead_organisation_name: str
    own_actions: tuple[ActionLine, ...]
    lines: tuple[rules.RecipientLine, ...]
    digest: str
    answers: Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The newest filed copies about a plan: a version, an invitation, and who sent the latest."""

    latest: Delivery
    document: PlanDocument | None
    invitation: Invitation | None


def copies(actor: Actor, child: ChildFile) -> list[CopyLine]:
    """List the plans, and the invitations to one, that others have given this unit, newest first."""
    rows = Delivery.objects.filter(
        unit_id=actor.unit_id,
        child_file=child,
        content_kind__in=[KIND, INVITATION],
    ).order_by("-arrived", "-pk")
    return [
        CopyLine(
            delivery=row.public_id,
            plan_ref=row.subject_ref,
            version=row.version,
            kind=row.content_kind,
            from_unit_name=row.from_unit_name,
            from_organisation_name=row.from_organisation_name,
            arrived=row.arrived,
            opened_at=row.opened_at,
            is_filed=row.state == FILED,
            has_ended=row.consent_ended is not None,
        )
        for row in rows
        if row.subject_ref is not None
    ]


def received_document(
    delivery: Delivery | FamilyDelivery,
    *,
    unit: UUID | None = None,
) -> PlanDocument:
    """Read the plan out of a copy that has been opened: the sender's words, byte for byte.

    With `unit`, the holder's own, its lines are marked once the consent has been withdrawn.
    """
    document = PlanDocument.from_json(body_of(delivery.content))
    if unit is None or getattr(delivery, "consent_ended", None) is None:
        return document
    actions = document.actions
    return replace(
        document,
        actions=actions
        and replace(
            actions,
            lines=tuple(replace(line, sharing_ended=line.is_by(unit)) for line in actions.lines),
        ),
        team=None if document.team is None else tuple(_left(document.team, unit)),
    )


def received_invitation(delivery: Delivery) -> Invitation:
    """Read the invitation out of a copy that has been opened."""
    return Invitation.from_json(body_of(delivery.content))


def received_contribution(delivery: Delivery | FamilyDelivery) -> Contribution:
    """Read the contribution out of a copy that has been opened."""
    return Contribution.from_json(body_of(delivery.content))


def copy_with_contributions(actor: Actor, delivery: Delivery) -> PlanDocument:
    """Give a received plan with what has been contributed since, by this unit and by others.

    Two statements. Only what belongs in a part that the copy holds is added.
    """
    document = received_document(delivery, unit=actor.unit)
    child, since = delivery.child_file, delivery.arrived
    received = contributions(actor, child, document.ref, since=since)
    mine = _own_contributions(actor, child, document.ref, since)
    return merged(document, sorted([*received, *mine], key=lambda one: one.at))


def contribution_preview(
    actor: Actor,
    child: ChildFile,
    plan_ref: UUID,
    *,
    on: date,
) -> ContributionPreview:
    """Say whether this unit may add to a plan it has a copy of, and who will get what it adds."""
    held = held_copy(actor, child, plan_ref)
    known = sharing(actor, child)
    facts = contribution_facts(actor, held, known, child, on)
    lines = known.lines(child, held=CONTRIBUTED, on=on, subject=plan_ref)
    return ContributionPreview(
        decision=rules.may_open_contribution(facts),
        lead_unit_name=held.latest.from_unit_name if held else "",
        lead_organisation_name=held.latest.from_organisation_name if held else "",
        own_actions=tuple(line for line in _actions(held) if line.is_by(actor.unit)),
        lines=lines,
        digest=rules.digest(lines),
        answers=suggested_for(CONTRIBUTION, lines),
    )


def contribution_facts(
    actor: Actor,
    held: Held | None,
    known: Sharing,
    child: ChildFile,
    on: date,
    contribution: Contribution | None = None,
) -> rules.ContributionFacts:
    """Collect what the rule asks: the held copy, and what the consent lets this unit give the lead."""
    lead = held.latest.from_unit.public_id if held else None
    lines = known.lines(child, held=CONTRIBUTED, on=on)
    to_lead = next((line for line in lines if line.ref == lead and line.is_recipient), None)
    return rules.ContributionFacts(
        holds_filed_copy=held is not None,
        lead_parts=frozenset(to_lead.parts) if to_lead else None,
        own_actions=frozenset(line.ref for line in _actions(held) if line.is_by(actor.unit)),
        reported=frozenset(report.ref for report in contribution.actions)
        if contribution
        else frozenset(),
        parts=frozenset(part.value for part in contribution.parts) if contribution else frozenset(),
    )


def held_copy(actor: Actor, child: ChildFile, plan_ref: UUID) -> Held | None:
    """Find the newest filed copies about a plan; None when there is none. One statement."""
    rows = list(
        Delivery.objects.filter(
            unit_id=actor.unit_id,
            child_file=child,
            subject_ref=plan_ref,
            content_kind__in=[KIND, INVITATION],
            state=FILED,
        )
        .select_related("from_unit")
        .order_by("-arrived", "-pk"),
    )
    if not rows:
        return None
    version = next((row for row in rows if row.content_kind == KIND), None)
    invitation = next((row for row in rows if row.content_kind == INVITATION), None)
    return Held(
        latest=rows[0],
        document=received_document(version) if version else None,
        invitation=received_invitation(invitation) if invitation else None,
    )


def _actions(held: Held | None) -> Sequence[ActionLine]:
    document = held.document if held else None
    return document.actions.lines if document and document.actions else ()


def _left(team: Sequence[TeamLine], unit: UUID) -> Sequence[TeamLine]:
    return [replace(line, sharing_ended=line.unit == unit) for line in team]


def _own_contributions(
    actor: Actor,
    child: ChildFile,
    ref: UUID,
    since: datetime,
) -> list[Received]:
    """Give what this unit has contributed itself since a moment, as it was sent, the oldest first."""
    rows = Disclosure.objects.filter(
        unit_id=actor.unit_id,
        child_file=child,
        subject_ref=ref,
        content_kind=CONTRIBUTION,
        decided_at__gt=since,
    ).order_by("decided_at", "pk")
    source = Source(
        unit=actor.unit or UUID(int=0),
        unit_name=actor.unit_name,
        organisation_name=actor.organisation_name,
    )
    whole: dict[UUID, Received] = {}
    for row in rows:
        copy = Contribution.from_json(body_of(row.content))
        if copy.ref not in whole or len(copy.parts) > len(whole[copy.ref].contribution.parts):
            whole[copy.ref] = Received(contribution=copy, source=source, at=row.decided_at)
    return list(whole.values())
