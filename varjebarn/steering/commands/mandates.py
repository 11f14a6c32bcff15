"""Mandates: given, accepted, put on other terms, ended."""

from dataclasses import dataclass
from datetime import date

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering.models import Acceptance, Body, DecisionRecord, Mandate
from varjebarn.steering.queries.sitting import sits_in
from varjebarn.steering.rules import standing as rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On what terms a mandate is held. Whatever is left out stands as missing, in the open."""

    purpose: str = ""
    limits: str = ""
    time_share: int | None = None
    resources: str = ""
    due: date | None = None
    reports_to: Body | None = None
    reports_on: date | None = None


NO_TERMS = Terms()


def give_mandate(
    actor: Actor,
    *,
    title: str,
    given_to: Body | str,
    given_by: Body | str = "",
    decision: DecisionRecord | None = None,
    given_on: date,
    terms: Terms = NO_TERMS,
) -> Mandate:
    """Give a body, or somebody by name, something to do.

    The giver is a body too, or the name of somebody outside the register; from a decision, it is
    the body that decided.
    """
    giver, giver_name = _body_or_name(given_by if decision is None else decision.body)
    holder, holder_name = _body_or_name(given_to)
    facts = rules.MandateFacts(
        title=title,
        has_giver=giver is not None or bool(giver_name),
        has_holder=holder is not None or bool(holder_name),
        is_to_itself=giver is not None and giver == holder,
        is_holder_ended=holder is not None and holder.ended_on is not None,
        given_on=given_on,
        due=terms.due,
        time_share=terms.time_share,
    )
    require(rules.may_give_mandate(actor.duties, facts))
    mandate = Mandate.objects.create(
        title=title.strip(),
        given_by=giver,
        giver_name=giver_name,
        decision=decision,
        given_to=holder,
        holder_name=holder_name,
        given_on=given_on,
        purpose=terms.purpose.strip(),
        limits=terms.limits.strip(),
        time_share=terms.time_share,
        resources=terms.resources.strip(),
        due=terms.due,
        reports_to=terms.reports_to,
        reports_on=terms.reports_on,
    )
    record(actor, "steering.mandate_given", object=mandate.public_id)
    return mandate


def change_mandate(actor: Actor, mandate: Mandate, *, terms: Terms) -> Mandate:
    """Put a mandate on other terms: more time, other resources, another day."""
    require(
        rules.may_change_mandate(
            actor.duties,
            is_ended=mandate.ended_on is not None,
            given_on=mandate.given_on,
            due=terms.due,
            time_share=terms.time_share,
        )
    )
    mandate.purpose, mandate.limits = terms.purpose.strip(), terms.limits.strip()
    mandate.time_share, mandate.resources = terms.time_share, terms.resources.strip()
    mandate.due = terms.due
    mandate.reports_to, mandate.reports_on = terms.reports_to, terms.reports_on
    mandate.save(
        update_fields=[
            "purpose", "limits", "time_share", "resources", "due", "reports_to", "reports_on",
        ]
    )  # fmt: skip
    record(actor, "steering.mandate_changed", object=mandate.public_id)
    return mandate


def accept_mandate(actor: Actor, mandate: Mandate, *, today: date) -> Acceptance:
    """Take on a mandate, as somebody who sits in the body it was given to."""
    require(
        rules.may_accept_mandate(
            actor.duties,
            sits_there=mandate.given_to_id in sits_in(actor, today),
            is_ended=mandate.ended_on is not None,
            is_accepted=Acceptance.objects.filter(mandate=mandate).exists(),
        )
    )
    acceptance = Acceptance.objects.create(mandate=mandate, on=today, by_id=actor.person_id)
    record(actor, "steering.mandate_accepted", object=mandate.public_id)
    return acceptance


def end_mandate(
    actor: Actor, mandate: Mandate, *, on: date, outcome: str = "", today: date
) -> Mandate:
    """Let a mandate end, with what became of it."""
    require(
        rules.may_end_mandate(
            actor.duties,
            is_ended=mandate.ended_on is not None,
            given_on=mandate.given_on,
            on=on,
            today=today,
        )
    )
    mandate.ended_on, mandate.outcome = on, outcome.strip()
    mandate.save(update_fields=["ended_on", "outcome"])
    record(actor, "steering.mandate_ended", object=mandate.public_id)
    return mandate


def _body_or_name(who: Body | str) -> tuple[Body | None, str]:
    return (None, who.strip()) if isinstance(who, str) else (who, "")
