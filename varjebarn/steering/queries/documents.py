"""Documents as they are read: what holds now, what is proposed, and, for those who may, the draft."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db.models import Q

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.organisations.models import Person
from varjebarn.steering.document_values import (
    ActivityLine,
    DocumentLine,
    DocumentPage,
    MessageLine,
    Standing,
    VersionLine,
)
from varjebarn.steering.models import (
    Activity,
    AgendaItem,
    DecisionRecord,
    Document,
    DocumentVersion,
    Meeting,
    MeetingState,
    Message,
    Outcome,
)
from varjebarn.steering.queries.membership import may_draft
from varjebarn.steering.values import Named

DECIDED = {"decided", "decided_otherwise"}
Places = dict[int, AgendaItem]
"""Where an item stands now, by the key of where the matter began."""


def open_document(document: UUID) -> Document:
    """Open a document; raises DoesNotExist for a draft that is not for whoever acts."""
    return Document.objects.select_related("body").get(public_id=document)


def open_to_draft(actor: Actor, document: UUID, *, on: date) -> Document:
    """Open a document to write in; raises DoesNotExist for those who may not, as if it were not there."""
    found = open_document(document)
    if not may_draft(actor, found.body_id, on):
        raise Document.DoesNotExist
    return found


def open_version(document: UUID, number: int) -> DocumentVersion:
    """Open one version of a document."""
    found = DocumentVersion.objects.select_related("document__body", "item")
    return found.get(document__public_id=document, number=number)


def newest_version(document: Document) -> DocumentVersion:
    """Open the newest version that whoever acts may see."""
    found = DocumentVersion.objects.filter(document=document).select_related("document")
    return found.order_by("-number")[0]


def open_activity(activity: UUID) -> Activity:
    """Open an activity with its document."""
    return Activity.objects.select_related("document").get(public_id=activity)


def open_planned_message(message: UUID) -> Message:
    """Open a line of a communication plan with its document."""
    return Message.objects.select_related("document").get(public_id=message)


def is_decided_at_its_item(version: DocumentVersion, decision: DecisionRecord) -> bool:
    """Whether a decision was made where the version stood, also after the item was postponed."""
    item = decision.item
    return version.item_id is not None and version.item_id in {item.pk, item.first_id}


def decisions_for(version: DocumentVersion) -> tuple[DecisionRecord, ...]:
    """List the decisions that were made at a version's item, wherever it was postponed to."""
    if version.item_id is None:
        return ()
    there = Q(item_id=version.item_id) | Q(item__first_id=version.item_id)
    found = DecisionRecord.objects.filter(there).select_related("item__meeting")
    return tuple(found.order_by("number"))


def meeting_to_decide(document: Document, on: date) -> Meeting | None:
    """Find the body's next planned meeting, from a day on."""
    planned = Meeting.objects.filter(
        body_id=document.body_id, state=MeetingState.PLANNED, date__gte=on
    )
    return planned.order_by("date").first()


def document_lines(on: date) -> tuple[DocumentLine, ...]:
    """List the documents that whoever acts may see, in three statements."""
    documents = Document.objects.select_related("body").order_by("title", "pk")
    versions: dict[int, list[DocumentVersion]] = {}
    for version in _versions(Q()):
        versions.setdefault(version.document_id, []).append(version)
    everything = [one for of in versions.values() for one in of]
    places, names = _places(everything), _writers(everything)
    return tuple(
        _document_line(one, _version_lines(versions[one.pk], places, on, names))
        for one in documents
        if one.pk in versions
    )


def document_page(document: UUID, *, on: date, actor: Actor | None = None) -> DocumentPage:
    """Read a document with all its versions that whoever acts may see. A reading of a draft is logged."""
    found = Document.objects.select_related("body").get(public_id=document)
    versions = _versions(Q(document=found))
    if actor is not None and any(one.published_on is None for one in versions):
        record(actor, "steering.draft.read", object=found.public_id)
    lines = _version_lines(versions, _places(versions), on, _writers(versions))
    return DocumentPage(
        line=_document_line(found, lines),
        versions=lines,
        activities=activity_lines(found, on),
        messages=_message_lines(found, on),
        last_meeting_on=_last_meeting(found.body_id, on),
    )


def activity_lines(document: Document, on: date) -> tuple[ActivityLine, ...]:
    """List a plan's activities by their days."""
    found = Activity.objects.filter(document=document).order_by("starts", "ends", "pk")
    return tuple(
        ActivityLine(
            id=one.public_id,
            title=one.title,
            owner=one.owner,
            starts=one.starts,
            ends=one.ends,
            is_milestone=one.is_milestone,
            status=one.status,
            is_late=one.status in {"planned", "going"} and one.ends < on,
            note=one.note,
            told_on=one.told_on,
        )
        for one in found
    )


