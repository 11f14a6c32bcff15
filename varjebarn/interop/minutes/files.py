"""The text of a file with minutes: txt, md, docx, odt and pdf. Nothing in a file is run or fetched."""

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePath

from varjebarn.interop.minutes.unreadable import UnreadableFileError, Why

LIMIT = 20 * 1024 * 1024
UNPACKED_LIMIT = 200 * 1024 * 1024
TEXT_LIMIT = 300_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def text_of(name: str, data: bytes) -> str:
    """Give a file's text; headings, bold and lists as Markdown marks them, table cells between tabs.

    The kind is taken from the content where it shows, else from the name's ending. Raises
    UnreadableFileError for what is empty, over 20 MB or 300,000 characters, of an unknown kind, broken, locked by a
    password, or has no text (a scanned picture).
    """
    if not data:
        raise UnreadableFileError(Why.EMPTY)
    if len(data) > LIMIT:
        raise UnreadableFileError(Why.TOO_BIG)
    text = _reader(name, data)(data)
    if not text.strip():
        raise UnreadableFileError(Why.NO_TEXT if data.startswith(b"%PDF") else Why.EMPTY)
    if len(text) > TEXT_LIMIT:
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
            if sum(one.file_size for one in some) > UNPACKED_LIMIT:
                raise UnreadableFileError(Why.TOO_BIG)
            if any(one.flag_bits & 1 for one in some):
                raise UnreadableFileError(Why.LOCKED)
            names = {one.filename for one in some}
    except (zipfile.BadZipFile, NotImplementedError, OSError):
        raise UnreadableFileError(Why.BROKEN) from None
    from varjebarn.interop.minutes import word  # noqa: PLC0415 - a big library, seldom wanted

    if "word/document.xml" in names:
        return word.docx_text(data)
    if "content.xml" in names:
        return word.odt_text(data)
    raise UnreadableFileError(Why.UNKNOWN)


def _pdf(data: bytes) -> str:
    import pypdfium2  # noqa: PLC0415 - a big library, seldom wanted

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        why = Why.LOCKED if "password" in str(fault).casefold() else Why.BROKEN
        raise UnreadableFileError(why) from None
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    except pypdfium2.PdfiumError:
        raise UnreadableFileError(Why.BROKEN) from None
    finally:
        document.close()
    return "\n".join(pages).replace("\r\n", "\n").replace("\ufffe", "-")
