"""A child's page on paper, and with the keyboard alone."""

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from varjebarn.kernel.actors import Kind
from varjebarn.web.shared.days import day_in_words

from tests.world.cast import people_of, two_children

pytestmark = pytest.mark.world.with_args(two_children)


@pytest.fixture
def lenas_page(site: str, browser: Browser, world: dict[str, object]) -> Page:
    """Lena stands at Alva's page."""
    people = people_of(world)
    token, assignment = people.login(people.persons["principal"], Kind.STAFF)
    cookies = {settings.TOKEN_COOKIE: token, settings.ASSIGNMENT_COOKIE: str(assignment)}
    context = browser.new_context(locale="sv-SE")
    context.add_cookies([{"name": name, "value": v, "url": site} for name, v in cookies.items()])
    page = context.new_page()
    page.goto(f"{site}/personal/barn/{world['alva']}/")
    return page


def test_on_paper_stands_who_took_it_out_and_nothing_to_click(lenas_page: Page) -> None:
    mark = lenas_page.get_by_text(f"Utskrivet {day_in_words(timezone.localdate())} av Lena Strand")
    expect(mark).to_be_hidden()
    expect(lenas_page.get_by_role("link", name="Orosanmälan")).to_be_visible()

    lenas_page.emulate_media(media="print")

    expect(mark).to_be_visible()
    expect(lenas_page.get_by_role("heading", level=1, name="Alva")).to_be_visible()
    for hidden in ("Huvudmeny", "Sidor om Alva", "Du är här"):
        expect(lenas_page.locator(f'nav[aria-label="{hidden}"]')).to_be_hidden()


def test_the_first_key_leads_past_the_menu(lenas_page: Page) -> None:
    lenas_page.keyboard.press("Tab")
    expect(lenas_page.get_by_role("link", name="Hoppa till innehållet")).to_be_focused()

    lenas_page.keyboard.press("Enter")

    expect(lenas_page.locator("main")).to_be_focused()


def test_the_focus_is_seen_at_every_stop_and_comes_round(lenas_page: Page) -> None:
    stops = []
    while len(stops) < 100:
        lenas_page.keyboard.press("Tab")
        stop = lenas_page.evaluate(
            "() => { const at = document.activeElement, style = getComputedStyle(at);"
            " return at === document.body ? null"
            " : style.outlineStyle !== 'none' || style.boxShadow !== 'none'"
            " || at.classList.contains('vb-skip'); }"
        )
        if stop is None:
            break
        stops.append(stop)

    assert len(stops) > 10
    assert len(stops) < 100
    assert all(stops)
