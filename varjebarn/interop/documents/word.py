"""A document for Word: real headings, lists and header rows, so that it reads as well as it looks."""

import io
from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import Any

from varjebarn.interop.documents.document import (
    Block,
    Document,
    Facts,
    Heading,
    Items,
    Link,
    Paragraph,
    Table,
    writable,
)

LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
PAGE_WORDS = {"sv-SE": ("Sida ", " av "), "en-GB": ("Page ", " of ")}
HEADINGS = ("Heading 1", "Heading 2", "Heading 3", "Heading 4")


def as_word(document: Document) -> bytes:
    """Write the document as .docx."""
    import docx  # noqa: PLC0415 - a big library, seldom wanted

    paper = docx.Document()
    language = LANGUAGES.get(document.language.partition("-")[0].casefold(), document.language)
    _properties(paper, document, language)
    _styles(paper, language)
    _margins(paper, document, language)
    paper.add_paragraph(writable(document.title), style="Heading 1")
    if document.about:
        paper.add_paragraph(writable(document.about))
    for block in document.blocks:
        _FORMS[type(block)](paper, block)
    kept = io.BytesIO()
    paper.save(kept)
    return kept.getvalue()


def _properties(paper: Any, document: Document, language: str) -> None:
    at = datetime.combine(document.written, time(12), tzinfo=UTC).replace(tzinfo=None)
    about = paper.core_properties
    about.title, about.author = writable(document.title), writable(document.author)
    about.last_modified_by = writable(document.author)
    about.subject, about.comments = writable(document.reference), ""
    about.language = language
    about.created = about.modified = at


def _styles(paper: Any, language: str) -> None:
    """Say the language once for all words, and let headings be as dark as the text."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above
    from docx.shared import RGBColor  # noqa: PLC0415 - as above

    for known in paper.styles.element.iter(qn("w:lang")):
        known.set(qn("w:val"), language)
    for name in (*HEADINGS, "Caption"):
        paper.styles[name].font.color.rgb = RGBColor(0, 0, 0)


def _margins(paper: Any, document: Document, language: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - as above
    from docx.shared import Mm  # noqa: PLC0415 - as above

    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    head = [one for one in (document.author, document.reference) if one]
    section.header.paragraphs[0].text = writable(" · ".join(head))
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    page, of = PAGE_WORDS.get(language, PAGE_WORDS["en-GB"])
    for words, field in ((page, "PAGE"), (of, "NUMPAGES")):
        foot.add_run(words)
        _field(foot, field)


def _field(paragraph: Any, name: str) -> None:
    """Put in a number that Word counts itself."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields of its own


def _heading(paper: Any, block: Heading) -> None:
    paper.add_paragraph(writable(block.text), style=f"Heading {block.level}")


def _paragraph(paper: Any, block: Paragraph) -> None:
    made = paper.add_paragraph()
    if block.label:
        made.add_run(f"{writable(block.label)}: ").bold = True
    made.add_run(writable(block.text))


def _items(paper: Any, block: Items) -> None:
    made = [
        paper.add_paragraph(
            writable(item), style="List Number" if block.is_numbered else "List Bullet"
        )
        for item in block.items
    ]
    if block.is_numbered:
        _count_anew(paper, made)


def _count_anew(paper: Any, some: list[Any]) -> None:
    """Begin from 1: else Word goes on from the list before."""
    style = paper.styles["List Number"].element.pPr.numPr.numId.val
    numbering = paper.part.numbering_part.element
    kind = numbering.num_having_numId(style).abstractNumId.val
    own = numbering.add_num(kind)
    own.add_lvlOverride(ilvl=0).add_startOverride(1)
    for one in some:
        pointing = one._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - as above
        pointing.get_or_add_ilvl().val = 0
        pointing.get_or_add_numId().val = own.numId


def _facts(paper: Any, block: Facts) -> None:
    for name, value in block.pairs:
        _paragraph(paper, Paragraph(label=name, text=value))


def _table(paper: Any, block: Table) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above

    if block.caption:
        paper.add_paragraph(writable(block.caption), style="Caption")
    made = paper.add_table(rows=0, cols=len(block.header), style="Table Grid")
    for row in (block.header, *block.rows):
        for cell, words in zip(made.add_row().cells, row, strict=True):
            cell.text = writable(words)
    first = made.rows[0]
    first._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - as above
    for cell in first.cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    paper.add_paragraph()


def _link(paper: Any, block: Link) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - as above
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    made = paper.add_paragraph()
    words = made.add_run(writable(block.text))
    words.underline = True
    leading = OxmlElement("w:hyperlink")
    address = writable(block.address)
    leading.set(
        qn("r:id"), paper.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    )
    made._p.append(leading)  # noqa: SLF001 - as above
    leading.append(words._r)  # noqa: SLF001 - as above
    made.add_run(f" ({address})")


_FORMS: dict[type[Block], Callable[[Any, Any], None]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Facts: _facts,
    Table: _table,
    Link: _link,
}
