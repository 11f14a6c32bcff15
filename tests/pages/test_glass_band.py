"""Whoever has opened a file in an emergency is told so on every page about the child, whatever led there."""

from uuid import UUID

import pytest
from django.urls import reverse

from varjebarn.disclosure.queries import consents, deliveries, submissions
from varjebarn.ops.world.logins import People
from varjebarn.participation.queries import views
from varjebarn.people.commands import break_glass
from varjebarn.people.queries import open_child
from varjebarn.plan.queries import current_plan
from varjebarn.wellbeing.queries import signals

from tests.world.browsing import browser_of
from tests.world.cast import people_of
from tests.world.staff_story import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

BAND = "Nödöppnad för dig till"
OF_THE_CHILD = ("child", "why_me", "child_plan", "words", "consents", "guardians", "objections")


@pytest.fixture
def people(world: dict[str, object], own_database: str) -> People:
    return people_of(world)


@pytest.fixture
def pages(people: People, world: dict[str, object]) -> dict[str, str]:
    """One address for each way to a page about Alva: her file, a plan, a copy, a signal, a consent."""
    with people.acting("principal") as lena:
        file = open_child(lena, UUID(str(world["alva"])))
        plan = current_plan(lena, file)
        assert plan is not None
        args: dict[str, list[object]] = {
            **{name: [file.public_id] for name in OF_THE_CHILD},
            "plan": [plan.public_id],
            "plan_version": [plan.public_id, 1],
            "plan_receipts": [plan.public_id],
            "plan_close": [plan.public_id],
            "signal": [signals(lena, file)[0].signal],
            "delivery": [deliveries(lena, file)[0].public_id],
            "pass_on": [deliveries(lena, file)[0].public_id],
            "consent_sheet": [file.public_id, consents(lena, file)[0].consent.ref],
            "influence": [views(lena, file)[0].view],
        }
        assert submissions(lena, file)
    return {name: reverse(f"staff:{name}", args=given) for name, given in args.items()}


@pytest.mark.rule("R30", case="allows")
def test_every_page_says_so(
    people: People, pages: dict[str, str], world: dict[str, object]
) -> None:
    with people.acting("outsider") as ulf:
        break_glass(ulf, file=UUID(str(world["alva"])), reason="Alva har slagit sig illa")
    ulfs, lenas = browser_of(people, "outsider"), browser_of(people, "principal")

    shown = {name: ulfs.get(page, follow=True).content.decode() for name, page in pages.items()}
    others = {name: lenas.get(page, follow=True).content.decode() for name, page in pages.items()}

    framed = {name for name, html in others.items() if "vb-child-page" in html}
    assert {name for name, html in shown.items() if BAND in html} == framed
    assert {"plan", "plan_version", "delivery", "signal", "child"} <= framed
    assert [name for name, html in others.items() if BAND in html] == []
