"""The report and the page for the presidier, composed from the same facts. Always in Swedish.

They are the county's own documents. Nothing here is typed by hand but the secretary's notes: days,
wordings, names and numbers are the register's, so that none of them can differ from it (DQ4, DQ6).
"""

from collections.abc import Sequence

from varjebarn.interop.annual import blocks, words
from varjebarn.interop.annual.values import Block, Chapter, Line, Paper
from varjebarn.steering.annual import AnnualFacts, Heading, Section, Span

Following = Sequence[tuple[str, int | None]]
"""Each version of a practice model, and how many plans follow it; None for few."""
OLDEST, MOST = 3, 10
"""How many of what waits, and of the decisions, the one page has room for."""


def annual_report(facts: AnnualFacts, *, county: str, following: Following = ()) -> Paper:
    """Compose the year's report: every heading, filled or plainly empty."""
    return Paper(
        title=f"Årsrapport {facts.span.year}",
        about=words.sentence(county, _told(facts.span)),
        written=facts.span.made_on,
        chapters=tuple(_chapter(one, following) for one in facts.sections),
    )


def presidium_page(facts: AnnualFacts, *, county: str) -> Paper:
    """Compose the one page that the boards' presidier get, from the same facts."""
    return Paper(
        title=f"Till nämndernas presidier: länets arbete för barn och unga {facts.span.year}",
        about=words.sentence(county, _told(facts.span)),
        written=facts.span.made_on,
        chapters=(
            Chapter(
                key="year",
                title="Året i korthet",
                note=facts.to_presidium,
                blocks=_untitled(_in_short(facts)),
            ),
            Chapter(key="decided", title="Det här beslutades", blocks=_untitled(_decided(facts))),
            Chapter(key="waiting", title="Det här väntar", blocks=_untitled(_waiting(facts))),
            Chapter(key="coming", title="Möten nästa år", blocks=_untitled(_coming(facts))),
        ),
    )


def _told(span: Span) -> str:
    if span.is_over:
        return f"Gjord ur registret den {words.day(span.made_on)}"
    return f"Gjord ur registret den {words.day(span.made_on)}. Året är inte slut"


def _chapter(section: Section, following: Following) -> Chapter:
    written = tuple(blocks.block(part) for part in section.parts)
    if section.heading == Heading.MODEL and following:
        written = (*written, blocks.plans(following))
    return Chapter(
        key=section.heading,
        title=words.HEADINGS[section.heading],
        note=section.note,
        blocks=written,
    )


def _untitled(lines: Sequence[Line]) -> tuple[Block, ...]:
    return (Block(title="", lines=tuple(lines)),) if lines else ()


def _in_short(facts: AnnualFacts) -> list[Line]:
    """Count the year: the numbers of the report's own parts."""
    numbers = (
        (len(facts.part("meetings").entries), "möte hölls", "möten hölls"),
        (len(facts.part("decisions").entries), "beslut fattades", "beslut fattades"),
        (len(facts.part("organisations").rows), "organisation deltar", "organisationer deltar"),
        (
            len(facts.part("extensions").entries),
            "överenskommelse förlängdes",
            "överenskommelser förlängdes",
        ),
    )
    return [Line(text=words.counted(*one)) for one in numbers if one[0]]


def _decided(facts: AnnualFacts) -> list[Line]:
    """Tell the year's last decisions; how many more there are is said, so that none is hidden."""
    entries = facts.part("decisions").entries
    lines = [blocks.decision(one) for one in entries[-MOST:]]
    more = len(entries) - len(lines)
    if more:
        lines.append(Line(text=f"{words.counted(more, 'tidigare', 'tidigare')} i årsrapporten"))
    return lines


def _waiting(facts: AnnualFacts) -> list[Line]:
    waiting = [one for one in facts.part("postponed").entries if one.state == "waiting"]
    silent = [one for one in facts.part("questions").entries if one.who]
    return [*map(blocks.postponed, waiting[:OLDEST]), *map(blocks.question, silent[-OLDEST:])]


def _coming(facts: AnnualFacts) -> list[Line]:
    """Name the days of the meetings of the year after, each day once."""
    days = {one.on: None for one in facts.part("meetings_next_year").entries if one.on}
    return [Line(text=", ".join(map(words.day, days)))] if days else []
