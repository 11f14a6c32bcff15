"""The parts of the report about work between the meetings and what was told: one function a kind."""

from collections.abc import Mapping

from varjebarn.interop.annual import words
from varjebarn.interop.annual.shapes import Writer, listed, on, table
from varjebarn.interop.annual.values import Line
from varjebarn.steering.annual import Entry

STEPS: Mapping[str, str] = {
    "started": "Började",
    "delayed": "Försenades",
    "widened": "Breddades",
    "outcome": "Det blev",
    "finished": "Avslutades",
}
TOOLS: Mapping[str, str] = {
    "wheel": "Hjulet",
    "triangle": "Triangeln",
    "questions": "Frågorna",
    "tree": "Vägvalet",
    "plan": "Planen",
    "child_words": "Barnets egna ord",
}
LACKS: Mapping[str, str] = {"mandate": "Mandat", "time": "Tid", "resources": "Resurser"}
STATUSES: Mapping[str, str] = {
    "planned": "planerade",
    "going": "pågår",
    "done": "klara",
    "stopped": "avbrutna",
}
THEMES: Mapping[str, str] = {
    "time": "Tid",
    "mandate": "Mandat",
    "money": "Pengar",
    "secrecy": "Sekretess",
    "technology": "Teknik",
    "cooperation": "Samarbete",
    "knowledge": "Kunskap",
    "other": "Annat",
}
VISITS: Mapping[str, str] = {
    "board": "nämnd",
    "authority": "myndighet",
    "network": "nätverk",
    "conference": "konferens",
    "other": "",
}
RESEARCH: Mapping[str, str] = {
    "asked": "väntar på svar",
    "granted": "beviljad",
    "declined": "avslagen",
}
STANDINGS: Mapping[str, str] = {
    "outside": "står utanför",
    "principles": "följer principerna",
    "tests": "testar",
    "joined": "är med",
}


def _trial(one: Entry) -> Line:
    return Line(
        text=one.text,
        about=words.facts(f"{STEPS[one.state]} {on(one)}", one.note, f"version {one.who}"),
    )


def _training(one: Entry) -> Line:
    numbers = dict(one.numbers)
    return Line(
        text=one.text,
        about=words.facts(
            on(one),
            "digitalt" if one.state == "digital" else "",
            one.who,
            f"{words.counted(numbers['people'], 'person', 'personer')} från "
            f"{words.counted(numbers['organisations'], 'organisation', 'organisationer')}",
        ),
    )


def _risk(one: Entry) -> Line:
    seen_to = f"Åtgärdat {words.day(one.until)}: {one.note}" if one.until else "Kvarstår"
    return Line(
        text=one.text,
        about=words.facts(LACKS[one.state], one.who, f"Noterat {on(one)}", seen_to),
    )


def _consultation(one: Entry) -> Line:
    numbers = dict(one.numbers)
    return Line(
        text=one.text,
        about=words.facts(
            f"Utsänd {on(one)}",
            f"{numbers['answered']} av {numbers['asked']} har svarat",
            f"Har inte svarat: {one.who}" if one.who else "",
        ),
    )


def _funding(one: Entry) -> Line:
    crowns = dict(one.numbers).get("crowns")
    return Line(
        text=one.text,
        about=words.facts(
            one.who,
            f"{one.note} tjänster" if one.note else "",
            "" if crowns is None else f"{crowns:,} kronor".replace(",", "\N{NO-BREAK SPACE}"),
            f"{on(one)} till och med {words.day(one.until)}" if one.until else "",
        ),
    )


def _mandate(one: Entry) -> Line:
    return Line(
        text=one.text,
        about=words.facts(
            one.who,
            f"Givet {on(one)}",
            f"Avslutat {words.day(one.until)}" if one.until else "",
            one.note,
        ),
    )


def _visit(one: Entry) -> Line:
    return Line(text=one.text, about=words.facts(on(one), VISITS[one.state], one.note))


def _plain(one: Entry) -> Line:
    return Line(text=one.text, about=words.facts(on(one), one.who, one.note), ref=one.ref)


def _document(one: Entry) -> Line:
    numbers = dict(one.numbers)
    return Line(
        text=f"{one.text}, version {numbers['version']}",
        about=words.facts(
            f"Gäller från {on(one)}",
            one.who,
            f"Beslut {numbers['decision']}" if "decision" in numbers else "",
            one.note,
        ),
        ref=one.ref,
    )


def _research(one: Entry) -> Line:
    answered = f" {words.day(one.until)}" if one.until else ""
    return Line(
        text=one.text,
        about=words.facts(
            one.who, f"Frågat {on(one)}", f"{RESEARCH[one.state]}{answered}", one.note
        ),
    )


def _impact(one: Entry) -> Line:
    said = f"Barnen sa: {one.note}" if one.state == "said" else f"Så hördes barn: {one.note}"
    return Line(text=one.text, about=words.facts(on(one), one.who, said), ref=one.ref)


def _standing(one: Entry) -> Line:
    return Line(
        text=one.text,
        about=words.facts(f"{STANDINGS[one.state]} sedan {on(one)}", one.who),
    )


def _contradiction(one: Entry) -> Line:
    return Line(
        text=f"{one.text} och {one.who}",
        about=f"{one.note} ska lösa det",
        ref=one.ref,
    )


OTHERS: dict[str, Writer] = {
    "trials": listed("Vad som hände i testerna", _trial),
    "tool_ratings": table(
        "Hur testerna bedömer verktygen, 1 till 5",
        ("Verktyg", "Tester", "I medeltal"),
        names=TOOLS,
    ),
    "training": listed("Utbildningar", _training),
    "training_coverage": table(
        "Utbildade, organisation för organisation", ("Organisation", "Utbildade", "Ska utbildas")
    ),
    "risks": listed("Det som saknades", _risk),
    "consultations": listed("Remisser", _consultation),
    "funding": listed("Tjänster och pengar", _funding),
    "mandates": listed("Uppdrag", _mandate),
    "boards_met": listed("Nämnder som vi har träffat", _visit),
    "others_met": listed("Myndigheter, nätverk och konferenser", _visit),
    "news": listed("Nyheter", _plain),
    "examples": listed("Lokala exempel", _plain),
    "messages": listed("Det som kommunikationsplanen har fått ut", _plain),
    "documents": listed("Dokument som började gälla", _document),
    "activities": table(
        "Aktiviteter i planerna", ("Plan", "Läge", "Antal"), names=STATUSES, column=1
    ),
    "obstacles": table(
        "Det som hindrade och hjälpte, efter ämne", ("Ämne", "Hindrade", "Hjälpte"), names=THEMES
    ),
    "research_asked": listed("Förfrågningar från forskare", _research),
    "research_published": listed("Publicerat av forskare", _plain),
    "impact_analyses": listed("Barnkonsekvensanalyser", _impact),
    "standings": listed("Hur långt organisationerna har anslutit sig", _standing),
    "contradictions": listed("Texter som säger emot varandra", _contradiction),
}
