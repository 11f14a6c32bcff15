"""The guided story in a browser: each step entered by its own address, on a phone and at a desk."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from varjebarn.config import settings as product
from varjebarn.ops import roles
from varjebarn.ops.demo import AS_DEMO
from varjebarn.ops.starting_over import Beginning
from varjebarn.web.demo.telling import STEPS

from tests.journeys.stage import DESK, PHONE, UUID, Person, Stage
from tests.world.cluster import Databases
from tests.world.demo import told_cast
from tests.world.serving import serving

pytestmark = pytest.mark.world.with_args(told_cast)

SCREENS = {"phone": PHONE, "desk": DESK}
LANDS = {
    1: ("Tor", "Uppmärksammat", ("Vad blev det av det?",)),
    2: ("Lena", "Samtycke", ("Karin Lund", "Nej")),
    3: ("Karin", "Det vi har sagt ja till", ("Lokalpolisområde Växjö",)),
    4: ("Alva", "Mina ord", ()),
    5: ("Noor", "Barnets plan för Alva", ("Kopia från Skola, Växjö kommun",)),
    6: ("Tor", "Barnets plan", ("Tor Ekman",)),
    7: ("Signe", "Barnets plan för Alva", ("Samtycket är slut",)),
    8: ("Karin", "Vem har läst?", ("Elevhälsans medicinska insats",)),
    9: ("Petra", "Beslut", ("testas i länet",)),
    10: ("Petra", "Länets arbete", ()),
}
EYES = {
    5: ("Lena", "Noor"),
    6: ("Tor", "Signe"),
    7: ("Noor", "Signe"),
    8: ("Karin", "Ulf"),
}
IN_THE_COUNTY = {9, 10}
ADDRESSES = ("/demo/", "/demo/story/", "/demo/story/1/", "/demo/story/10/", "/demo/start-over/")
AS_A_REAL_ONE = {"VARJEBARN_DEMO": "", "VARJEBARN_BEHIND_PROXY": "1"}
SEEN = "Leker gärna med de yngre på fritids."


@pytest.fixture
def stage(site: str, browser: Browser) -> Iterator[Stage]:
    found = Stage(site=site, browser=browser, javascript=True, pictures=False)
    yield found
    found.leave()


@contextmanager
def somebody(stage: Stage, screen: str) -> Iterator[Person]:
    person = stage.somebody(SCREENS[screen])
    yield person
    person.context.close()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("number", range(1, len(STEPS) + 1))
def test_each_step_is_entered_directly_and_leads_there_and_back(
    stage: Stage, number: int, screen: str
) -> None:
    step, (who, heading, words) = STEPS[number - 1], LANDS[number]
    with somebody(stage, screen) as visitor:
        visitor.arrive(f"/demo/story/{number}/")
        visitor.sees(
            f"Steg {number} av 10", str(step.title), str(step.happens), "Varför:", str(step.why)
        )
        eyes = visitor.main.get_by_role("heading", name="Så ser").all_inner_texts()
        assert [name for name in EYES.get(number, ()) if name not in "".join(eyes)] == []
        assert len(eyes) == len(EYES.get(number, ()))

        visitor.press(str(step.button))

        answer = visitor.context.request.get(visitor.page.url)
        assert answer.status == HTTPStatus.OK
        assert heading in visitor.main.get_by_role("heading", level=1).inner_text()
        assert who in visitor.page.get_by_role("banner").inner_text()
        visitor.sees(*words)
        assert ("/lanet/" in visitor.page.url) is (number in IN_THE_COUNTY)

        visitor.follow(f"Steg {number} av 10, tillbaka till berättelsen")

        assert visitor.page.url.endswith(f"/demo/story/{number}/")
        visitor.sees(str(step.title))
    assert stage.said == [], "nothing in the console, and no report of the CSP"


@pytest.mark.parametrize("screen", SCREENS)
def test_the_steps_follow_each_other_from_the_list_to_a_person_of_ones_own(
    stage: Stage, screen: str
) -> None:
    with somebody(stage, screen) as visitor:
        visitor.arrive("/")
        visitor.follow("10 minuter")
        visitor.follow("Börja med steg 1")
        for number, step in enumerate(STEPS, 1):
            visitor.sees(f"Steg {number} av 10", str(step.title))
            visitor.follow("Nästa steg" if number < len(STEPS) else "Välj en person")
        visitor.sees("Välj en person", "Bli Tor Ekman")
    assert stage.said == []


def test_the_ninth_step_leads_on_to_a_number_of_plans_and_no_name(stage: Stage) -> None:
    with somebody(stage, "desk") as visitor:
        visitor.arrive("/demo/story/9/")
        visitor.press("Öppna beslutet som Petra")
        visitor.follow("Läs modellversionen")
        visitor.sees("planer följer den här versionen.")
        visitor.misses("Alva Lund")
    assert stage.said == []


def test_the_eighth_step_lets_one_try_the_closed_door(stage: Stage) -> None:
    with somebody(stage, "desk") as visitor:
        visitor.arrive("/demo/story/8/")
        visitor.sees("(404)")
        visitor.press("Pröva som Ulf att öppna planen")
        assert UUID.search(visitor.page.url)
        assert visitor.context.request.get(visitor.page.url).status == HTTPStatus.NOT_FOUND
        visitor.misses("Alva")


@contextmanager
def listening(databases: Databases, name: str, state: Path) -> Iterator[None]:
    """The demo's own process, as far as starting over goes."""
    prepared = state / "prepared"
    prepared.write_text("the form of these tests", encoding="utf-8")
    folder = state / "start-over"
    folder.mkdir()
    beginning = Beginning(
        admin_url=databases.admin_url, database=name, folder=folder, prepared=prepared
    )
    assert beginning.keep()
    leaving = threading.Event()

    def attend() -> None:
        while not leaving.wait(0.05):
            beginning.attend(before=lambda: None, after=lambda: None)

    thread = threading.Thread(target=attend)
    with beginning.listening():
        thread.start()
        try:
            yield
        finally:
            leaving.set()
            thread.join()
            roles.drop_database(databases.admin_url, beginning.copy)


