"""What is typed while a meeting goes on outlives a lost network and a login that has run out."""

import psycopg
import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from varjebarn.kernel.actors import Kind

from tests.world.cast import people_of
from tests.world.steering_minutes import build

pytestmark = pytest.mark.world.with_args(build)

OFFLINE = "Inte sparat: inget internet."
EXPIRED = "Inte sparat: du är utloggad."
PATIENCE = 12_000


@pytest.fixture
def running(site: str, browser: Browser, world: dict[str, object]) -> Page:
    """Petra runs today's meeting."""
    context = browser.new_context(locale="sv-SE", base_url=site)
    page = context.new_page()
    log_in(page, site, world)
    page.goto(f"/lanet/moten/{world['todays']}/skriv-ner/")
    yield page
    context.close()


def log_in(page: Page, site: str, world: dict[str, object]) -> None:
    people = people_of(world)
    token, assignment = people.login(people.persons["process-leader"], Kind.STAFF)
    cookies = {settings.TOKEN_COOKIE: token, settings.ASSIGNMENT_COOKIE: str(assignment)}
    page.context.add_cookies([{"name": n, "value": v, "url": site} for n, v in cookies.items()])


def kept(owner: psycopg.Connection, text: str) -> bool:
    found = owner.execute("SELECT content ->> 'opening' FROM steering_meetingdraft").fetchone()
    return found == (text,)


def again(page: Page) -> None:
    """Let the page try once more now, as it does by itself in a while."""
    page.evaluate("dispatchEvent(new Event('online'))")


def test_without_a_network_it_waits_and_is_sent_when_there_is_one(
    running: Page, owner: psycopg.Connection
) -> None:
    told = running.locator("[data-draft-status]")
    running.context.set_offline(True)
    running.get_by_label("Före punkterna").fill("Skrivet utan nät.")
    expect(told).to_contain_text(OFFLINE, timeout=PATIENCE)
    assert not kept(owner, "Skrivet utan nät.")

    running.context.set_offline(False)
    again(running)

    expect(told).to_contain_text("Sparat klockan", timeout=PATIENCE)
    assert kept(owner, "Skrivet utan nät.")


def test_after_a_new_login_in_another_tab_it_is_sent_from_where_it_stands(
    running: Page, owner: psycopg.Connection, site: str, world: dict[str, object]
) -> None:
    told = running.locator("[data-draft-status]")
    owner.execute("UPDATE vb.login SET seen = now() - interval '16 minutes'")
    running.get_by_label("Före punkterna").fill("Skrivet efter fikat.")
    expect(told).to_contain_text(EXPIRED, timeout=PATIENCE)
    expect(running.get_by_label("Före punkterna")).to_have_value("Skrivet efter fikat.")

    log_in(running, site, world)
    running.context.clear_cookies(name=settings.CSRF_COOKIE_NAME)  # a log-in changes it
    again(running)

    expect(told).to_contain_text("Sparat klockan", timeout=PATIENCE)
    assert kept(owner, "Skrivet efter fikat.")
