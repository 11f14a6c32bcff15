"""Files with answers. What a policy hides does not exist: before the answer they are its writers'."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.steering.models import (
    AnswerDelegation,
    AnswerFile,
    ReportBack,
    ReportBackAnswer,
)
from varjebarn.steering.paper_kinds import PaperKind
from varjebarn.steering.queries.seats import organisations_asked, sits_for
from varjebarn.steering.values import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFileLine:
    """A file in a list, without what it holds. `size` in bytes."""

    id: UUID
    organisation: Named
    title: str
    kind: PaperKind
    size: int
    at: datetime


def files_of(report_back: UUID) -> tuple[AnswerFileLine, ...]:
    """List the files that the acting person may see with the answers to a question."""
    found = AnswerFile.objects.filter(report_back__public_id=report_back, removed_at=None)
    rows = found.defer("content", "content_hash").select_related("organisation")
    return tuple(_line(one) for one in rows.order_by("organisation__name", "pk"))


def open_answer_file(file: UUID) -> AnswerFile:
    """Open a file to act on, without what it holds."""
    found = AnswerFile.objects.select_related("report_back__item__meeting", "organisation")
    return found.defer("content").get(public_id=file, removed_at=None)


def answer_file(actor: Actor | None, file: UUID) -> tuple[AnswerFileLine, bytes]:
    """Read a file whole. Before the answer is given, and it is open to all, the reading is logged."""
    found = AnswerFile.objects.select_related("organisation").get(public_id=file, removed_at=None)
    if actor is not None and not has_answered(found.report_back_id, found.organisation_id):
        record(actor, "steering.answer_file_read", object=found.public_id)
    return _line(found), bytes(found.content)


def has_answered(report_back: int, organisation: int) -> bool:
    """Whether an organisation has answered a question."""
    found = ReportBackAnswer.objects.filter(report_back=report_back, organisation=organisation)
    return found.exists()


def organisations_to_file_for(
    actor: Actor | None, report_back: UUID, *, on: date
) -> tuple[Named, ...]:
    """List the organisations whose answer the acting person may put files with, on a day."""
    if actor is None or not actor.is_staff:
        return ()
    asking = ReportBack.objects.select_related("item__meeting").get(public_id=report_back)
    asked = organisations_asked(asking.body_id, asking.item.meeting.date)
    mine = asked.keys() if Duty.COUNTY in actor.duties else _spoken_for(actor, asking, on)
    if on > asking.due:
        mine = set(mine) - _answered(asking, mine)
    return tuple(named for key, named in asked.items() if key in mine)


def _spoken_for(actor: Actor, asking: ReportBack, on: date) -> set[int]:
    delegated = AnswerDelegation.objects.filter(report_back=asking, person_id=actor.person_id)
    return {
        *sits_for(actor, asking.body_id, on),
        *delegated.values_list("organisation_id", flat=True),
    }


def _answered(asking: ReportBack, organisations: Iterable[int]) -> set[int]:
    found = ReportBackAnswer.objects.filter(
        report_back=asking, organisation__in=list(organisations)
    )
    return set(found.values_list("organisation_id", flat=True))


def _line(file: AnswerFile) -> AnswerFileLine:
    return AnswerFileLine(
        id=file.public_id,
        organisation=Named(id=file.organisation.public_id, name=file.organisation.name),
        title=file.title,
        kind=PaperKind(file.content_type),
        size=file.size,
        at=file.at,
    )
