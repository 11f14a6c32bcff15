"""What became of a matter: decided, postponed, or somebody's task."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from varjebarn.interop.minutes.dates import find_dates
from varjebarn.interop.minutes.items import Item
from varjebarn.interop.minutes.sentences import Sentence, sentences_of
from varjebarn.interop.minutes.tasks import Task, tasks_in
from varjebarn.interop.minutes.vocabulary import any_of, in_order

_DONE = r"(?:beslutar|beslutade|beslutat|beslöt|antog|fastställde|godkände|valde|utsåg|avslog)"
_OTHERS = re.compile(
    r"\b(man|kommunen|regionen|skolan|riksdagen|regeringen|domstolen|kommunfullmäktige|regionfullmäktige|fullmäktige"
    rf"|\w*nämnden|\w+styrelsen|\w*förvaltningen|\w+gruppen)\s+(?:har\s+|hade\s+)?(?:redan\s+|nyligen\s+|nu\s+)?{_DONE}\b",
    re.IGNORECASE,
)
_MONTHS = "|".join(in_order("dates", "months"))
_WAS = rf"(?:i\s+(?:våras|höstas|somras|vintras|fjol|förrgår|går|{_MONTHS})|förra\s+\w+|tidigare|redan)"
_ELSEWHERE = re.compile(
    r"\b(?:förra|föregående|tidigare|senaste)\s+(?:mötet?|sammanträdet?|styrgruppsmöte|beslut)"
    rf"|\b{_DONE}\s+{_WAS}\b|\b{_WAS}\s+{_DONE}\b|\bhade\s+(?:\w+\s+)?{_DONE}\b"
    r"|\b(?:ska|skall|kan|kommer att|behöver|måste|bör|får|vill|skulle|behöva|hoppas|planerar att|innan\s+\w+|om)\s+(?:\w+\s+){0,2}(?:besluta|beslutas|fastställas|godkännas|antas|utses|fatta|godkänna|fastställa)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:till\s+)?(?:mötes)?(?:ordförande\s+för\s+mötet|mötesordförande|mötessekreterare|sekreterare|justerare|justeringspersoner)\s+(?:\w+\s+)?(?:valdes|väljs|utsågs|utses|valde)"
    r"|\b(?:valdes|väljs|utsågs|utses|utser|väljer)\b[^.]*\b(?:justera|justerare|mötesordförande|mötessekreterare|ordförande\s+för\s+mötet)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"^\W*(?:\w+\s+){0,2}(?:inte|ej|aldrig)\b", re.IGNORECASE)
_POINTS = re.compile(
    r"(?:\bpunkt(?:erna|en)?|§§?)\s*(?:nr\s*)?(\d{1,3}(?:\s*(?:,|och|samt|&)\s*\d{1,3})*)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?:detta|den|det|denna|frågan|ärendet|punkten|punkterna|beslutet|beslut|redovisningen|informationen|rapporten|dragningen|genomgången"
    r"|presentationen|denna punkt|frågorna|ärendena|diskussionen|återrapporten|behandlingen|resten)\b(?!\s+om\b)",
    re.IGNORECASE,
)
_NEXT_TIME = re.compile(
    r"\b(?:tas|tar\s+vi|vi\s+tar|tages|lyfts|behandlas|återkommer|återupptas|fortsätter|fortsätts|diskuteras|bereds)\s+(?:\w+\s+){0,4}?"
    r"(?:(?:på|vid|till|under|i)\s+)?(?:nästa|nästkommande|kommande|ett\s+senare|ett\s+annat)\s+(?:\w+)",
    re.IGNORECASE,
)
_MAY_WAIT = re.compile(
    r"\b(?:får|fick)\s+(?:vi\s+)?(?:bli|tas|ta|vänta|ligga|skjutas|komma)\s+(?:\w+\s+){0,3}?(?:till\s+)?(?:nästa|kommande|en\s+annan)\s+(?:gång|möte|träff)",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"\s*(?:från|ifrån|ur)\b(?!\s+(?:dagens|dagordning|mötet|agendan))", re.IGNORECASE
)
_ANEW = re.compile(rf"\bpå\s+nytt\b|\bi\s+(?:{_MONTHS})\b", re.IGNORECASE)
_LATER = re.compile(
    r"^(?:(?:frågan|ärendet|punkten|detta|det|den|denna\s+punkt|vi)\s+)?(?:tas|tar\s+vi|tar|behandlas|diskuteras|återkommer)\s+(?:(?:upp|det|den|igen|i\s+stället)\s+){0,2}"
    r"(?:(?:vid|på|till)\s+(?:mötet|sammanträdet|träffen|styrgruppen)\b|senare|efter\s+(?:sommaren|jul|nyår|årsskiftet|semestern)|i\s+(?:höst|vår|januari|augusti|september)|till\s+(?:hösten|våren))\b",
    re.IGNORECASE,
)
_NAMED_MEETING = re.compile(
    rf"\b(?:{_MONTHS}|vår|höst|sommar|vinter|presidie|styrgrupps)s?möte[tn]?\b", re.IGNORECASE
)
_NAMES_IT = re.compile(r"\b(?:punkten|frågan|ärendet|detta)\s*$", re.IGNORECASE)
_NO_TIME = re.compile(
    r"^\s*(?:$|[.,;)]|med\b|vi\b|ta\b|tas\b|gå\b|gås\b|behandla|diskutera|på\s+grund|idag|i\s+dag|under\s+mötet|den\b|punkten)",
    re.IGNORECASE,
)
_FEW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one matter. `postpones` are numbers of other matters that it says are postponed."""

    is_postponed: bool
    decisions: tuple[Sentence, ...]
    tasks: tuple[Task, ...]
    postpones: tuple[int, ...]


