"""The open pages: four doors, three languages, help at once, and errors in words."""

import re
from collections.abc import Callable
from http import HTTPStatus

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import translation

from varjebarn.practice.packs import shipped_model
from varjebarn.web.public.pages import doors, first_page, wheel_segments
from varjebarn.web.shared import errors
from varjebarn.web.shared.county import our_county
from varjebarn.web.shared.language import LanguageMiddleware

HOST = "127.0.0.1"
OPEN_PAGES = ("/", "/om/", "/om/uppgifter/", "/tillganglighet/")


@pytest.fixture
def browser() -> Client:
    return Client(HTTP_HOST=HOST)


def page(browser: Client, path: str) -> str:
    return browser.get(path).content.decode()


def heading(html: str) -> str:
    found = re.findall(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    assert len(found) == 1
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split())


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_open_pages_need_no_login(browser: Client, path: str) -> None:
    assert browser.get(path).status_code == HTTPStatus.OK


def test_the_first_screen_is_the_countys(browser: Client) -> None:
    html = page(browser, "/")

    assert heading(html) == "Barnens bästa gäller! i Kronoberg"
    assert str(our_county().sentence) in html


def test_there_are_four_doors_in_order(browser: Client) -> None:
    html = page(browser, "/")

    found = re.findall(r'class="vb-door" href="([^"]+)"', html)

    assert found == ["/familj/?som=barn", "/familj/", "/personal/", "/lanet/"]
    assert found == [door.href for door in doors()]


def test_help_stands_on_the_first_screen_and_is_linked_from_every_page(browser: Client) -> None:
    first = page(browser, "/")

    assert re.findall(r'href="(tel:[^"]+)"', first) == ["tel:112", "tel:116111"]
    assert 'id="fara"' in first
    assert [path for path in OPEN_PAGES if 'href="/#fara"' not in page(browser, path)] == []


def test_the_wheel_has_the_words_of_the_county_s_model() -> None:
    areas = shipped_model("kronobarn").dimensions

    assert [str(segment.label) for segment in wheel_segments()] == [
        one.label("sv") for one in areas
    ]


def test_the_wheel_has_eight_areas_in_drawing_and_in_words(browser: Client) -> None:
    html = page(browser, "/")

    drawn = re.findall(r'class="vb-wheel-label"[^>]*>([^<]+)<', html)
    said = re.findall(r"<dt>([^<]+)</dt>", html)

    assert drawn == said == [segment.label for segment in first_page().segments]
    assert len(drawn) == 8


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("sv", "Jag är barn eller ung"),
        ("en-gb", "I am a child or a young person"),
        ("sv-simple", "Säg hur du har det"),
    ],
)
def test_the_choice_of_language_is_kept(browser: Client, code: str, words: str) -> None:
    chosen = browser.get(f"/?lang={code}")

    assert (chosen.status_code, chosen.headers["Location"]) == (HTTPStatus.FOUND, "/")
    html = page(browser, "/")
    assert f'<html lang="{code}"' in html
    assert words in html


def test_swedish_is_spoken_until_somebody_chooses(browser: Client) -> None:
    answer = browser.get("/", headers={"Accept-Language": "en"})

    assert answer.headers["Content-Language"] == "sv"


def test_a_choice_of_language_keeps_the_rest_of_the_address(browser: Client) -> None:
    answer = browser.get("/om/?sida=2&lang=en-gb")

    assert answer.headers["Location"] == "/om/?sida=2"


def test_a_choice_of_language_never_leads_away() -> None:
    request = RequestFactory().get("/", {"lang": "en-gb"}, HTTP_HOST=HOST)
    request.path = "//elsewhere.example/"

    answer = LanguageMiddleware(lambda _request: HttpResponse())(request)

    assert answer.headers["Location"] == "/elsewhere.example/"


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_no_swedish_is_left_on_an_english_page(browser: Client, path: str) -> None:
    swedish = Client(HTTP_HOST=HOST)
    browser.get("/?lang=en-gb")

    def paragraphs(html: str) -> set[str]:
        return set(re.findall(r"<(?:p|li|dd|h2|h3)(?: [^>]*)?>([^<>{}]{12,})</", html))

    kept = paragraphs(page(browser, path)) & paragraphs(page(swedish, path))

    names = (our_county().body, our_county().title, "Open Government Licence")
    assert [words for words in kept if not any(name in words for name in names)] == []


