"""An agreement that lapses is prolonged by a decision, and a contradiction is solved by it."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.journeys.stage import ON_A_PHONE_FIRST, Stage
from tests.world.steering_group import build

pytestmark = pytest.mark.world.with_args(build)

TITLE = "Samverkan kring barn som placeras"


@pytest.mark.parametrize("screen", ON_A_PHONE_FIRST)
def test_an_agreement_extended_by_a_decision(
    stage: Stage, world: Mapping[str, object], screen: dict[str, int]
) -> None:
    petra = stage.somebody(screen)
    petra.log_in("process-leader")
    petra.arrive("/lanet/")
    petra.follow("Överenskommelser")
    petra.sees("Säger emot: Vägledningen")
    petra.follow(TITLE)
    petra.sees("Ska lösas av", "Styrgruppen", "Regionen samordnar.")

    petra.follow("Förläng genom ett beslut")
    last = timezone.localdate() + timedelta(days=800)
    petra.page.get_by_label("Genom vilket beslut?").select_option(str(world["model_decision"]))
    petra.write("Ny sista dag", last.isoformat())
    petra.press("Förläng")
    petra.sees("Överenskommelsen är förlängd.", "Gäller, förlängd", "Beslut 1", "Beslut 2")

    petra.follow("Lös genom ett beslut")
    petra.page.get_by_label("Genom vilket beslut?").select_option(str(world["decision"]))
    petra.press("Markera som löst")
    petra.sees("Motsägelsen är löst genom beslutet.", "Löst")

    anybody = stage.somebody(screen)
    anybody.arrive(f"/lanet/beslut/{world['model_decision']}/")
    anybody.sees(f"Förlänger: {TITLE}")
    anybody.follow("Beslut")
    anybody.sees("2 beslut")
    anybody.arrive("/lanet/anslutning/")
    anybody.follow("Vad man tar på sig, och vilket stöd man får")
    anybody.sees("Ingen måste ansluta sig.")
    assert stage.said == []
