"""An emergency opening: asked for in words, an hour long, and nothing said of whom it does not open."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from varjebarn.ops.world.logins import People
from varjebarn.people.queries import open_child

from tests.world.browsing import browser_of
from tests.world.cast import people_of, two_children

pytestmark = pytest.mark.world.with_args(two_children)

HERE = "/personal/nodoppna/"
WHY = "Alva har slagit sig och jag måste nå mamma"


@pytest.fixture
def people(world: dict[str, object], own_database: str) -> People:
    return people_of(world)


@pytest.fixture
def born(people: People, world: dict[str, object]) -> str:
    with people.acting("teacher") as tor:
        return open_child(tor, UUID(str(world["alva"]))).born.isoformat()


def typed(born: str, /, **other: str) -> dict[str, str]:
    return {
        "key": "name", "wanted": "Alva Lund", "born": born, "kind": "hurt", "reason": WHY,
        "confirmed": "on",
    } | other  # fmt: skip


def test_it_opens_for_an_hour_says_so_and_is_closed_again(
    people: People, world: dict[str, object], born: str
) -> None:
    ulf, page = browser_of(people, "outsider"), f"/personal/barn/{world['alva']}/"
    assert ulf.get(page).status_code == 404

    answer = ulf.post(HERE, typed(born))
    shown = ulf.get(page).content.decode()
    plan = ulf.get(f"{page}ord/").content.decode()
    day = ulf.get("/personal/").content.decode()
    closed = ulf.post(f"{page}stang/")

    assert answer.headers["Location"] == f"{page}?klart=nodoppnad"
    assert "Nödöppnad för dig till" in shown
    assert 'data-tens="6" data-ones="0"' in shown
    assert "Nödöppnad för dig till" in plan
    assert page in day
    assert closed.headers["Location"] == "/personal/?klart=nodoppning-avslutad"
    assert ulf.get(page).status_code == 404


def test_who_is_with_the_child_sees_no_such_band(people: People, world: dict[str, object]) -> None:
    shown = browser_of(people, "teacher").get(f"/personal/barn/{world['alva']}/").content.decode()

    assert "Nödöppnad" not in shown


@pytest.mark.parametrize("slug", ["outsider-elsewhere", "social-worker", "police"])
def test_another_units_child_and_nobody_are_answered_alike(
    people: People, born: str, slug: str
) -> None:
    browser, answers, counts = browser_of(people, slug), [], []
    for name in ("Alva Lund", "Ylva Sund", "Alva Lund"):
        with CaptureQueriesContext(connection) as asked:
            answers.append(browser.post(HERE, typed(born, wanted=name)))
        counts.append(len(asked))

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert len({len(answer.content) for answer in answers}) == 1
    assert counts[1:] == [counts[1]] * 2
    assert "Det finns ingen akt hos er som du kan nödöppna" in answers[0].content.decode()


def test_a_protected_child_is_answered_as_nobody(people: People, world: dict[str, object]) -> None:
    noor = browser_of(people, "nurse")
    with people.acting("nurse") as actor:
        born = open_child(actor, UUID(str(world["bilal"]))).born.isoformat()

    answers = [
        noor.post(HERE, typed(born, wanted=name)) for name in ("Bilal Rahimi", "Bilan Rahima")
    ]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert len(answers[0].content) == len(answers[1].content)


@pytest.mark.parametrize("slug", ["keeper", "log-reviewer", "guardian", "process-leader"])
def test_to_others_the_page_is_not_there(people: People, born: str, slug: str) -> None:
    browser = browser_of(people, slug)

    assert browser.get(HERE).status_code == 404
    assert browser.post(HERE, typed(born)).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"kind": ""}, "Välj vad det gäller"),
        ({"reason": "akut"}, "Skriv några fler ord"),
        ({"confirmed": ""}, "Kryssa i rutan för att gå vidare"),
        ({"born": ""}, "Skriv när barnet är fött"),
        ({"born": "i går"}, "Skriv datumet som 2026-12-18"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_opened(
    people: People, world: dict[str, object], born: str, wrong: dict[str, str], said: str
) -> None:
    ulf = browser_of(people, "outsider")

    answer = ulf.post(HERE, typed(born, **wrong))

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "Alva Lund" in answer.content.decode()
    assert ulf.get(f"/personal/barn/{world['alva']}/").status_code == 404


def test_the_reviewer_reads_why_in_the_log(people: People, born: str) -> None:
    browser_of(people, "outsider").post(HERE, typed(born))

    shown = browser_of(people, "log-reviewer").get("/personal/logg/").content.decode()

    assert "nödöppnade akten" in shown
    assert f"Barnet är sjukt eller skadat: {WHY}" in shown
