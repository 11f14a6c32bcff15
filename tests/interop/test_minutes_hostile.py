"""Files made to harm, or far from minutes: each ends soon, with its text or with the reason why not."""

import io
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from varjebarn.interop.minutes import read_text
from varjebarn.interop.minutes.files import (
    ENTRIES_LIMIT,
    LIMIT,
    LINES_LIMIT,
    MARKUP_LIMIT,
    TEXT_LIMIT,
    text_of,
)
from varjebarn.interop.minutes.pdf_pages import PAGES
from varjebarn.interop.minutes.unreadable import UnreadableFileError, Why

from tests.interop.file_building import odt_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]>'
SECONDS = 20.0


def zipped(**files: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return held.getvalue()


def word(body: str, *, before: str = "", **more: str) -> bytes:
    document = f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document}
    return zipped(**parts, **more)


def said(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*objects: bytes) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + tail


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    b"/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>"
)
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
SHOWN = b"BT /F1 11 Tf 40 800 Td (Hej) Tj ET"
ITSELF = stream(
    b"/X Do /X Do",
    b"/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X 6 0 R >> >>",
)


def pages(count: int, shown: bytes = SHOWN, more: bytes = b"") -> bytes:
    kids = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count)
    return pdf(CATALOG, kids, PAGE, stream(shown, more), FONT, ITSELF)


def why(name: str, data: bytes) -> Why:
    with pytest.raises(UnreadableFileError) as refused:
        text_of(name, data)
    return refused.value.why


def ended(data: bytes) -> str:
    try:
        text_of("a.pdf", data)
    except UnreadableFileError as fault:
        return fault.why
    return "read"


def test_entities_are_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("Hemligt", encoding="utf-8")
    outside = f'<!DOCTYPE a [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
    assert text_of("a.docx", word(said("Här &s;"), before=outside)).strip() == "Här"
    began = time.monotonic()
    assert why("a.docx", word(said("Här &l11;"), before=BOMB)) is Why.BROKEN
    assert time.monotonic() - began < SECONDS


def test_a_name_that_climbs_out_of_the_archive_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = word(said("Hej"), **{"../../climbed.xml": "<a/>", "/climbed.txt": "x"})
    assert text_of("a.docx", data).strip() == "Hej"
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.docx", word("", **{"word/big.xml": " " * (MARKUP_LIMIT + 1)}), Why.TOO_BIG),
        ("a.docx", word("", **{f"m/{n}": "" for n in range(ENTRIES_LIMIT)}), Why.TOO_BIG),
        ("a.docx", word("<w:p>" * 5000 + "</w:p>" * 5000), Why.BROKEN),
        ("a.odt", odt_bytes("<text:section>" * 5000 + "</text:section>" * 5000), Why.BROKEN),
        ("a.docx", word(said("a" * (TEXT_LIMIT + 1))), Why.TOO_BIG),
        ("a.txt", b"a" * (5 * 1024 * 1024), Why.TOO_BIG),
        ("a.txt", b"a" * (LIMIT * 3), Why.TOO_BIG),
        ("a.txt", b"a\n" * (LINES_LIMIT + 2), Why.TOO_BIG),
        ("a.txt", bytes(range(256)) * 40, Why.UNKNOWN),
        ("a.pdf", word(said("Hej"))[:200], Why.BROKEN),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 90, Why.UNKNOWN),
        ("a.pdf", pages(PAGES + 1), Why.TOO_BIG),
        ("a.pdf", pdf(CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"), Why.BROKEN),
        ("a.pdf", pages(1, SHOWN + b" /X Do"), Why.BROKEN),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_made_to_harm_says_why_and_soon(name: str, data: bytes, reason: Why) -> None:
    began = time.monotonic()
    assert why(name, data) is reason
    assert time.monotonic() - began < SECONDS


def test_a_pdf_that_grows_without_end_ends_all_the_same() -> None:
    packed = zlib.compress(b"BT /F1 11 Tf 40 800 Td " + b"(a) Tj " * 1_000_000 + b"ET", 9)
    began = time.monotonic()
    assert ended(pages(1, packed, b"/Filter /FlateDecode")) in {"read", Why.TOO_BIG, Why.BROKEN}
    assert time.monotonic() - began < 2 * SECONDS


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", word(said("Hej"))), ("a.pdf", word(said("Hej"))), ("a.docx", pages(1))],
)
def test_a_file_under_the_wrong_name_is_read_as_what_it_is(name: str, data: bytes) -> None:
    assert text_of(name, data).strip() == "Hej"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252"]
)
def test_letters_are_read_whatever_wrote_them(encoding: str) -> None:
    assert text_of("a.txt", "Närvarande: Åsa Öman".encode(encoding)) == "Närvarande: Åsa Öman"


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        "(",
        "/",
        "[",
        "l/",
        "1, ",
        "Anna-Lisa-",
        "Anna Berg, Växjö kommun, ",
        "Anna Berg\n",
        "1. Bc\n",
        "§ 1 A\n",
        "Beslut\natt x\n",
        "Närvarande:\nAnna Berg\nFrånvarande:\nAnna Berg\n",
        "Namn | Organisation | Närvarande\nAnna Berg | Växjö | x\n",
        "Sida 1 (2)\n",
        "\n",
    ],
)
def test_the_time_grows_no_faster_than_the_text(piece: str) -> None:
    """Four times the text takes well under sixteen times the time, which is how a bad pattern grows."""
    times = []
    for signs in (15_000, 60_000):
        lines = (piece * (signs // len(piece))).split("\n")[:LINES_LIMIT]
        began = time.process_time()
        read_text("\n".join(lines))
        times.append(time.process_time() - began)
    short, long = times
    assert long < 8 * max(short, 0.25)