def is_before_the_first_step(visitor: Person) -> None:
    visitor.sees("Ingen i er verksamhet har uppmärksammat något än.")
    visitor.misses(SEEN)


def test_starting_over_puts_the_second_child_before_the_first_step_again(
    databases: Databases, own_database: str, browser: Browser, tmp_path: Path
) -> None:
    paths = {"VARJEBARN_STATE": str(tmp_path), "VARJEBARN_STATIC": str(product.STATIC_ROOT)}
    with (
        listening(databases, own_database, tmp_path),
        serving(databases, own_database, settings={**AS_DEMO, **paths}) as site,
    ):
        stage = Stage(site=site, browser=browser, javascript=True, pictures=False)
        with somebody(stage, "phone") as visitor:
            visitor.arrive("/demo/story/")
            visitor.press("Pröva själv: bli Tor och börja med Viggo")
            visitor.follow("Viggo Lund")
            is_before_the_first_step(visitor)
            visitor.follow("Uppmärksamma")
            visitor.write("Det som fungerar", SEEN, within=visitor.unfold("Delaktig"))
            visitor.press("Spara och gå vidare")
            visitor.sees("Lena Strand")

            visitor.arrive("/demo/story/")
            visitor.follow("Börja om")
            began = time.monotonic()
            visitor.press("Börja om")
            took = time.monotonic() - began
            visitor.sees("Berättelsen om Alva")
            print(f"Börja om: {took:.1f} s (högst 10)")  # noqa: T201 - measured, not judged

            visitor.press("Pröva själv: bli Tor och börja med Viggo")
            visitor.follow("Viggo Lund")
            is_before_the_first_step(visitor)
        assert stage.said == []


def test_outside_demo_mode_none_of_it_is_there(
    databases: Databases, fresh_database: str, browser: Browser
) -> None:
    with serving(databases, fresh_database, settings=AS_A_REAL_ONE) as site:
        context = browser.new_context(base_url=site)
        answers = {path: context.request.get(path).status for path in ADDRESSES}
        first = context.request.get("/")
        status, text = first.status, first.text()
        context.close()

    assert answers == dict.fromkeys(ADDRESSES, HTTPStatus.NOT_FOUND)
    assert status == HTTPStatus.OK
    assert "Barnens bästa gäller!" in text
    assert "Demo. Alla personer" not in text
