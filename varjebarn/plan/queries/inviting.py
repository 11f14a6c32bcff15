"""Which units may be invited to a plan, and what the decider of an invitation is to answer for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.disclosure.defaults import Answers
from varjebarn.disclosure.parts import Part
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile
from varjebarn.plan.documents import Invitation, PlanDocument
from varjebarn.plan.documents.contribution import INVITATION
from varjebarn.plan.models import Plan
from varjebarn.plan.queries.contents import Shown
from varjebarn.plan.queries.sharing import Sharing, sharing, suggested_for
from varjebarn.plan.queries.working import working_document
from varjebarn.plan.rules import RecipientKind, RecipientLine, digest

ASKED = frozenset({Part.WHY.value, Part.TEAM.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationPreview:
    """The units that the page offers; `answers` are, by ground, what is suggested to the decider.

    `digest` marks the list, with what protects it at each.
    """

    lines: tuple[RecipientLine, ...]
    digest: str
    answers: Answers


def invitation_preview(actor: Actor, plan: Plan, on: date) -> InvitationPreview:
    """List the units that a consent lets be told why there is a plan. Three statements."""
    child = plan.child_file
    lines = invited_lines(sharing(actor, child), child, on=on)
    return InvitationPreview(
        lines=lines, digest=digest(lines), answers=suggested_for(INVITATION, lines)
    )


def invitation_of(document: PlanDocument, *, asked: str, on: date) -> Invitation:
    """Write the invitation to a plan: whom it is about, why, what is asked, and who is in the team."""
    if document.lead is None:
        raise ValueError("a plan has a lead from its first day")
    return Invitation(
        plan_ref=document.ref,
        child_called=document.child_called,
        child_born=document.child_born,
        model_id=document.model_id,
        model_version=document.model_version,
        model_title=document.model_title,
        lead=document.lead,
        on=on,
        why=document.why.text if document.why else "",
        asked=asked.strip(),
        team=document.for_units().team,
    )


def invitations(
    actor: Actor, plan: Plan, *, asked: str, units: Collection[UUID], on: date
) -> list[Shown]:
    """Give the invitation as each chosen unit would get it. Nothing is sent."""
    child = plan.child_file
    written = invitation_of(working_document(actor, plan), asked=asked, on=on)
    return [
        Shown(line=line, document=written.only(line.parts).as_content())
        for line in invited_lines(sharing(actor, child), child, on=on, units=units)
    ]


def invited_lines(
    known: Sharing, child: ChildFile, *, on: date, units: Collection[UUID] | None = None
) -> tuple[RecipientLine, ...]:
    """Give the covered units, or those of them that are named, with the parts of an invitation."""
    return tuple(
        line
        for line in known.lines(child, held=ASKED, on=on)
        if line.kind is RecipientKind.UNIT
        and Part.WHY.value in line.parts
        and (units is None or line.ref in units)
    )
