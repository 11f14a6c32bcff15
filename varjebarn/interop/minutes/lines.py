"""The text of minutes as lines: without marks, with what the marks said, numbered as in the source."""

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

LINE_LIMIT = 20_000
_MISREAD = re.compile(
    "[ÃÂÌ][\u0080-\u00bf\u0152-\u0192\u2013-\u2122]|â[\u20ac\u0080][\u0080-\u00bf\u0152-\u0192\u2013-\u2122]"
)
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()]{0,2000}\)")
_BETWEEN = re.compile(r"^\s*([-=–—~_]{2,}|\*{3,})\s*(\w[^-=–—~_*]*?)\s*\1\s*$")  # --- Heading ---
_HASHES = re.compile(r"^\s*(#{1,6})\s*(.*?)\s*#*$")
_BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦‣]|o(?=\s{2,}))\s+")
_RULED = re.compile(r"^[\s|:+=_*-]+$")
_PAGE = re.compile(
    r"^\s*(?:sida|sid\.?|page)?\s*\d+\s*(?:\(\d+\)|av\s+\d+|/\s*\d+)\s*$", re.IGNORECASE
)
_SAYS_PAGE = re.compile(
    r"(?:^|\s)(?:sida|sid\.?|page)\s+\d+\s*(?:\(\d+\)|av\s+\d+|/\s*\d+)?$", re.IGNORECASE
)
# A word parted between two lines is put together on the first; "barn- och" is no such word.
_PARTED_WORD = re.compile(r"(?<=[a-zåäö])-[ \t]*(\n[ \t]*)(?!och\b|samt\b|eller\b)([a-zåäö]+[.,]?)")
_NUMERIC = re.compile(
    r"(?<![\w.])(?=[\dlIO.:/-]{0,30}\d)[\dlIO]+(?:[.:/-][\dlIO]+)*(?![\w])"
)  # l5.3O
_DAY = re.compile(r"(?<!\w)[lIO]{1,2}(?=\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))")
_DIGITS = str.maketrans("lIO", "110")
_PARTED_CLOCK = re.compile(r"(\d\s?[–—-])[ \t]*(\n[ \t]*)(\d{1,2}[.:]\d\d)")
_LEADERS = re.compile(r"\s*(?:\.{4,}|…{2,}|_{4,})\s*")  # where a name is signed
_ARROW = re.compile(r"^\s*(?:>\s|-+>|=+>|→|⇒|➔|►)\s*")
_WIDE = re.compile(r"\s{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line. `level` is 0, or 1 to 6 for a marked heading; `cells` has two or more in a table's row."""

    number: int
    text: str
    level: int = 0
    is_bold: bool = False
    is_item: bool = False
    cells: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands there."""
        return not self.text


def lines_of(source: str) -> tuple[Line, ...]:
    """Split a text into lines, numbered from 1. Page numbers and ruled lines are left blank."""
    plain = _INVISIBLE.sub(
        "", unicodedata.normalize("NFC", _mended(unicodedata.normalize("NFC", source)))
    ).replace("\u00a0", " ")
    plain = re.sub(r"<br\s*/?>", "\n", plain, flags=re.IGNORECASE)
    plain = plain.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    plain = _PARTED_CLOCK.sub(r"\1\3\2", _PARTED_WORD.sub(r"\2\1", plain))
    for misread in (_NUMERIC, _DAY):
        plain = misread.sub(lambda match: match[0].translate(_DIGITS), plain)
    return tuple(_without_page_heads(list(_lines(plain))))


def _without_page_heads(lines: Sequence[Line]) -> Iterator[Line]:
    """Leave out what stands at the head and foot of each page, all but the first time.

    That is a line with the page's number, and the lines beside it that come again on other pages.
    """
    paged = [at for at, line in enumerate(lines) if _SAYS_PAGE.search(line.text)]
    again = Counter(line.text for line in lines if line.text)
    left_out: set[int] = set(paged)
    for at in paged:
        for step in (-1, 1):
            beside = at + step
            while (
                beside not in left_out
                and 0 <= beside < len(lines)
                and again[lines[beside].text] >= min(len(paged), 3) > 1
            ):
                left_out.add(beside)
                beside += step
    seen: set[str] = set()
    for at, line in enumerate(lines):
        if at in left_out and (at in paged[1:] or line.text in seen):
            continue
        seen.add(line.text)
        yield replace(line, text=_SAYS_PAGE.sub("", line.text)) if at in paged else line


def _mended(source: str) -> str:
    """Mend a text that was once read in the wrong encoding: "NÃ¤rvarande" was "Närvarande"."""
    if not _MISREAD.search(source):
        return source
    return _MISREAD.sub(_reread, source)


def _reread(match: re.Match[str]) -> str:
    raw = b"".join(
        sign.encode("cp1252") if sign.encode("cp1252", "ignore") else bytes([ord(sign) & 255])
        for sign in match[0]
    )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def _lines(source: str) -> Iterator[Line]:
    is_bold = False
    for number, raw in enumerate(source.split("\n"), start=1):
        line = _ARROW.sub("", raw[:LINE_LIMIT].rstrip().rstrip("\\"))
        if _RULED.match(line) or _PAGE.match(line):
            yield Line(number=number, text="")
            continue
        was_bold, is_bold = is_bold, is_bold ^ (line.count("**") % 2 == 1)
        yield _line(number, line, is_in_bold=was_bold)


def _line(number: int, line: str, *, is_in_bold: bool) -> Line:
    between = _BETWEEN.match(line)
    marked = _HASHES.match(f"### {between[2]}" if between else line)
    text = marked[2] if marked else line
    is_item = not marked and bool(_BULLET.match(text)) and not text.lstrip().startswith("**")
    text = _BULLET.sub("", text) if is_item else text.strip()
    text = _LEADERS.sub("\t", _LINK.sub(r"\1", text)).strip()
    is_bold = (
        _is_all_bold(text)
        or (is_in_bold and "**" not in text)
        or (is_in_bold and text.endswith("**"))
    )
    cells = _cells(text)
    return Line(
        number=number,
        text=" ".join(cells) if cells else _unmarked(text),
        level=len(marked[1]) if marked else 0,
        is_bold=is_bold,
        is_item=is_item,
        cells=cells,
    )


def _is_all_bold(text: str) -> bool:
    inner = text.strip()
    for mark in ("**", "__"):
        if inner.startswith(mark) and inner.endswith(mark) and len(inner) > len(mark) * 2:
            return mark not in inner[len(mark) : -len(mark)]
    return False


def _cells(text: str) -> tuple[str, ...]:
    """Part a table's row at bars or tabs, or at wide spaces after a short beginning."""
    if text.count("|") >= 1 and (text.startswith("|") or text.count("|") > 1 or " | " in text):
        parts = text.strip("|").split("|")
    elif "\t" in text:
        parts = text.split("\t")
    elif _WIDE.search(text.strip()):
        parts = _WIDE.split(text.strip())
    else:
        return ()
    cells = tuple(_unmarked(part) for part in parts)
    return cells if len(cells) > 1 and any(cells) else ()


def _unmarked(text: str) -> str:
    """Take away bold and italics; close up spaces."""
    plain = re.sub(r"\*+|(?<!\w)_+|_+(?!\w)|\\(?=[*_#.\-()])|`", "", text)
    return re.sub(r"\s+", " ", plain).strip()


def split_at(line: Line, places: list[int]) -> list[Line]:
    """Part a line at some places of its text; all parts keep its number."""
    cuts = [0, *places, len(line.text)]
    parts = [line.text[a:b].strip() for a, b in itertools.pairwise(cuts)]
    return [replace(line, text=part, cells=()) for part in parts if part]
