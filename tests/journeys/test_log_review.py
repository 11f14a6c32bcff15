"""The log reviewed as work: an emergency opening explained and judged, a sample, and a family's question."""

import json
from datetime import date
from pathlib import Path

import pytest

from varjebarn.audit import verify_extract
from varjebarn.ops.world.children import born

from tests.journeys.stage import PHONE, WAYS, Stage
from tests.world.demo import told_cast

pytestmark = pytest.mark.world.with_args(told_cast)

HAPPENED = "Alva sitter ensam på bussen och svarar inte."
EXPLAINED = "Jag var den enda på skolan och behövde numret hem."


@pytest.mark.parametrize("javascript", WAYS[:1])
def test_an_emergency_opening_is_explained_and_reviewed(
    stage: Stage,
    javascript: bool,  # noqa: FBT001 - pytest gives it by name
) -> None:
    ulf = stage.person("outsider")
    ulf.arrive("/personal/nodoppna/")
    ulf.tick("Namn")
    ulf.write("Namnet eller numret", "Alva Lund")
    ulf.write("Född", born(7, date.today()).isoformat())
    ulf.main.get_by_label("Den som brukar arbeta med barnet går inte att nå").check()
    ulf.write("Vad har hänt", HAPPENED)
    ulf.main.get_by_label("Jag förstår").check()
    ulf.press("Nödöppna")
    ulf.sees("Alva")

    inga = stage.person("log-reviewer")
    inga.follow("granskning")
    inga.follow("Ulf Granat")
    inga.sees("Nödöppning", "nödöppnade akten", HAPPENED)
    inga.follow("Be om en förklaring")
    inga.write("Vad vill du veta?", "Gick ingen av de andra att nå?")
    inga.press("Skicka frågan")
    inga.sees("Väntar på förklaring")

    ulf.home()
    ulf.follow("Det du läste")
    ulf.sees("Gick ingen av de andra att nå?")
    ulf.write("Varför läste du?", EXPLAINED)
    ulf.press("Skicka förklaringen")
    ulf.misses("Du är ombedd att förklara en läsning")

    inga.arrive(inga.page.url)
    inga.sees("Förklaring har kommit", EXPLAINED)
    inga.press("Spara")
    inga.sees("Välj vad du kom fram till")
    inga.main.get_by_label("Förklarat").check()
    inga.write("Med egna ord", "Rektorn var på möte. Stämmer.")
    inga.press("Spara")
    inga.misses("Ulf Granat")
    inga.follow("Visa avslutade")
    inga.sees("Ulf Granat", "Förklarat")
    assert stage.said == [], "nothing in the console, and no report of the CSP"


@pytest.mark.parametrize("javascript", WAYS)
def test_a_sample_is_reviewed_and_a_family_is_answered(
    stage: Stage,
    javascript: bool,  # noqa: FBT001 - pytest gives it by name
    tmp_path: Path,
) -> None:
    lena = stage.person("principal")
    lena.follow("Alva", within=lena.region("Mina barn"))
    guardian = stage.person("guardian")
    guardian.follow("Vem har läst?")
    guardian.follow("Fråga om den här läsningen")
    guardian.press("Skicka frågan")
    guardian.sees("Skriv din fråga")
    guardian.write("Vad vill du fråga?", "Varför läste ni om Alva?")
    guardian.press("Skicka frågan")
    guardian.sees("Varför läste ni om Alva?", "Väntar på svar")

    inga = stage.somebody(PHONE)
    inga.log_in("log-reviewer")
    inga.follow("Granskning")
    inga.press("Dra ett stickprov till")
    inga.sees("Stickprov")
    inga.page.locator("a.vb-row-link").first.click()
    inga.main.get_by_label("Som väntat").check()
    inga.press("Spara")
    inga.arrive("/personal/logg/fragor/")
    inga.follow("Karin Lund frågar om Alva")
    inga.write("Vad svarar du?", "Läraren förberedde samtalet med er.")
    inga.press("Skicka svaret")
    guardian.arrive("/familj/vem-har-last/")
    guardian.sees("Läraren förberedde samtalet med er.", "Inga Norrman")

    inga.arrive("/personal/logg/utdrag/")
    with inga.page.expect_download() as download:
        inga.main.get_by_role("button", name="Ladda ner filen").click()
    file = tmp_path / "utdrag.jsonl"
    download.value.save_as(file)
    agreed = verify_extract.check(file.read_text(encoding="utf-8"))
    assert agreed.events == json.loads(file.read_text("utf-8").splitlines()[0])["events"] > 0
    inga.press("Visa som sida")
    inga.sees("Signatur")
    assert stage.said == [], "nothing in the console, and no report of the CSP"
