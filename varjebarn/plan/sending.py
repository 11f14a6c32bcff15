"""A list of recipients becomes disclosures: one for each ground and content, in the open transaction."""

from collections.abc import Callable, Sequence
from uuid import UUID

from varjebarn.disclosure.commands import Intended, ToPerson, ToUnit, disclose_all
from varjebarn.disclosure.defaults import PURPOSE, Answers
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.grounds import protection_at
from varjebarn.disclosure.models import Disclosure
from varjebarn.disclosure.protection import Protected
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile
from varjebarn.plan.queries.sharing import Sharing
from varjebarn.plan.rules import RecipientKind, RecipientLine

Written = Callable[[RecipientLine], Document]


def send(
    actor: Actor,
    child: ChildFile,
    known: Sharing,
    lines: Sequence[RecipientLine],
    written: Written,
    answers: Answers,
) -> list[Disclosure]:
    """Disclose to everybody on a list who is to get something.

    `written` gives the content for a line: its parts, made without what it leaves out. `answers`
    are the decider's own, by ground; what is not among them is refused, never filled in.
    The page showed this very list, by its digest: that is what protects it at each unit (R51).
    """
    return disclose_all(
        actor,
        child,
        [_intended(known, group, written, answers) for group in _groups(lines)],
        secrecy_shown=frozenset(map(_mark, lines)),
        known_kept=known.kept,
    )


def _intended(
    known: Sharing, group: Sequence[RecipientLine], written: Written, answers: Answers
) -> Intended:
    """Put together what those who get the same content, on the same ground, are to be sent."""
    first = group[0]
    said = {**answers.get(first.ground, {})}
    consent = known.consents[first.consent] if first.consent else None
    purpose = said.pop(PURPOSE, "")
    return Intended(
        ground=first.ground,
        document=written(first),
        to=[_recipient(line) for line in group],
        purpose=consent.purpose if consent else purpose,
        answers=said | _references(known, first),
        consent=consent,
    )


def _groups(lines: Sequence[RecipientLine]) -> list[list[RecipientLine]]:
    """Put units with the same consent and parts together; a person is always alone."""
    groups: dict[tuple[UUID | None, UUID | None, tuple[str, ...]], list[RecipientLine]] = {}
    for line in lines:
        if line.is_recipient:
            person = None if line.kind is RecipientKind.UNIT else line.ref
            groups.setdefault((line.consent, person, line.parts), []).append(line)
    return list(groups.values())


def _mark(line: RecipientLine) -> str:
    """Mark what a page shows to protect it at a recipient."""
    if line.ref is None:
        return ""
    there = protection_at(line.area or line.kind.value)
    return Protected(recipient=line.ref, protection=there).mark


def _recipient(line: RecipientLine) -> ToUnit | ToPerson:
    if line.ref is None:
        raise ValueError("a recipient without an address is no recipient")
    if line.kind is RecipientKind.UNIT:
        return ToUnit(unit=line.ref)
    return ToPerson(person_ref=line.ref, capacity=line.kind.value, name=line.name)


def _references(known: Sharing, line: RecipientLine) -> dict[str, str]:
    """Answer the fields that are references: which consent, which guardian and how it was checked."""
    if line.consent is not None:
        return {"consent_id": str(line.consent)}
    if line.guardian is not None:
        guardian = known.guardians[line.guardian]
        return {"guardian_id": str(line.guardian), "custody_checked": guardian.source}
    return {}
