"""Files laid before a meeting: judged by what they hold, whatever they are called."""

import io
import zipfile
from datetime import date

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.interop.documents import Document, Paragraph, as_pdf, as_word
from varjebarn.interop.papers import UnfitPaperError, download_name, paper_kind, title_from_name
from varjebarn.steering.paper_kinds import BIGGEST_PAPER, PaperKind
from varjebarn.steering.paper_reasons import PaperReason as No

PAPER = Document(
    title="Förslag",
    author="Styrgruppen",
    written=date(2026, 11, 6),
    blocks=(Paragraph(text="Ja."),),
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
JPEG = b"\xff\xd8\xff\xe0" + bytes(20)


def packed(parts: dict[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def office(part: str, *more: str, types: bytes = b"<Types/>") -> bytes:
    parts = {"[Content_Types].xml": types, part: b"<x/>"}
    return packed(parts | dict.fromkeys(more, b"x"))


def open_document(kind: str, manifest: bytes = b"<m/>") -> bytes:
    return packed(
        {"mimetype": kind.encode(), "content.xml": b"<x/>", "META-INF/manifest.xml": manifest}
    )


def pdf_with(extra: str) -> bytes:
    """Make a PDF of one empty page, whose catalogue says something more."""
    body = f"1 0 obj<</Type/Catalog/Pages 2 0 R{extra}>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj trailer<</Root 1 0 R>>"
    return b"%PDF-1.7\n" + body.encode()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (as_pdf(PAPER), PaperKind.PDF),
        (as_word(PAPER), PaperKind.WORD),
        (office("xl/workbook.xml"), PaperKind.EXCEL),
        (office("ppt/presentation.xml"), PaperKind.POWERPOINT),
        (open_document(PaperKind.ODT), PaperKind.ODT),
        (open_document(PaperKind.ODS), PaperKind.ODS),
        (PNG, PaperKind.PNG),
        (JPEG, PaperKind.JPEG),
        ("Förslag till beslut: å, ä, ö.\n".encode(), PaperKind.TEXT),
    ],
)
def test_a_file_is_what_it_holds(content: bytes, kind: PaperKind) -> None:
    assert paper_kind(content) is kind


def bomb() -> bytes:
    return packed(
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": bytes(110 * 1024 * 1024)}
    )


def locked() -> bytes:
    """Set the flag that says that a part is encrypted, in both of its headers."""
    found = bytearray(office("word/document.xml"))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = found.find(mark)
        while place >= 0:
            found[place + at] |= 1
            place = found.find(mark, place + 1)
    return bytes(found)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", No.PAPER_EMPTY),
        (b"%PDF-1.7" + bytes(BIGGEST_PAPER), No.PAPER_TOO_BIG),
        (b"%PDF-1.7\nnothing", No.PAPER_BROKEN),
        (pdf_with("/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.alert\\(1\\))>>]>>>>"), No.PAPER_CAN_RUN),
        (b"PK\x03\x04nothing", No.PAPER_BROKEN),
        (packed({"hej.txt": b"hej"}), No.PAPER_WRONG_KIND),
        (office("word/document.xml", "xl/workbook.xml"), No.PAPER_WRONG_KIND),
        (office("word/document.xml", "word/vbaProject.bin"), No.PAPER_CAN_RUN),
        (office("word/document.xml", types=b"application/vnd.ms-word.document.macroEnabled.main+xml"), No.PAPER_CAN_RUN),
        (office("word/document.xml", "word/embeddings/oleObject1.bin"), No.PAPER_CAN_RUN),
        (open_document(PaperKind.ODT, b"<m:encryption-data/>"), No.PAPER_LOCKED),
        (open_document("application/x-evil"), No.PAPER_WRONG_KIND),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), No.PAPER_WRONG_KIND),
        (b"MZ\x90\x00" + bytes(100), No.PAPER_WRONG_KIND),
        (b"\n<html><script>alert(1)</script>", No.PAPER_WRONG_KIND),
        (b"\xef\xbb\xbf<svg onload='alert(1)'/>", No.PAPER_WRONG_KIND),
        (b"#!/bin/sh\nrm", No.PAPER_WRONG_KIND),
        ("hej".encode("utf-16"), No.PAPER_WRONG_KIND),
    ],
)  # fmt: skip
def test_what_is_not_let_in_says_why(content: bytes, reason: No) -> None:
    with pytest.raises(UnfitPaperError) as refused:
        paper_kind(content)

    assert refused.value.reason is reason


def test_what_grows_when_unpacked_is_too_big() -> None:
    with pytest.raises(UnfitPaperError) as refused:
        paper_kind(bomb())

    assert refused.value.reason is No.PAPER_TOO_BIG


def test_a_file_with_a_password_is_said_to_be_locked() -> None:
    with pytest.raises(UnfitPaperError) as refused:
        paper_kind(locked())

    assert refused.value.reason is No.PAPER_LOCKED


def test_word_with_a_picture_is_let_in() -> None:
    """The control: what is kept out is macros, not every part that a document brings along."""
    held = io.BytesIO()
    paper = docx.Document()
    paper.add_paragraph("Hej")
    paper.save(held)

    assert paper_kind(held.getvalue()) is PaperKind.WORD


@given(st.binary(max_size=300), st.sampled_from([b"", b"%PDF-", b"PK\x03\x04", b"\xff\xd8\xff"]))
def test_any_bytes_are_a_kind_or_a_reason(content: bytes, start: bytes) -> None:
    assert outcome(start + content) in {*PaperKind, *No}


def outcome(content: bytes) -> PaperKind | No:
    try:
        return paper_kind(content)
    except UnfitPaperError as refused:
        return refused.reason


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Förslag till budget.pdf", "Förslag till budget"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\Nuläge_2026.docx", "Nuläge 2026"),
        ("budget\u202efdp.exe", "budgetfdp"),
        ("a\x00b\r\nSet-Cookie: x.pdf", "ab Set-Cookie: x"),
        ("arkiv.tar.gz", "arkiv"),
        ("", ""),
        ("x" * 500 + ".pdf", "x" * 120),
    ],
)
def test_a_name_becomes_a_title_without_what_hides(name: str, title: str) -> None:
    assert title_from_name(name) == title


@given(st.text(max_size=200))
def test_a_download_has_a_plain_name(title: str) -> None:
    name = download_name(title, PaperKind.PDF)

    assert name.isascii()
    assert name.endswith(".pdf")
    assert not set(name) & set('/\\"\r\n;:%. '.replace(".", ""))
    assert 5 <= len(name) <= 64
