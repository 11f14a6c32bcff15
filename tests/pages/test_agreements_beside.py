"""An agreement stands beside the sharing as how two organisations cooperate; no ground reads one."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone

from varjebarn.disclosure.commands import ToUnit
from varjebarn.disclosure.grounds import catalogue
from varjebarn.disclosure.letters import note_document
from varjebarn.disclosure.queries import SharingWish, sharing_advice
from varjebarn.ops.world.logins import People, unit
from varjebarn.organisations.models import Organisation
from varjebarn.people.queries import open_child
from varjebarn.steering.commands import register_agreement
from varjebarn.steering.queries import agreements_between

from tests.world.browsing import browser_of
from tests.world.circle import POLICE, SOCIAL
from tests.world.staff_story import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

TITLE = "Samverkan om barn som är ute sent"
BESIDE = "Den ger ingen rätt att dela uppgifter om ett barn."
DISCLOSURE = Path(__file__).parents[2] / "varjebarn" / "disclosure"
OF_PROCESSORS = "processor_agreement"  # with whoever stores the data: GDPR 28, OSL 10:2 a


def signs(people: People, *, days: int = 100) -> None:
    parties = Organisation.objects.filter(name__in=["Växjö kommun", "Polismyndigheten"])
    with people.acting("process-leader") as petra:
        register_agreement(
            petra,
            title=TITLE,
            parties=[one.public_id for one in parties],
            valid_from=date.today() - timedelta(days=200),
            valid_to=date.today() + timedelta(days=days),
        )


def page(people: People, alva: UUID, to: tuple[str, str]) -> str:
    sent = {"what": "note", "words": "Något.", "to": str(unit(*to).unit), "steg": "grunder"}
    where = reverse("staff:share", args=[alva])
    response = browser_of(people, "principal").post(where, sent)
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def advice(people: People, alva: UUID) -> Any:
    with people.acting("principal") as lena:
        child, on = open_child(lena, alva), timezone.localdate()
        wish = SharingWish(
            document=note_document(lena, child, words="Något.", on=on),
            to=ToUnit(unit=unit(*POLICE).unit),
        )
        return sharing_advice(lena, child, wish, on=on).advice


def test_it_stands_beside_the_grounds_and_says_that_it_is_none(people: People, alva: UUID) -> None:
    before = page(people, alva, POLICE)
    signs(people)
    after = page(people, alva, POLICE)

    assert TITLE not in before
    assert TITLE in after
    assert BESIDE in after


def test_it_stands_only_between_those_who_have_signed(people: People, alva: UUID) -> None:
    signs(people)

    assert TITLE not in page(people, alva, SOCIAL)


def test_one_that_has_ended_is_not_shown(people: People) -> None:
    signs(people, days=0)

    assert agreements_between("Växjö kommun", "Polismyndigheten", date.today()) == ()


def test_no_ground_is_opened_or_closed_by_an_agreement(people: People, alva: UUID) -> None:
    before = advice(people, alva)
    signs(people)

    assert advice(people, alva) == before


def test_no_ground_asks_for_an_agreement() -> None:
    known = catalogue()
    asked = {field for ground in known.grounds.values() for field in ground.fields}
    acts = {act for one in (*known.grounds.values(), *known.duties.values()) for act in one.acts}

    assert {field for field in asked if "agreement" in field} == {OF_PROCESSORS}
    assert not known.grounds["TECH_PROC"].working
    assert {act for act in acts if "överenskommelse" in known.acts[act].lower()} == set()


@pytest.mark.parametrize("path", sorted(DISCLOSURE.rglob("*.py")), ids=lambda path: path.name)
def test_nothing_that_judges_a_disclosure_reads_the_countys_register(path: Path) -> None:
    assert "steering" not in path.read_text(encoding="utf-8")
