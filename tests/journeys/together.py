"""What the other units do and see, and what nobody else ever finds."""

import re
from collections.abc import Callable
from pathlib import Path

from tests.journeys.family import WORDS
from tests.journeys.school import GOAL, HOME, TALK, WALK
from tests.journeys.traveller import Traveller

OUTSIDERS = ("police", "outsider", "outsider-elsewhere")


def newest(who: Traveller) -> None:
    """Open the newest thing in the inbox."""
    who.open("/personal/")
    who.page.locator('a[href*="/personal/leverans/"]').first.click()
    who.page.wait_for_load_state()
    who.look()


def take_in(who: Traveller) -> None:
    """Take it in oneself: to the file that the unit has, or as a new one."""
    who.follow("Ta emot")
    files = who.page.locator("input[name=into]")
    if files.count():
        files.last.check()
    who.page.locator("input[name=taker]").first.check()
    who.press("Ta emot")


def when_the_nurse_adds_her_part(noor: Traveller) -> None:
    newest(noor)
    take_in(noor)
    noor.follow("Bidra till planen")
    noor.page.get_by_label("Var på hjulet?").select_option("healthy")
    noor.write("Det som är svårt", "Ont i magen på morgnarna")
    noor.press("Skicka bidraget")


def when_the_social_worker_opens_and_answers(signe: Traveller) -> None:
    newest(signe)
    take_in(signe)
    signe.open("/personal/")
    signe.follow("Alva Lund")
    signe.follow("Planen")
    signe.page.locator('a[href*="/personal/leverans/"]', has_text="version 1").first.click()
    signe.page.wait_for_load_state()
    signe.look()
    assert signe.reads(GOAL)
    signe.follow("Bidra till planen")
    own = signe.page.locator("main form .ds-card", has_text=HOME).first
    own.get_by_label("Hur går det?").select_option("60")
    own.get_by_label("Något att berätta?").fill("Första samtalet är gjort.")
    signe.press("Skicka bidraget")


def then_the_nurses_copy_lacks_what_she_was_not_given(noor: Traveller) -> None:
    noor.open("/personal/")
    noor.follow("Alva Lund")
    noor.follow("Planen")
    noor.page.locator('a[href*="/personal/leverans/"]', has_text="version 1").first.click()
    noor.page.wait_for_load_state()
    noor.look()
    assert noor.reads(TALK)
    assert not noor.reads(WORDS)


def then_the_social_worker_keeps_what_she_has_and_gets_no_more(signe: Traveller) -> None:
    signe.open("/personal/")
    signe.follow("Alva Lund")
    signe.follow("Planen")
    assert not signe.reads("version 2")
    signe.page.locator('a[href*="/personal/leverans/"]', has_text="version 1").first.click()
    signe.page.wait_for_load_state()
    signe.look()
    assert signe.reads("Samtycket är slut")
    assert signe.reads(WALK)


def then_outsiders_find_nothing(travellers: Callable[[str], Traveller]) -> None:
    """404 on every address of the story, and Alva in no list."""
    met = dict(travellers.met)  # type: ignore[attr-defined] # see the fixture
    story = sorted(
        {
            address
            for slug, one in met.items()
            if slug not in OUTSIDERS
            for address in one.visited
            if re.search(r"[0-9a-f]{8}-[0-9a-f]{4}", address)
        }
    )
    assert len(story) > 20
    for slug in OUTSIDERS:
        one = travellers(slug)
        found = {address: one.open(address).status for address in story}
        assert found == dict.fromkeys(story, 404)
        for address in ("/personal/", "/lanet/"):
            one.open(address)
            assert not one.reads("Alva")


def then_the_log_reviewer_sees_every_step(inga: Traveller) -> None:
    inga.open("/personal/logg/")
    read = inga.page.locator("main").inner_text()
    while inga.page.locator('a[href*="?fore="]').count():
        inga.page.locator('a[href*="?fore="]').first.click()
        inga.page.wait_for_load_state()
        read += inga.page.locator("main").inner_text()
    for name in ("Tor Ekman", "Lena Strand", "Alva Lund"):
        assert name in read


def take_the_first_picture(who: Traveller, pictures: Path) -> None:
    page = who.browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{who.site}/")
    page.screenshot(path=pictures / "forsta-sidan.png")
    page.close()
