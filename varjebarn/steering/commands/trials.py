"""Trials of the model, told as they go; and proposals sent out for answers."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import Organisation
from varjebarn.practice.queries import published_versions
from varjebarn.steering.models import (
    Body,
    Consultation,
    ConsultationAnswer,
    ConsultedBody,
    Tool,
    ToolRating,
    Trial,
    TrialEvent,
    TrialStep,
)
from varjebarn.steering.queries.sitting import sits_in, speaks_for
from varjebarn.steering.rules import own as rules


def plan_trial(
    actor: Actor,
    *,
    organisation: UUID,
    where: str,
    model: tuple[str, str],
    planned_start: date,
    today: date,
) -> Trial:
    """Plan a trial of a published version of the model."""
    whose = Organisation.objects.get(public_id=organisation)
    require(
        rules.may_plan_trial(
            actor.duties,
            sits_for_it=whose.pk in speaks_for(actor, today),
            where=where,
            is_model_published=any(
                (row.model_id, row.version) == model for row in published_versions()
            ),
        )
    )
    model_id, version = model
    trial = Trial.objects.create(
        organisation=whose,
        where=where.strip(),
        model_id=model_id,
        model_version=version,
        planned_start=planned_start,
    )
    record(actor, "steering.trial_planned", object=trial.public_id)
    return trial


def report_trial(
    actor: Actor, trial: Trial, *, step: TrialStep, on: date, text: str = "", today: date
) -> TrialEvent:
    """Tell what happened in a trial: it started, was delayed, widened, came to something, ended."""
    require(
        rules.may_report_trial(
            actor.duties,
            sits_for_it=trial.organisation_id in speaks_for(actor, today),
            step=step,
            done=_done(trial),
            on=on,
            today=today,
        )
    )
    event = TrialEvent.objects.create(
        trial=trial, step=step, on=on, text=text.strip(), by_id=actor.person_id
    )
    record(actor, "steering.trial_reported", object=trial.public_id)
    return event


def rate_tool(
    actor: Actor, trial: Trial, *, tool: Tool, rating: int, note: str = "", today: date
) -> ToolRating:
    """Say how a tool worked, 1 to 5. Said again, the latest holds and the earlier one stays."""
    require(
        rules.may_rate_tool(
            actor.duties,
            sits_for_it=trial.organisation_id in speaks_for(actor, today),
            done=_done(trial),
            rating=rating,
        )
    )
    rated = ToolRating.objects.create(
        trial=trial, tool=tool, rating=rating, note=note.strip(), on=today, by_id=actor.person_id
    )
    record(actor, "steering.tool_rated", object=trial.public_id)
    return rated


def send_consultation(
    actor: Actor, *, title: str, text: str, asked: Mapping[Body, date], sent_on: date
) -> Consultation:
    """Send out a proposal for answers; each body has a last day of its own."""
    require(
        rules.may_consult(
            actor.duties,
            title=title,
            text=text,
            sent_on=sent_on,
            last_days=tuple(asked.values()),
        )
    )
    consultation = Consultation.objects.create(
        title=title.strip(), text=text.strip(), sent_on=sent_on
    )
    ConsultedBody.objects.bulk_create(
        ConsultedBody(consultation=consultation, body=body, due=due) for body, due in asked.items()
    )
    record(actor, "steering.consultation_sent", object=consultation.public_id)
    return consultation


def answer_consultation(
    actor: Actor, asked: ConsultedBody, *, text: str, today: date
) -> ConsultationAnswer:
    """Answer once for a body: by somebody who sits there, or by the county's own."""
    require(
        rules.may_answer_consultation(
            actor.duties,
            sits_there=asked.body_id in sits_in(actor, today),
            has_answered=ConsultationAnswer.objects.filter(asked=asked).exists(),
            text=text,
        )
    )
    given = ConsultationAnswer.objects.create(asked=asked, text=text.strip(), by_id=actor.person_id)
    record(actor, "steering.consultation_answered", object=asked.public_id)
    return given


def _done(trial: Trial) -> frozenset[str]:
    return frozenset(TrialEvent.objects.filter(trial=trial).values_list("step", flat=True))
