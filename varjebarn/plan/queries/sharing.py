"""Who will get which parts, on what ground, and who will not: listed before anything is sent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.disclosure.defaults import Answers, suggested_by_ground
from varjebarn.disclosure.models import Consent
from varjebarn.disclosure.queries import Deciding, consents, family_around, kept
from varjebarn.disclosure.withholding import Kept
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile
from varjebarn.plan import rules
from varjebarn.plan.documents import PlanDocument
from varjebarn.plan.documents.plan import KIND
from varjebarn.plan.models import Plan
from varjebarn.plan.queries.working import working_document
from varjebarn.plan.reasons import Reason

LANGUAGE = "sv"  # what is decided is written in the authority's language


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """What the acting unit's file says today of who may be given something about the child."""

    circles: tuple[rules.CircleFacts, ...]
    consents: Mapping[UUID, Consent]
    guardians: Mapping[UUID, Deciding]
    kept: tuple[Kept, ...] = ()

    def lines(
        self,
        child: ChildFile,
        *,
        held: frozenset[str],
        team: Sequence[rules.UnitFacts] = (),
        on: date,
        subject: UUID | None = None,
    ) -> tuple[rules.RecipientLine, ...]:
        """List everybody around the child, for a content with these parts."""
        return rules.recipients(
            held=held,
            circles=self.circles,
            team=team,
            guardians=[
                rules.GuardianFacts(
                    guardian=guardian.public_id,
                    person_ref=guardian.person_ref,
                    name=guardian.name,
                    custody=guardian.custody,
                    view_agreed=guardian.view_agreed,
                    is_replaced=guardian.is_replaced,
                )
                for guardian in self.guardians.values()
                if guardian.person_ref is not None
            ],
            child=rules.ChildFacts(
                called=child.called,
                born=child.born,
                person_ref=child.person_ref,
            ),
            on=on,
            kept=self.kept,
            subject=subject,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The list that a page shows before a version is published.

    `digest` goes into the form as `shown`. `lacking` is what the version still needs, all of it.
    `answers` are, by ground, the suggested answers that the decider sees and may change.
    """

    lines: tuple[rules.RecipientLine, ...]
    digest: str
    lacking: tuple[Reason, ...]
    answers: Answers
    document: PlanDocument


def recipients_preview(actor: Actor, plan: Plan, on: date) -> Preview:
    """List who gets which parts of the next version, who does not and why. Ten statements."""
    document = working_document(actor, plan)
    child = plan.child_file
    lines = recipient_lines(actor, child, sharing(actor, child), document, on=on)
    return Preview(
        lines=lines,
        digest=rules.digest(lines),
        lacking=rules.missing_for_version(document, on=on, consent_given=has_consent(lines)),
        answers=suggested_for(KIND, lines),
        document=document,
    )


def recipient_lines(
    actor: Actor,
    child: ChildFile,
    known: Sharing,
    document: PlanDocument,
    *,
    on: date,
) -> tuple[rules.RecipientLine, ...]:
    """List everybody around the child for a whole plan, the units that stand in it included."""
    held = frozenset(part.value for part in document.parts)
    return known.lines(child, held=held, team=_named(actor, document), on=on, subject=document.ref)


def answers_on(grounds: Iterable[str]) -> Answers:
    """Suggest the decider's answers to a version, by ground, for a page that has been sent.

    Nothing is read: whether these are the grounds of today's list, the command finds out.
    """
    return suggested_by_ground(KIND, grounds, LANGUAGE)


def suggested_for(kind: str, lines: Sequence[rules.RecipientLine]) -> Answers:
    """Suggest the decider's answers, by ground, for everybody on a list who is to get something."""
    return suggested_by_ground(kind, {line.ground for line in lines if line.is_recipient}, LANGUAGE)


def sharing(actor: Actor, child: ChildFile) -> Sharing:
    """Read how every consent stands, the guardians, and what is kept from them. Four statements."""
    known = consents(actor, child)
    return Sharing(
        circles=tuple(
            rules.CircleFacts(
                consent=line.consent.ref,
                unit=unit.unit,
                unit_name=unit.unit_name,
                organisation_name=unit.organisation_name,
                is_own=unit.is_own,
                parts=unit.parts,
                area=unit.area,
                why_not=unit.why_not,
            )
            for line in known
            for unit in line.units
        ),
        consents={line.consent.ref: line.consent for line in known},
        guardians={one.public_id: one for one in family_around(actor, child)},
        kept=kept(actor, child),
    )


def has_consent(lines: Sequence[rules.RecipientLine]) -> bool:
    """Whether some other unit is covered by a live consent."""
    return any(line.is_recipient and line.kind is rules.RecipientKind.UNIT for line in lines)


def _named(actor: Actor, document: PlanDocument) -> list[rules.UnitFacts]:
    """Name every other unit that stands in the plan: in the team, or responsible for an action."""
    actions = document.actions.lines if document.actions else ()
    standing = [
        *((line.unit, line.unit_name, line.organisation_name) for line in document.team or ()),
        *(
            (line.responsible.unit, line.responsible.unit_name, line.responsible.organisation_name)
            for line in actions
            if line.responsible.unit is not None
        ),
    ]
    return [
        rules.UnitFacts(unit=unit, unit_name=name, organisation_name=organisation)
        for unit, (name, organisation) in {unit: words for unit, *words in standing}.items()
        if unit != actor.unit
    ]
