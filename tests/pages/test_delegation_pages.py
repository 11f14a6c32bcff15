"""The head of a unit: who works with a child and how long, who is away, and no child's content."""

import re
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from varjebarn.ops.world.logins import People
from varjebarn.people.commands import open_file

from tests.world.browsing import browser_of
from tests.world.cast import people_of, two_children

pytestmark = pytest.mark.world.with_args(two_children)

LEAVES = "/personal/franvaro/"
WHY = "Ny klasslärare från måndag"


@pytest.fixture
def people(world: dict[str, object], own_database: str) -> People:
    return people_of(world)


@pytest.fixture
def elin(people: People) -> UUID:
    """A child whom the head does not work with: Ulf's."""
    with people.acting("outsider") as ulf:
        return open_file(
            ulf, given_name="Elin", family_name="Öst", born=date(2018, 5, 5), reason="Ny elev"
        ).public_id


@pytest.fixture
def lena(people: People) -> Client:
    return browser_of(people, "principal")


def in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def chosen(people: People, slug: str, **other: str) -> dict[str, str]:
    return {
        "person": str(people.persons[slug]), "role": "team", "reason": WHY,
        "first_day": in_days(0), "last_day": in_days(6),
    } | other  # fmt: skip


def test_she_lets_a_colleague_in_prolongs_it_and_ends_it(
    people: People, lena: Client, elin: UUID
) -> None:
    here, tor = f"/personal/barn/{elin}/med/", browser_of(people, "teacher")
    assert tor.get(f"/personal/barn/{elin}/").status_code == 404

    made = lena.post(f"{here}ny/", chosen(people, "teacher"))
    shown = lena.get(here).content.decode()
    prolong = re.findall(rf'href="({here}[0-9a-f-]+/forlang/)"', shown)[0]
    let_in = tor.get(f"/personal/barn/{elin}/").status_code
    longer = lena.post(prolong, {"last_day": in_days(20), "reason": "Behövs längre"})
    again = lena.get(here).content.decode()
    ended = lena.post(prolong.replace("forlang", "avsluta"), {"reason": "Klart"})

    assert made.headers["Location"] == f"{here}?klart=kollega-med"
    assert WHY in shown
    assert let_in == 200
    assert longer.headers["Location"] == f"{here}?klart=forlangt"
    assert f"{(timezone.localdate() + timedelta(days=20)).day}\N{NO-BREAK SPACE}" in again
    assert ended.headers["Location"] == f"{here}?klart=inte-med"
    assert tor.get(f"/personal/barn/{elin}/").status_code == 404


@pytest.mark.rule("R29")
def test_she_sees_no_content_by_it(people: People, lena: Client, elin: UUID) -> None:
    shown = lena.get(f"/personal/barn/{elin}/med/").content.decode()
    herself = chosen(people, "principal")

    assert "Ulf Granat" in shown
    assert f'href="/personal/barn/{elin}/"' not in shown
    assert lena.get(f"/personal/barn/{elin}/").status_code == 404
    assert lena.post(f"/personal/barn/{elin}/med/ny/", herself).status_code == 422


def test_the_last_one_stays_until_somebody_else_is_there(lena: Client, elin: UUID) -> None:
    here = f"/personal/barn/{elin}/med/"
    end = re.findall(rf'href="({here}[0-9a-f-]+/avsluta/)"', lena.get(here).content.decode())[0]

    asked = lena.get(end).content.decode()
    answer = lena.post(end, {"reason": "Slutar"})

    assert "Ingen annan är med Elin Öst" in asked
    assert answer.status_code == 200
    assert "Ulf Granat" in lena.get(here).content.decode()


