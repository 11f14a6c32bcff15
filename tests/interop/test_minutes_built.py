"""Minutes as Word, LibreOffice and PDF hold them: lists, boxes, page heads, and changes not yet accepted."""

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from varjebarn.interop.minutes import read_text
from varjebarn.interop.minutes.as_json import as_json
from varjebarn.interop.minutes.files import text_of

from tests.interop.file_building import docx_bytes, odt_bytes, p, points, rows, text_box, tracked
from tests.interop.minutes_answers import assert_as_answered
from tests.interop.minutes_built import BUILT

ANSWERS = Path(__file__).parent / "minutes_built"


def lines_of(name: str, data: bytes) -> list[str]:
    return [line for line in text_of(name, data).split("\n") if line.strip()]


@pytest.mark.parametrize("name", sorted(BUILT))
def test_minutes_in_each_kind_of_file_are_read_as_their_answer_says(name: str) -> None:
    found = as_json(read_text(text_of(name, BUILT[name]())))
    assert_as_answered(found, ANSWERS / f"{name.partition('.')[0]}.gold.json")


def test_each_built_file_has_an_answer() -> None:
    assert {f"{name.partition('.')[0]}.gold.json" for name in BUILT} == {
        path.name for path in ANSWERS.glob("*.json")
    }


def test_what_is_put_in_is_read_and_what_is_struck_out_is_not() -> None:
    document = docx.Document()
    tracked(document.add_paragraph("Gruppen "), kept="beslutar", dropped="avslår")
    assert lines_of("a.docx", docx_bytes(document)) == ["Gruppen beslutar"]


def test_a_text_box_comes_once_and_after_its_paragraph() -> None:
    document = docx.Document()
    text_box(document.add_paragraph("Före"), "Ett", "Två")
    document.add_paragraph("Efter")
    assert lines_of("a.docx", docx_bytes(document)) == ["Före", "Ett", "Två", "Efter"]


def test_a_field_of_a_form_is_read() -> None:
    document = docx.Document()
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>Datum: 2024-05-07</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    assert lines_of("a.docx", docx_bytes(document)) == ["Datum: 2024-05-07"]


def test_head_and_foot_of_a_docx_stand_round_its_text() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Styrgruppen"
    document.sections[0].footer.paragraphs[0].text = "Dnr 1"
    document.add_section()
    document.add_paragraph("Text")
    assert lines_of("a.docx", docx_bytes(document)) == ["Styrgruppen", "Text", "Dnr 1"]


def test_the_numbers_that_a_style_draws_are_read() -> None:
    document = docx.Document()
    for text in ("Öppnande", "Läget"):
        document.add_paragraph(text, style="List Number")
    assert lines_of("a.docx", docx_bytes(document)) == ["1. Öppnande", "2. Läget"]


def test_an_odt_gives_numbers_boxes_spaces_and_page_heads_but_not_what_is_struck_out() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p('Borta')}</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>'
        + points("Öppnande", "Läget").replace("<text:list>", '<text:list text:style-name="L1">')
        + p(
            'Anna<text:s text:c="4"/>Bo<draw:frame><draw:text-box>'
            + p("Ruta")
            + "</draw:text-box></draw:frame>"
        )
    )
    assert lines_of("a.odt", odt_bytes(body, page=p("Rådet"))) == [
        "Rådet",
        "1. Öppnande",
        "2. Läget",
        "Anna    Bo",
        "Ruta",
    ]


def test_the_cells_of_an_odt_with_several_lines_give_several_rows() -> None:
    assert lines_of("a.odt", odt_bytes(rows(("Närvarande", "Anna Berg|Bo Ek")))) == [
        "Närvarande\tAnna Berg",
        "\tBo Ek",
    ]
