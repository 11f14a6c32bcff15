"""One thing of the register as OParl has it. What OParl has no word for stands under `varjebarn:`."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from varjebarn.interop.oparl.places import Places
from varjebarn.interop.oparl.system import SCHEMA
from varjebarn.interop.papers import download_name
from varjebarn.steering.queries import (
    Exported,
    ExportedBody,
    ExportedItem,
    ExportedMeeting,
    ExportedPaper,
    ExportedSeat,
    PaperLine,
)
from varjebarn.steering.queries.exported import ExportedGone
from varjebarn.steering.values import DecisionLine

_SWEDEN = ZoneInfo("Europe/Stockholm")
LEVELS = {"strategic": "Strategisk", "tactical": "Taktisk", "operative": "Operativ"}
SEATS = {
    "chair": "Ordförande",
    "vice_chair": "Vice ordförande",
    "member": "Ledamot",
    "adjunct": "Adjungerad",
}
OUTCOMES = {
    "noted": "Till kännedom",
    "discussed": "Samtal fört",
    "decided": "Beslutat",
    "decided_otherwise": "Beslutat på annat sätt",
    "not_approved": "Inte godkänt",
    "sent_back": "Återremitterat",
    "taken_home": "Taget hem till organisationerna",
    "withdrawn": "Återtaget",
    "to_information": "Ändrat till information",
    "postponed": "Uppskjutet",
}
NO_VOTE = "adjunct"


def organization(one: ExportedBody, places: Places) -> dict[str, Any]:
    """Write a body of the county."""
    return _thing("organization", "Organization", one, places) | _given(
        body=places.body(),
        name=one.name,
        organizationType="Gremium",
        classification=LEVELS.get(one.level, one.level),
        subOrganizationOf=one.reports_to and places.one("organization", one.reports_to),
        membership=[places.one("membership", seat) for seat in one.seats],
        meeting=places.all("meeting"),
        web=places.page("county:body", one.id),
        **{"varjebarn:purpose": one.purpose},
    )


def person(one: ExportedSeat, places: Places) -> dict[str, Any]:
    """Write who holds a seat. Whether two seats have the same person, the register doesn't say."""
    return _thing("person", "Person", one, places) | _given(
        body=places.body(),
        name=one.name,
        membership=[membership(one, places)],
        **{"varjebarn:title": one.title},
    )


def membership(one: ExportedSeat, places: Places) -> dict[str, Any]:
    """Write a seat. OParl's last day is included, ours is the first without."""
    return _thing("membership", "Membership", one, places) | _given(
        person=places.one("person", one.id),
        organization=places.one("organization", one.body),
        role=SEATS.get(one.seat, one.seat),
        votingRight=one.seat != NO_VOTE,
        startDate=one.since.isoformat(),
        endDate=one.until and date.fromordinal(one.until.toordinal() - 1).isoformat(),
        **{"varjebarn:represents": one.organisation},
    )


def meeting(one: ExportedMeeting, places: Places) -> dict[str, Any]:
    """Write a meeting with its agenda."""
    state = "abgesagt" if one.is_cancelled else "durchgeführt" if one.is_held else "terminiert"
    return _thing("meeting", "Meeting", one, places) | _given(
        name=f"{one.body_name} {one.day.isoformat()}",
        meetingState=state,
        cancelled=one.is_cancelled,
        start=_at(one.day, one.starts),
        end=_at(one.day, one.ends),
        location=_location(one, places),
        organization=[places.one("organization", one.body)],
        participant=[places.one("person", seat) for seat in one.present],
        auxiliaryFile=[_file(paper, places) for paper in one.papers],
        agendaItem=[agenda_item(item, places) for item in one.items],
        web=places.page("county:meeting", one.id),
        **{
            f"varjebarn:{name}": places.page(f"county:{name}", one.id)
            for name in ("minutes", "minutes_pdf")
            if one.has_public_minutes
        },
    )


