"""The working state of a plan: own rows, the family's words, the wheel, and what others contributed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from varjebarn.kernel.actors import Actor
from varjebarn.participation.queries import plan_views
from varjebarn.people.models import ChildFile
from varjebarn.plan.documents import (
    ActionLine,
    Actions,
    ActionStatus,
    ChildView,
    Disagreement,
    FaceAnswer,
    Goal,
    Goals,
    LeadLine,
    Need,
    OtherPlan,
    PlanDocument,
    Responsible,
    TeamLine,
    ViewLine,
    WheelNote,
    Why,
    Words,
)
from varjebarn.plan.models import Plan
from varjebarn.plan.queries.merging import merged, with_report
from varjebarn.plan.queries.rows import one_action, whole_plan
from varjebarn.plan.queries.standing import contributions, withdrawn_units
from varjebarn.practice.queries import open_model
from varjebarn.wellbeing.queries import plan_wheel

Line = Mapping[str, Any]


def working_document(
    actor: Actor, plan: Plan, *, without: frozenset[UUID] = frozenset()
) -> PlanDocument:
    """Give the plan as it stands now in its lead's unit, whole: the next version, not yet published.

    Six statements, whatever the plan's length. The reading is logged when the plan is opened.
    `without` are contributions that are left aside, as if they had never come.
    """
    rows = whole_plan(actor, plan)
    child = rows.child_file
    ended = withdrawn_units(actor, child)
    return merged(
        _own(rows, _views(actor, child), _wheel(actor, child)),
        [
            one
            for one in contributions(actor, child, plan.ref, ended=ended)
            if one.contribution.ref not in without
        ],
        ended=ended,
        spoken=_spoken(rows.actions),
    )


def working_action(actor: Actor, plan: Plan, ref: UUID) -> ActionLine | None:
    """Give one action of a plan as it stands now; None when the plan has no such action.

    Two statements. Whether its unit has left the sharing is the whole plan's to say.
    """
    line = one_action(actor, plan, ref)
    if line is None:
        return None
    return with_report(
        _action(line, need=_ref_or_none(line["need"]), goal=_ref_or_none(line["goal"])),
        contributions(actor, plan.child_file, plan.ref, action=ref),
        spoken=_spoken([line]),
    )


def _own(rows: Any, views: Sequence[ViewLine], wheel: tuple[WheelNote, ...]) -> PlanDocument:
    """Give the document of the lead's own unit alone."""
    model = open_model(rows.model_id, rows.model_version)
    number = rows.version + 1
    overall = rows.overall_responsible
    by_child = tuple(line for line in views if line.whose == "child")
    return PlanDocument(
        ref=rows.ref,
        version=number,
        child_called=rows.child_file.called,
        child_born=rows.child_file.born,
        model_id=rows.model_id,
        model_version=rows.model_version,
        model_title=Words(sv=model.title.sv, en=model.title.en),
        is_sip=rows.is_sip,
        lead=_lead(rows),
        overall_responsible=overall.name if overall else "",
        overall_responsible_kind=overall.kind if overall else "",
        follow_up_on=rows.follow_up_on,
        why=Why(text=rows.why, started_on=rows.started_on),
        wheel=wheel,
        child_view=ChildView(
            lines=by_child,
            reason_without="" if by_child else _reason_for(number, rows.view_reasons),
        ),
        guardian_view=tuple(line for line in views if line.whose != "child"),
        goals=_goals(rows),
        actions=Actions(
            lines=_actions(rows),
            other_plans=tuple(OtherPlan(**line) for line in rows.other_plans),
            nobody_else=rows.nobody_else,
        ),
        team=tuple(_member(line) for line in rows.members if line["left_on"] is None),
        disagreement=tuple(
            Disagreement(whose=line["whose"], text=line["text"], on=date.fromisoformat(line["on"]))
            for line in rows.disagreements
        )
        + tuple(map(_objection, rows.objections)),
    )


def _objection(line: Line) -> Disagreement:
    """Give what the family has said is wrong, as it was said, beside what it is about."""
    body = line["body"]
    return Disagreement(
        whose=line["whose"],
        text=body["words"],
        on=timezone.localdate(datetime.fromisoformat(line["on"])),
        item=body["item"],
        about=body["about"],
        answer=line["answer"] or "",
    )


