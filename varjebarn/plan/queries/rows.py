"""The lead's own rows of a plan, read in one statement."""

from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from varjebarn.database.lists import rows_of
from varjebarn.disclosure.beside import OBJECTION
from varjebarn.disclosure.models import ObjectionAnswer, Submission
from varjebarn.kernel.actors import Actor
from varjebarn.plan.models import (
    Action,
    ChildViewReason,
    Disagreement,
    Goal,
    Need,
    OtherPlan,
    Plan,
    TeamMember,
)

ACTION = {
    "ref": "ref",
    "need": "need_id",
    "goal": "goal_id",
    "wording": "wording",
    "status": "status",
    "due": "due",
    "note": "note",
    "said_on": "said_on",
    "said_at": "said_at",
    "name": "responsible_name",
    "unit": "responsible_unit__public_id",
    "unit_name": "responsible_unit__name",
    "organisation_name": "responsible_unit__organisation__name",
    "organisation_kind": "responsible_unit__organisation__kind",
}


def whole_plan(actor: Actor, plan: Plan) -> Any:
    """Read a plan with its rows as lists of JSON: `needs`, `goals`, `actions`, `members` and so on.

    One statement whatever their number, so that a long plan opens as fast as a short one.
    """
    return (
        Plan.objects.select_related(
            "child_file", "lead", "overall_responsible", "unit__organisation"
        )
        .annotate(
            needs=rows_of(
                Need,
                "plan_id",
                pk="pk",
                ref="ref",
                wording="wording",
                dimension="dimension",
                why_no_action="why_no_action",
            ),
            goals=rows_of(
                Goal,
                "plan_id",
                pk="pk",
                need="need_id",
                ref="ref",
                wording="wording",
                how_seen="how_seen",
                child_wording="child_wording",
            ),
            actions=rows_of(Action, "plan_id", **ACTION),
            members=rows_of(
                TeamMember,
                "plan_id",
                unit="member_unit__public_id",
                unit_name="member_unit__name",
                organisation_name="member_unit__organisation__name",
                organisation_kind="member_unit__organisation__kind",
                area="member_unit__area",
                contact_name="contact_name",
                contact_title="contact_title",
                telephone="telephone",
                left_on="left_on",
            ),
            disagreements=rows_of(Disagreement, "plan_id", whose="whose", text="text", on="on"),
            other_plans=rows_of(
                OtherPlan, "plan_id", title="title", held_by="held_by", note="note"
            ),
            objections=_objections(),
            view_reasons=rows_of(
                ChildViewReason, "plan_id", for_version="for_version", reason="reason"
            ),
        )
        .get(pk=plan.pk, unit_id=actor.unit_id)
    )


def one_action(actor: Actor, plan: Plan, ref: UUID) -> Any:
    """Read one action in the same words, its need and goal by their refs; None when it is not there."""
    columns = ACTION | {"need": "need__ref", "goal": "goal__ref"}
    rows = Action.objects.filter(unit_id=actor.unit_id, plan=plan, ref=ref)
    return rows.values_list(JSONObject(**columns), flat=True).first()


def _objections() -> ArraySubquery:
    """Give what the family has said is wrong in this plan, with the answers, but what stays here."""
    answer = ObjectionAnswer.objects.filter(
        unit_id=OuterRef("unit_id"), submission_ref=OuterRef("public_id")
    ).values("words")
    rows = (
        Submission.objects.filter(
            unit_id=OuterRef("unit_id"),
            child_file_id=OuterRef("child_file_id"),
            subject_ref=OuterRef("ref"),
            kind=OBJECTION,
            body__stays_here=False,
        )
        .annotate(answer=Subquery(answer))
        .order_by("pk")
    )
    columns = JSONObject(whose="name", on="arrived", body="body", answer="answer")
    return ArraySubquery(rows.values(line=columns))