def agenda_item(one: ExportedItem, places: Places) -> dict[str, Any]:
    """Write an item with what was decided."""
    return _thing("agendaitem", "AgendaItem", one, places) | _given(
        meeting=places.one("meeting", one.meeting),
        number=str(one.order),
        order=one.order,
        name=one.title,
        public=True,
        result=OUTCOMES.get(one.outcome, one.outcome),
        resolutionText="\n".join(decision.wording for decision in one.decisions),
        consultation=[places.one("consultation", paper.id) for paper in one.papers],
        auxiliaryFile=[_file(paper, places) for paper in one.papers],
        **{
            "varjebarn:note": one.note,
            "varjebarn:decision": [_decision(decision, places) for decision in one.decisions],
        },
    )


def paper(one: ExportedPaper, places: Places) -> dict[str, Any]:
    """Write a paper with its file, and where it was laid."""
    return _thing("paper", "Paper", one, places) | _given(
        body=places.body(),
        name=one.line.title,
        date=one.line.published_on and one.line.published_on.isoformat(),
        paperType="Handling",
        underDirectionOf=[places.one("organization", one.body)],
        mainFile=_file(one.line, places),
        consultation=[consultation(one, places)],
    )


def consultation(one: ExportedPaper, places: Places) -> dict[str, Any]:
    """Write that a paper was laid before a meeting, or at an item."""
    return _thing("consultation", "Consultation", one, places) | _given(
        paper=places.one("paper", one.id),
        agendaItem=one.line.item and places.one("agendaitem", one.line.item),
        meeting=places.one("meeting", one.meeting),
        organization=[places.one("organization", one.body)],
    )


def gone(name: str, kind: str, one: ExportedGone, places: Places) -> dict[str, Any]:
    """Write that something was withdrawn, with nothing but what OParl 1.1 demands of a deleted object.

    In lists only where `modified_since` is asked for; on its own address always.
    """
    return _thing(kind, name, one, places) | {"deleted": True}


def file(one: ExportedPaper, places: Places) -> dict[str, Any]:
    """Write a paper's file."""
    return _thing("file", "File", one, places) | _file(one.line, places)


def _file(line: PaperLine, places: Places) -> dict[str, Any]:
    address = places.page("county:paper", line.id)
    return _given(
        id=places.one("file", line.id),
        type=f"{SCHEMA}File",
        name=line.title,
        fileName=download_name(line.title, line.kind),
        mimeType=line.kind.value,
        size=line.size,
        date=line.published_on and line.published_on.isoformat(),
        accessUrl=address,
        downloadUrl=address,
    )


def _decision(line: DecisionLine, places: Places) -> dict[str, Any]:
    return _given(
        number=line.number,
        wording=line.wording,
        date=line.decided_on.isoformat(),
        responsible=line.responsible,
        due=line.due and line.due.isoformat(),
        open=line.is_open,
        web=places.page("county:decision", line.id),
    )


def _location(one: ExportedMeeting, places: Places) -> dict[str, Any] | None:
    where = ", ".join(filter(None, [one.place, "digitalt" if one.is_digital else ""]))
    if not where:
        return None
    return {
        "id": places.one("meeting", one.id) + "#location",
        "type": f"{SCHEMA}Location",
        "description": where,
    }


def _thing(kind: str, name: str, one: Exported, places: Places) -> dict[str, Any]:
    return _given(
        id=places.one(kind, one.id),
        type=f"{SCHEMA}{name}",
        created=_moment(one.created),
        modified=_moment(one.modified),
    )


def _given(**words: Any) -> dict[str, Any]:
    """Leave out what is not known: OParl has no null."""
    return {name: value for name, value in words.items() if value not in (None, "", [])}


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(_SWEDEN).isoformat(timespec="microseconds")


def _at(day: date, hour: time) -> str:
    return datetime.combine(day, hour, tzinfo=_SWEDEN).isoformat()
