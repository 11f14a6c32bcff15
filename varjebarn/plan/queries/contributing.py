"""What a unit would add to a plan, as each recipient would get it: the same when shown and when sent."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid4

from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile
from varjebarn.plan.documents import ActionReport, ContributedNote, Contribution
from varjebarn.plan.documents.shaping import shaped_contribution
from varjebarn.plan.queries.contents import Shown
from varjebarn.plan.queries.sharing import Sharing, sharing
from varjebarn.plan.rules import RecipientLine


def contribution_of(
    actor: Actor,
    *,
    plan_ref: UUID,
    on: date,
    actions: Sequence[ActionReport] = (),
    wheel: Sequence[ContributedNote] = (),
    note: str = "",
) -> Contribution:
    """Write what the acting unit adds, in its own name."""
    return Contribution(
        ref=uuid4(),
        plan_ref=plan_ref,
        unit=actor.unit or UUID(int=0),
        unit_name=actor.unit_name,
        organisation_name=actor.organisation_name,
        said_by=actor.name,
        said_by_title=actor.title,
        on=on,
        actions=tuple(actions),
        wheel=tuple(wheel),
        note=note.strip(),
    )


def given_lines(
    known: Sharing, child: ChildFile, contribution: Contribution, *, on: date
) -> list[RecipientLine]:
    """List who gets a contribution, less whoever would get one with nothing in it."""
    held = frozenset(part.value for part in contribution.parts)
    lines = known.lines(child, held=held, on=on, subject=contribution.plan_ref)
    return [line for line in lines if not line.is_recipient or given_to(line, contribution).parts]


def given_to(line: RecipientLine, contribution: Contribution) -> Contribution:
    """Give a contribution as the recipient of a line may have it."""
    return shaped_contribution(contribution.only(line.parts), line.left_out)


def contributions_for(
    actor: Actor, child: ChildFile, contribution: Contribution, *, on: date
) -> list[Shown]:
    """Give a contribution as each recipient would get it. Nothing is sent."""
    lines = given_lines(sharing(actor, child), child, contribution, on=on)
    return [
        Shown(line=line, document=given_to(line, contribution).as_content())
        for line in lines
        if line.is_recipient
    ]