def test_the_accessibility_statement_has_the_parts_that_digg_asks_for(browser: Client) -> None:
    html = page(browser, "/tillganglighet/")
    county = our_county()

    parts = (
        county.body,
        county.title,
        "delvis förenlig",
        "Det som brister",
        "Bedömd",
        "Senast uppdaterad",
        "Hur vi har prövat",
        f"mailto:{county.contact_mail}",
        "https://www.digg.se/tdosanmalan",
        "Oskäligt betungande anpassning",
        "Innehåll som inte omfattas av lagen",
    )
    assert [part for part in parts if part not in html] == []


def test_what_is_absent_looks_the_same_everywhere(browser: Client) -> None:
    answers = [browser.get(path) for path in ("/finns-inte/", "/om/4711/", "/tillganglighet/x")]

    assert {answer.status_code for answer in answers} == {HTTPStatus.NOT_FOUND}
    assert len({answer.content for answer in answers}) == 1
    assert heading(answers[0].content.decode()) == "Sidan finns inte"


def test_a_forbidden_page_is_an_absent_page() -> None:
    request = RequestFactory().get("/x/", HTTP_HOST=HOST)

    forbidden, absent = errors.forbidden(request), errors.not_found(request)

    assert forbidden.status_code == absent.status_code == HTTPStatus.NOT_FOUND
    assert forbidden.content == absent.content


def too_old(typed: dict[str, str], **headers: str) -> str:
    request = RequestFactory().post("/personal/", typed, HTTP_HOST=HOST, headers=headers)
    answer = errors.csrf_failure(request)
    assert answer.status_code == HTTPStatus.FORBIDDEN
    return answer.content.decode()


def test_what_was_typed_is_kept_when_the_page_was_too_old() -> None:
    typed = {"wording": "Alva vill ha lugnare raster", "who": "school", "password": "hemlig ord"}

    html = too_old(typed, Origin=f"http://{HOST}")

    assert re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', html)[1:] == [
        ("wording", "Alva vill ha lugnare raster"),
        ("who", "school"),
    ]
    assert re.findall(r"<textarea[^>]*>([^<]*)</textarea>", html) == ["Alva vill ha lugnare raster"]


def test_another_sites_form_is_never_offered_again() -> None:
    html = too_old({"wording": "Alva vill ha lugnare raster"}, Origin="http://elsewhere.example")

    assert "lugnare raster" not in html
    assert heading(html) == "Sidan var för gammal"


@pytest.mark.parametrize("answer", [errors.server_error, errors.unavailable])
def test_the_last_pages_need_nothing_but_themselves(
    answer: Callable[[HttpRequest], HttpResponse],
) -> None:
    request = RequestFactory().get("/", HTTP_HOST=HOST)

    html = answer(request).content.decode()

    assert len(heading(html)) > 10
    assert "<script" not in html


@pytest.mark.parametrize("path", [*OPEN_PAGES, "/finns-inte/"])
def test_each_page_has_one_heading_a_skip_link_and_a_statement(browser: Client, path: str) -> None:
    html = page(browser, path)

    assert heading(html)
    assert 'href="#innehall"' in html
    assert 'id="innehall"' in html
    assert 'href="/tillganglighet/"' in html


def test_the_demo_band_says_that_everybody_is_invented(browser: Client) -> None:
    html = page(browser, "/")

    assert ("Demo. Alla personer är påhittade." in html) == bool(getattr(settings, "DEMO", False))


def test_every_help_line_is_told_in_three_ways() -> None:
    told = []
    for code in ("sv", "en-gb", "sv-simple"):
        with translation.override(code):
            told.append([str(line.text) for line in our_county().help_lines])

    assert [len(set(texts)) for texts in zip(*told, strict=True)] == [3, 3, 3]
