"""The search reads all of the county's work; drafts are found by members, what is inside by who works."""

import re
from collections.abc import Callable
from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from varjebarn.ops.world.logins import People
from varjebarn.steering.queries import searching as searching_queries
from varjebarn.steering.queries.searching import KINDS, Reach

from tests.world.browsing import browser_of
from tests.world.documents_story import DRAFTED, OBSTACLE
from tests.world.searched import HIDDEN, INSIDE, OPEN, build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

SEARCH = "varjebarn.steering.queries.searching.reach_of"
NOBODY = ""
DRAFTS = {"minutes", "proposal", "paper", "analysis", "document"}
OTHERS = ("outsider", "outsider-elsewhere", "teacher", "keeper", NOBODY)
OF_A_YEAR = {"annual_report", "annual_note"}


@pytest.fixture
def found(people: People) -> Callable[..., dict[str, list[str]]]:
    """Search as somebody, or as nobody: the titles of each kind."""

    def search(words: str, who: str = NOBODY) -> dict[str, list[str]]:
        today = timezone.localdate()
        if not who:
            results = searching_queries.search_work(None, words, on=today)
        else:
            with people.acting(who) as actor:
                results = searching_queries.search_work(actor, words, on=today)
        return {
            group.kind: ["".join(piece.text for piece in hit.title) for hit in group.hits]
            for group in results.groups
        }

    return search


def address(words: str, **more: object) -> str:
    return reverse("county:search", query={"q": words, **more})


def test_what_is_published_is_found_by_anybody(found: Callable[..., dict[str, list[str]]]) -> None:
    assert found(OPEN) == {
        "minutes": ["Styrgruppen"],
        "paper": [f"{OPEN}s budget"],
        "analysis": ["Överenskommelser om barn"],
        "mandate": [f"{OPEN} räknas"],
        "trial": [f"{OPEN}s skola"],
        "training": ["Lär känna fåglar"],
        "consultation": ["Fåglar i länet"],
        "route": [f"{OPEN}s reception"],
        "visit": [f"{OPEN}s vänner"],
        "research": [f"{OPEN}s sång"],
    }
    assert found("fem gånger")["document"] == ["Handlingsplan"]
    assert found("handlingsplan gånger")["document"] == ["Handlingsplan"]
    assert found("kontaktvägar")["activity"] == ["Kontaktvägar"]
    assert found("nytt")["news"] == ["Nytt år"]
    assert found("ringer") == {"example": ["Så gör vi"]}


def test_a_file_is_found_with_the_answer_it_belongs_to_and_not_before(people: People) -> None:
    def seen(who: str) -> list[str]:
        browser = browser_of(people, who) if who else Client(HTTP_HOST="127.0.0.1")
        return re.findall(
            r"Koltrasten</mark> i ([\w ]+)", browser.get(address("koltrasten")).content.decode()
        )

    assert [seen(who) for who in (NOBODY, "outsider", "process-leader")] == [
        ["Region Kronoberg"]
    ] * 3


def test_a_text_that_no_longer_holds_is_not_found(
    found: Callable[..., dict[str, list[str]]],
) -> None:
    assert [found("sparven", who) for who in (NOBODY, "process-leader")] == [{}, {}]


@pytest.mark.parametrize("who", ["principal", "process-leader"])
def test_members_find_drafts(found: Callable[..., dict[str, list[str]]], who: str) -> None:
    hits = found(HIDDEN, who)

    assert set(hits) == DRAFTS
    assert sorted(hits["document"]) == ["Handlingsplan", DRAFTED]
    assert "Handlingsplan" in found("sex gånger", who)["document"]


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_finds_a_draft(found: Callable[..., dict[str, list[str]]], who: str) -> None:
    assert set(found(HIDDEN, "principal")) == DRAFTS, "there is something to leak"
    assert [found(words, who) for words in (HIDDEN, DRAFTED, "sex gånger")] == [{}, {}, {}]


def test_inside_contact_routes_are_found_by_who_works(
    found: Callable[..., dict[str, list[str]]],
) -> None:
    assert found(INSIDE, "outsider") == {"route": [f"{INSIDE}s växel"]}
    assert found(INSIDE) == {}