def outcome_of(item: Item, *, body: str = "") -> Outcome:
    """Read what became of a matter. `body` is whose meeting it was: what others decide is only told of."""
    sentences = list(sentences_of(item.lines))
    is_postponed, postpones = _postponed(item, sentences)
    return Outcome(
        is_postponed=is_postponed,
        decisions=tuple(
            one
            for one in sentences
            if _is_decision(one, body=body) and not _puts_off(one, sentences)
        ),
        tasks=tuple(task for one in sentences for task in tasks_in(one)),
        postpones=postpones,
    )


def _puts_off(sentence: Sentence, all_of_them: Sequence[Sentence]) -> bool:
    """Whether what was decided is only that the matter waits."""
    at = _moves(sentence.text)
    return at is not None and _is_about_all(sentence.text, at, count=len(all_of_them))


def _is_elsewhere(text: str, *, body: str) -> bool:
    others = _OTHERS.search(text)
    is_own = others is not None and others[1].casefold() in body.casefold()
    return bool(_ELSEWHERE.search(text)) or (
        others is not None and not is_own and not _is_group(others[1])
    )


def _is_group(word: str) -> bool:
    return bool(any_of("body", "names").fullmatch(word))


def _is_decision(sentence: Sentence, *, body: str) -> bool:
    text = sentence.text
    if sentence.is_decided:
        return not any_of("outcomes", "no_decision").search(text) or text.casefold().startswith(
            "att "
        )
    if (
        any_of("outcomes", "no_decision").search(text)
        or _OFFICE.search(text)
        or _is_elsewhere(text, body=body)
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
    if match and not _has_time_for(match[0], text[match.end() :]):
        word, rest = match[0].casefold(), text[match.end() :]
        is_later = bool(
            any_of("outcomes", "later").search(text)
            or _NAMED_MEETING.search(text)
            or find_dates(text)
        )
        ways = {
            "utgår": not _OUT_OF.match(rest),
            "utgick": not _OUT_OF.match(rest),
            "flyttas": is_later,
            "flyttades": is_later,
            "återremitteras": is_later or bool(_ANEW.search(text)),
            "återremitterades": is_later or bool(_ANEW.search(text)),
            "skjuts": is_later
            or bool(re.match(r"\s*(?:upp|fram)\b", rest))
            or not rest.strip(" ."),
            "sköts": is_later,
            "ställs in": False,
        }
        if ways.get(word, True):
            return match.start()
    match = _NEXT_TIME.search(text) or _LATER.search(text) or _MAY_WAIT.search(text)
    if (
        match
        and match[0].casefold().startswith("återkom")
        and match.start()
        and not _SUBJECT.match(text)
    ):
        return None  # somebody comes back with something; the matter itself is done
    return match.start() if match else None


def _has_time_for(word: str, rest: str) -> bool:
    """Whether "hann inte" is said of something else than the matter: "hann inte prata klart"."""
    return word.casefold().startswith(("hann", "hinn")) and not _NO_TIME.match(rest)


def _is_about_all(text: str, at: int, *, count: int) -> bool:
    """Whether what is put off is the matter itself, not something in it."""
    is_said = _SUBJECT.match(text) or _NAMES_IT.search(text[:at])
    return at == 0 or count <= _FEW or bool(is_said)
