"""What each recipient of a plan gets: the frozen content, as it is sent and as it is shown before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.queries import own_counts
from varjebarn.kernel.actors import Actor
from varjebarn.plan.documents import PlanDocument
from varjebarn.plan.documents.shaping import shaped
from varjebarn.plan.models import Plan
from varjebarn.plan.queries.sharing import recipient_lines, sharing
from varjebarn.plan.queries.working import working_document
from varjebarn.plan.rules import RecipientKind, RecipientLine

Written = Callable[[RecipientLine], Document]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The copy that one recipient would get, and who that is."""

    line: RecipientLine
    document: Document


def version_contents(
    actor: Actor, plan: Plan, document: PlanDocument, lines: Sequence[RecipientLine]
) -> Written:
    """Give what writes each recipient's content of one version: sent so, and shown so before."""
    counts = own_counts(actor, plan.child_file, subject=document.ref)
    wholes = {
        items: _without(actor, plan, document, items)
        for items in {line.left_out.items for line in lines if line.is_recipient}
    }

    def written(line: RecipientLine) -> Document:
        whole = shaped(wholes[line.left_out.items], line.left_out)
        if line.kind is RecipientKind.UNIT or line.ref is None:
            return whole.for_units().only(line.parts).as_content()
        return _counted(whole.for_family().only(line.parts), counts.get(line.ref))

    return written


def version_for(actor: Actor, plan: Plan, *, recipient: UUID, on: date) -> Shown | None:
    """Give the copy that a recipient of today's list would get; None for whoever gets none.

    Nothing is sent by it, and nothing is written.
    """
    document = replace(working_document(actor, plan), published_on=on)
    lines = recipient_lines(
        actor, plan.child_file, sharing(actor, plan.child_file), document, on=on
    )
    line = next((one for one in lines if one.ref == recipient and one.is_recipient), None)
    if line is None:
        return None
    return Shown(line=line, document=version_contents(actor, plan, document, lines)(line))


def _without(
    actor: Actor, plan: Plan, document: PlanDocument, items: frozenset[UUID]
) -> PlanDocument:
    """Give the whole as it would be if some contributions had never come."""
    if not items:
        return document
    return replace(working_document(actor, plan, without=items), published_on=document.published_on)


def _counted(document: PlanDocument, count: int | None) -> Document:
    """Give a guardian's copy a number in their own count, once something has been kept from them."""
    if count is None or count == document.version:
        return document.as_content()
    return replace(replace(document, version=count).as_content(), edition=document.version)
