"""Files with minutes: what is inside comes out, and what can't be read says why."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from varjebarn.interop.minutes import read_text
from varjebarn.interop.minutes.files import LIMIT, text_of
from varjebarn.interop.minutes.unreadable import UnreadableFileError, Why

ODT = "urn:oasis:names:tc:opendocument:xmlns"


def packed(**files: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return held.getvalue()


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Minnesanteckningar tvärgruppen", level=0)
    table = document.add_table(rows=3, cols=2)
    rows = [
        ("Tid", "2024-05-07 kl. 09.00–10.30"),
        ("Plats", "Stadshuset"),
        ("Närvarande", "Ylva Nordin, Alvesta kommun\nTure Roos, Polisen"),
    ]
    for row, (label, value) in zip(table.rows, rows, strict=True):
        row.cells[0].text, row.cells[1].text = label, value
    for heading, text in (
        ("Öppnande", "Ylva hälsar välkommen."),
        ("Hemsidan", "Beslut: Sidan byggs om."),
    ):
        document.add_heading(heading, level=1)
        document.add_paragraph(text)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def odt_file() -> bytes:
    body = (
        f'<o:document-content xmlns:o="{ODT}:office:1.0" xmlns:t="{ODT}:text:1.0" xmlns:b="{ODT}:table:1.0"><o:body><o:text>'
        "<t:p>Tid:<t:tab/>2024-05-07 kl. 09.00–10.30</t:p><t:p>Närvarande: Ylva Nordin, Alvesta kommun</t:p>"
        '<t:h t:outline-level="2">Öppnande</t:h><t:p>Ylva hälsar <t:span>välkommen</t:span>.</t:p>'
        '<t:h t:outline-level="2">Hemsidan</t:h><t:list><t:list-item><t:p>Beslut: Sidan byggs om.</t:p></t:list-item></t:list>'
        "</o:text></o:body></o:document-content>"
    )
    return packed(content_xml=body)


def pdf_file(*lines: str) -> bytes:
    """Make a PDF of one page with some lines, by hand."""
    shown = "".join(f"({line}) Tj T* " for line in lines).encode("cp1252")
    stream = b"BT /F1 11 Tf 14 TL 40 800 Td " + shown + b"ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + tail


PDF = pdf_file(
    "Tid: 2024-05-07 kl. 09.00-10.30",
    "Närvarande: Ylva Nordin, Alvesta kommun",
    "1. Öppnande",
    "Ylva hälsar välkommen.",
    "2. Hemsidan",
    "Beslut: Sidan byggs om.",
)


@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", word_file()), ("a.odt", odt_file()), ("a.pdf", PDF)]
)
def test_the_same_minutes_are_read_from_each_kind_of_file(name: str, data: bytes) -> None:
    found = read_text(text_of(name, data))
    assert found.on is not None
    assert (found.on.isoformat(), found.start, found.end) == ("2024-05-07", "09:00", "10:30")
    assert (found.present[0].name, found.present[0].organisation) == (
        "Ylva Nordin",
        "Alvesta kommun",
    )
    assert [item.heading for item in found.items] == ["Öppnande", "Hemsidan"]
    assert [[one.text for one in item.decisions] for item in found.items] == [
        [],
        ["Sidan byggs om."],
    ]


def test_all_rows_of_a_cell_with_persons_are_read() -> None:
    found = read_text(text_of("a.docx", word_file()))
    assert [person.name for person in found.present] == ["Ylva Nordin", "Ture Roos"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_decoded_as_it_was_written(encoding: str) -> None:
    assert text_of("a.txt", "Närvarande: Åsa Öman".encode(encoding)) == "Närvarande: Åsa Öman"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"", Why.EMPTY),
        ("a.txt", b" \n\t\n", Why.EMPTY),
        ("a.txt", b"a" * (LIMIT + 1), Why.TOO_BIG),
        ("a.txt", b"\x00\x01\x02\x03", Why.UNKNOWN),
        ("a.xlsx", b"not a sheet", Why.UNKNOWN),
        ("a.docx", b"no zip at all", Why.BROKEN),
        ("a.docx", b"PK\x03\x04broken", Why.BROKEN),
        ("a.docx", packed(word__document_xml="<not-closed>"), Why.BROKEN),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, Why.LOCKED),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, Why.OLD_WORD),
        ("a.zip", packed(readme="nothing"), Why.UNKNOWN),
        ("a.odt", packed(content_xml="<not-closed>"), Why.BROKEN),
        (
            "a.odt",
            packed(content_xml="<a/>", **{"META-INF__manifest_xml": "<m encryption-data='1'/>"}),
            Why.LOCKED,
        ),
        ("a.pdf", b"%PDF-1.7 and then nothing", Why.BROKEN),
        ("a.pdf", pdf_file(), Why.NO_TEXT),
    ],
)
def test_a_file_that_cannot_be_read_says_why(name: str, data: bytes, why: Why) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        text_of(name, data)
    assert refused.value.why is why


def test_what_grows_without_end_when_unpacked_is_refused() -> None:
    data = packed(content_xml=" " * (201 * 1024 * 1024))
    assert len(data) < 1024 * 1024
    with pytest.raises(UnreadableFileError) as refused:
        text_of("a.odt", data)
    assert refused.value.why is Why.TOO_BIG


def test_a_file_never_brings_in_another(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Hemligt", encoding="utf-8")
    body = f'<!DOCTYPE a [<!ENTITY s SYSTEM "{secret.as_uri()}">]><a xmlns:t="{ODT}:text:1.0"><t:p>Här: &s;</t:p></a>'
    assert text_of("a.odt", packed(content_xml=body)) == "Här:"
