"""Which units may be invited to a plan, and what the decider of an invitation is to answer for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.disclosure.defaults import Answers
from varjebarn.disclosure.parts import Part
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile
from varjebarn.plan.documents.contribution import INVITATION
from varjebarn.plan.models import Plan
from varjebarn.plan.queries.sharing import Sharing, sharing, suggested_for
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
