"""The text of a file with minutes: txt, md, docx, odt and pdf. Nothing in a file is run or fetched."""

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePath

from varjebarn.interop.minutes.pdf_pages import (
    BigPdfError,
    BrokenPdfError,
    LockedPdfError,
    text_of_pdf,
)
from varjebarn.interop.minutes.unreadable import UnreadableFileError, Why

LIMIT = 20 * 1024 * 1024
UNPACKED_LIMIT = 200 * 1024 * 1024
MARKUP_LIMIT = 12 * 1024 * 1024  # of what is parsed: a tree takes many times as much
ENTRIES_LIMIT = 4000
TEXT_LIMIT = 300_000
LINES_LIMIT = 10_000
_LOOKED_AT = 1000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def text_of(name: str, data: bytes) -> str:
    """Give a file's text; headings, bold and lists as Markdown marks them, table cells between tabs.

    The kind is taken from the content where it shows, else from the name's ending. Raises
    UnreadableFileError for what is empty, over 20 MB, 300,000 characters or 10,000 lines, of an unknown kind, broken, locked by a
    password, or has no text (a scanned picture).
    """
    if not data:
        raise UnreadableFileError(Why.EMPTY)
    if len(data) > LIMIT:
        raise UnreadableFileError(Why.TOO_BIG)
    text = _reader(name, data)(data)
    if not text.strip():
        raise UnreadableFileError(Why.NO_TEXT if data.startswith(b"%PDF") else Why.EMPTY)
    if len(text) > TEXT_LIMIT or text.count("\n") > LINES_LIMIT:
        raise UnreadableFileError(Why.TOO_BIG)
    return text


def _reader(name: str, data: bytes) -> Callable[[bytes], str]:
    ending = PurePath(name).suffix.casefold()
    if data.startswith(_OLD_OFFICE):
        # Word's old format, and also how Office wraps a file that has a password.
        raise UnreadableFileError(Why.LOCKED if ending == ".docx" else Why.OLD_WORD)
    if data[:1024].lstrip().startswith(b"%PDF"):
        return _pdf
    if data.startswith(b"PK"):
        return _packed
    if ending in {".docx", ".odt", ".pdf"}:
        raise UnreadableFileError(Why.BROKEN)
    if ending in {".txt", ".md", ".markdown", ".text", ""}:
        return _plain
    raise UnreadableFileError(Why.UNKNOWN)


def _plain(data: bytes) -> str:
    """Decode text: as it says itself, else UTF-8, else as Windows wrote it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif data[:_LOOKED_AT].count(0) * 3 > len(
        data[:_LOOKED_AT]
    ):  # each letter two bytes, most of them with a nought
        encodings = ["utf-16-le" if data[1:2] == b"\x00" else "utf-16-be"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text
    raise UnreadableFileError(Why.UNKNOWN)


def _packed(data: bytes) -> str:
    """Tell docx from odt by what is inside, after looking at how big it becomes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            some = archive.infolist()
            markup = [one.file_size for one in some if one.filename.endswith((".xml", ".rels"))]
            is_big = sum(one.file_size for one in some) > UNPACKED_LIMIT
            if is_big or sum(markup) > MARKUP_LIMIT or len(some) > ENTRIES_LIMIT:
                raise UnreadableFileError(Why.TOO_BIG)
            if any(one.flag_bits & 1 for one in some):
                raise UnreadableFileError(Why.LOCKED)
            names = {one.filename for one in some}
    except (zipfile.BadZipFile, NotImplementedError, OSError):
        raise UnreadableFileError(Why.BROKEN) from None
    # Big libraries, seldom wanted.
    from varjebarn.interop.minutes import opendocument, word  # noqa: PLC0415

    if "word/document.xml" in names:
        return word.docx_text(data)
    if "content.xml" in names:
        return opendocument.odt_text(data)
    raise UnreadableFileError(Why.UNKNOWN)


def _pdf(data: bytes) -> str:
    try:
        text = text_of_pdf(data)
    except LockedPdfError:
        raise UnreadableFileError(Why.LOCKED) from None
    except BigPdfError:
        raise UnreadableFileError(Why.TOO_BIG) from None
    except BrokenPdfError:
        raise UnreadableFileError(Why.BROKEN) from None
    return text.replace("\r\n", "\n").replace("\ufffe", "-")
