"""What somebody is to do after a meeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from varjebarn.interop.minutes.dates import find_dates
from varjebarn.interop.minutes.sentences import TASK_LABEL, Sentence
from varjebarn.interop.minutes.vocabulary import one_of, words

_GIVEN = re.compile(
    r"\b(?:uppdras åt|uppdrogs åt|uppdrar åt|uppdrog åt|ger|gav)\s+(.+?)\s+(?:i uppdrag\s+)?(?:att)\s+(.+)$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:till|inför|före|senast|vid|på)\s+(nästa\s+\w+|nästkommande\s+\w+|kommande\s+\w+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something that somebody is to do; `when` as a date in the text or in its own words, or empty."""

    who: str
    what: str
    when: str
    line: int


def tasks_in(sentence: Sentence) -> Iterator[Task]:
    """Give what a sentence says that somebody is to do."""
    text = sentence.text
    labelled = TASK_LABEL.match(text)
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
