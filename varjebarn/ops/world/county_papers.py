"""The steering group is called to its next meeting, with papers: one published, one still a draft."""

from datetime import date
from uuid import UUID

from varjebarn.interop.documents import Document, Heading, Items, Paragraph, as_pdf
from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.county import SEATS
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands as c
from varjebarn.steering import queries as q
from varjebarn.steering.models import Body, Meeting
from varjebarn.steering.paper_kinds import PaperKind

GROUP = "Styrgruppen"
DRAFT = """Nuläget i Alvesta, utkast

Modellen har breddats till alla förskolor. Personalen ber om mer tid för handledning.
Vi föreslår att styrgruppen tar upp frågan i vår.
"""


def tell_papers(people: People, on: date) -> None:
    """Keep where the members are mailed, call them, and lay two papers before the meeting."""
    with people.acting("process-leader") as petra:
        body = Body.objects.get(name=GROUP)
        meeting = Meeting.objects.filter(body=body, date__gt=on).order_by("date").first()
        if meeting is None:
            return
        _keep_addresses(petra, body, on)
        c.call_to_meeting(petra, meeting, today=on)
        _lay(petra, meeting, on)


def _keep_addresses(petra: Actor, body: Body, on: date) -> None:
    """Mail all but one: nobody has asked Lessebo's member for an address yet."""
    silent = SEATS["Lessebo kommun"][0]
    addresses: dict[UUID, str] = {
        one.seat: f"{_plain(one.name)}@exempel.se"
        for one in q.addresses_of_body(petra, body.public_id, on=on)
        if one.name != silent
    }
    c.keep_addresses(petra, body, addresses=addresses)


def _lay(petra: Actor, meeting: Meeting, on: date) -> None:
    c.publish_paper(
        petra,
        c.attach_paper(
            petra,
            meeting,
            title="Så kan testerna fortsätta",
            content=as_pdf(_proposal(on)),
            kind=PaperKind.PDF,
            today=on,
        ),
        on=on,
    )
    c.attach_paper(
        petra,
        meeting,
        title="Nuläget i Alvesta, utkast",
        content=DRAFT.encode(),
        kind=PaperKind.TEXT,
        today=on,
    )


def _proposal(on: date) -> Document:
    return Document(
        title="Så kan testerna fortsätta",
        author="Processledningen",
        written=on,
        about="Underlag till styrgruppens nästa möte.",
        blocks=(
            Heading(text="Bakgrund"),
            Paragraph(text="Alla organisationer testar delar av modellen, på olika sätt."),
            Heading(text="Förslag"),
            Items(
                items=(
                    "Testerna fortsätter ett år till i alla organisationer.",
                    "Handledning ordnas gemensamt, två gånger i halvåret.",
                    "Barnens egna svar redovisas på mötet i höst.",
                ),
                is_numbered=True,
            ),
        ),
    )


def _plain(name: str) -> str:
    return name.casefold().translate(str.maketrans("åäöé ", "aaoe."))
