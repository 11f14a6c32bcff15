"""The county's meetings from a year's series to published minutes, on a phone and on a desk."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, expect

from varjebarn.web.shared.days import day_in_words

from tests.journeys.stage import AT_A_DESK_FIRST, Person, Stage
from tests.world.demo import told_cast

pytestmark = [
    pytest.mark.world.with_args(told_cast),
    pytest.mark.parametrize("screen", AT_A_DESK_FIRST),
]

GROUP, CROSS = "Styrgruppen", "Tvärgrupp barn och unga"
LEVELS = {GROUP: "Strategisk nivå", CROSS: "Taktisk nivå"}
Screen = dict[str, int]


def leader(stage: Stage, screen: Screen, body: str) -> Person:
    """Petra, at the page of a body."""
    petra = stage.somebody(screen)
    petra.log_in("process-leader")
    petra.arrive("/lanet/")
    line = petra.main.locator(".vb-line").filter(has_text=LEVELS[body])
    petra.follow(body, within=line.first)
    return petra


def test_a_years_series_is_set_up(stage: Stage, screen: Screen) -> None:
    petra = leader(stage, screen, CROSS)
    year = timezone.localdate().year + 1

    petra.follow("Planera möten")
    petra.write("Vilka dagar?", f"8 jan, 12 feb (digitalt)\n9 april, 4 juni {year}")
    petra.write("Börjar klockan", "8.30")
    petra.write("Slutar klockan", "10")
    petra.write("Plats", "Residenset")
    petra.press("Visa dagarna")
    petra.sees("Det blir 4 möten", f"12 februari {year}, digitalt")
    petra.tick("Ja, planera de här mötena")
    petra.press("Planera")

    petra.sees("Mötena är planerade.")
    petra.follow(f"9 april {year}", within=petra.main)
    petra.sees("Residenset", "Föregående anteckningar", "Processplanen", "Nästa möte")


def test_an_agenda_with_a_postponed_item_from_last_time(stage: Stage, screen: Screen) -> None:
    petra = leader(stage, screen, GROUP)
    petra.follow(" kl. 8.30–10.00", within=petra.main)
    waiting = petra.row("Nulägesanalys från varje organisation")
    expect(waiting).to_contain_text("Väntat i 18 dagar")

    petra.follow("Lägg till en punkt")
    petra.write("Vad gäller det?", "Kontaktvägar till BUP")
    petra.tick("Samtal")
    petra.press("Lägg till")
    petra.press("Upp : Kontaktvägar till BUP", within=petra.row("Kontaktvägar till BUP"))
    petra.sees("Punkten är flyttad på dagordningen.")
    titles = petra.main.locator("ol.vb-lines .vb-line-title").all_inner_texts()
    assert titles[-1].endswith("Nästa möte")

    petra.follow("Barn och unga med i styrningen", within=petra.main)
    petra.sees("Väckt av", "Barnrådet i Växjö", "Förslag till beslut", "Hörda", "Ärendets väg")


def item(petra: Person, title: str) -> Locator:
    return petra.main.get_by_role("region", name=re.compile(re.escape(title)))


def test_a_meeting_run_live_with_two_substitutes_and_two_decisions(
    stage: Stage, screen: Screen
) -> None:
    petra = leader(stage, screen, CROSS)
    petra.follow(" kl. 13.00–14.30", within=petra.main)
    petra.follow("Öppna mötet")
    for name in ("Astrid Palm", "Eskil Rask", "Lena Strand"):
        petra.group(name).get_by_label("Närvarande").check()
    for name, instead in (("Birger Lund", "Elsa Grip"), ("Disa Ek", "Folke Lind")):
        petra.group(name).get_by_label("Frånvarande").check()
        petra.write("Ersätts av", instead, within=petra.group(name))
    expect(petra.main.get_by_text("Sparat klockan")).to_be_visible(timeout=9_000)
    petra.arrive(petra.page.url)
    expect(petra.group("Disa Ek").get_by_label("Ersätts av")).to_have_value("Folke Lind")

    training = item(petra, "Gemensam utbildning i vår")
    training.get_by_label("Vad blev det?").select_option("Beslutat enligt förslaget")
    material = item(petra, "Material på fler språk")
    material.get_by_label("Vad blev det?").select_option("Beslutat")
    material.get_by_label("Vad sades?").fill("Fyra språk saknas.")
    material.get_by_text("Beslut", exact=True).click()
    material.get_by_label("Beslutet, ordagrant").first.fill("Materialet översätts till arabiska.")
    for standing in ("Föregående anteckningar", "Processplanen", "Nästa möte"):
        item(petra, standing).get_by_label("Vad blev det?").select_option("Klart")
    petra.main.get_by_role("checkbox", name="Hur det går med testerna").check()
    petra.press("Flytta de ikryssade")
    petra.sees("Dagordningen är kortad.")
    petra.press("Mötet är slut")
    petra.sees("Är mötet slut?", "5 närvarande", "2 frånvarande", "2 beslut", "1 punkt flyttas")
    petra.press("Ja, skriv ner mötet")

    petra.sees(
        "Mötet är nedskrivet.",
        "Elsa Grip, Alvesta kommun (ersätter Birger Lund)",
        "Folke Lind, Ljungby kommun (ersätter Disa Ek)",
        "Beslut: En gemensam utbildning hålls i mars, med Region Kronoberg som värd.",
        "Beslut: Materialet översätts till arabiska.",
        "Fyra språk saknas.",
        "Mötet kortades.",
    )


def test_minutes_are_approved_and_published(stage: Stage, screen: Screen) -> None:
    petra = leader(stage, screen, GROUP)
    petra.follow("Planera ett extra möte")
    petra.write("Dag", timezone.localdate().isoformat())
    petra.write("Börjar klockan", "15")
    petra.write("Slutar klockan", "16")
    petra.press("Planera")
    petra.sees("(extra möte)")
    petra.follow(GROUP, within=petra.main)
    last = timezone.localdate() - timedelta(days=18)
    petra.follow(f"{day_in_words(last)} kl.", within=petra.main)
    there = petra.page.url
    visitor = stage.somebody(screen)
    visitor.arrive(there)
    visitor.misses("Läs anteckningarna")

    petra.follow("Godkänn anteckningarna")
    petra.tick("Med ändringar")
    petra.unfold("Ändringarna")
    petra.write("Vad ändrades?", "Solveig Berg anmälde sent förhinder.")
    petra.write("Före punkterna", "Gunilla Ask öppnar mötet. Solveig Berg har anmält förhinder.")
    petra.press("Godkänn")
    petra.sees("Anteckningarna är godkända.", "med en ändring")
    petra.follow("Publicera anteckningarna")
    petra.press("Publicera")
    petra.sees("Anteckningarna är publicerade och öppna för alla.")

    visitor.arrive(there)
    visitor.follow("Läs anteckningarna")
    visitor.sees("Solveig Berg har anmält förhinder.", "Så löd texten före ändringen:")
    visitor.follow("text 1")
    visitor.sees("Det här är en tidigare text.", "Gunilla Ask hälsar alla välkomna")
