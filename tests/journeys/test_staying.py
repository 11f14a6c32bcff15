"""Somebody is away from the keyboard: warned, kept, and in the end logged out with the text still there.

No clock is waited for: the browser's is wound forward, and the database's login is set back.
"""

import re

import psycopg
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.stage import Stage
from tests.world.demo import told_cast

pytestmark = pytest.mark.world.with_args(told_cast)

TYPED = "Alva drog sig undan på rasten i dag"


@pytest.fixture
def tor(site: str, world: dict[str, object], browser: Browser) -> Page:
    """Tor, logged in, on the page where he writes what he has noticed about Alva."""
    stage = Stage(site=site, browser=browser, javascript=True, pictures=False)
    person = stage.somebody({"width": 1280, "height": 900})
    person.page.clock.install()
    person.log_in("teacher")
    children = person.page.locator('main a[href^="/personal/barn/"]')
    child = re.match(r"/personal/barn/[^/]+/", children.first.get_attribute("href") or "")
    assert child is not None
    person.page.goto(f"{child[0]}uppmarksamma/")
    yield person.page
    assert stage.said == []
    person.context.close()


def away(owner: psycopg.Connection, minutes: int) -> None:
    owner.execute(f"UPDATE vb.login SET seen = now() - interval '{minutes} minutes'")


def test_whoever_is_away_is_asked_and_may_stay(tor: Page, owner: psycopg.Connection) -> None:
    question = tor.get_by_role("alertdialog", name="Vill du vara kvar?")
    tor.clock.run_for("12:30")
    expect(question).to_be_hidden()
    away(owner, 13)
    tor.clock.run_for("01:00")
    expect(question).to_be_visible()
    expect(tor.get_by_role("button", name="Stanna kvar")).to_be_focused()

    with tor.expect_response("**/konto/kvar/") as answer:
        tor.get_by_role("button", name="Stanna kvar").click()

    assert answer.value.status == 200
    expect(question).to_be_hidden()
    seen = owner.execute("SELECT max(seen) > now() - interval '1 minute' FROM vb.login").fetchone()
    assert seen == (True,)
    tor.clock.run_for("12:30")
    expect(question).to_be_hidden()


def test_what_was_typed_outlives_the_login(tor: Page, owner: psycopg.Connection) -> None:
    field = tor.locator("main textarea:visible").first
    field.fill(TYPED)
    away(owner, 16)

    tor.clock.run_for("15:10")

    expect(tor.get_by_role("alertdialog", name="Du är inte längre inloggad")).to_be_visible()
    tor.get_by_role("button", name="Tillbaka till sidan").click()
    expect(field).to_have_value(TYPED)


def test_a_page_without_text_is_left_for_the_login(tor: Page, owner: psycopg.Connection) -> None:
    there = tor.url
    away(owner, 16)

    tor.clock.run_for("15:10")

    expect(tor).to_have_url(re.compile(r"/konto/login/\?next=%2Fpersonal%2Fbarn%2F"))
    assert "/uppmarksamma/" in there