def _lead(rows: Any) -> LeadLine:
    return LeadLine(
        name=str(rows.lead),
        title=rows.lead_title,
        unit=rows.unit.public_id,
        unit_name=rows.unit.name,
        organisation_name=rows.unit.organisation.name,
    )


def _goals(rows: Any) -> Goals:
    return Goals(
        needs=tuple(
            Need(
                ref=UUID(need["ref"]),
                wording=need["wording"],
                dimension=need["dimension"],
                why_no_action=need["why_no_action"],
                goals=tuple(_goal(goal) for goal in rows.goals if goal["need"] == need["pk"]),
            )
            for need in rows.needs
        ),
    )


def _goal(line: Line) -> Goal:
    return Goal(
        ref=UUID(line["ref"]),
        wording=line["wording"],
        how_seen=line["how_seen"],
        child_wording=line["child_wording"],
    )


def _actions(rows: Any) -> tuple[ActionLine, ...]:
    needs = {line["pk"]: UUID(line["ref"]) for line in rows.needs}
    goals = {line["pk"]: UUID(line["ref"]) for line in rows.goals}
    return tuple(
        _action(line, need=needs.get(line["need"]), goal=goals.get(line["goal"]))
        for line in rows.actions
    )


def _action(line: Line, *, need: UUID | None, goal: UUID | None) -> ActionLine:
    return ActionLine(
        ref=UUID(line["ref"]),
        wording=line["wording"],
        responsible=Responsible(
            unit=_ref_or_none(line["unit"]),
            unit_name=line["unit_name"] or "",
            organisation_name=line["organisation_name"] or "",
            organisation_kind=line["organisation_kind"] or "",
            name=line["name"],
        ),
        status=ActionStatus(line["status"]),
        due=_day_or_none(line["due"]),
        need=need,
        goal=goal,
        note=line["note"],
        said_on=_day_or_none(line["said_on"]),
    )


def _spoken(actions: Iterable[Line]) -> dict[UUID, datetime]:
    """Say when the lead's unit last said how each action is going, where it has."""
    return {
        UUID(line["ref"]): datetime.fromisoformat(line["said_at"])
        for line in actions
        if line["said_at"] is not None
    }


def _member(line: Line) -> TeamLine:
    return TeamLine(
        unit=UUID(line["unit"]),
        unit_name=line["unit_name"],
        organisation_name=line["organisation_name"],
        organisation_kind=line["organisation_kind"],
        area=line["area"],
        contact_name=line["contact_name"],
        contact_title=line["contact_title"],
        telephone=line["telephone"],
    )


def _views(actor: Actor, child: ChildFile) -> list[ViewLine]:
    """Give the family's words as they were said, the latest first."""
    return [
        ViewLine(
            whose=view.whose,
            name=view.name,
            form=view.form,
            said_on=view.said_on,
            verbatim=view.verbatim,
            quoted_by=view.quoted_by,
            occasion=view.occasion,
            words=view.words,
            ref=view.view,
            faces=tuple(
                FaceAnswer(
                    dimension=answer.dimension,
                    face=answer.face,
                    words=answer.words,
                    skipped=answer.skipped,
                )
                for answer in view.answers
            ),
        )
        for view in plan_views(actor, child)
    ]


def _wheel(actor: Actor, child: ChildFile) -> tuple[WheelNote, ...]:
    """Give the own unit's notes: of what has been judged, never of what nobody has judged yet."""
    return tuple(
        WheelNote(
            dimension=note.dimension,
            kind=note.kind,
            text=note.text,
            voice=note.voice,
            ref=note.ref,
        )
        for note in plan_wheel(actor, child)
    )


def _reason_for(number: int, reasons: Sequence[Line]) -> str:
    """Give the latest reason for one version; one given for an earlier version has been used."""
    given = [line["reason"] for line in reasons if line["for_version"] == number]
    return str(given[-1]) if given else ""


def _ref_or_none(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)


def _day_or_none(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
