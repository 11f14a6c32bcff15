"""One document says the same as PDF/UA, in Word, as plain text and as a page."""

import io
from dataclasses import replace
from datetime import date

import docx
import pytest
from django.template.loader import render_to_string
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from varjebarn.interop.documents import (
    Document,
    Facts,
    Heading,
    Items,
    Link,
    Paragraph,
    Table,
    as_pdf,
    as_text,
    as_word,
)

from tests.interop.pdf_reading import read_pdf

PAPER = Document(
    title="Årsrapport från Styrgruppen",
    author="Styrgruppen",
    written=date(2026, 11, 6),
    reference="STYRGRUPPEN-2026-11-06",
    about="Året som gick.",
    blocks=(
        Facts(pairs=(("Möten", "4"), ("Beslut", "11"))),
        Heading(text="Närvarande"),
        Items(items=("Ylva Nordin, Alvesta kommun", "Ture Roos, Polisen")),
        Heading(text="Beslut", level=3),
        Paragraph(text="Modellen testas.\nI hela länet.", label="Beslut"),
        Items(items=("Först", "Sedan"), is_numbered=True),
        Table(header=("Nr", "Beslut"), rows=(("1", "Hemsidan byggs om"),), caption="Besluten"),
        Link(text="Läs på webben", address="https://exempel.se/lanet/"),
    ),
)
WORDS = [
    "Året som gick.",
    "Närvarande",
    "Ylva Nordin, Alvesta kommun",
    "Modellen testas.",
    "I hela länet.",
    "Sedan",
    "Besluten",
    "Hemsidan byggs om",
    "Läs på webben",
    "https://exempel.se/lanet/",
]


def in_order(words: list[str], text: str) -> list[str]:
    """Give those of the words that come in their order."""
    found, at = [], 0
    for one in words:
        place = text.find(one, at)
        if place >= 0:
            found.append(one)
            at = place
    return found


def test_the_pdf_is_tagged_and_says_its_title_and_language() -> None:
    seen = read_pdf(as_pdf(PAPER))

    assert (seen.title, seen.author, seen.language, seen.is_tagged) == (
        "Årsrapport från Styrgruppen",
        "Styrgruppen",
        "sv",
        True,
    )
    assert b"pdfuaid:part" in as_pdf(PAPER)


def test_the_pdf_is_read_in_the_order_it_is_written() -> None:
    seen = read_pdf(as_pdf(PAPER))
    outer = [tag for tag in seen.tags if tag in {"H1", "H2", "H3", "L", "Table", "Link"}]

    assert outer == ["H1", "L", "H2", "L", "H3", "L", "Table", "Link"]
    assert [tag for tag in seen.tags if tag in {"TH", "TD"}] == ["TH", "TH", "TD", "TD"]
    assert in_order(WORDS, seen.words) == WORDS
    assert "Sida 1 av 1" in seen.words
    assert "STYRGRUPPEN-2026-11-06" in seen.words


def test_the_same_document_is_the_same_pdf() -> None:
    assert as_pdf(PAPER) == as_pdf(replace(PAPER))


def test_words_are_never_markup_in_the_pdf() -> None:
    hostile = '#read("pdf.py") *å* $x$ \\ @a <b> `c` = rubrik #{panic()}'

    seen = read_pdf(as_pdf(replace(PAPER, title=hostile, blocks=(Paragraph(text=hostile),))))

    assert seen.title == hostile
    assert seen.words.count("#{panic()}") == 2
    assert [tag for tag in seen.tags if tag.startswith("H")] == ["H1"]


