"""Covered units are asked to take part in a plan."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.disclosure.defaults import Answers
from varjebarn.disclosure.documents import Document
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Changed, Decision, require
from varjebarn.plan import rules
from varjebarn.plan.documents import Invitation
from varjebarn.plan.facts import standing
from varjebarn.plan.models import Plan
from varjebarn.plan.queries.inviting import invitation_of, invited_lines
from varjebarn.plan.queries.sharing import sharing
from varjebarn.plan.queries.working import working_document
from varjebarn.plan.reasons import Reason
from varjebarn.plan.sending import send


def invite_team(
    actor: Actor,
    plan: Plan,
    *,
    asked: str,
    shown: str,
    on: date,
    answers: Answers,
    units: Collection[UUID] | None = None,
) -> Invitation:
    """Ask the covered units, or some of them, to take part: whom it is about, why, what is asked.

    `answers` are the decider's, by ground (`InvitationPreview.answers`); one that is missing is refused.
    `shown` is the preview's digest: another list today raises Changed.
    """
    require(rules.with_words(standing(actor, plan), asked))
    document = working_document(actor, plan)
    child, known = plan.child_file, sharing(actor, plan.child_file)
    if rules.digest(invited_lines(known, child, on=on)) != shown:
        raise Changed(Reason.RECIPIENTS_CHANGED)
    lines = invited_lines(known, child, on=on, units=units)
    if not lines:
        require(Decision(Reason.NOBODY_TO_INVITE))
    invitation = invitation_of(document, asked=asked, on=on)

    def written(line: rules.RecipientLine) -> Document:
        return invitation.only(line.parts).as_content()

    send(actor, child, known, lines, written, answers)
    record(actor, "plan.team_invited", child=child.pk, object=plan.ref)
    return invitation
