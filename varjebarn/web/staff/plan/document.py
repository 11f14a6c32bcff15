"""A plan in words: the one presenter for a working state, a version and a received copy alike."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from varjebarn.plan.documents import (
    ActionLine,
    FaceAnswer,
    Goal,
    Need,
    PlanDocument,
    Responsible,
    Source,
    ViewLine,
)
from varjebarn.practice.values import PracticeModel
from varjebarn.web.shared.forms import FACES
from varjebarn.web.shared.wheel import Segment
from varjebarn.web.staff.labels import STATUS_KINDS, STATUSES, label
from varjebarn.web.staff.wheel import segments
from varjebarn.wellbeing.values import WheelNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something said about the whole plan or an action, by which unit, and when."""

    about: str
    text: str
    on: date | None
    source: str
    has_ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """The child's answer to one question, as it was given."""

    label: str
    place: int | None
    word: str
    words: str
    is_skipped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody in the family has said."""

    name: str
    words: str
    faces: tuple[Face, ...]
    on: date
    is_verbatim: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One action. `what`, `who`, `due`, `status` and `status_kind` are what the table shows."""

    ref: UUID
    what: str
    who: str
    due: date | None
    status: str
    status_kind: str
    is_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalCard:
    """A goal with what is done for it. Its need stands above it, with the area of the wheel."""

    ref: UUID
    wording: str
    how_seen: str
    child_wording: str
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow:
    """A need with its goals, and what is done for it without a goal."""

    ref: UUID
    wording: str
    area: str
    why_no_action: str
    goals: tuple[GoalCard, ...]
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRow:
    """One unit in the team, and whom to call there."""

    unit: str
    contact: str
    telephone: str
    has_ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """A plan on a page. A part that the document does not hold is None and leaves no gap."""

    document: PlanDocument
    model_title: str
    lead: str
    segments: tuple[Segment, ...] | None
    wheel_title: str
    has_notes: bool
    remarks: tuple[Remark, ...]
    child_says: tuple[Said, ...] | None
    guardians_say: tuple[Said, ...] | None
    needs: tuple[NeedRow, ...] | None
    actions: tuple[ActionRow, ...] | None
    action_remarks: tuple[Remark, ...]
    team: tuple[TeamRow, ...] | None


def document_page(
    document: PlanDocument, *, model: PracticeModel, language: str, unit: UUID | None = None
) -> DocumentPage:
    """Put a plan into words. `unit`: whose page it is, so that its own actions can be marked."""
    lines = document.actions.lines if document.actions else ()
    rows = tuple(_action(line, unit) for line in lines)
    by_need = [(line.need, line.goal, row) for line, row in zip(lines, rows, strict=True)]
    notes = [
        _note(note.dimension, note.kind, note.text, note.voice, note.source)
        for note in document.wheel or ()
    ]
    return DocumentPage(
        document=document,
        model_title=document.model_title.label(language),
        lead=_lead(document),
        segments=None if document.wheel is None else segments(notes, model, language),
        wheel_title=model.wheel.label(language),
        has_notes=bool(notes),
        remarks=tuple(
            _remark("", note.text, note.on, note.source)
            for note in (document.why.notes if document.why else ())
        ),
        child_says=None
        if document.child_view is None
        else tuple(_said(line, model, language) for line in document.child_view.lines),
        guardians_say=None
        if document.guardian_view is None
        else tuple(_said(line, model, language) for line in document.guardian_view),
        needs=None
        if document.goals is None
        else tuple(_need(need, by_need, model, language) for need in document.goals.needs),
        actions=None if document.actions is None else rows,
        action_remarks=tuple(
            _remark(line.wording, line.note, line.said_on, line.source)
            for line in lines
            if line.note or line.source
        ),
        team=None
        if document.team is None
        else tuple(
            TeamRow(
                unit=f"{line.unit_name}, {line.organisation_name}",
                contact=", ".join(filter(None, (line.contact_name, line.contact_title))),
                telephone=line.telephone,
                has_ended=line.sharing_ended,
            )
            for line in document.team
        ),
    )


def faces(answers: Iterable[FaceAnswer], model: PracticeModel, language: str) -> tuple[Face, ...]:
    """Give the child's answers with the model's words for what was asked."""
    titles = {dimension.key: dimension.label(language) for dimension in model.dimensions}
    words = dict(enumerate((str(word) for _code, word in FACES), start=1))
    return tuple(
        Face(
            label=titles.get(answer.dimension, ""),
            place=answer.face,
            word=words.get(answer.face or 0, ""),
            words=answer.words,
            is_skipped=answer.skipped,
        )
        for answer in answers
    )


def area(key: str, model: PracticeModel, language: str) -> str:
    """Give the model's word for a dimension, or nothing."""
    return next((d.label(language) for d in model.dimensions if d.key == key), "")


def _lead(document: PlanDocument) -> str:
    lead = document.lead
    if lead is None:
        return ""
    return ", ".join(filter(None, (lead.name, lead.title, lead.unit_name, lead.organisation_name)))


def _note(dimension: str, kind: str, text: str, voice: str, source: Source | None) -> WheelNote:
    return WheelNote(
        dimension=dimension,
        kind=kind,
        text=text,
        voice=voice,
        source=_source(source),
    )


def _source(source: Source | None) -> str:
    if source is None:
        return ""
    name = f"{source.unit_name}, {source.organisation_name}"
    return (
        _("%(unit)s, ingår inte längre i delningen") % {"unit": name} if source.has_ended else name
    )


def _remark(about: str, text: str, on: date | None, source: Source | None) -> Remark:
    return Remark(
        about=about,
        text=text,
        on=on,
        source=_source(source),
        has_ended=source is not None and source.has_ended,
    )


def _said(line: ViewLine, model: PracticeModel, language: str) -> Said:
    return Said(
        name=line.name,
        words=line.words,
        faces=faces(line.faces, model, language),
        on=line.said_on,
        is_verbatim=line.verbatim,
    )


def _need(
    need: Need,
    actions: Sequence[tuple[UUID | None, UUID | None, ActionRow]],
    model: PracticeModel,
    language: str,
) -> NeedRow:
    return NeedRow(
        ref=need.ref,
        wording=need.wording,
        area=area(need.dimension, model, language),
        why_no_action=need.why_no_action,
        goals=tuple(_goal(goal, actions) for goal in need.goals),
        actions=tuple(row for n, goal, row in actions if n == need.ref and goal is None),
    )


def _goal(
    goal: Goal,
    actions: Sequence[tuple[UUID | None, UUID | None, ActionRow]],
) -> GoalCard:
    return GoalCard(
        ref=goal.ref,
        wording=goal.wording,
        how_seen=goal.how_seen,
        child_wording=goal.child_wording,
        actions=tuple(row for _need_ref, ref, row in actions if ref == goal.ref),
    )


def _action(line: ActionLine, unit: UUID | None) -> ActionRow:
    return ActionRow(
        ref=line.ref,
        what=line.wording,
        who=_responsible(line.responsible, has_ended=line.sharing_ended),
        due=line.due,
        status=label(STATUSES, line.status.value),
        status_kind=STATUS_KINDS[line.status.value],
        is_mine=line.is_by(unit),
    )


def _responsible(who: Responsible, *, has_ended: bool) -> str:
    name = ", ".join(filter(None, (who.name, who.unit_name, who.organisation_name)))
    return _("%(unit)s, ingår inte längre i delningen") % {"unit": name} if has_ended else name
