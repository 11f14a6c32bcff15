"""Minutes composed from the register, in the form that Swedish offices give them.

Always in Swedish: they are the county's own document. Attendance, days, outcomes and decisions are
taken from the register as they stand there; only what was said is the secretary's text.
"""

from collections.abc import Iterable, Iterator

from varjebarn.interop.documents import Block, Document, Facts, Heading, Items, Paragraph, as_text
from varjebarn.interop.documents.days import clock, day_words, weekday
from varjebarn.interop.minutes.reference import reference_of
from varjebarn.steering.minuted import MinutesPage, MinutesText, Reported
from varjebarn.steering.values import (
    Attendee,
    CorrectionLine,
    DecisionLine,
    ItemLine,
    MeetingLine,
    MeetingPage,
    ReportBackLine,
)

CHAIR, POSTPONED, OTHERWISE = "chair", "postponed", "decided_otherwise"
BECAME = {
    "noted": "Mötet tar del av informationen.",
    "discussed": "Mötet samtalar om frågan.",
    "not_approved": "Förslaget godkänns inte.",
    "sent_back": "Ärendet går tillbaka och bereds på nytt.",
    "taken_home": "Frågan tas hem till organisationerna.",
    "withdrawn": "Punkten är återtagen av den som föreslog den.",
    "to_information": "Ärendet är inte längre ett beslutsärende. Mötet tar del av informationen.",
}


def minutes_document(found: MinutesPage, *, text: MinutesText | None = None) -> Document:
    """Compose the minutes with the text that holds, or with an earlier one."""
    said = text or found.text
    return Document(
        title=f"Mötesanteckningar {found.page.meeting.body.name}",
        author=found.page.meeting.body.name,
        written=found.page.meeting.day,
        reference=reference_of(found.page.meeting),
        blocks=(
            *_head(found.page, _approval(found) if said.number == found.text.number else ""),
            *_paragraphs(said.opening),
            *(
                block
                for item in found.page.items
                for block in item_blocks(found.page, item, said.said.get(item.id, ""))
            ),
            *_reported(found.reported),
        ),
    )


def minutes_text(found: MinutesPage) -> str:
    """Write the minutes as plain text."""
    return as_text(minutes_document(found))


def item_blocks(page: MeetingPage, item: ItemLine, said: str) -> Iterator[Block]:
    """Compose one item: its heading, what was said, and what the register says became of it."""
    yield Heading(text=f"{item.order}. {item.title}")
    yield from _paragraphs(said)
    yield from outcome_blocks(page, item, is_told=bool(said.strip()))


def outcome_blocks(page: MeetingPage, item: ItemLine, *, is_told: bool = False) -> Iterator[Block]:
    """Compose what the register says of an item. `is_told`: somebody wrote what was said there."""
    if item.outcome == POSTPONED:
        later = f" till mötet den {day_words(item.moved_to)}" if item.moved_to else ""
        yield Paragraph(text=f"Punkten skjuts upp{later}. {item.note}".strip())
        return
    if item.note:
        yield from _paragraphs(item.note)
    elif item.outcome in BECAME and not (is_told and item.outcome in {"noted", "discussed"}):
        yield Paragraph(text=BECAME[item.outcome])
    if item.outcome == OTHERWISE:
        yield Paragraph(
            label="Förslag", text=next((asked for at, asked in page.proposals if at == item.id), "")
        )
    for decision in reversed(item.decisions):
        yield from _decision(decision)
        for one in page.corrections:
            if one.decision == decision.id and one.reason:
                yield _corrected(one)
    for asked in page.report_backs:
        if asked.item == item.id:
            yield _question(asked)


def _head(page: MeetingPage, approved: str) -> Iterator[Block]:
    meeting = page.meeting
    chair = page.chair or next(
        (one.name for one in page.attendance if one.is_present and one.seat == CHAIR), ""
    )
    day = f"{weekday(meeting.day).capitalize()}en den {day_words(meeting.day)}"
    pairs = [
        ("Tid", f"{day} kl. {clock(meeting.starts)}–{clock(meeting.ends)}"),
        ("Plats", _place(meeting)),
    ]
    if chair:
        pairs.append(("Ordförande", chair))
    if approved:
        pairs.append(("Godkända", approved))
    yield Facts(pairs=tuple(pairs))
    for heading, is_present in (("Närvarande", True), ("Frånvarande", False)):
        people = tuple(_person(one) for one in page.attendance if one.is_present is is_present)
        if people:
            yield Heading(text=heading)
            yield Items(items=people)


def _person(one: Attendee) -> str:
    role = " (ordförande)" if one.seat == CHAIR else ""
    instead = f" (ersätter {one.instead_of})" if one.instead_of else ""
    return f"{one.name}, {one.organisation}{role}{instead}"


def _paragraphs(text: str) -> Iterator[Paragraph]:
    """Part a text where a line is blank."""
    lines: list[str] = []
    for line in (*text.strip().splitlines(), ""):
        if line.strip():
            lines.append(line.strip())
        elif lines:
            yield Paragraph(text="\n".join(lines))
            lines = []


def _decision(decision: DecisionLine) -> Iterator[Block]:
    yield Paragraph(label="Beslut", text=decision.wording)
    pairs: list[tuple[str, str]] = []
    if decision.responsible:
        pairs.append(("Ansvarig", decision.responsible))
    if decision.due:
        pairs.append(("Klart senast", day_words(decision.due)))
    if pairs:
        yield Facts(pairs=tuple(pairs))


def _corrected(one: CorrectionLine) -> Facts:
    """Say what a decision's wording was until it was corrected, as with an approval with changes."""
    return Facts(
        pairs=(
            ("Rättat", f"Den {day_words(one.on)} av {one.by}: {one.reason}"),
            ("Tidigare lydelse", one.before),
        )
    )


def _question(asked: ReportBackLine) -> Paragraph:
    return Paragraph(
        label="Fråga till organisationerna",
        text=f"{asked.question} Svar senast {day_words(asked.due)}.",
    )


def _reported(questions: Iterable[Reported]) -> Iterator[Block]:
    """Compose what the organisations answered by the meeting's day, and who was silent."""
    for one in questions:
        yield Heading(text=f"Återrapport: {one.question}")
        if one.answers:
            yield Facts(pairs=one.answers)
        if one.silent:
            yield Paragraph(label="Har inte svarat", text=", ".join(one.silent))


def _approval(found: MinutesPage) -> str:
    if found.approved_at is None:
        return ""
    on = f"På mötet den {day_words(found.approved_at.day)}"
    return f"{on}, med en ändring: {found.changes}" if found.changes else on


def _place(meeting: MeetingLine) -> str:
    if meeting.place and meeting.is_digital:
        return f"{meeting.place} och digitalt"
    return "Digitalt" if meeting.is_digital else meeting.place or "Inte angiven"
