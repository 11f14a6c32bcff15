"""One document, made once, and written as PDF/UA, Word, plain text and (in the web) as a page.

    paper = Document(
        title="Årsrapport 2026",
        author="Styrgruppen",
        written=date(2027, 1, 15),
        reference="ARSRAPPORT-2026",
        blocks=(
            Heading(text="Möten"),
            Facts(pairs=(("Möten", "4"), ("Beslut", "11"))),
            Heading(text="Beslut", level=3),
            Table(header=("Nr", "Beslut"), rows=(("1", "Modellen testas."),)),
            Paragraph(text="Inget är uppskjutet."),
        ),
    )
    as_pdf(paper), as_word(paper)  # bytes
    as_text(paper)  # str

All words are taken as they are: nothing in them is markup in any of the forms. `language` is a
BCP 47 tag; the frame's own words ("Sida 1 av 3") exist in Swedish and English. A block's `kind`
names it for a template: county/papers/document.html shows a document as a page.

Errors: ValueError while building, for a heading that skips a level, a table whose rows differ in
length from its header, and an empty title. Writing never fails for what the words hold: control
characters are left out, and in the PDF a character that no font has becomes a box.
"""

from varjebarn.interop.documents.document import (
    Block,
    Document,
    Facts,
    Heading,
    Items,
    Link,
    Paragraph,
    Table,
)
from varjebarn.interop.documents.pdf import as_pdf
from varjebarn.interop.documents.text import as_text
from varjebarn.interop.documents.word import as_word

__all__ = [
    "Block",
    "Document",
    "Facts",
    "Heading",
    "Items",
    "Link",
    "Paragraph",
    "Table",
    "as_pdf",
    "as_text",
    "as_word",
]
