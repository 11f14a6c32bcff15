"""The pages of documents: what a query answered, in words, links and order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from varjebarn.steering.changes import Row as ChangeRow
from varjebarn.steering.changes import compare, counted
from varjebarn.steering.document_values import (
    DocumentLine,
    DocumentPage,
    Standing,
    VersionLine,
)
from varjebarn.steering.queries.on_agenda import TakenUp
from varjebarn.web.county.documents import words
from varjebarn.web.county.documents.blocks import blocks
from varjebarn.web.county.documents.plan_rows import (
    ActivityRow,
    MessageRow,
    activity_row,
    message_row,
)
from varjebarn.web.county.documents.timeline import Timeline, timeline
from varjebarn.web.county.parts import Link, Row
from varjebarn.web.county.words import short_day
from varjebarn.web.shared.days import day_in_words

Blocks = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The documents of one kind."""

    heading: str
    rows: tuple[Row, ...]


def list_page(lines: Iterable[DocumentLine], *, today: date) -> tuple[Group, ...]:
    """Put the documents under their kinds."""
    found = tuple(lines)
    groups = (
        Group(
            heading=str(words.KINDS[kind]),
            rows=tuple(document_row(one, today=today) for one in found if one.kind == kind),
        )
        for kind in words.ORDER
    )
    return tuple(group for group in groups if group.rows)


def document_row(line: DocumentLine, *, today: date) -> Row:
    """Show a document as it stands: what holds, and what is proposed beside it."""
    shown = line.in_force or line.proposed or line.draft
    facts = [line.body.name]
    if shown is not None:
        facts += words.standing_facts(shown, today=today)
    links = []
    if line.in_force is not None and line.proposed is not None:
        links.append(_proposal_link(line))
    if line.draft is not None and shown is not line.draft:
        links.append(_draft_link(line))
    status, kind = ("", "") if shown is None else words.STANDINGS[shown.standing]
    return Row(
        title=line.title,
        href=reverse("county:document", args=[line.id]),
        status=str(status),
        status_kind=kind,
        facts=tuple(facts),
        links=tuple(links),
    )


