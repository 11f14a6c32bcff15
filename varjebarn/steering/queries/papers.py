"""Papers of a meeting. What a policy hides does not exist: drafts are for members and the duty county."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.steering.models import MeetingPaper
from varjebarn.steering.paper_kinds import PaperKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A paper in a list, without what it holds. `size` in bytes; `item` is None for the whole meeting."""

    id: UUID
    title: str
    kind: PaperKind
    size: int
    at: datetime
    item: UUID | None
    published_on: date | None
    withdrawn_on: date | None
    withdrawn_because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFile:
    """A paper with what it holds."""

    line: PaperLine
    content: bytes


def papers_of_meeting(meeting: UUID) -> tuple[PaperLine, ...]:
    """List what the acting person may see of a meeting's papers, in order of agenda and of coming in."""
    found = (
        MeetingPaper.objects.filter(meeting__public_id=meeting)
        .select_related("item")
        .defer("content", "content_hash")
        .order_by("item__order", "pk")
    )
    return tuple(paper_line(one) for one in found)


def open_paper(paper: UUID) -> MeetingPaper:
    """Open a paper to act on, with its meeting; without what it holds."""
    return (
        MeetingPaper.objects.select_related("meeting", "item").defer("content").get(public_id=paper)
    )


def paper_file(actor: Actor | None, paper: UUID) -> PaperFile:
    """Read a paper whole. Reading a draft is logged."""
    found = MeetingPaper.objects.select_related("item").get(public_id=paper)
    if actor is not None and (found.published_on is None or found.withdrawn_on is not None):
        record(actor, "steering.paper_read", object=found.public_id)
    return PaperFile(line=paper_line(found), content=bytes(found.content))


def paper_line(paper: MeetingPaper) -> PaperLine:
    """Needs `item`."""
    return PaperLine(
        id=paper.public_id,
        title=paper.title,
        kind=PaperKind(paper.content_type),
        size=paper.size,
        at=paper.at,
        item=None if paper.item is None else paper.item.public_id,
        published_on=paper.published_on,
        withdrawn_on=paper.withdrawn_on,
        withdrawn_because=paper.withdrawn_because,
    )
