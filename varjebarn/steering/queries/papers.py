"""Papers of a meeting. What a policy hides does not exist: drafts are for members and the duty county."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.steering.models import AgendaItem, MeetingPaper
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
    """List what the acting person may see of a meeting's papers, in order of agenda and of coming in.

    The papers of a matter that was put off come along to the item where it stands now. Two statements.
    """
    items = list(AgendaItem.objects.filter(meeting__public_id=meeting).select_related("meeting"))
    here = {one.first_id or one.pk: one for one in items}
    earlier = Q(item__first__in=list(here)) | Q(item__in=list(here))
    if items:
        earlier &= Q(meeting__date__lt=items[0].meeting.date)
    found = _lines(Q(meeting__public_id=meeting) | earlier)
    order = {one.public_id: one.order for one in items}
    lines = [
        paper_line(one, at=None if one.item is None else here.get(one.item.first_id or one.item.pk))
        for one in found
    ]
    return tuple(sorted(lines, key=lambda line: order.get(line.item, 0) if line.item else 0))


def papers_of_matter(item: UUID) -> tuple[PaperLine, ...]:
    """List what the acting person may see of a matter's papers, at whatever meeting they were laid."""
    standing = AgendaItem.objects.get(public_id=item)
    first = standing.first_id or standing.pk
    return tuple(paper_line(one) for one in _lines(Q(item__first=first) | Q(item=first)))


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


def paper_line(paper: MeetingPaper, *, at: AgendaItem | None = None) -> PaperLine:
    """Needs `item`. `at`: where the matter stands now, if it has moved."""
    item = at or paper.item
    return PaperLine(
        id=paper.public_id,
        title=paper.title,
        kind=PaperKind(paper.content_type),
        size=paper.size,
        at=paper.at,
        item=None if item is None else item.public_id,
        published_on=paper.published_on,
        withdrawn_on=paper.withdrawn_on,
        withdrawn_because=paper.withdrawn_because,
    )


def _lines(wanted: Q) -> list[MeetingPaper]:
    found = MeetingPaper.objects.filter(wanted).defer("content", "content_hash")
    return list(found.select_related("item").order_by("pk"))
