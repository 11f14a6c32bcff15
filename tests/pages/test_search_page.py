"""The search: posted, within one's own unit, and no number in anything that is kept."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from varjebarn.kernel.identity import IdentifierSystem
from varjebarn.ops.world.logins import People
from varjebarn.people.commands import open_file

from tests.world.browsing import browser_of
from tests.world.cast import people_of, two_children

pytestmark = pytest.mark.world.with_args(two_children)

HERE = "/personal/sok/"
BORN = date(2018, 5, 5)
NUMBER = "200302022389"
"""A personal identity number that stands as an example in a public specification."""


@pytest.fixture
def people(world: dict[str, object], own_database: str) -> People:
    return people_of(world)


def sought(people: People, slug: str, wanted: str, key: str = "name") -> str:
    answer = browser_of(people, slug).post(HERE, {"key": key, "wanted": wanted})
    assert answer.status_code == 200
    return answer.content.decode()


def test_one_finds_ones_own_child(people: People, world: dict[str, object]) -> None:
    assert f'href="/personal/barn/{world["alva"]}/"' in sought(people, "teacher", "alva")


@pytest.mark.parametrize("slug", ["outsider", "outsider-elsewhere", "social-worker"])
def test_an_outsider_finds_nothing_and_is_told_what_to_do(
    people: People, world: dict[str, object], slug: str
) -> None:
    shown = sought(people, slug, "Alva Lund")

    assert "Inget av barnen som du är med kring stämmer." in shown
    assert 'href="/personal/nodoppna/"' in shown
    assert str(world["alva"]) not in shown
    assert "Lund" not in shown


def test_a_colleague_next_door_reads_the_same_whether_the_child_is_there(people: People) -> None:
    there, absent = (sought(people, "outsider", name) for name in ("Alva Lund", "Ylva Sund"))

    assert len(there) == len(absent)


def test_the_head_comes_to_who_works_with_the_child_and_to_no_content(people: People) -> None:
    with people.acting("outsider") as ulf:
        made = open_file(
            ulf, given_name="Elin", family_name="Öst", born=BORN, reason="Ny i klassen"
        ).public_id

    shown = sought(people, "principal", "Elin Öst")

    assert f'href="/personal/barn/{made}/med/"' in shown
    assert f'href="/personal/barn/{made}/"' not in shown
    assert browser_of(people, "principal").get(f"/personal/barn/{made}/").status_code == 404


@pytest.mark.parametrize("slug", ["keeper", "log-reviewer", "guardian", "process-leader"])
def test_to_others_there_is_no_search(people: People, slug: str) -> None:
    browser = browser_of(people, slug)

    assert browser.get(HERE).status_code == 404
    assert browser.post(HERE, {"key": "name", "wanted": "Alva"}).status_code == 404


@pytest.mark.parametrize(
    ("key", "wanted", "said"),
    [
        ("name", "", "Skriv namnet eller numret"),
        ("name", "A", "Skriv minst två tecken"),
        ("national_number", "2003", "Skriv numret med tolv siffror"),
        ("health", "astma", "Välj ett av alternativen"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    people: People, key: str, wanted: str, said: str
) -> None:
    answer = browser_of(people, "teacher").post(HERE, {"key": key, "wanted": wanted})

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert wanted in answer.content.decode()


def test_social_services_are_offered_three_keys_and_a_school_four(people: People) -> None:
    offered = {
        slug: browser_of(people, slug).get(HERE).content.decode().count('name="key"')
        for slug in ("social-worker", "teacher")
    }

    assert offered == {"social-worker": 3, "teacher": 4}


def test_what_stands_in_an_address_is_no_search(people: People) -> None:
    browser = browser_of(people, "teacher")
    plain = browser.get(HERE).content

    assert len(browser.get(f"{HERE}?key=name&wanted=Alva").content) == len(plain)


def test_a_number_finds_and_is_not_shown_again(people: People) -> None:
    with people.acting("teacher") as tor:
        open_file(
            tor,
            given_name="Elin",
            family_name="Öst",
            born=BORN,
            reason="Ny i klassen",
            identifiers=[(IdentifierSystem.PERSONNUMMER, NUMBER)],
        )

    shown = sought(people, "teacher", "030202-2389", "national_number")

    assert "Elin Öst" in shown
    assert "2389" not in shown


def test_after_thirty_searches_the_page_says_why_not(people: People) -> None:
    browser = browser_of(people, "teacher")
    for _ in range(30):
        browser.post(HERE, {"key": "name", "wanted": "Ingen Alls"})

    answer = browser.post(HERE, {"key": "name", "wanted": "Alva"})

    assert answer.status_code == 409
    assert "Du har sökt många gånger den senaste timmen" in answer.content.decode()


def test_hit_and_miss_ask_the_database_the_same(people: People) -> None:
    browser = browser_of(people, "outsider")
    counts = []
    for name in ("Alva Lund", "Ylva Sund", "Alva Lund"):
        with CaptureQueriesContext(connection) as asked:
            browser.post(HERE, {"key": "name", "wanted": name})
        counts.append(len(asked))

    assert counts[1:] == [counts[1]] * 2
