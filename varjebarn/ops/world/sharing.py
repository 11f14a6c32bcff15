"""What the world's people do again and again: ask, answer, publish, take in. Each as somebody."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from varjebarn.disclosure.commands import (
    CircleMember,
    Given,
    ask_consent,
    file_delivery,
    record_answer,
    save_draft,
    send_draft,
)
from varjebarn.disclosure.models import Consent, Consenter
from varjebarn.disclosure.parts import PLAN_PARTS
from varjebarn.disclosure.queries import (
    family_deliveries,
    inbox,
    open_delivery,
    open_family_delivery,
    request_answers,
)
from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.logins import unit
from varjebarn.people.models import ChildFile
from varjebarn.plan.commands import publish_version
from varjebarn.plan.models import Plan
from varjebarn.plan.queries import recipients_preview

Place = tuple[str, str]
"""An organisation's name and a unit's."""

SCHOOL: Place = ("Växjö kommun", "Skola")
MEDICAL: Place = ("Växjö kommun", "Elevhälsans medicinska insats")
SOCIAL: Place = ("Växjö kommun", "Socialtjänst barn och unga")
POLICE: Place = ("Polismyndigheten", "Lokalpolisområde Växjö")

CLUB: Place = ("Föreningen Fritidsfabriken", "Öppen verksamhet")

ALL_PARTS = frozenset(part.value for part in PLAN_PARTS)
YES, NO = "given", "refused"


def ask(
    actor: Actor,
    child: ChildFile,
    *,
    purpose: str,
    circle: Mapping[Place, frozenset[str]],
    last_day: date,
) -> Consent:
    """Ask the child and the guardians: these parts, to these units, until that day."""
    return ask_consent(
        actor,
        child,
        purpose=purpose,
        last_day=last_day,
        circle=[
            CircleMember(unit=unit(*place).unit, parts=parts) for place, parts in circle.items()
        ],
        answers=request_answers(actor, child),
    )


def answer(actor: Actor, answers: Mapping[Place, str]) -> None:
    """Answer the newest request, unit by unit, as a child or guardian."""
    request = family_deliveries(actor, kind="consent_request")[0]
    opened = open_family_delivery(actor, request.public_id)
    body = {"answers": {str(unit(*place).unit): said for place, said in answers.items()}}
    send_draft(actor, save_draft(actor, opened, kind="consent_answer", body=body))


def heard(actor: Actor, child: ChildFile, answers: Mapping[Place, str], *, said_on: date) -> None:
    """Enter what the child answered in a talk to the newest question, as who heard it."""
    consent = Consent.objects.filter(unit_id=actor.unit_id, child_file=child).latest("asked_at")
    asked = Consenter.objects.get(unit_id=actor.unit_id, consent=consent, capacity="child")
    for place, said in answers.items():
        record_answer(
            actor,
            consent,
            consenter=asked.pk,
            unit=unit(*place).unit,
            what=said,
            how="oral",
            note="I ett samtal, när vi gick igenom frågan.",
            given=Given(said_on=said_on, heard_by=f"{actor.name}, {actor.title}"),
        )


def publish(actor: Actor, plan: Plan, on: date) -> None:
    """Publish the next version to those whom the list names."""
    preview = recipients_preview(actor, plan, on)
    publish_version(actor, plan, shown=preview.digest, on=on, answers=preview.answers)


def take_in(actor: Actor, kind: str) -> UUID:
    """Open the newest copy of a kind in the inbox, file it unless it is, answer whose file it is in."""
    line = next(line for line in inbox(actor) if line.content_kind == kind)
    delivery = open_delivery(actor, line.delivery)
    if line.state == "new":
        file_delivery(actor, delivery)
    return line.file


def ahead(on: date, days: int) -> date:
    """Give a day after another; before it with a negative number."""
    return on + timedelta(days=days)
