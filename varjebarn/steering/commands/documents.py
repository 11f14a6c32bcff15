"""Documents: started and drafted by a body, published with a notice, decided, in force."""

from datetime import date

from django.db import connection
from django.db.models import Max

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Changed, require
from varjebarn.steering.commands.agenda import keep_standing
from varjebarn.steering.commands.meetings import raise_item
from varjebarn.steering.models import (
    Body,
    DecisionRecord,
    Document,
    DocumentKind,
    DocumentVersion,
    ItemKind,
    Meeting,
    StandingItem,
    StandingUse,
)
from varjebarn.steering.queries.documents import is_decided_at_its_item
from varjebarn.steering.queries.membership import mail_addresses
from varjebarn.steering.queries.seats import holds_seat
from varjebarn.steering.rules import documents as rules


def start_document(
    actor: Actor, body: Body, *, kind: DocumentKind, title: str, text: str, today: date
) -> Document:
    """Start a document of a body with its first draft."""
    require(
        rules.may_start(
            actor.duties,
            is_member=holds_seat(actor, body.pk, today),
            title=title,
            text=text,
            is_taken=Document.objects.filter(body=body, title=title.strip()).exists(),
        )
    )
    document = Document.objects.create(body=body, kind=kind, title=title.strip(), started_on=today)
    _add_version(actor, document, number=1, text=text, summary="")
    record(actor, "steering.document_started", object=document.public_id)
    return document


def write_draft(
    actor: Actor, document: Document, *, after: int, text: str, summary: str = "", today: date
) -> DocumentVersion:
    """Write the next version. `after` is the one it was made from; raises Changed if there is a newer."""
    newest = DocumentVersion.objects.filter(document=document).order_by("-number")[0]
    if newest.number != after:
        raise Changed
    require(
        rules.may_write(
            actor.duties,
            is_member=holds_seat(actor, document.body_id, today),
            text=text,
            is_unchanged=_lines(newest.text) == _lines(text),
        )
    )
    version = _add_version(actor, document, number=after + 1, text=text, summary=summary)
    record(actor, "steering.draft_written", object=document.public_id)
    return version


def publish_draft(
    actor: Actor, version: DocumentVersion, *, meeting: Meeting | None, path: str, today: date
) -> int:
    """Publish a draft for the body's next meeting to decide. Answers how many members are written to.

    `path` is where it is read; the letter names the document and the day, and nothing of what it says.
    """
    document = version.document
    newest = DocumentVersion.objects.filter(document=document).aggregate(last=Max("number"))["last"]
    facts = rules.PublishFacts(
        is_published=version.published_on is not None,
        is_newest=version.number == newest,
        today=today,
        meeting_on=None if meeting is None else meeting.date,
    )
    require(rules.may_publish(actor.duties, facts))
    assert meeting is not None  # noqa: S101 - the rule has said so
    version.published_on = today
    version.item = raise_item(actor, meeting, title=document.title, kind=ItemKind.DECISION)
    version.save(update_fields=["published_on", "item"])
    told = _tell_members(document, day=meeting.date, path=path, today=today)
    record(actor, "steering.document_published", object=document.public_id)
    return told


def put_in_force(
    actor: Actor, version: DocumentVersion, *, decision: DecisionRecord, from_day: date
) -> DocumentVersion:
    """Let a decided version hold from a day. The one before it holds until then.

    A process plan stands on every agenda from then on.
    """
    latest = DocumentVersion.objects.filter(document_id=version.document_id).aggregate(
        last=Max("in_force_from")
    )["last"]
    facts = rules.InForceFacts(
        is_published=version.published_on is not None,
        is_in_force=version.decision_id is not None,
        is_decided_at_its_item=is_decided_at_its_item(version, decision),
        decided_on=decision.item.meeting.date,
        from_day=from_day,
        latest_from=latest,
    )
    require(rules.may_put_in_force(actor.duties, facts))
    version.decision, version.in_force_from = decision, from_day
    version.save(update_fields=["decision", "in_force_from"])
    if version.document.kind == DocumentKind.PROCESS_PLAN:
        _keep_on_every_agenda(actor, version.document)
    record(actor, "steering.document_in_force", object=version.document.public_id)
    return version


def _keep_on_every_agenda(actor: Actor, document: Document) -> None:
    """Let the process plan come onto every new agenda, unless the body has seen to that already."""
    kept = StandingItem.objects.filter(
        body_id=document.body_id, use=StandingUse.PROCESS_PLAN, ended_on=None
    )
    if not kept.exists():
        keep_standing(actor, document.body, title=document.title, use=StandingUse.PROCESS_PLAN)


def _add_version(
    actor: Actor, document: Document, *, number: int, text: str, summary: str
) -> DocumentVersion:
    return DocumentVersion.objects.create(
        document=document,
        body_id=document.body_id,
        number=number,
        text="\n".join(_lines(text)),
        summary=summary.strip(),
        written_by_id=actor.person_id,
    )


def _lines(text: str) -> list[str]:
    """Take away what no reader sees: the browser's line ends, and spaces at the end of a line."""
    return [line.rstrip() for line in text.strip().splitlines()]


def _tell_members(document: Document, *, day: date, path: str, today: date) -> int:
    """Write to those of the body who have an address here. Answers how many."""
    addresses = mail_addresses(document.body_id, today)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.post_document(%s::text[], %s, %s, %s)",
            [addresses, document.title, day, path],
        )
    return len(addresses)
