"""What a file is, by what it holds; nothing in it is run, shown or fetched.

Let in are PDF, Word, Excel, PowerPoint, OpenDocument, JPEG, PNG and plain text. Kept out is what
can run (macros, scripts), what hides other files, what is locked, broken or too big when unpacked.
"""

import io
import zipfile

from varjebarn.steering.paper_kinds import BIGGEST_PAPER, PaperKind
from varjebarn.steering.paper_reasons import PaperReason

UNPACKED_LIMIT = 100 * 1024 * 1024
MOST_PARTS = 5000
_IMAGES = ((b"\xff\xd8\xff", PaperKind.JPEG), (b"\x89PNG\r\n\x1a\n", PaperKind.PNG))
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE = {
    "word/document.xml": PaperKind.WORD,
    "xl/workbook.xml": PaperKind.EXCEL,
    "ppt/presentation.xml": PaperKind.POWERPOINT,
}
_OPEN_DOCUMENTS = {kind.value: kind for kind in (PaperKind.ODT, PaperKind.ODS, PaperKind.ODP)}
_RUNS = ("vbaproject", "basic/", "scripts/", "activex", "/embeddings/", "oleobject")
_MACROS = b"macroEnabled"
_NOT_TEXT = frozenset(range(32)) - {9, 10, 12, 13}


class UnfitPaperError(Exception):
    """A file that is not let in, and why. Nothing of it is kept."""

    def __init__(self, reason: PaperReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def paper_kind(content: bytes) -> PaperKind:
    """Say what a file is. Raises UnfitPaperError; at most 5 MB are looked at."""
    if not content:
        raise UnfitPaperError(PaperReason.PAPER_EMPTY)
    if len(content) > BIGGEST_PAPER:
        raise UnfitPaperError(PaperReason.PAPER_TOO_BIG)
    if content.startswith(b"%PDF-"):
        return _pdf(content)
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    if content.startswith(_OLD_OFFICE):
        # Office's old formats may carry macros, and wrap a new one that has a password.
        raise UnfitPaperError(PaperReason.PAPER_WRONG_KIND)
    for start, kind in _IMAGES:
        if content.startswith(start):
            return kind
    return _text(content)


def _pdf(content: bytes) -> PaperKind:
    import pypdfium2  # noqa: PLC0415 - a big library, seldom wanted
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as fault:
        is_locked = "password" in str(fault).casefold()
        raise UnfitPaperError(
            PaperReason.PAPER_LOCKED if is_locked else PaperReason.PAPER_BROKEN
        ) from None
    try:
        if not len(document):
            raise UnfitPaperError(PaperReason.PAPER_BROKEN)
        if raw.FPDFDoc_GetJavaScriptActionCount(document) or raw.FPDFDoc_GetAttachmentCount(
            document
        ):
            raise UnfitPaperError(PaperReason.PAPER_CAN_RUN)
    finally:
        document.close()
    return PaperKind.PDF


def _packed(content: bytes) -> PaperKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _office(archive)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError, KeyError):
        raise UnfitPaperError(PaperReason.PAPER_BROKEN) from None


def _office(archive: zipfile.ZipFile) -> PaperKind:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > UNPACKED_LIMIT:
        raise UnfitPaperError(PaperReason.PAPER_TOO_BIG)
    if any(one.flag_bits & 1 for one in parts):
        raise UnfitPaperError(PaperReason.PAPER_LOCKED)
    names = {one.filename for one in parts}
    if any(word in name.casefold() for name in names for word in _RUNS):
        raise UnfitPaperError(PaperReason.PAPER_CAN_RUN)
    if "[Content_Types].xml" in names:
        if _MACROS in archive.read("[Content_Types].xml"):
            raise UnfitPaperError(PaperReason.PAPER_CAN_RUN)
        found = [kind for part, kind in _OFFICE.items() if part in names]
        if len(found) == 1:
            return found[0]
    if {"mimetype", "content.xml"} <= names:
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise UnfitPaperError(PaperReason.PAPER_LOCKED)
        said = archive.read("mimetype").decode("ascii", "replace").strip()
        if said in _OPEN_DOCUMENTS:
            return _OPEN_DOCUMENTS[said]
    raise UnfitPaperError(PaperReason.PAPER_WRONG_KIND)


def _text(content: bytes) -> PaperKind:
    """Take what reads as text in UTF-8; a page of HTML or a drawing in SVG is none."""
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnfitPaperError(PaperReason.PAPER_WRONG_KIND) from None
    is_markup = words.lstrip()[:1] == "<"
    if is_markup or words.startswith(("#!", "{\\rtf", "%!")) or _NOT_TEXT & set(content):
        raise UnfitPaperError(PaperReason.PAPER_WRONG_KIND)
    return PaperKind.TEXT
