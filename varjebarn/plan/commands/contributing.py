"""What a unit in the team sends to a plan that another unit leads. Nobody writes in the lead's rows."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid4

from varjebarn.audit.record import record
from varjebarn.disclosure.defaults import Answers
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Changed, Decision, require
from varjebarn.people.models import ChildFile
from varjebarn.people.rules import may_work_with_children
from varjebarn.plan import rules
from varjebarn.plan.documents import ActionReport, ContributedNote, Contribution
from varjebarn.plan.documents.shaping import shaped_contribution
from varjebarn.plan.facts import dimensions
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
    held, known = held_copy(actor, child, plan_ref), sharing(actor, child)
    contribution = Contribution(
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
    listed = known.lines(child, held=CONTRIBUTED, on=on, subject=plan_ref)
    if rules.digest(listed) != shown:
        raise Changed(Reason.RECIPIENTS_CHANGED)
    require(rules.may_contribute(contribution_facts(actor, held, known, child, on, contribution)))
    _require_known_dimensions(held, contribution)
    send(
        actor,
        child,
        known,
        _with_something(
            known.lines(
                child,
                held=frozenset(part.value for part in contribution.parts),
                on=on,
                subject=plan_ref,
            ),
            contribution,
        ),
        lambda line: _of(line, contribution).as_content(),
        answers,
    )
    record(actor, "plan.contributed", child=child.pk, object=plan_ref)
    return contribution


def _of(line: rules.RecipientLine, contribution: Contribution) -> Contribution:
    """Give a contribution as the recipient of a line may have it."""
    return shaped_contribution(contribution.only(line.parts), line.left_out)


def _with_something(
    lines: Sequence[rules.RecipientLine], contribution: Contribution
) -> list[rules.RecipientLine]:
    """Leave out whoever would get a contribution with nothing in it."""
    return [line for line in lines if not line.is_recipient or _of(line, contribution).parts]


def _require_known_dimensions(held: Held | None, contribution: Contribution) -> None:
    """Require that a note stands in a dimension of the model that the held copy names."""
    source = (held.document or held.invitation) if held else None
    if source is None:
        return
    known = dimensions(source.model_id, source.model_version)
    if {note.dimension for note in contribution.wheel} - known:
        require(Decision(Reason.DIMENSION_UNKNOWN))
