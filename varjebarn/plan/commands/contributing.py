"""What a unit in the team sends to a plan that another unit leads. Nobody writes in the lead's rows."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.disclosure.defaults import Answers
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Changed, Decision, require
from varjebarn.people.models import ChildFile
from varjebarn.people.rules import may_work_with_children, may_write_in
from varjebarn.plan import rules
from varjebarn.plan.documents import ActionReport, ContributedNote, Contribution
from varjebarn.plan.facts import dimensions
from varjebarn.plan.queries.contributing import contribution_of, given_lines, given_to
from varjebarn.plan.queries.copies import CONTRIBUTED, Held, contribution_facts, held_copy
from varjebarn.plan.queries.sharing import sharing
from varjebarn.plan.reasons import Reason
from varjebarn.plan.sending import send


def contribute(  # noqa: PLR0913 - three parts, any of which may be empty
    actor: Actor,
    child: ChildFile,
    *,
    plan_ref: UUID,
    shown: str,
    on: date,
    answers: Answers,
    actions: Sequence[ActionReport] = (),
    wheel: Sequence[ContributedNote] = (),
    note: str = "",
) -> Contribution:
    """Send what this unit adds: to the lead's unit, the other units its consent covers, the family.

    Each gets the parts that it may have. It is a disclosure of this unit's, on its own copy of the
    consent. `answers` are the decider's, by ground (`ContributionPreview.answers`); one that is
    missing is refused. `shown` is the preview's digest: another list today raises Changed.
    """
    require(may_work_with_children(actor))
    require(may_write_in(child))
    held, known = held_copy(actor, child, plan_ref), sharing(actor, child)
    contribution = contribution_of(
        actor, plan_ref=plan_ref, on=on, actions=actions, wheel=wheel, note=note
    )
    listed = known.lines(child, held=CONTRIBUTED, on=on, subject=plan_ref)
    if rules.digest(listed) != shown:
        raise Changed(Reason.RECIPIENTS_CHANGED)
    require(rules.may_contribute(contribution_facts(actor, held, known, child, on, contribution)))
    _require_known_dimensions(held, contribution)
    send(
        actor,
        child,
        known,
        given_lines(known, child, contribution, on=on),
        lambda line: given_to(line, contribution).as_content(),
        answers,
    )
    record(actor, "plan.contributed", child=child.pk, object=plan_ref)
    return contribution


def _require_known_dimensions(held: Held | None, contribution: Contribution) -> None:
    """Require that a note stands in a dimension of the model that the held copy names."""
    source = (held.document or held.invitation) if held else None
    if source is None:
        return
    known = dimensions(source.model_id, source.model_version)
    if {note.dimension for note in contribution.wheel} - known:
        require(Decision(Reason.DIMENSION_UNKNOWN))
