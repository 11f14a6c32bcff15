"""Hampus's father has said yes to the workshop's leader, who has no account: by a link, and on paper."""

import pytest
from playwright.sync_api import expect

from tests.journeys.stage import PHONE, WAYS, Person, Stage
from tests.world.demo import told_cast

pytestmark = pytest.mark.world.with_args(told_cast)

LEO = "Leo Lind"
WORKSHOP = "Öppna verkstan för Hampus på torsdagar"
OTHERS = "Träffa Hampus och berätta hur polisen kan hjälpa till"
SAID = "Han kom och byggde klart sin låda."


def decides(lena: Person, way: str) -> None:
    lena.arrive("/personal/")
    lena.follow("Hampus", within=lena.region("Mina barn"))
    lena.follow("Dela uppgifter")
    lena.follow("Ska en förening få något?")
    lena.follow("Lämna en del")
    lena.tick("Vem som gör vad")
    lena.write("Vilken ledare ska få den?", LEO)
    lena.tick(way)
    lena.press("Se vad ledaren får")
    lena.sees(WORKSHOP, "Ingen lag om sekretess")
    lena.misses(OTHERS)
    lena.is_accessible()
    lena.press("Lämna delen")


@pytest.mark.parametrize("javascript", WAYS)
def test_a_leader_reads_by_a_link_and_answers_through_the_lead(
    stage: Stage,
    javascript: bool,  # noqa: FBT001 - pytest gives it by name
) -> None:
    lena = stage.person("principal")
    decides(lena, "Med en länk som öppnas en gång")
    lena.press("Gör en länk")
    address, code = lena.main.locator(".vb-secret").all_inner_texts()

    leo = stage.somebody(PHONE)
    leo.arrive(address if javascript else "/del/")
    if not javascript:
        leo.write("Lösenordet i länken", address)
    leo.write("Koden", code)
    leo.press("Gå vidare")
    leo.sees("Förbehåll", "Fritidsfabriken")
    leo.misses("Hampus", WORKSHOP)
    leo.is_accessible()
    leo.write("Ditt namn", LEO)
    leo.tick("Jag har läst förbehållet och lovar att följa det")
    leo.press("Jag lovar, visa mig")
    leo.sees(WORKSHOP, "Du har lovat")
    leo.misses(OTHERS)
    leo.is_accessible()
    assert "#" not in leo.page.url

    stranger = stage.somebody(PHONE)
    stranger.arrive("/del/")
    stranger.write("Lösenordet i länken", address)
    stranger.write("Koden", "000000" if code != "000000" else "111111")
    stranger.press("Gå vidare")
    stranger.sees("Det går inte att öppna.")

    lena.arrive(lena.page.url.removeprefix(stage.site))
    lena.sees(f"Kvitto: {LEO} godtog förbehållet")
    lena.unfold("Skriv in ett svar åt ledaren")
    lena.write("Vad svarade ledaren?", SAID)
    lena.press("Spara svaret")
    lena.sees(SAID, f"{LEO}, ", "Infört av Lena Strand")
    lena.is_accessible()
    assert stage.said == [], "nothing in the console, and no report of the CSP"


@pytest.mark.parametrize("javascript", [False])
def test_on_paper_it_says_the_same_and_is_signed_for(
    stage: Stage,
    javascript: bool,  # noqa: FBT001 - pytest gives it by name
) -> None:
    del javascript
    lena = stage.person("principal")
    decides(lena, "På papper")
    lena.follow("Skriv ut papperet")
    lena.sees(WORKSHOP, "Det här lovar du", "Underskrift")
    lena.page.emulate_media(media="print")
    expect(lena.page.get_by_role("navigation", name="Huvudmeny")).to_be_hidden()
    lena.page.emulate_media(media="screen")
    lena.follow(LEO)
    lena.write("Vem har skrivit under förbehållet?", LEO)
    lena.press("Anteckna kvittot")
    lena.sees(f"Kvitto: {LEO} godtog förbehållet")
