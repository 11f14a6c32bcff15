"""A question to four organisations: one writes on a phone, two have nothing new, one is silent."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.journeys.stage import ON_A_PHONE_FIRST, Stage
from tests.world.steering_group import SILENT, build

pytestmark = pytest.mark.world.with_args(build)

QUESTION = "Vad behöver ni nästa år?"
ANSWER = "Tid för handledning, och en väg in till hälso- och sjukvården."


@pytest.mark.parametrize("screen", ON_A_PHONE_FIRST)
def test_a_report_back_with_one_silent_organisation(
    stage: Stage, world: Mapping[str, object], screen: dict[str, int]
) -> None:
    petra, lena = stage.somebody(screen), stage.somebody(screen)
    petra.log_in("process-leader")
    petra.arrive(f"/lanet/moten/{world['coming']}/")
    petra.follow("Nulägesanalys från varje organisation")
    petra.follow("Fråga organisationerna")
    petra.write("Frågan", QUESTION)
    petra.write("Svar senast", (timezone.localdate() + timedelta(days=12)).isoformat())
    petra.press("Ställ frågan")
    petra.sees("Frågan är ställd", QUESTION, "0 av 4 organisationer har svarat")
    asked = petra.page.url.removeprefix(stage.site).split("?")[0]

    lena.log_in("principal")
    lena.arrive(f"{asked}svara/")
    lena.sees("Du svarar för Växjö kommun.")
    lena.write("Svaret", ANSWER)
    lena.press("Lämna svaret")
    lena.sees("Svaret är lämnat.", ANSWER)

    for name in ("Polismyndigheten", "Region Kronoberg"):
        petra.arrive(f"{asked}svara/")
        petra.tick(name)
        petra.press("Inget nytt")

    anybody = stage.somebody(screen)
    anybody.arrive("/lanet/")
    anybody.follow("Återrapporter")
    anybody.follow(QUESTION)
    anybody.sees("3 av 4 organisationer har svarat", SILENT, ANSWER)
    anybody.arrive("/lanet/aterrapporter/?ord=handledningen")
    anybody.sees(ANSWER)
    anybody.misses("Inget nytt.")
    assert stage.said == []
