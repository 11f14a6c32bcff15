"""Files put with an answer, and taken away again until the answers close."""

from datetime import date
from hashlib import sha256
from uuid import UUID

from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import Organisation
from varjebarn.steering import rules
from varjebarn.steering.models import AnswerFile, ReportBack
from varjebarn.steering.paper_kinds import PaperKind
from varjebarn.steering.queries.answer_files import has_answered
from varjebarn.steering.queries.seats import is_delegated, organisations_asked, sits_for


def attach_answer_file(
    actor: Actor,
    report_back: ReportBack,
    *,
    organisation: UUID,
    title: str,
    content: bytes,
    kind: PaperKind,
    today: date,
) -> AnswerFile:
    """Put a file with an organisation's answer. Its kind has been judged by its content before."""
    answering = Organisation.objects.get(public_id=organisation)
    standing = AnswerFile.objects.filter(report_back=report_back, organisation=answering)
    facts = rules.AnswerFileFacts(
        speaks_for_it=_speaks_for(actor, report_back, answering, today),
        is_asked=answering.pk
        in organisations_asked(report_back.body_id, report_back.item.meeting.date),
        is_open=_is_open(report_back, answering, today),
        title=title,
        size=len(content),
        files_already=standing.filter(removed_at=None).count(),
    )
    require(rules.may_file(actor.duties, facts))
    file = AnswerFile.objects.create(
        report_back=report_back,
        organisation=answering,
        title=title.strip(),
        content=content,
        content_type=kind.value,
        content_hash=sha256(content).digest(),
        size=len(content),
        by_id=actor.person_id,
    )
    record(actor, "steering.answer_file_attached", object=file.public_id)
    return file


def remove_answer_file(actor: Actor, file: AnswerFile, *, today: date) -> None:
    """Take a file away: what it held is gone."""
    asking, answering = file.report_back, file.organisation
    require(
        rules.may_remove_file(
            actor.duties,
            speaks_for_it=_speaks_for(actor, asking, answering, today),
            is_open=_is_open(asking, answering, today),
            is_removed=file.removed_at is not None,
        )
    )
    file.content, file.removed_at = b"", timezone.now()
    file.save(update_fields=["content", "removed_at"])
    record(actor, "steering.answer_file_removed", object=file.public_id)


def _speaks_for(
    actor: Actor, report_back: ReportBack, organisation: Organisation, today: date
) -> bool:
    sits = organisation.pk in sits_for(actor, report_back.body_id, today)
    return sits or is_delegated(actor, report_back, organisation)


def _is_open(report_back: ReportBack, organisation: Organisation, today: date) -> bool:
    return today <= report_back.due or not has_answered(report_back.pk, organisation.pk)
