"""The pages of report-backs: what a query answered, in words, links and order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from varjebarn.steering import values
from varjebarn.steering.queries import AnswersFound, AnswersWanted
from varjebarn.steering.queries.answer_files import AnswerFileLine
from varjebarn.web.county import parts, words
from varjebarn.web.county.papers.pages import KINDS, size_words
from varjebarn.web.county.parts import Link, Row
from varjebarn.web.shared.days import day_in_words


def wanted(asked: Mapping[str, str]) -> AnswersWanted:
    """Read what an address asks for. What can't be understood is as if it wasn't asked."""
    after = asked.get("efter", "")
    return AnswersWanted(
        organisation=_uuid(asked.get("organisation", "")),
        words=asked.get("ord", "").replace("\0", " ").strip()[:200],
        after=int(after) if after.isdecimal() and len(after) < 18 else None,  # noqa: PLR2004 - a key
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerShown:
    """What one organisation answered; `parts` beside the headings of an analysis."""

    organisation: str
    text: str
    at: datetime
    parts: tuple[tuple[str, str], ...] = ()
    question: Link | None = None
    files: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """The questions, or the answers that were looked for."""

    questions: tuple[Row, ...]
    answers: tuple[AnswerShown, ...]
    is_asked: bool
    next_href: str


def list_page(
    found: AnswersFound, asked_for: AnswersWanted, *, asked: Mapping[str, str], today: date
) -> ListPage:
    """Put the questions or the answers into words."""
    kept = {name: asked[name] for name in ("organisation", "ord") if asked.get(name)}
    more = {**kept, "efter": str(found.more_after)}
    return ListPage(
        questions=tuple(parts.report_back_row(one, today=today) for one in found.questions),
        answers=tuple(
            AnswerShown(
                organisation=one.organisation,
                text=one.text,
                at=one.at,
                question=Link(
                    text=one.question, href=reverse("county:report_back", args=[one.report_back])
                ),
            )
            for one in found.answers
        ),
        is_asked=asked_for.is_asked,
        next_href=(
            ""
            if found.more_after is None
            else f"{reverse('county:report_backs')}?{urlencode(more)}"
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBackPage:
    """One question with its answers."""

    id: UUID
    row: Row
    name: str
    meeting: Link
    files_href: str
    has_files: bool
    answers: tuple[AnswerShown, ...]
    silent: tuple[str, ...]
    parts: tuple[str, ...]
    reminded: str
    delegated: str


def report_back_page(
    page: values.ReportBackPage,
    *,
    today: date,
    may_answer: bool,
    files: Sequence[AnswerFileLine] = (),
    may_file: bool = False,
) -> ReportBackPage:
    """Put a question into words. The files stand with their organisation's answer."""
    return ReportBackPage(
        id=page.line.id,
        row=parts.report_back_row(page.line, today=today, may_answer=may_answer),
        name=_("Nulägesanalys") if page.is_analysis else _("Återrapport"),
        meeting=Link(
            text=words.meeting_when(page.meeting),
            href=reverse("county:meeting", args=[page.meeting.id]),
        ),
        files_href=reverse("county:answer_files", args=[page.line.id]) if may_file else "",
        has_files=bool(files),
        answers=tuple(
            AnswerShown(
                organisation=one.organisation,
                text=one.text,
                at=one.at,
                parts=tuple(zip(page.parts, one.parts, strict=False)),
                files=tuple(
                    Link(text=_file_words(file), href=reverse("county:answer_file", args=[file.id]))
                    for file in files
                    if file.organisation.name == one.organisation
                ),
            )
            for one in page.answers
        ),
        silent=page.line.silent,
        parts=page.parts,
        reminded=_reminded(page),
        delegated=words.listed(page.delegated),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """A file with one's own answer, and where to take it away."""

    title: str
    href: str
    about: str
    remove_href: str


def file_rows(files: Iterable[AnswerFileLine], *, is_named: bool) -> tuple[FileRow, ...]:
    """Put files in a list; named by organisation where one may speak for several."""
    return tuple(
        FileRow(
            title=one.title,
            href=reverse("county:answer_file", args=[one.id]),
            about=", ".join(
                [*([one.organisation.name] if is_named else []), _kind_words(one)],
            ),
            remove_href=reverse("county:remove_answer_file", args=[one.id]),
        )
        for one in files
    )


def _file_words(file: AnswerFileLine) -> str:
    return f"{file.title} ({_kind_words(file)})"


def _kind_words(file: AnswerFileLine) -> str:
    return f"{KINDS[file.kind]}, {size_words(file.size)}"


def _reminded(page: values.ReportBackPage) -> str:
    if not page.reminders or not page.line.silent:
        return ""
    days = words.listed(dict.fromkeys(day_in_words(day) for day in page.reminders))
    return _("De som inte har svarat påminns %(days)s.") % {"days": days}


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
