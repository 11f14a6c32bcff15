"""Makes small files of Word, LibreOffice and PDF, with what real ones have beside the text."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import typst
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)


def docx_bytes(document: Any) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def text_box(paragraph: Any, *lines: str) -> None:
    """Draw a text box as Word does: twice, for new programs and for old."""
    inside = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    box = f"<w:txbxContent>{inside}</w:txbxContent>"
    names = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} {names}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}'
            f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    )


def tracked(paragraph: Any, *, kept: str = "", dropped: str = "") -> None:
    """Add words as a change that nobody has accepted: put in, or struck out."""
    for tag, inner, text in (("ins", "t", kept), ("del", "delText", dropped)):
        if text:
            paragraph._p.append(
                parse_xml(
                    f'<w:{tag} {nsdecls("w")} w:id="7" w:author="Ada" w:date="2024-01-01T10:00:00Z"><w:r>'
                    f'<w:{inner} xml:space="preserve">{text}</w:{inner}></w:r></w:{tag}>'
                )
            )


def odt_bytes(body: str, *, page: str = "") -> bytes:
    """Pack an odt with the body's XML, and what stands at the head of each page."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {_NAMES}><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        archive.writestr(
            "styles.xml",
            f"<office:document-styles {_NAMES}><office:master-styles><style:master-page>"
            f"<style:header>{page}</style:header></style:master-page></office:master-styles></office:document-styles>",
        )
    return held.getvalue()


def p(*texts: str) -> str:
    return "".join(f"<text:p>{text}</text:p>" for text in texts)


def h(text: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def points(*texts: str) -> str:
    inner = "".join(f"<text:list-item>{p(text)}</text:list-item>" for text in texts)
    return f"<text:list>{inner}</text:list>"


def rows(*some: Sequence[str]) -> str:
    inner = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell>{p(*cell.split('|'))}</table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in some
    )
    return f"<table:table>{inner}</table:table>"


def pdf_bytes(source: str) -> bytes:
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    return made