@pytest.mark.parametrize("words", ["😀😁🤣 hej", "中文文件 hej", "hej 👨‍👩‍👧"])
def test_what_no_font_has_becomes_a_box(words: str) -> None:
    seen = read_pdf(as_pdf(replace(PAPER, blocks=(Paragraph(text=words),))))

    assert "□" in seen.words
    assert "hej" in seen.words


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=40), st.text(max_size=80))
def test_no_words_stop_the_writing(title: str, words: str) -> None:
    blocks = (
        Paragraph(text=words, label=title),
        Items(items=(words, title)),
        Table(header=(title,), rows=((words,),), caption=words),
        Facts(pairs=((title, words),)),
    )
    paper = replace(PAPER, title=f"Om {title}", blocks=blocks)

    assert as_pdf(paper).startswith(b"%PDF-")
    assert as_word(paper).startswith(b"PK")
    assert as_text(paper).startswith("Om ")


def test_word_has_headings_language_and_a_header_row() -> None:
    paper = docx.Document(io.BytesIO(as_word(PAPER)))
    styles = [(one.style.name, one.text) for one in paper.paragraphs if one.text]

    assert styles[0] == ("Heading 1", "Årsrapport från Styrgruppen")
    assert ("Heading 2", "Närvarande") in styles
    assert ("Heading 3", "Beslut") in styles
    assert ("List Bullet", "Ture Roos, Polisen") in styles
    assert paper.core_properties.title == "Årsrapport från Styrgruppen"
    assert {one.get(qn("w:val")) for one in paper.styles.element.iter(qn("w:lang"))} == {"sv-SE"}
    table = paper.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Nr", "Beslut"],
        ["1", "Hemsidan byggs om"],
    ]
    assert len(table._tbl.findall(f".//{qn('w:tblHeader')}")) == 1
    assert paper.sections[0].header.paragraphs[0].text == "Styrgruppen · STYRGRUPPEN-2026-11-06"


def test_each_numbered_list_in_word_begins_from_one() -> None:
    two = (Items(items=("a",), is_numbered=True), Items(items=("b",), is_numbered=True))
    paper = docx.Document(io.BytesIO(as_word(replace(PAPER, blocks=two))))
    numbers = [
        one._p.pPr.numPr.numId.val for one in paper.paragraphs if one.style.name == "List Number"
    ]

    assert len(set(numbers)) == 2


def test_plain_text_tells_a_row_in_the_words_of_its_header() -> None:
    assert as_text(PAPER) == (
        "Årsrapport från Styrgruppen\nNummer: STYRGRUPPEN-2026-11-06\n\nÅret som gick.\n\n"
        "Möten: 4\nBeslut: 11\n\nNärvarande\n\n"
        "- Ylva Nordin, Alvesta kommun\n- Ture Roos, Polisen\n\nBeslut\n\n"
        "Beslut: Modellen testas.\nI hela länet.\n\n1. Först\n2. Sedan\n\n"
        "Besluten\n- Nr: 1\n  Beslut: Hemsidan byggs om\n\n"
        "Läs på webben: https://exempel.se/lanet/\n"
    )


def test_the_page_has_the_same_words() -> None:
    shown = render_to_string("county/papers/document.html", {"document": PAPER})

    assert in_order(WORDS[1:-1], shown) == WORDS[1:-1]
    assert '<a class="ds-link" href="https://exempel.se/lanet/">Läs på webben</a>' in shown
    assert shown.count("<th scope") == 2
    assert shown.index("<h2") < shown.index("<h3")


@pytest.mark.parametrize(
    "blocks",
    [
        (Heading(text="För djupt", level=3),),
        (Heading(text="Andra"), Heading(text="Fjärde", level=4)),
        (Heading(text="Titelns", level=1),),
    ],
)
def test_no_heading_skips_a_level(blocks: tuple[Heading, ...]) -> None:
    with pytest.raises(ValueError, match="heading of level"):
        replace(PAPER, blocks=blocks)


def test_what_nobody_could_read_is_refused() -> None:
    with pytest.raises(ValueError, match="as long as its header"):
        Table(header=("A", "B"), rows=(("1",),))
    with pytest.raises(ValueError, match="title"):
        replace(PAPER, title=" \x00")
    with pytest.raises(ValueError, match="whole address"):
        Link(text="x", address="javascript:alert(1)")
