"""What became of a matter: decided, postponed, or somebody's task."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from varjebarn.interop.minutes.dates import find_dates
from varjebarn.interop.minutes.items import Item
from varjebarn.interop.minutes.lines import Line
from varjebarn.interop.minutes.vocabulary import any_of, one_of, words

_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"§])")
_SHORTENED = re.compile(
    r"(?:\b(?:t\.?ex|bl\.?a|m\.?m|dvs|ev|ca|kl|nr|forts|resp|inkl|exkl|bitr|tf)|\b[A-ZÅÄÖ])\.$",
    re.IGNORECASE,
)
_GROUP = r"(?:[\wåäöÅÄÖ-]+s?\s+){0,3}"
_DECISION_LABEL = re.compile(
    rf"^{_GROUP}(?:beslut|beslutar|beslutade|beslutas|beslutades|beslöt|beslöts)(?:\s+(?:därför|följande|att|enligt följande))*\s*[:.]?$",
    re.IGNORECASE,
)
_DECISION_BEGINS = re.compile(
    r"^(?:\*\*)?(?:beslut|beslutspunkt|beslutat)\s*(?::|[–-]\s|\s(?=att\b|om att\b))\s*(.*)$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"^({_GROUP}(?:beslut|beslutar|beslutade|beslöt))\s*:\s*(.+)$", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"\b(?:förra|föregående|tidigare|senaste)\s+(?:mötet?|sammanträdet?|styrgruppsmöte|beslut)"
    r"|\b(?:kommunstyrelsen|kommunfullmäktige|regionstyrelsen|regionfullmäktige|riksdagen|regeringen|nämnden|\w+nämnden|skolchefsgruppen|\w+styrelsen)\s+(?:har\s+)?(?:beslutar|beslutade|beslutat|beslöt|antog|fastställde|godkände)"
    r"|\b(?:ska|skall|kan|kommer att|behöver|måste|bör|får|vill|hoppas|planerar att|innan\s+\w+)\s+(?:\w+\s+){0,2}(?:besluta|beslutas|fastställas|godkännas|antas|utses|fatta|godkänna|fastställa)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"^\W*(?:\w+\s+){0,2}(?:inte|ej|aldrig)\b", re.IGNORECASE)
_POINTS = re.compile(
    r"\b(?:punkt(?:erna|en)?|§§?)\s*(?:nr\s*)?(\d{1,3}(?:\s*(?:,|och|samt|&)\s*\d{1,3})*)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?:detta|den|det|denna|frågan|ärendet|punkten|punkterna|beslutet|beslut|redovisningen|informationen|rapporten|dragningen|genomgången"
    r"|presentationen|denna punkt|frågorna|ärendena|diskussionen|återrapporten|behandlingen|resten)\b(?!\s+om\b)",
    re.IGNORECASE,
)
_NEXT_TIME = re.compile(
    r"\b(?:tas|tar vi|tages|lyfts|behandlas|återkommer|återupptas|fortsätter)\s+(?:\w+\s+){0,2}(?:upp\s+)?(?:igen\s+)?(?:på|vid|till|under)\s+(?:nästa|nästkommande|kommande|ett senare)\s+(?:möte|sammanträde|tillfälle|styrgruppsmöte)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:till|inför|före|senast|vid|på)\s+(nästa\s+\w+|nästkommande\s+\w+|kommande\s+\w+)",
    re.IGNORECASE,
)
_WHO_LABEL = re.compile(r"^(?:ansvarig(?:a)?|ansvar|utförs av|vem)\s*:\s*(.+)$", re.IGNORECASE)
_TASK_LABEL = re.compile(
    r"^(?:uppgift|uppdrag|att göra|åtgärd|todo|aktivitet)\s*:\s*(.+)$", re.IGNORECASE
)
_GIVEN = re.compile(
    r"\b(?:uppdras åt|uppdrogs åt|uppdrar åt|uppdrog åt|ger|gav)\s+(.+?)\s+(?:i uppdrag\s+)?(?:att)\s+(.+)$",
    re.IGNORECASE,
)
_POINT = re.compile(r"^(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")
_FEW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a matter, with the line where it begins. `is_decided`: under the word decision."""

    text: str
    line: int
    is_decided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something that somebody is to do; `when` as a date in the text or in its own words, or empty."""

    who: str
    what: str
    when: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one matter. `postpones` are numbers of other matters that it says are postponed."""

    is_postponed: bool
    decisions: tuple[Sentence, ...]
    tasks: tuple[Task, ...]
    postpones: tuple[int, ...]


