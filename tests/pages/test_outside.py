"""An association's leader without a login: given by Lena, read by Leo, and never told why not."""

import re
from datetime import date
from http import HTTPStatus
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from varjebarn.disclosure.queries import open_outside_part
from varjebarn.ops.world.logins import People

from tests.world.association import LEADER, PROMISE, WORDS, given
from tests.world.browsing import browser_of, words

pytestmark = [pytest.mark.world.with_args(given), pytest.mark.usefixtures("own_database")]

HOST = "127.0.0.1"
REFUSED = "Det går inte att öppna."


@pytest.fixture
def part(world: dict[str, object]) -> UUID:
    return UUID(str(world["part"]))


@pytest.fixture
def leo() -> Client:
    return Client(HTTP_HOST=HOST)


@pytest.fixture
def link(people: People, part: UUID) -> dict[str, str]:
    """Lena makes the link on the page; Leo has both secrets."""
    page = browser_of(people, "principal").post(here(part), {"gor": "lank"}).content.decode()
    address, code = re.findall(r'<span class="vb-secret">([^<]+)</span>', page)
    return {"secret": address, "code": code}


def here(part: UUID) -> str:
    return reverse("staff:outside_part", args=[part])


def promised(link: dict[str, str], **changes: str) -> dict[str, str]:
    return link | {"steg": "godta", "name": LEADER, "accepted": "on"} | changes


def test_the_link_holds_its_secret_after_the_hash(link: dict[str, str]) -> None:
    assert re.fullmatch(r"http://[a-z0-9.]+/del/#[A-Z2-9]{26}", link["secret"])
    assert re.fullmatch(r"\d{6}", link["code"])


def test_first_the_promise_then_the_words(leo: Client, link: dict[str, str]) -> None:
    asked = leo.post("/del/", link)
    shown = leo.post("/del/", promised(link))

    assert (asked.status_code, shown.status_code) == (HTTPStatus.OK, HTTPStatus.OK)
    assert PROMISE in words(asked)
    assert "Alva" not in words(asked)
    assert WORDS not in words(asked)
    assert WORDS in words(shown)
    assert "no-store" in shown["Cache-Control"]


@pytest.mark.parametrize("changes", [{"accepted": ""}, {"name": ""}])
def test_without_the_promise_nothing_is_shown(
    leo: Client, link: dict[str, str], changes: dict[str, str]
) -> None:
    response = leo.post("/del/", promised(link, **changes))

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert WORDS not in words(response)


def no_page(response: Any) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.content.decode())


def test_wrong_used_and_ended_links_all_look_the_same(
    leo: Client, people: People, part: UUID, link: dict[str, str]
) -> None:
    wrong = leo.post("/del/", promised(link | {"code": "000000"}))
    unknown = leo.post("/del/", {"secret": "A" * 26, "code": "123456"})
    empty = leo.post("/del/", {})
    browser_of(people, "principal").post(here(part), {"gor": "lank"})
    replaced = leo.post("/del/", link)
    browser_of(people, "principal").post(here(part), {"gor": "avsluta", "reason": "Slut."})
    ended = leo.post("/del/", promised(link))

    answers = [wrong, unknown, empty, replaced, ended]
    assert {one.status_code for one in answers} == {HTTPStatus.UNPROCESSABLE_ENTITY}
    assert len({no_page(one) for one in answers}) == 1
    assert REFUSED in words(wrong)
    assert len({len(one.content) for one in answers}) == 1


def test_every_no_costs_as_many_statements(
    leo: Client, link: dict[str, str], django_assert_one: Any
) -> None:
    assert django_assert_one(lambda: leo.post("/del/", link | {"code": "000000"}))
    assert django_assert_one(lambda: leo.post("/del/", {"secret": "A" * 26, "code": "1"}))


@pytest.fixture
def django_assert_one() -> Any:
    from django.db import connection  # noqa: PLC0415 - after django.setup()
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - as above

    def one(act: Any) -> bool:
        with CaptureQueriesContext(connection) as caught:
            act()
        return len(caught) == 1

    return one


def test_the_secrets_stand_in_no_address_and_no_log(
    leo: Client, link: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    response = leo.post("/del/", promised(link))

    secret = link["secret"].rpartition("#")[2]
    assert secret not in response.content.decode()
    assert secret not in caplog.text
    assert "name" not in leo.cookies


def test_the_lead_sees_the_receipt_and_enters_the_answer(
    leo: Client, people: People, part: UUID, link: dict[str, str]
) -> None:
    leo.post("/del/", promised(link))
    lena = browser_of(people, "principal")
    entered = lena.post(
        here(part),
        {
            "gor": "svar",
            "words": "Hon var med hela passet.",
            "said_by": LEADER,
            "said_on": date.today().isoformat(),
            "how": "oral",
        },
    )

    page = words(lena.get(here(part)))
    assert entered.status_code == HTTPStatus.FOUND
    assert f"Kvitto: {LEADER} godtog förbehållet" in page
    assert f"{LEADER}, " in page
    assert "Infört av Lena Strand" in page
    assert "Gör en ny länk" not in page


@pytest.mark.parametrize(
    ("step", "sent", "said"),
    [
        ("svar", {"words": "", "said_by": LEADER, "said_on": "2026-01-02", "how": "oral"}, "Skriv vad ledaren svarade."),
        (
            "svar",
            {"words": "Ja.", "said_by": "Lena Strand", "said_on": "2026-01-02", "how": "oral"},
            "Du skriver in svaret åt någon annan",
        ),
        ("avsluta", {"reason": ""}, "Skriv varför"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said(
    people: People, part: UUID, step: str, sent: dict[str, str], said: str
) -> None:
    response = browser_of(people, "principal").post(here(part), {"gor": step, **sent})

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in words(response)


def test_the_paper_says_the_same_and_has_a_line_to_sign(people: People, part: UUID) -> None:
    page = words(browser_of(people, "principal").get(reverse("staff:outside_paper", args=[part])))

    assert WORDS in page
    assert PROMISE in page
    assert "Underskrift" in page


def test_the_childs_list_names_who_got_it(people: People, alva: UUID) -> None:
    page = words(browser_of(people, "principal").get(reverse("staff:outside", args=[alva])))

    assert f"{LEADER}, Föreningen Fritidsfabriken" in page


def test_without_a_plan_the_page_says_what_to_do(people: People, alva: UUID) -> None:
    page = words(browser_of(people, "principal").get(reverse("staff:give_outside", args=[alva])))

    assert "Det finns ingen skickad plan" in page


@pytest.mark.parametrize("slug", ["outsider", "outsider-elsewhere", "nurse", "guardian", "keeper"])
@pytest.mark.parametrize("name", ["outside", "give_outside", "outside_part", "outside_paper"])
def test_nobody_else_finds_the_pages(
    people: People, part: UUID, alva: UUID, slug: str, name: str
) -> None:
    where = reverse(f"staff:{name}", args=[part if "_p" in name else alva])
    assert browser_of(people, "principal").get(where).status_code == HTTPStatus.OK

    response = browser_of(people, slug).get(where)

    assert response.status_code == HTTPStatus.NOT_FOUND


def test_ulf_makes_no_link(people: People, part: UUID) -> None:
    response = browser_of(people, "outsider").post(here(part), {"gor": "lank"})

    with people.acting("principal") as lena:
        row = open_outside_part(lena, part)
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert row.issued_at is None