@pytest.mark.parametrize(
    ("slug", "status"),
    [("outsider", 404), ("teacher", 404), ("keeper", 404), ("social-worker", 404), ("nurse", 404)],
)
def test_to_others_the_pages_are_not_there(
    people: People, elin: UUID, slug: str, status: int
) -> None:
    """Ulf works with Elin and is no head; Signe is a head, of another unit."""
    browser, here = browser_of(people, slug), f"/personal/barn/{elin}/med/"

    assert browser.get(here).status_code == status
    assert browser.get(f"{here}ny/").status_code == status
    assert browser.post(f"{here}ny/", chosen(people, "teacher")).status_code == status
    if slug != "social-worker":
        assert browser.get(LEAVES).status_code == status
        assert browser.get(f"{LEAVES}ny/").status_code == status


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"person": ""}, "Välj en kollega"),
        ({"reason": ""}, "Skriv varför"),
        ({"first_day": in_days(-1)}, "Välj i dag eller en senare dag"),
        ({"last_day": in_days(-1)}, "Den sista dagen är före den första"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(
    people: People, lena: Client, elin: UUID, wrong: dict[str, str], said: str
) -> None:
    answer = lena.post(f"/personal/barn/{elin}/med/ny/", chosen(people, "teacher", **wrong))

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert in_days(6) in answer.content.decode() or "last_day" in wrong


def away(people: People, who: str, instead: str, **other: str) -> dict[str, str]:
    return {
        "person": str(people.persons[who]), "substitute": str(people.persons[instead]),
        "first_day": in_days(0), "last_day": in_days(6),
    } | other  # fmt: skip


def test_somebody_stands_in_and_is_out_again(
    people: People, lena: Client, world: dict[str, object]
) -> None:
    page, ulf = f"/personal/barn/{world['alva']}/", browser_of(people, "outsider")
    assert "Ingen är borta." in lena.get(LEAVES).content.decode()

    made = lena.post(f"{LEAVES}ny/", away(people, "teacher", "outsider"))
    shown = lena.get(LEAVES).content.decode()
    end = re.findall(rf'href="({LEAVES}[0-9a-f-]+/avsluta/)"', shown)[0]
    during = ulf.get(page).status_code
    around = lena.get(f"{page}med/").content.decode()
    asked = lena.get(end).content.decode()
    ended = lena.post(end)

    assert made.headers["Location"] == f"{LEAVES}?klart=franvaro-noterad"
    assert "Ulf Granat vikarierar" in shown
    assert during == 200
    assert "Vikarierar för Tor Ekman." in around
    assert "Är Tor Ekman tillbaka?" in asked
    assert ended.headers["Location"] == f"{LEAVES}?klart=franvaro-avslutad"
    assert ulf.get(page).status_code == 404
    assert lena.get(end).status_code == 404


@pytest.mark.parametrize(
    ("who", "instead", "wrong", "said"),
    [
        ("teacher", "teacher", {}, "Välj en annan kollega än den som är borta"),
        ("teacher", "principal", {}, "Välj ett av alternativen"),
        ("teacher", "outsider", {"last_day": ""}, "Skriv den sista dagen"),
        ("teacher", "outsider", {"first_day": in_days(-2)}, "Välj i dag eller en senare dag"),
    ],
)
def test_a_leave_that_cannot_be_is_said(
    people: People, lena: Client, who: str, instead: str, wrong: dict[str, str], said: str
) -> None:
    answer = lena.post(f"{LEAVES}ny/", away(people, who, instead, **wrong))

    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_child_whom_nobody_is_with_any_more_is_not_forgotten(
    people: People, lena: Client, elin: UUID, owner
) -> None:
    assert "Alla barn har någon som är med." in lena.get(LEAVES).content.decode()
    owner.execute(
        "UPDATE people_involvement SET valid_to = valid_from WHERE child_file_id = "
        "(SELECT id FROM people_childfile WHERE public_id = %s)",
        [elin],
    )

    shown = lena.get(LEAVES).content.decode()

    assert f'href="/personal/barn/{elin}/med/ny/"' in shown
    assert "Elin Öst" in shown


def test_a_reason_with_a_number_is_sent_back(people: People, lena: Client, elin: UUID) -> None:
    answer = lena.post(
        f"/personal/barn/{elin}/med/ny/",
        chosen(people, "teacher", reason="Tar över 200302022389"),
    )

    assert answer.status_code == 422
    assert "Skriv inget personnummer i orsaken" in answer.content.decode()
