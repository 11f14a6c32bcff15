"""What may be kept about a child: every line that this unit owns and a guardian may be given."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from varjebarn.disclosure.queries import SentLine, sent
from varjebarn.disclosure.withholding import Kind
from varjebarn.kernel.actors import Actor
from varjebarn.participation.queries import ViewLine, plan_views
from varjebarn.plan.documents import PlanDocument
from varjebarn.plan.documents.contribution import CONTRIBUTION
from varjebarn.plan.queries import current_plan, working_document
from varjebarn.web.shared.days import day_in_words
from varjebarn.web.staff.labels import CONTENT_KINDS, label

LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing that can be kept: its kind, its own uuid, and its words."""

    kind: Kind
    item: UUID
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Things of one sort, under a heading."""

    title: str
    things: tuple[Thing, ...]


def groups(actor: Actor, file: Any) -> tuple[Group, ...]:
    """List what can be kept about a child, sort by sort. Eleven statements at most."""
    plan = current_plan(actor, file)
    document = working_document(actor, plan) if plan else None
    found = [
        (_("Barnet och er verksamhet"), _whole(file)),
        (_("Planen"), _plan(document) if document else ()),
        (_("Behov, mål och insatser"), _goals(document) if document else ()),
        (_("Det som är noterat"), _notes(document) if document else ()),
        (_("Det någon har sagt"), _said(plan_views(actor, file))),
        (_("Det ni har skickat till vårdnadshavare"), _sent(sent(actor, file))),
    ]
    made = (Group(title=title, things=tuple(things)) for title, things in found)
    return tuple(group for group in made if group.things)


def thing_of(groups: Sequence[Group], kind: str, item: UUID) -> Thing | None:
    """Find one of them; None for what is not there to be kept."""
    things = (thing for group in groups for thing in group.things)
    return next((one for one in things if (one.kind.value, one.item) == (kind, item)), None)


def _whole(file: Any) -> Iterator[Thing]:
    yield Thing(
        kind=Kind.WHEREABOUTS,
        item=file.public_id,
        label=_("Var barnet är: adress, skola, verksamhet"),
    )
    yield Thing(
        kind=Kind.READINGS,
        item=file.public_id,
        label=_("Att ni i er verksamhet har läst om barnet"),
    )


def _plan(document: PlanDocument) -> Iterator[Thing]:
    yield Thing(kind=Kind.PLAN, item=document.ref, label=_("Hela planen"))


def _goals(document: PlanDocument) -> Iterator[Thing]:
    for need in document.goals.needs if document.goals else ():
        yield _thing(Kind.NEED, need.ref, _("Behov"), need.wording)
        for goal in need.goals:
            yield _thing(Kind.GOAL, goal.ref, _("Mål"), goal.wording)
    for action in document.actions.lines if document.actions else ():
        yield _thing(Kind.ACTION, action.ref, _("Insats"), action.wording)


def _notes(document: PlanDocument) -> Iterator[Thing]:
    """Give the unit's own notes one by one, and what others have contributed, each as a whole."""
    theirs: dict[UUID, Thing] = {}
    for note in document.wheel or ():
        if note.ref is None:
            continue
        if note.source is None:
            yield _thing(Kind.NOTE, note.ref, _("På hjulet"), note.text)
        else:
            theirs[note.ref] = _thing(Kind.CONTRIBUTION, note.ref, note.source.unit_name, note.text)
    for added in document.why.notes if document.why else ():
        if added.ref is not None:
            theirs[added.ref] = _thing(
                Kind.CONTRIBUTION, added.ref, added.source.unit_name, added.text
            )
    yield from theirs.values()


def _said(lines: Sequence[ViewLine]) -> Iterator[Thing]:
    for line in lines:
        words = line.words or next((one.words for one in line.answers if one.words), "")
        yield _thing(Kind.VIEW, line.view, f"{line.name}, {day_in_words(line.said_on)}", words)


def _sent(lines: Sequence[SentLine]) -> Iterator[Thing]:
    """Give each copy that a guardian holds; a contribution as one, as it stands in the plan too."""
    given = [line for line in lines if line.ground == "GUARDIAN"]
    mine = {line.content_ref: line for line in given if line.content_kind == CONTRIBUTION}
    for ref, line in mine.items():
        if ref is not None:
            day = day_in_words(timezone.localdate(line.decided_at))
            yield _thing(Kind.CONTRIBUTION, ref, label(CONTENT_KINDS, CONTRIBUTION), day)
    for line in given:
        if line.content_kind != CONTRIBUTION:
            names = ", ".join(name for name, _provision in line.recipients)
            day = day_in_words(timezone.localdate(line.decided_at))
            yield _thing(
                Kind.DELIVERY,
                line.disclosure,
                label(CONTENT_KINDS, line.content_kind),
                f"{names}, {day}",
            )


def _thing(kind: Kind, item: UUID, title: str, words: str) -> Thing:
    said = f"{title}: {words}" if words else title
    return Thing(kind=kind, item=item, label=said if len(said) <= LONGEST else said[:LONGEST] + "…")
