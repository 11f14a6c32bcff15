"""Training, what stands in its way, and the money that carries the work."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import Organisation
from varjebarn.steering.models import (
    DecisionRecord,
    Funding,
    Lack,
    Risk,
    TrainingNeed,
    TrainingSession,
    TrainingTaken,
)
from varjebarn.steering.queries.sitting import speaks_for
from varjebarn.steering.rules import own as rules


def plan_training(
    actor: Actor,
    *,
    title: str,
    on: date,
    place: str = "",
    digital: bool = False,
    audience: str = "",
) -> TrainingSession:
    """Write down an occasion of training, to come or gone."""
    require(rules.may_plan_training(actor.duties, title=title))
    session = TrainingSession.objects.create(
        title=title.strip(), on=on, place=place.strip(), digital=digital, audience=audience.strip()
    )
    record(actor, "steering.training_planned", object=session.public_id)
    return session


def count_trained(
    actor: Actor, session: TrainingSession, *, organisation: UUID, people: int, today: date
) -> TrainingTaken:
    """Say how many from an organisation took part. Said again, the latest number holds."""
    whose = Organisation.objects.get(public_id=organisation)
    require(
        rules.may_count_trained(
            actor.duties,
            sits_for_it=whose.pk in speaks_for(actor, today),
            people=people,
            on=session.on,
            today=today,
        )
    )
    taken = TrainingTaken.objects.create(session=session, organisation=whose, people=people)
    record(actor, "steering.training_taken", object=session.public_id)
    return taken


def state_need(actor: Actor, *, organisation: UUID, people: int, today: date) -> TrainingNeed:
    """Say how many in an organisation are to be trained in all."""
    whose = Organisation.objects.get(public_id=organisation)
    require(
        rules.may_state_need(
            actor.duties, sits_for_it=whose.pk in speaks_for(actor, today), people=people
        )
    )
    need = TrainingNeed.objects.create(organisation=whose, people=people, on=today)
    record(actor, "steering.training_need_stated", object=organisation)
    return need


def note_risk(actor: Actor, *, organisation: UUID, lack: Lack, text: str, today: date) -> Risk:
    """Say in words that an organisation lacks a mandate, time or resources."""
    whose = Organisation.objects.get(public_id=organisation)
    require(
        rules.may_note_risk(
            actor.duties, sits_for_it=whose.pk in speaks_for(actor, today), text=text
        )
    )
    risk = Risk.objects.create(organisation=whose, lack=lack, text=text.strip(), noted_on=today)
    record(actor, "steering.risk_noted", object=risk.public_id)
    return risk


def end_risk(actor: Actor, risk: Risk, *, ended_by: str, today: date) -> Risk:
    """Say what was done, so that the risk is no longer one."""
    require(
        rules.may_end_risk(
            actor.duties,
            sits_for_it=risk.organisation_id in speaks_for(actor, today),
            is_ended=risk.ended_on is not None,
            text=ended_by,
        )
    )
    risk.ended_on, risk.ended_by = today, ended_by.strip()
    risk.save(update_fields=["ended_on", "ended_by"])
    record(actor, "steering.risk_ended", object=risk.public_id)
    return risk


def register_funding(  # noqa: PLR0913 - money has this many sides
    actor: Actor,
    *,
    title: str,
    funder: str,
    valid_from: date,
    valid_to: date,
    posts: Decimal | None = None,
    crowns: int | None = None,
    decision: DecisionRecord | None = None,
    continues: Funding | None = None,
) -> Funding:
    """Register money for posts or a purpose. `valid_to` is the first day without it."""
    require(
        rules.may_fund(
            actor.duties, title=title, funder=funder, valid_from=valid_from, valid_to=valid_to
        )
    )
    funding = Funding.objects.create(
        title=title.strip(),
        funder=funder.strip(),
        posts=posts,
        crowns=crowns,
        valid_from=valid_from,
        valid_to=valid_to,
        decision=decision,
        continues=continues,
    )
    record(actor, "steering.funding_registered", object=funding.public_id)
    return funding