def outcome_of(item: Item) -> Outcome:
    """Read what became of a matter."""
    sentences = list(sentences_of(item.lines))
    is_postponed, postpones = _postponed(item, sentences)
    return Outcome(
        is_postponed=is_postponed,
        decisions=tuple(one for one in sentences if _is_decision(one)),
        tasks=tuple(task for one in sentences for task in _task(one)),
        postpones=postpones,
    )


def sentences_of(lines: Sequence[Line]) -> Iterator[Sentence]:
    """Part the text into sentences. What follows the word decision, on its line or under it, is one."""
    is_leading = has_followed = False
    for line, text in _paragraphs(lines):
        if not text:
            is_leading = is_leading and not has_followed
            continue
        if _DECISION_LABEL.match(text):
            is_leading, has_followed = True, False
            continue
        begins = _DECISION_BEGINS.match(text) or _LABELLED.match(text)
        if begins:
            said = begins[begins.lastindex or 0].strip()
            first, *rest = list(_split(said)) or [""]
            yield Sentence(text=first or text, line=line, is_decided=True)
            yield from (Sentence(text=one, line=line) for one in rest)
            is_leading = has_followed = False
            continue
        for one in _split(_POINT.sub("", text)):
            yield Sentence(text=one, line=line, is_decided=is_leading and not _is_aside(one))
        has_followed = True


def _is_aside(text: str) -> bool:
    return bool(_WHO_LABEL.match(text) or _TASK_LABEL.match(text))