def texts(document: UUID, numbers: Iterable[int]) -> dict[int, str]:
    """Give the texts of some versions by their numbers; those that are hidden are not there."""
    found = DocumentVersion.objects.filter(document__public_id=document, number__in=list(numbers))
    return dict(found.values_list("number", "text"))


def _message_lines(document: Document, on: date) -> tuple[MessageLine, ...]:
    found = Message.objects.filter(document=document).order_by("due", "pk")
    return tuple(
        MessageLine(
            id=one.public_id,
            audience=one.audience,
            message=one.message,
            channel=one.channel,
            owner=one.owner,
            due=one.due,
            done_on=one.done_on,
            is_late=one.done_on is None and one.due < on,
        )
        for one in found
    )


def _versions(wanted: Q) -> list[DocumentVersion]:
    """Read versions, the newest first. Who wrote them is not read along: a reader may not see staff."""
    found = DocumentVersion.objects.filter(wanted).select_related("item__meeting", "decision")
    return list(found.order_by("-number"))


def _places(versions: Iterable[DocumentVersion]) -> Places:
    """Find where the versions' items stand now, however often they have been postponed."""
    found: Places = {one.item.pk: one.item for one in versions if one.item is not None}
    moved = AgendaItem.objects.filter(first_id__in=list(found)).select_related("meeting")
    for item in moved.order_by("meeting__date"):
        assert item.first_id is not None  # noqa: S101 - it was asked for
        found[item.first_id] = item
    return found


def _document_line(document: Document, lines: tuple[VersionLine, ...]) -> DocumentLine:
    by_standing = {line.standing: line for line in reversed(lines)}
    return DocumentLine(
        id=document.public_id,
        title=document.title,
        kind=document.kind,
        body=Named(id=document.body.public_id, name=document.body.name),
        body_key=document.body_id,
        in_force=by_standing.get(Standing.IN_FORCE),
        proposed=by_standing.get(Standing.DECIDED) or by_standing.get(Standing.PROPOSED),
        draft=lines[0] if lines[0].standing == Standing.DRAFT else None,
    )


def _version_lines(
    versions: list[DocumentVersion], places: Places, on: date, names: Mapping[int, str]
) -> tuple[VersionLine, ...]:
    return tuple(
        _version_line(one, versions, places, on, writer=names.get(one.written_by_id, ""))
        for one in versions
    )


def _writers(versions: Iterable[DocumentVersion]) -> dict[int, str]:
    """Name those who have written drafts, to those who may see them."""
    keys = {one.written_by_id for one in versions if one.published_on is None}
    return {one.pk: str(one) for one in Person.objects.filter(pk__in=keys)} if keys else {}


def _version_line(
    version: DocumentVersion,
    among: list[DocumentVersion],
    places: Places,
    on: date,
    *,
    writer: str,
) -> VersionLine:
    item = None if version.item_id is None else places[version.item_id]
    return VersionLine(
        number=version.number,
        summary=version.summary,
        written_by=writer,
        written_at=version.written_at,
        published_on=version.published_on,
        standing=_standing(version, among, item, on),
        in_force_from=version.in_force_from,
        decided_at=None if item is None else item.meeting.date,
        meeting=None if item is None else item.meeting.public_id,
        decision=None if version.decision is None else version.decision.public_id,
        decision_number=None if version.decision is None else version.decision.number,
    )


def _standing(
    version: DocumentVersion, among: list[DocumentVersion], item: AgendaItem | None, on: date
) -> Standing:
    """Say where a version stands; the one in force is the latest whose day has come."""
    if version.published_on is None or item is None:
        return Standing.DRAFT
    if version.in_force_from is None:
        return _undecided(version, among, item)
    if version.in_force_from > on:
        return Standing.COMING
    holding = [one for one in among if one.in_force_from is not None and one.in_force_from <= on]
    latest = max(holding, key=lambda one: (one.in_force_from or on, one.number))
    return Standing.IN_FORCE if latest.pk == version.pk else Standing.EARLIER


def _undecided(
    version: DocumentVersion, among: list[DocumentVersion], item: AgendaItem
) -> Standing:
    """Say what is known of a published version that no decision is tied to."""
    is_passed = any(one.published_on and one.number > version.number for one in among)
    if is_passed or item.outcome == Outcome.NOT_APPROVED:
        return Standing.NOT_APPROVED
    return Standing.DECIDED if item.outcome in DECIDED else Standing.PROPOSED


def _last_meeting(body_id: int, on: date) -> date | None:
    held = Meeting.objects.filter(body_id=body_id, state=MeetingState.HELD, date__lte=on)
    found: date | None = held.order_by("-date").values_list("date", flat=True).first()
    return found
