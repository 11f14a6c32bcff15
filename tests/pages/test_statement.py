"""The accessibility statement as it stands on its page, in each language; every page leads to it."""

import re
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import translation

from varjebarn.organisations.statement import Item, missing_items
from varjebarn.web.public.statement import as_statement, statement_page
from varjebarn.web.shared.county import our_county

from tests.world.browsing import browser_of
from tests.world.cast import people_of
from tests.world.staff_story import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("fresh_database")]

HERE = "/tillganglighet/"
LANGUAGES = ("sv", "sv-simple", "en-gb")
PAGES = {
    "principal": ["/personal/", "/personal/barn/ny/", "/personal/finns-inte/"],
    "guardian": ["/familj/", "/familj/samtycken/", "/familj/besked/"],
    "child": ["/familj/", "/familj/ord/", "/familj/vem-har-last/"],
    "keeper": ["/register/"],
    "process-leader": ["/lanet/"],
}
OPEN = ["/", "/om/", HERE, "/del/", "/lanet/", "/konto/login/"]
ITEM = r'id="item-{}"[^>]*>(.*?)</(?:dd|p|ul|div)>'


@pytest.mark.rule("R48", case="allows")
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_eleven_items_stand_there_with_words(language: str) -> None:
    browser = Client(HTTP_HOST="127.0.0.1")
    browser.cookies["vb_language"] = language
    html = browser.get(HERE).content.decode()

    found = {item: re.search(ITEM.format(item), html, re.DOTALL) for item in Item}
    said = {
        item: re.sub(r"<[^>]+>", " ", match.group(1)).strip()
        for item, match in found.items()
        if match
    }

    assert [item for item in Item if not said.get(item)] == []
    assert "https://www.digg.se/tdosanmalan" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_rule_judges_is_what_the_page_says(language: str) -> None:
    with translation.override(language):
        statement = as_statement(statement_page(our_county()))

    assert missing_items(statement) == ()


@pytest.mark.rule("R48", case="allows")
@pytest.mark.parametrize("path", OPEN)
def test_every_open_page_leads_there(path: str) -> None:
    response = Client(HTTP_HOST="127.0.0.1").get(path)

    assert response.status_code == HTTPStatus.OK
    assert f'href="{HERE}"' in response.content.decode()


@pytest.mark.rule("R48", case="allows")
@pytest.mark.parametrize(("slug", "paths"), PAGES.items())
def test_every_page_behind_a_login_leads_there(
    world: dict[str, object], slug: str, paths: list[str]
) -> None:
    browser = browser_of(people_of(world), slug)

    assert [p for p in paths if f'href="{HERE}"' not in browser.get(p).content.decode()] == []