def _paragraphs(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Join lines of running text; points of a list, labels and rows of a table stand alone."""
    held: list[Line] = []
    for line in lines:
        is_alone = (
            line.is_item
            or bool(_POINT.match(line.text))
            or bool(line.cells)
            or line.level > 0
            or _is_labelled(line.text)
        )
        if held and (line.is_blank or is_alone or not _runs_on(held[-1].text, line.text)):
            yield held[0].number, " ".join(one.text for one in held)
            held = []
        if line.is_blank:
            yield line.number, ""
        elif line.level > 0 or _DECISION_LABEL.match(line.text):
            yield line.number, line.text
        else:
            held.append(line)
    if held:
        yield held[0].number, " ".join(one.text for one in held)


def _is_labelled(text: str) -> bool:
    return bool(
        _DECISION_LABEL.match(text)
        or _DECISION_BEGINS.match(text)
        or _LABELLED.match(text)
        or _is_aside(text)
    )


def _runs_on(before: str, text: str) -> bool:
    """Whether a line goes on in the next: it was full, or the next begins small."""
    return (text[:1].islower() and not text.startswith("att ")) or (
        len(before) > 55 and not before.endswith((".", ":", "!", "?"))  # noqa: PLR2004
    )


def _split(text: str) -> Iterator[str]:
    held = ""
    for part in _ENDS.split(text):
        held = f"{held} {part}".strip()
        if not _SHORTENED.search(held):
            yield held
            held = ""
    if held:
        yield held


def _is_decision(sentence: Sentence) -> bool:
    text = sentence.text
    if sentence.is_decided:
        return not any_of("outcomes", "no_decision").search(text) or text.casefold().startswith(
            "att "
        )
    if (
        any_of("outcomes", "no_decision").search(text)
        or _ELSEWHERE.search(text)
        or text.endswith("?")
    ):
        return False
    for key in ("decides", "approves"):
        match = any_of("outcomes", key).search(text)
        if match and not _NEGATED.match(text[match.end() :]):
            return True
    return bool(
        re.match(
            r"^(?:beslut|beslutat|beslutades|godkändes|fastställdes)\b(?!\s+(?:om|kring|inte|ej))",
            text,
            re.IGNORECASE,
        )
    )


def _postponed(item: Item, sentences: Sequence[Sentence]) -> tuple[bool, tuple[int, ...]]:
    others: list[int] = []
    is_postponed = bool(
        re.search(
            r"\b(?:bordlagd|bordläggs|bordlagt|utgår|utgick|uppskjuten|uppskjutet|skjuts upp)\b[)\s.]*$",
            item.heading,
            re.IGNORECASE,
        )
    )
    for sentence in sentences:
        match = _moves(sentence.text)
        if match is None:
            continue
        points = [
            int(number)
            for found in _POINTS.finditer(sentence.text)
            for number in re.findall(r"\d+", found[1])
        ]
        if points:
            others.extend(number for number in points if number != item.number)
            is_postponed = is_postponed or item.number in points
        elif _is_about_all(sentence.text, match, count=len(sentences)):
            is_postponed = True
    return is_postponed, tuple(others)


def _moves(text: str) -> int | None:
    """Give where a sentence says that something is put off, or None."""
    if re.search(
        r"\bmöte(?:t|n|sdagen|sdatum)?\s+(?:den\s+[^.]*?)?(?:flytta|skjut|ställ)",
        text,
        re.IGNORECASE,
    ):
        return None
    match = any_of("outcomes", "postponed").search(text)
    if match:
        word, rest = match[0].casefold(), text[match.end() :]
        is_later = bool(any_of("outcomes", "later").search(text) or find_dates(text))
        ways = {
            "utgår": not re.match(r"\s*(?:från|ifrån|ur)\b", rest),
            "utgick": not re.match(r"\s*(?:från|ifrån|ur)\b", rest),
            "flyttas": is_later,
            "flyttades": is_later,
            "skjuts": is_later
            or bool(re.match(r"\s*(?:upp|fram)\b", rest))
            or not rest.strip(" ."),
            "sköts": is_later,
            "ställs in": False,
        }
        return match.start() if ways.get(word, True) else None
    match = _NEXT_TIME.search(text)
    return match.start() if match else None


def _is_about_all(text: str, at: int, *, count: int) -> bool:
    """Whether what is put off is the matter itself, not something in it."""
    return at == 0 or count <= _FEW or bool(_SUBJECT.match(text))


def _task(sentence: Sentence) -> Iterator[Task]:
    text = sentence.text
    labelled = _TASK_LABEL.match(text)
    if labelled:
        yield Task(who="", what=labelled[1], when=_when(text), line=sentence.line)
        return
    given = _GIVEN.search(text) if re.search(r"\buppdr(?:ag|a|og)", text, re.IGNORECASE) else None
    if given:
        yield Task(
            who=given[1].strip(), what=given[2].rstrip("."), when=_when(text), line=sentence.line
        )
        return
    match = _task_words().search(text)
    if match:
        who = re.sub(
            r"^(?:att|och|samt|sedan|därefter)\s+",
            "",
            text[: match.start()].strip(" ,"),
            flags=re.IGNORECASE,
        )
        who = re.split(r"[,;]|\batt\s|\boch att\s", who)[-1].strip()
        is_somebody = who[:1].isupper() or who.casefold().startswith(
            ("alla", "varje", "samtliga", "processled", "presidiet", "ordförande")
        )
        if is_somebody and len(who.split()) <= 6:  # noqa: PLR2004
            yield Task(
                who=who,
                what=text[match.start() :].rstrip("."),
                when=_when(text),
                line=sentence.line,
            )


def _task_words() -> re.Pattern[str]:
    return one_of(words("outcomes", "tasks"))


def _when(text: str) -> str:
    found = find_dates(text)
    if found:
        return text[found[0].start : found[0].end].strip()
    match = _WHEN.search(text)
    return match[1] if match else ""