def test_an_obstacle_is_found_by_its_sender_and_where_it_lies(
    found: Callable[..., dict[str, list[str]]],
) -> None:
    assert found("schemat", "teacher") == {"own_obstacle": [OBSTACLE]}
    for who in ("process-leader", "principal"):  # the steering group sees them all
        assert found("schemat", who) == {"obstacle": [OBSTACLE]}
    for who in ("outsider", "keeper", NOBODY):
        assert found("schemat", who) == {}


def test_each_wall_keeps_a_draft_by_itself(
    people: People, monkeypatch: pytest.MonkeyPatch, found: Callable[..., dict[str, list[str]]]
) -> None:
    """Without the conditions of the statement the row policies answer the same, and the other way round."""
    with people.acting("teacher") as tor:
        all_there_is = Reach(everything=True, bodies=frozenset(range(1, 99)), person=tor.person_id)
    monkeypatch.setattr(SEARCH, lambda *_, **__: all_there_is)
    by_policy = [
        found(words, who) for words in (HIDDEN, INSIDE, "schemat") for who in ("outsider", NOBODY)
    ]
    monkeypatch.setattr(SEARCH, lambda *_, **__: Reach())
    by_query = [found(words, "process-leader") for words in (HIDDEN, INSIDE, "schemat")]

    assert by_policy == [{}, {}, {"route": [f"{INSIDE}s växel"]}, {}, {}, {}]
    assert by_query == [{}, {}, {}]


def test_every_kind_is_found_and_leads_to_a_page_that_is_there(people: People) -> None:
    """But for the annual report, which has a year of its own in test_county_search.py."""
    words = (
        OPEN,
        HIDDEN,
        INSIDE,
        "barn",
        "schemat",
        "testerna",
        "testar",
        "nytt",
        "ringer",
        "Greta",
    )
    words = (*words, "kontaktvägar", "BKA", "kompetensgruppen")
    met: set[str] = set()
    for who in ("process-leader", "teacher"):
        browser = browser_of(people, who)
        for word in words:
            text = browser.get(address(word)).content.decode()
            met |= set(re.findall(r'id="typ-(\w+)"', text))
            hits = re.findall(r'class="vb-line-title"><a class="ds-link" href="([^"]+)"', text)
            for there in hits:
                answer = browser.get(there.partition("#")[0].replace("&amp;", "&"))
                assert answer.status_code == HTTPStatus.OK, f"{who} {word}: {there}"

    assert met == set(KINDS) - OF_A_YEAR


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("BKA", "barnkonsekvensanalys"),
        ("aterrapporterna", "aterrapport"),
        ("lokala arbetsgruppen", "arbetsgrupp"),
        ("svarar en gång syns", "aterrapport"),
    ],
)
def test_a_word_of_the_list_is_found_by_name_short_form_and_meaning(words: str, key: str) -> None:
    text = Client(HTTP_HOST="127.0.0.1").get(address(words, typ="word")).content.decode()

    assert f'href="{reverse("county:words")}#{key}"' in text


def test_a_draft_says_that_it_is_one(people: People) -> None:
    text = browser_of(people, "principal").get(address(HIDDEN)).content.decode()

    assert text.count("<mark>") >= len(DRAFTS)
    assert text.count(">Utkast<") == text.count('class="vb-line-title"')


def test_a_contact_route_is_found_again_on_its_list() -> None:
    browser = Client(HTTP_HOST="127.0.0.1")
    text = browser.get(address(f"{OPEN}s reception")).content.decode()
    there = re.search(rf'href="({reverse("county:routes")}\?q=[^"]+)"', text)

    assert there is not None
    assert f"{OPEN}s reception" in browser.get(there[1]).content.decode()


@pytest.mark.parametrize("who", ["principal", "process-leader", "outsider"])
def test_a_search_costs_the_same_whatever_it_finds(people: People, who: str) -> None:
    counts = []
    with people.acting(who) as actor:
        for words in (OPEN, HIDDEN, "barn", "xylofon"):
            with CaptureQueriesContext(connection) as sent:
                searching_queries.search_work(actor, words, on=timezone.localdate())
            counts.append(len(sent))

    assert len(set(counts)) == 1
