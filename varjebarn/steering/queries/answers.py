"""Report-backs: one question with its answers side by side, and every answer found over time."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Q

from varjebarn.steering.models import (
    AnswerDelegation,
    AskedKind,
    ReportBack,
    ReportBackAnswer,
)
from varjebarn.steering.queries.lines import meeting_line, report_back_line
from varjebarn.steering.queries.meetings import report_back_lines
from varjebarn.steering.queries.running import organisations
from varjebarn.steering.queries.seats import organisations_asked
from varjebarn.steering.values import (
    Answer,
    AnswerFound,
    Named,
    ReportBackLine,
    ReportBackPage,
)

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersWanted:
    """Which answers are asked for: of an organisation, with some Swedish words, after another one."""

    organisation: UUID | None = None
    words: str = ""
    after: int | None = None

    @property
    def is_asked(self) -> bool:
        """Whether answers are looked for at all; otherwise the questions are shown."""
        return self.organisation is not None or bool(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersFound:
    """The questions, or a page of the answers that were looked for; `more_after` begins the next."""

    questions: tuple[ReportBackLine, ...]
    answers: tuple[AnswerFound, ...]
    more_after: int | None
    organisations: tuple[Named, ...]


def answers_found(wanted: AnswersWanted) -> AnswersFound:
    """Read the questions, the latest first, or look for answers. Four statements at the most.

    Words are found in any form that Swedish gives them, in the answers and nowhere else.
    """
    offered = organisations()
    if not wanted.is_asked:
        lines = report_back_lines(Q())
        return AnswersFound(
            questions=tuple(sorted(lines, key=lambda line: line.due, reverse=True)),
            answers=(),
            more_after=None,
            organisations=offered,
        )
    found = ReportBackAnswer.objects.select_related("organisation", "report_back")
    if wanted.organisation is not None:
        found = found.filter(organisation__public_id=wanted.organisation)
    if wanted.words:
        query = SearchQuery(wanted.words, config="swedish", search_type="websearch")
        found = found.annotate(in_words=SearchVector("text", config="swedish")).filter(
            in_words=query
        )
    if wanted.after is not None:
        found = found.filter(pk__lt=wanted.after)
    rows = list(found.order_by("-pk")[: PAGE + 1])
    return AnswersFound(
        questions=(),
        answers=tuple(_found(row) for row in rows[:PAGE]),
        more_after=rows[PAGE - 1].pk if len(rows) > PAGE else None,
        organisations=offered,
    )


def report_back_page(report_back: UUID) -> ReportBackPage:
    """Read one question with its answers side by side, and who has been asked in somebody's place."""
    found = ReportBack.objects.select_related("item__meeting__body").get(public_id=report_back)
    meeting = found.item.meeting
    answers = list(
        ReportBackAnswer.objects.filter(report_back=found)
        .select_related("organisation")
        .order_by("organisation__name")
    )
    asked = organisations_asked(found.body_id, meeting.date)
    delegated = AnswerDelegation.objects.filter(report_back=found).select_related("organisation")
    return ReportBackPage(
        line=report_back_line(found, asked, [one.organisation_id for one in answers]),
        meeting=meeting_line(meeting),
        is_analysis=found.kind == AskedKind.ANALYSIS,
        parts=tuple(found.parts),
        reminders=tuple(day for day in (found.remind_first, found.remind_last) if day is not None),
        delegated=tuple(sorted({one.organisation.name for one in delegated})),
        answers=tuple(
            Answer(
                organisation=one.organisation.name,
                text=one.text,
                parts=tuple(one.parts),
                at=one.at,
            )
            for one in answers
        ),
    )


def previous_answer(report_back: UUID, organisation: UUID) -> Answer | None:
    """Give what an organisation answered last time the same body asked, to look at while writing."""
    asking = ReportBack.objects.get(public_id=report_back)
    earlier = ReportBackAnswer.objects.filter(
        report_back__body=asking.body_id,
        report_back__pk__lt=asking.pk,
        organisation__public_id=organisation,
    )
    found = earlier.select_related("organisation").order_by("-pk").first()
    if found is None:
        return None
    return Answer(organisation=found.organisation.name, text=found.text, at=found.at)


def _found(row: ReportBackAnswer) -> AnswerFound:
    return AnswerFound(
        report_back=row.report_back.public_id,
        question=row.report_back.question,
        organisation=row.organisation.name,
        text=row.text,
        at=row.at,
    )
