"""Each kind of thing in the register, as a part of the report. A new kind is one writer here."""

from collections.abc import Iterable

from varjebarn.interop.annual import words
from varjebarn.interop.annual.other_blocks import OTHERS
from varjebarn.interop.annual.shapes import Writer, listed, on, table, until
from varjebarn.interop.annual.values import Block, Line
from varjebarn.steering.annual import Entry, Part


def block(part: Part) -> Block:
    """Write a part."""
    return WRITERS[part.kind](part)


def decision(one: Entry) -> Line:
    """Write a decision in its own wording, with its meeting's day."""
    return Line(
        text=f"Beslut {dict(one.numbers)['decision']}: {one.text}",
        about=words.facts(
            f"{one.note} {on(one)}",
            f"Ansvarig: {one.who}" if one.who else "",
            f"Klart senast {until(one)}" if one.until else "",
            words.STATUSES[one.state],
        ),
        ref=one.ref,
    )


def postponed(one: Entry) -> Line:
    """Write a matter that was put off: how old it is, and where it stands."""
    days = words.counted(dict(one.numbers)["days"], "dag", "dagar")
    stands = (
        f"Väntar sedan {days}, nu till {until(one)}"
        if one.state == "waiting"
        else f"Behandlad {until(one)}, efter {days}"
    )
    first = f"Stod första gången på dagordningen {on(one)}"
    return Line(text=one.text, about=words.facts(one.who, first, stands), ref=one.ref)


def question(one: Entry) -> Line:
    """Write a question with who has not answered, by name."""
    numbers = dict(one.numbers)
    return Line(
        text=one.text,
        about=words.facts(
            f"Ställd {on(one)}",
            f"{numbers['answered']} av {numbers['asked']} har svarat",
            f"Har inte svarat: {one.who}" if one.who else "",
        ),
        ref=one.ref,
    )


def plans(following: Iterable[tuple[str, int | None]]) -> Block:
    """Write how many plans follow each version of a model; few are not told from none."""
    return Block(
        title="Planer som följer modellen",
        lead="Räknat den dag rapporten är gjord.",
        lines=tuple(
            Line(
                text=label,
                about="färre än 5 planer" if few is None else words.counted(few, "plan", "planer"),
            )
            for label, few in following
        ),
    )


def _held(one: Entry) -> Line:
    numbers = dict(one.numbers)
    return Line(
        text=f"{on(one)} kl. {one.who}",
        about=words.facts(
            one.text,
            "digitalt" if one.state == "digital" else "",
            f"{numbers['present']} närvarande",
            f"{numbers['absent']} frånvarande",
        ),
        ref=one.ref,
    )


def _planned(one: Entry) -> Line:
    return Line(text=f"{on(one)} kl. {one.who}", about=one.text, ref=one.ref)


def _seat(verb: str) -> "Writer":
    def line(one: Entry) -> Line:
        about = words.facts(one.note, words.SEATS[one.state], f"{verb} {on(one)}")
        return Line(text=f"{one.text}, {one.who}", about=about, ref=one.ref)

    return listed("Nya ledamöter" if verb == "från" else "Ledamöter som slutade", line)


def _extension(one: Entry) -> Line:
    decided = f"Beslut {dict(one.numbers)['decision']}, {on(one)}"
    return Line(
        text=one.text,
        about=words.facts(decided, f"Gäller till och med {until(one)}"),
        ref=one.ref,
    )


def _agreement(one: Entry) -> Line:
    return Line(
        text=one.text,
        about=words.facts(
            f"Till och med {until(one)}", f"Säger emot: {one.note}" if one.note else ""
        ),
        ref=one.ref,
    )


def _counting(write: Writer, one: str, many: str) -> Writer:
    """Begin a part with how many there are of it."""

    def counted(part: Part) -> Block:
        written = write(part)
        number = len(part.entries) or len(part.rows)
        lead = words.sentence(words.counted(number, one, many))
        return Block(title=written.title, lead=lead, lines=written.lines, table=written.table)

    return counted


WRITERS: dict[str, Writer] = {
    **OTHERS,
    "meetings": _counting(listed("Möten som hölls", _held), "möte hölls", "möten hölls"),
    "meetings_unwritten": listed(
        "Möten som inte är nedskrivna",
        _planned,
        lead="De här mötenas dag har passerat, och ingen har skrivit ner dem.",
    ),
    "meetings_next_year": _counting(
        listed("Möten nästa år", _planned), "möte är planerat", "möten är planerade"
    ),
    "attendance": table(
        "Närvaro, organisation för organisation",
        ("Grupp", "Organisation", "Företrädd", "Av möten"),
        lead="Hur många av mötena som organisationen var företrädd på.",
    ),
    "members": table(
        "Ledamöter",
        ("Grupp", "Namn", "Titel", "Organisation", "Roll"),
        names=words.SEATS,
        column=4,
    ),
    "seats_begun": _seat("från"),
    "seats_ended": _seat("till och med"),
    "decisions": _counting(listed("Beslut", decision), "beslut", "beslut"),
    "model_decisions": listed("Beslut om modellen", decision),
    "matters": table(
        "Ärenden",
        ("Grupp", "Vad det blev av punkten", "Antal"),
        names=words.OUTCOMES,
        column=1,
    ),
    "postponed": _counting(
        listed("Punkter som har skjutits upp", postponed), "punkt sköts upp", "punkter sköts upp"
    ),
    "questions": listed("Frågor till organisationerna", question),
    "extensions": listed("Överenskommelser som förlängdes", _extension),
    "agreements": listed("Överenskommelser som gäller", _agreement),
    "organisations": _counting(
        table("Organisationer", ("Organisation", "Har plats i")),
        "organisation deltar",
        "organisationer deltar",
    ),
}
