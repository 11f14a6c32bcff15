"""The steering group with two papers at its next meeting (one published, one a draft) and addresses."""

from datetime import date
from uuid import UUID

from django.utils import timezone

from varjebarn.interop.documents import Document, Paragraph, as_pdf
from varjebarn.ops.world.children import open_alva
from varjebarn.steering import commands, queries
from varjebarn.steering.models import AgendaItem, Meeting
from varjebarn.steering.paper_kinds import PaperKind

from tests.world.cast import people_of
from tests.world.steering_group import build

DRAFT_WORDS = "Utkast till budget som ingen annan har sett."
PUBLISHED, DRAFT = "Förslag till mötesdagar", "Utkast till budget"


def build_with_papers() -> dict[str, object]:
    """Make the group, its papers and its addresses; a child is known, so that there is one to leak."""
    world = build()
    people = people_of(world)
    today = timezone.localdate()
    alva = open_alva(people, today)
    with people.acting("process-leader") as petra:
        meeting = Meeting.objects.filter(state="planned").order_by("date").first()
        assert meeting is not None
        item = AgendaItem.objects.filter(meeting=meeting).order_by("order").first()
        published, draft = (
            commands.attach_paper(
                petra,
                meeting,
                title=title,
                content=content,
                kind=kind,
                item=where,
                today=today,
            )
            for title, content, kind, where in (
                (PUBLISHED, a_pdf(PUBLISHED, today), PaperKind.PDF, item),
                (DRAFT, DRAFT_WORDS.encode(), PaperKind.TEXT, None),
            )
        )
        commands.publish_paper(petra, published, on=today)
        group = UUID(str(world["group"]))
        seats = queries.addresses_of_body(petra, group, on=today)
        commands.keep_addresses(
            petra,
            queries.open_body(group),
            addresses={one.seat: f"{one.seat.hex[:6]}@exempel.se" for one in seats},
        )
    return {
        **world,
        "alva": alva,
        "coming": meeting.public_id,
        "published": published.public_id,
        "draft": draft.public_id,
    }


def a_pdf(title: str, written: date) -> bytes:
    """Make a small PDF."""
    paper = Document(
        title=title, author="Styrgruppen", written=written, blocks=(Paragraph(text="Ja."),)
    )
    return as_pdf(paper)
