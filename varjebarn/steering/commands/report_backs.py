"""Report-backs and analyses of the current state: asked once, and one answer from each organisation."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import connection

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import Organisation, Person
from varjebarn.steering import rules
from varjebarn.steering.models import (
    AgendaItem,
    AnswerDelegation,
    AskedKind,
    ReportBack,
    ReportBackAnswer,
)
from varjebarn.steering.queries.colleagues import is_colleague
from varjebarn.steering.queries.seats import (
    is_delegated,
    organisations_asked,
    sits_for,
)

NOTHING_NEW = "Inget nytt."


def ask_report_back(
    actor: Actor,
    item: AgendaItem,
    *,
    question: str,
    due: date,
    reminders: tuple[date, date] | None = None,
) -> ReportBack:
    """Ask every organisation with a seat in the body on the day of the meeting.

    Those who are silent are reminded on two days: these, or a week and a day before the answer is due.
    """
    report_back = _ask(actor, item, question=question, due=due, reminders=reminders, parts=None)
    record(actor, "steering.report_back_asked", object=report_back.public_id)
    return report_back


def ask_analysis(
    actor: Actor,
    item: AgendaItem,
    *,
    title: str,
    parts: Sequence[str],
    due: date,
    reminders: tuple[date, date] | None = None,
) -> ReportBack:
    """Ask every organisation how things stand, heading by heading (nulägesanalys)."""
    report_back = _ask(actor, item, question=title, due=due, reminders=reminders, parts=parts)
    record(actor, "steering.analysis_asked", object=report_back.public_id)
    return report_back


def answer_report_back(
    actor: Actor,
    report_back: ReportBack,
    *,
    organisation: UUID,
    text: str,
    today: date,
    nothing_new: bool = False,
) -> ReportBackAnswer:
    """Answer once for an organisation: by who sits for it, a colleague they asked, or the county's own."""
    answering = Organisation.objects.get(public_id=organisation)
    _may_answer(actor, report_back, answering, text=text, today=today)
    answer = ReportBackAnswer.objects.create(
        report_back=report_back,
        organisation=answering,
        text=text.strip(),
        nothing_new=nothing_new,
        by_id=actor.person_id,
    )
    record(actor, "steering.report_back_answered", object=report_back.public_id)
    return answer


def answer_nothing_new(
    actor: Actor, report_back: ReportBack, *, organisation: UUID, today: date
) -> ReportBackAnswer:
    """Answer in one click that there is nothing new to tell."""
    return answer_report_back(
        actor,
        report_back,
        organisation=organisation,
        text=NOTHING_NEW,
        nothing_new=True,
        today=today,
    )


def answer_analysis(
    actor: Actor,
    report_back: ReportBack,
    *,
    organisation: UUID,
    parts: Sequence[str],
    today: date,
) -> ReportBackAnswer:
    """Answer an analysis: a text for each of its headings, in order. Some may be empty."""
    answering = Organisation.objects.get(public_id=organisation)
    texts = [part.strip() for part in parts]
    together = "\n\n".join(
        f"{heading}: {text}" for heading, text in zip(report_back.parts, texts, strict=True) if text
    )
    require(rules.may_fill(parts=texts))
    _may_answer(actor, report_back, answering, text=together, today=today)
    answer = ReportBackAnswer.objects.create(
        report_back=report_back,
        organisation=answering,
        text=together,
        parts=texts,
        by_id=actor.person_id,
    )
    record(actor, "steering.report_back_answered", object=report_back.public_id)
    return answer


def delegate_answer(
    actor: Actor,
    report_back: ReportBack,
    *,
    organisation: UUID,
    to: UUID,
    address: str = "",
    path: str = "",
    today: date,
) -> bool:
    """Ask a colleague in the same organisation to answer. Whoever asked may still do so.

    With a `path`, where it is answered, the colleague gets a letter: at the address, or where they
    are mailed for a seat of their own. It says where, and nothing of what. Answers whether it will go.
    """
    answering = Organisation.objects.get(public_id=organisation)
    colleague = Person.objects.get(public_id=to)
    given = AnswerDelegation.objects.filter(report_back=report_back, organisation=answering)
    answered = ReportBackAnswer.objects.filter(report_back=report_back, organisation=answering)
    require(
        rules.may_delegate(
            actor.duties,
            sits_for_it=answering.pk in sits_for(actor, report_back.body_id, today),
            is_colleague=is_colleague(colleague, answering),
            is_asked=given.filter(person=colleague).exists(),
            has_answered=answered.exists(),
        )
    )
    delegation = AnswerDelegation.objects.create(
        report_back=report_back,
        organisation=answering,
        person=colleague,
        by_id=actor.person_id,
    )
    record(actor, "steering.answer_delegated", object=report_back.public_id)
    return bool(path) and _write_to(delegation, address, path)


def _write_to(delegation: AnswerDelegation, address: str, path: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.post_delegation(%s, %s, %s)", [delegation.pk, address, path])
        row = cursor.fetchone()
    return bool(row and row[0])


def _ask(
    actor: Actor,
    item: AgendaItem,
    *,
    question: str,
    due: date,
    reminders: tuple[date, date] | None,
    parts: Sequence[str] | None,
) -> ReportBack:
    meeting = item.meeting
    days = reminders or rules.reminder_days(meeting.date, due)
    require(
        rules.may_ask(
            actor.duties,
            question=question,
            asked=organisations_asked(meeting.body_id, meeting.date),
            due=due,
            meeting_on=meeting.date,
            reminders=days,
            parts=parts,
        )
    )
    return ReportBack.objects.create(
        body_id=meeting.body_id,
        item=item,
        question=question.strip(),
        due=due,
        kind=AskedKind.QUESTION if parts is None else AskedKind.ANALYSIS,
        parts=[part.strip() for part in parts or () if part.strip()],
        remind_first=days[0],
        remind_last=days[1],
    )


def _may_answer(
    actor: Actor, report_back: ReportBack, answering: Organisation, *, text: str, today: date
) -> None:
    answered = ReportBackAnswer.objects.filter(report_back=report_back, organisation=answering)
    asked = organisations_asked(report_back.body_id, report_back.item.meeting.date)
    sits = answering.pk in sits_for(actor, report_back.body_id, today)
    facts = rules.AnswerFacts(
        text=text,
        is_asked=answering.pk in asked,
        has_answered=answered.exists(),
        sits_for_it=sits or is_delegated(actor, report_back, answering),
    )
    require(rules.may_answer(actor.duties, facts))
