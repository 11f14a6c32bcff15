"""Papers laid before a meeting, published and taken back."""

from datetime import date
from hashlib import sha256

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering import rules
from varjebarn.steering.models import AgendaItem, Meeting, MeetingPaper
from varjebarn.steering.paper_kinds import PaperKind
from varjebarn.steering.queries.seats import holds_seat


def attach_paper(
    actor: Actor,
    meeting: Meeting,
    *,
    title: str,
    content: bytes,
    kind: PaperKind,
    item: AgendaItem | None = None,
    today: date,
) -> MeetingPaper:
    """Lay a file before a meeting as a draft. Its kind has been judged by its content before."""
    facts = rules.PaperFacts(
        sits_there=holds_seat(actor, meeting.body_id, today),
        title=title,
        size=len(content),
        papers_already=MeetingPaper.objects.filter(meeting=meeting, withdrawn_on=None).count(),
        is_of_the_meeting=item is None or item.meeting_id == meeting.pk,
    )
    require(rules.may_attach(actor.duties, facts))
    paper = MeetingPaper.objects.create(
        meeting=meeting,
        item=item,
        title=title.strip(),
        content=content,
        content_type=kind.value,
        content_hash=sha256(content).digest(),
        size=len(content),
        by_id=actor.person_id,
    )
    record(actor, "steering.paper_attached", object=paper.public_id)
    return paper


def publish_paper(actor: Actor, paper: MeetingPaper, *, on: date) -> None:
    """Let everybody read a paper."""
    require(
        rules.may_publish_paper(
            actor.duties,
            is_published=paper.published_on is not None,
            is_withdrawn=paper.withdrawn_on is not None,
        )
    )
    paper.published_on = on
    paper.save(update_fields=["published_on"])
    record(actor, "steering.paper_published", object=paper.public_id)


def withdraw_paper(actor: Actor, paper: MeetingPaper, *, on: date, why: str) -> None:
    """Take a paper back. Its title and the reason stay, for the members."""
    require(
        rules.may_withdraw_paper(actor.duties, is_withdrawn=paper.withdrawn_on is not None, why=why)
    )
    paper.withdrawn_on, paper.withdrawn_because = on, why.strip()
    paper.save(update_fields=["withdrawn_on", "withdrawn_because"])
    record(actor, "steering.paper_withdrawn", object=paper.public_id)
