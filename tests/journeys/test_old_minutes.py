"""Ten old minutes are read in one go, looked over on a phone and at a desk, corrected and taken in."""

import pytest

from tests.journeys.stage import DESK, PHONE, WAYS, Person, Stage
from tests.world.steering_group import build

pytestmark = pytest.mark.world.with_args(build)

COUNT = 10
LONG = 30_000  # milliseconds: ten files, one after the other
MINUTES = """Minnesanteckningar Styrgruppen

Tid: 2019-{month:02}-08 kl. 09.00–10.30
Plats: Residenset, Växjö
Närvarande:
Ylva Nordin, Alvesta kommun (ordförande)
Ture Roos, {where}

1. Inledning
Ylva hälsar välkommen.

2. Hemsidan
Beslut: Hemsidan byggs om i steg {month}.
"""


@pytest.mark.parametrize("javascript", WAYS)
def test_ten_old_minutes_are_read_in_one_go_and_corrected(
    stage: Stage,
    javascript: bool,  # noqa: FBT001 - pytest gives it by name
) -> None:
    petra = stage.person("process-leader")
    petra.arrive("/lanet/las-anteckningar/")
    petra.sees("Inga anteckningar väntar på att granskas.")
    _reads_ten(petra)
    for month in range(1, COUNT + 1):
        petra.sees(f"{month:02}.txt")
    petra.page.set_viewport_size(PHONE)
    petra.width = PHONE["width"]
    petra.arrive("/lanet/las-anteckningar/")
    for month in range(1, COUNT + 1):
        petra.follow(f"{month:02}.txt")
        _corrects(petra, month)
        petra.page.set_viewport_size(DESK)
        petra.width = DESK["width"]
        petra.arrive("/lanet/las-anteckningar/")
        petra.misses(f"{month:02}.txt")
    petra.sees("Inga anteckningar väntar på att granskas.")
    assert stage.said == [], "nothing in the console, and no report of the CSP"


def _reads_ten(petra: Person) -> None:
    files = [
        {"name": f"{month:02}.txt", "mimeType": "text/plain", "buffer": _text(month).encode()}
        for month in range(1, COUNT + 1)
    ]
    petra.main.get_by_label("Vilka filer?").set_input_files(files)  # type: ignore[arg-type] - Playwright's own shape
    with petra.page.expect_event("load", timeout=LONG):
        petra.main.get_by_role("button", name="Läs filerna").click()
    petra.is_accessible()


def _text(month: int) -> str:
    where = "Okända bolaget" if month == 1 else "Region Kronoberg"
    return MINUTES.format(month=month, where=where)


def _corrects(petra: Person, month: int) -> None:
    petra.sees("Texten", f"Hemsidan byggs om i steg {month}.")
    if month == 1:
        petra.press("Godkänn och för in")
        petra.sees("Skriv en organisation som finns i registret efter namnet: Ture Roos")
        petra.write("Närvarande", "Ylva Nordin, Alvesta kommun\nTure Roos, Region Kronoberg")
    petra.press("Godkänn och för in")
    petra.sees("Mötet är infört i registret", f"Hemsidan byggs om i steg {month}.")
