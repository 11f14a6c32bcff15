"""Contacts and visits, and research: asked for, decided by the presidium, published."""

from datetime import date

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering.models import (
    ResearchOutput,
    ResearchRequest,
    ResearchState,
    Visit,
    VisitKind,
)
from varjebarn.steering.rules import research as rules


def note_visit(
    actor: Actor, *, on: date, kind: VisitKind, whom: str, text: str = "", today: date
) -> Visit:
    """Note a contact or a visit in one line."""
    require(rules.may_note_visit(actor.duties, whom=whom, on=on, today=today))
    visit = Visit.objects.create(on=on, kind=kind, whom=whom.strip(), text=text.strip())
    record(actor, "steering.visit_noted", object=visit.public_id)
    return visit


def note_research_request(
    actor: Actor, *, title: str, from_whom: str, text: str = "", asked_on: date
) -> ResearchRequest:
    """Note that researchers ask to study the work."""
    require(rules.may_note_request(actor.duties, title=title, from_whom=from_whom))
    request = ResearchRequest.objects.create(
        title=title.strip(), from_whom=from_whom.strip(), text=text.strip(), asked_on=asked_on
    )
    record(actor, "steering.research_asked", object=request.public_id)
    return request


def decide_research_request(
    actor: Actor,
    request: ResearchRequest,
    *,
    is_granted: bool,
    may_attend: bool = False,
    answer: str = "",
    on: date,
) -> ResearchRequest:
    """Write down what the presidium has said."""
    require(
        rules.may_decide_request(
            actor.duties,
            is_asked=request.state == ResearchState.ASKED,
            is_granted=is_granted,
            may_attend=may_attend,
            answer_text=answer,
            on=on,
            asked_on=request.asked_on,
        )
    )
    request.state = ResearchState.GRANTED if is_granted else ResearchState.DECLINED
    request.may_attend, request.answer, request.decided_on = may_attend, answer.strip(), on
    request.save(update_fields=["state", "may_attend", "answer", "decided_on"])
    record(actor, "steering.research_decided", object=request.public_id, why=str(request.state))
    return request


def note_research_output(
    actor: Actor, *, title: str, authors: str, published_on: date, address: str = "", text: str = ""
) -> ResearchOutput:
    """Note something that researchers have published about the work."""
    require(rules.may_note_output(actor.duties, title=title, authors=authors))
    output = ResearchOutput.objects.create(
        title=title.strip(),
        authors=authors.strip(),
        published_on=published_on,
        address=address.strip(),
        text=text.strip(),
    )
    record(actor, "steering.research_published", object=output.public_id)
    return output
