"""Reads a PDF as somebody's tool would: its catalogue, its tags in order, its words."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a PDF says about itself and holds."""

    title: str
    author: str
    language: str
    is_tagged: bool
    pages: int
    tags: tuple[str, ...]
    words: str


def read_pdf(content: bytes) -> Seen:
    """Open a PDF and read it whole; tags in the order of the structure tree, page by page."""
    document = pypdfium2.PdfDocument(content)
    try:
        about = document.get_metadata_dict()
        return Seen(
            title=about["Title"],
            author=about["Author"],
            language=_language(document),
            is_tagged=bool(raw.FPDFCatalog_IsTagged(document)),
            pages=len(document),
            tags=tuple(tag for page in document for tag in _page_tags(page)),
            words="\n".join(page.get_textpage().get_text_bounded() for page in document).replace(
                "\r\n", "\n"
            ),
        )
    finally:
        document.close()


def _language(document: pypdfium2.PdfDocument) -> str:
    kept = (ctypes.c_ushort * 50)()
    length = raw.FPDFCatalog_GetLanguage(document, kept, 100)
    return bytes(kept)[:length].decode("utf-16-le").rstrip("\0")


def _page_tags(page: pypdfium2.PdfPage) -> Iterator[str]:
    tree = raw.FPDF_StructTree_GetForPage(page)
    try:
        for number in range(raw.FPDF_StructTree_CountChildren(tree)):
            yield from _tags(raw.FPDF_StructTree_GetChildAtIndex(tree, number))
    finally:
        raw.FPDF_StructTree_Close(tree)


def _tags(element: object) -> Iterator[str]:
    kept = ctypes.create_string_buffer(200)
    length = raw.FPDF_StructElement_GetType(element, kept, 200)
    yield kept.raw[:length].decode("utf-16-le").rstrip("\0")
    for number in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, number)
        if child:
            yield from _tags(child)
