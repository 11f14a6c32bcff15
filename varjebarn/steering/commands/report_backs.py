"""Report-backs: one question, and one answer from each organisation with a seat."""

from datetime import date
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import Organisation
from varjebarn.steering import rules
from varjebarn.steering.models import AgendaItem, ReportBack, ReportBackAnswer
from varjebarn.steering.queries.seats import organisations_asked, sits_for


def ask_report_back(actor: Actor, item: AgendaItem, *, question: str, due: date) -> ReportBack:
    """Ask every organisation with a seat in the body on the day of the meeting."""
    meeting = item.meeting
    require(
        rules.may_ask(
            actor.duties,
            question=question,
            asked=organisations_asked(meeting.body_id, meeting.date),
            due=due,
            meeting_on=meeting.date,
        )
    )
    report_back = ReportBack.objects.create(
        body_id=meeting.body_id, item=item, question=question.strip(), due=due
    )
    record(actor, "steering.report_back_asked", object=report_back.public_id)
    return report_back


def answer_report_back(
    actor: Actor, report_back: ReportBack, *, organisation: UUID, text: str, today: date
) -> ReportBackAnswer:
    """Answer once for an organisation: by who sits for it, or by the county's own."""
    answering = Organisation.objects.get(public_id=organisation)
    answered = ReportBackAnswer.objects.filter(report_back=report_back, organisation=answering)
    asked = organisations_asked(report_back.body_id, report_back.item.meeting.date)
    facts = rules.AnswerFacts(
        text=text,
        is_asked=answering.pk in asked,
        has_answered=answered.exists(),
        sits_for_it=answering.pk in sits_for(actor, report_back.body_id, today),
    )
    require(rules.may_answer(actor.duties, facts))
    answer = ReportBackAnswer.objects.create(
        report_back=report_back,
        organisation=answering,
        text=text.strip(),
        by_id=actor.person_id,
    )
    record(actor, "steering.report_back_answered", object=report_back.public_id)
    return answer