def taken_up_rows(documents: Iterable[TakenUp], *, today: date) -> tuple[Row, ...]:
    """Show the documents of a meeting: what it is to decide, and what it always takes up."""
    return tuple(
        Row(
            title=one.title,
            href=reverse("county:document", args=[one.id]),
            kind=str(words.KINDS[one.kind]),
            facts=(
                _("Förslag till beslut")
                if one.in_force_from is None
                else _("Gäller från %(day)s") % {"day": short_day(one.in_force_from, today=today)},
            ),
        )
        for one in documents
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A document's page. `shown` is the version whose text stands here."""

    id: UUID
    title: str
    kind: str
    is_plan: bool
    is_communication: bool
    body: Link
    shown: Row
    number: int
    document: "Paper"
    versions: tuple[Row, ...]
    since: Link | None
    other: Link | None
    draft: Link | None
    activities: tuple[ActivityRow, ...]
    picture: Timeline | None
    messages: tuple[MessageRow, ...]
    may_publish: bool
    may_put_in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A text for county/papers/document.html."""

    title: str
    blocks: Blocks


def chosen(page: DocumentPage, number: int | None) -> VersionLine | None:
    """Choose which version a page shows: the one asked for, else what holds, proposed or drafted."""
    if number is not None:
        return next((one for one in page.versions if one.number == number), None)
    line = page.line
    return line.in_force or line.proposed or line.draft or page.versions[0]


def document_view(
    page: DocumentPage, shown: VersionLine, text: str, *, today: date, may_write: bool
) -> DocumentView:
    """Put a document into words."""
    line = page.line
    newest = page.versions[0]
    return DocumentView(
        id=line.id,
        title=line.title,
        kind=str(words.KINDS[line.kind]),
        is_plan=line.kind in {"process_plan", "action_plan"},
        is_communication=line.kind == "communication_plan",
        body=Link(text=line.body.name, href=reverse("county:body", args=[line.body.id])),
        shown=version_row(line, shown, today=today),
        number=shown.number,
        document=Paper(title=line.title, blocks=blocks(text)),
        versions=tuple(
            version_row(line, one, today=today, before=before)
            for one, before in zip(page.versions, (*page.versions[1:], None), strict=True)
        ),
        since=_since_last_meeting(page),
        other=_other(line, shown),
        draft=None if line.draft in {None, shown} else _draft_link(line),
        activities=tuple(
            activity_row(one, number) for number, one in enumerate(page.activities, start=1)
        ),
        picture=timeline(page.activities, today=today),
        messages=tuple(message_row(one, today=today) for one in page.messages),
        may_publish=may_write and newest.standing == Standing.DRAFT,
        may_put_in_force=may_write
        and any(one.standing in {Standing.DECIDED, Standing.PROPOSED} for one in page.versions),
    )


def version_row(
    line: DocumentLine,
    version: VersionLine,
    *,
    today: date,
    before: VersionLine | None = None,
) -> Row:
    """Show a version: where it stands, the decision behind it, and what it changed."""
    status, kind = words.STANDINGS[version.standing]
    links = []
    if version.decision is not None:
        links.append(
            Link(
                text=_("Beslut %(number)d") % {"number": version.decision_number or 0},
                href=reverse("county:decision", args=[version.decision]),
            )
        )
    elif version.meeting is not None and version.decided_at is not None:
        links.append(
            Link(
                text=_("Mötet %(day)s") % {"day": day_in_words(version.decided_at)},
                href=reverse("county:meeting", args=[version.meeting]),
            )
        )
    if before is not None:
        links.append(
            Link(
                text=_("Jämför med %(version)s") % {"version": words.version_name(before.number)},
                href=_changes(line.id, before.number, version.number),
            )
        )
    return Row(
        title=words.version_name(version.number).capitalize(),
        href=reverse("county:document_version", args=[line.id, version.number]),
        status=str(status),
        status_kind=kind,
        facts=words.standing_facts(version, today=today),
        note=version.summary,
        links=tuple(links),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """Two versions beside each other."""

    title: str
    id: UUID
    before: str
    after: str
    said: str
    summaries: tuple[str, ...]
    rows: tuple[ChangeRow, ...]


def changes_view(
    page: DocumentPage, numbers: tuple[int, int], told: tuple[str, str]
) -> ChangesView:
    """Put into words what is different between two versions."""
    old, new = numbers
    rows = compare(*told)
    return ChangesView(
        title=page.line.title,
        id=page.line.id,
        before=words.version_name(old).capitalize(),
        after=words.version_name(new).capitalize(),
        said=words.changes_in_words(counted(rows)),
        summaries=tuple(
            one.summary
            for one in reversed(page.versions)
            if old < one.number <= new and one.summary
        ),
        rows=rows,
    )


def _since_last_meeting(page: DocumentPage) -> Link | None:
    """Lead to what has changed since the body last met, if something has."""
    if page.last_meeting_on is None:
        return None
    public = [one for one in page.versions if one.published_on is not None]
    then = [
        one for one in public if (one.published_on or one.written_at.date()) <= page.last_meeting_on
    ]
    if not then or public[0].number == then[0].number:
        return None
    return Link(
        text=_("Det som har ändrats sedan mötet %(day)s")
        % {"day": day_in_words(page.last_meeting_on)},
        href=_changes(page.line.id, then[0].number, public[0].number),
    )


def _other(line: DocumentLine, shown: VersionLine) -> Link | None:
    """Lead from what holds to what is proposed, side by side."""
    if line.proposed is None or line.in_force is None or shown.number == line.proposed.number:
        return None
    return _proposal_link(line)


def _proposal_link(line: DocumentLine) -> Link:
    assert line.proposed is not None  # noqa: S101 - whoever calls has looked
    assert line.in_force is not None  # noqa: S101 - as above
    return Link(
        text=_("Det finns ett förslag till ny version: se vad som ändras"),
        href=_changes(line.id, line.in_force.number, line.proposed.number),
    )


def _draft_link(line: DocumentLine) -> Link:
    assert line.draft is not None  # noqa: S101 - whoever calls has looked
    return Link(
        text=_("Det finns ett utkast: %(version)s")
        % {"version": words.version_name(line.draft.number)},
        href=reverse("county:document_version", args=[line.id, line.draft.number]),
    )


def _changes(document: UUID, old: int, new: int) -> str:
    return reverse("county:document_changes", args=[document, *sorted((old, new))])
