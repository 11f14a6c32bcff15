"""The annual report made with no retyping: noted under one heading, published, read as page and PDF."""

from datetime import date, timedelta

import pypdfium2
import pytest

from tests.journeys.stage import DESK, PHONE, Stage
from tests.world.demo import told_cast

pytestmark = pytest.mark.world.with_args(told_cast)

NOTE = "Barn i årskurs sex har läst handlingsplanen och föreslagit två ändringar."
DECIDED = "De föreslagna mötesdagarna nästa år godkänns."
YEAR = (date.today() - timedelta(days=18)).year
"""The year of the demo's last meeting."""


def pdf_text(content: bytes) -> str:
    """Give what a PDF says, its line breaks as spaces."""
    with pypdfium2.PdfDocument(content) as paper:
        found = [page.get_textpage().get_text_bounded() for page in paper]
    return " ".join(" ".join(found).split())


def test_the_annual_report_is_made_with_no_retyping(stage: Stage) -> None:
    petra = stage.person("process-leader")
    petra.arrive("/lanet/")
    petra.follow("Årsrapporter", within=petra.main)
    petra.follow(f"Årsrapport {YEAR}")
    petra.sees("Utkast", DECIDED, "Har inte svarat: Uppvidinge kommun", "Väntar sedan")
    petra.sees("Närvaro, organisation för organisation", "Ljungby kommun")
    petra.follow(": Barns delaktighet")
    petra.write("Anteckning", NOTE)
    petra.press("Spara")
    petra.sees("Anteckningen är sparad.", NOTE)
    petra.follow("En sida till presidierna")
    petra.sees("Det här beslutades", DECIDED)
    petra.follow("Hela rapporten")
    petra.follow("Publicera rapporten")
    petra.sees("Året är inte slut.", "skrivs aldrig om")
    petra.press("Publicera")
    petra.sees("Årsrapporten är publicerad.", "utgåva 1")

    for screen in (PHONE, DESK):
        reader = stage.somebody(screen)
        reader.arrive("/lanet/")
        reader.follow("Årsrapporter", within=reader.main)
        reader.follow(f"Årsrapport {YEAR}")
        reader.sees("Politiken", NOTE, DECIDED)
        reader.follow(DECIDED)
        reader.sees("Beslutat")

    page = stage.somebody(PHONE)
    page.arrive(f"/lanet/arsrapport/{YEAR}/presidier/")
    page.sees("Till nämndernas presidier", DECIDED)
    said = pdf_text(page.context.request.get(f"/lanet/arsrapport/{YEAR}/fil/arsrapport.pdf").body())
    assert [text for text in (NOTE, DECIDED) if text not in said] == []
    brief = page.context.request.get(f"/lanet/arsrapport/{YEAR}/fil/presidier.pdf").body()
    with pypdfium2.PdfDocument(brief) as paper:
        assert len(paper) == 1, "one page"
    assert stage.said == []


def test_search_is_done_with_the_keyboard(stage: Stage) -> None:
    reader = stage.somebody(PHONE)
    reader.arrive("/lanet/")
    reader.write("Sök efter", "overenskommelse")
    reader._go(lambda: reader.page.keyboard.press("Enter"))
    reader.sees("träff", "Överenskommelser, avtal, rutiner och uppdrag")
    reader.follow("Beslut (")
    reader.arrive("/lanet/sok/?q=xylofon")
    reader.sees("Inget hittades för ”xylofon”.")
    reader.follow("Se alla möten")
    reader.sees("Alla möten")
    reader.arrive("/lanet/handbok/")
    reader.follow("För sekreteraren")
    reader.sees("Skriv ner mötet")
    assert stage.said == []
