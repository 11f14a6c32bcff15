"""A new child, the family around it, and those who come and go: by posting the real forms."""

from collections.abc import Mapping
from http import HTTPStatus
from uuid import UUID

import pytest
from django.test import Client, override_settings

from varjebarn.ops.world.logins import People
from varjebarn.people.commands import involve, notify
from varjebarn.people.queries import guardians, involved, open_child
from varjebarn.plan.queries import current_plan

from tests.world.browsing import browser_of, words
from tests.world.staff_story import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

NEW = "/personal/barn/ny/"
ELIN: dict[str, object] = {
    "given_name": "Elin",
    "name_used": "",
    "family_name": "Öst",
    "born": "2018-03-14",
    "language": "so",
    "interpreter": "somaliska",
    "school_number": "20180314 tf01",
    "local_number": "",
    "child_login": "demo-elin",
    "protection": "none",
    "reason": "Ny elev",
}
GUARDIAN: dict[str, object] = {
    "given_name": "Hodan",
    "family_name": "Öst",
    "relation": "mamma",
    "custody": "ja",
    "source": "Personbevis 2026-11-02",
    "first_day": "2026-11-01",
    "last_day": "",
    "language": "so",
    "login": "demo-hodan",
}
FAULTS = (
    "Skriv barnets förnamn",
    "Dagen har inte varit än",
    "Skriv åtta siffror, TF och två siffror, till exempel 20180314TF01",
)


def led_to(browser: Client, address: str, data: Mapping[str, object]) -> str:
    response = browser.post(address, data)
    assert response.status_code == HTTPStatus.FOUND, words(response)[:1500]
    return str(response.headers["Location"])


def test_a_child_is_added_with_its_guardian(people: People) -> None:
    lena = browser_of(people, "principal")
    page, _, notice = led_to(lena, NEW, ELIN).partition("?")
    led_to(lena, f"{page}vardnadshavare/ny/", GUARDIAN)
    listed = lena.get(f"{page}vardnadshavare/")

    assert notice == "klart=barn-tillagt"
    assert "Elin Öst" in words(lena.get("/personal/"))
    assert "tolk behövs: somaliska" in words(lena.get(page))
    assert "Hodan Öst , mamma vårdnadshavare" in words(listed)
    assert "Sedan 1 november 2026" in words(listed)
    assert "demo-hodan" not in listed.content.decode()
    with people.acting("principal") as actor:
        file = open_child(actor, UUID(page.split("/")[3]))
        one = guardians(actor, file)[0]
        assert (one.custody, one.view_agreed) == (True, False)
        assert len({file.person_ref, one.person_ref, None}) == 3
    assert browser_of(people, "outsider").get(page).status_code == HTTPStatus.NOT_FOUND


def test_what_is_wrong_is_said_at_its_field_and_the_login_is_not_shown_again(
    people: People,
) -> None:
    wrong = {**ELIN, "school_number": "18TF1", "born": "2999-01-01", "given_name": ""}
    response = browser_of(people, "principal").post(NEW, wrong)

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    said = words(response)
    assert {fault: fault in said for fault in FAULTS} == dict.fromkeys(FAULTS, True)
    assert "18TF1" in response.content.decode()
    assert "demo-elin" not in response.content.decode()


def test_a_protected_child_stands_in_no_list(people: People) -> None:
    lena = browser_of(people, "principal")
    page = led_to(lena, NEW, {**ELIN, "protection": "marked"}).partition("?")[0]

    assert "Skyddade personuppgifter" in words(lena.get(page))
    assert "Elin" not in words(lena.get("/personal/"))


@override_settings(DEMO=False)
def test_without_the_demonstration_only_a_valid_number_logs_in(people: People) -> None:
    response = browser_of(people, "principal").post(NEW, ELIN)

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Numret stämmer inte. Skriv personnumret med tolv siffror" in words(response)


def test_custody_ends_with_its_source(people: People, alva: UUID) -> None:
    lena = browser_of(people, "principal")
    with people.acting("principal") as actor:
        karin = guardians(actor, open_child(actor, alva))[0]
    address = f"/personal/barn/{alva}/vardnadshavare/{karin.public_id}/avsluta/"

    assert lena.post(address, {"source": ""}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    led_to(lena, address, {"source": "Tingsrättens dom 2026-11-02"})
    assert karin.name not in words(lena.get(f"/personal/barn/{alva}/vardnadshavare/"))
    assert lena.get(address).status_code == HTTPStatus.NOT_FOUND


def test_an_involvement_ends_and_the_last_person_stays(people: People, alva: UUID) -> None:
    lena, tor = browser_of(people, "principal"), browser_of(people, "teacher")
    page = f"/personal/barn/{alva}/"
    with people.acting("principal") as actor:
        file = open_child(actor, alva)
        involve(actor, file, person=people.persons["teacher"], role="contact", reason="Stöd")
        there = involved(actor, file)
        mine = [one.involvement for one in there if one.person_id == actor.person_id]
        others = [one.involvement for one in there if one.person_id != actor.person_id]
    assert tor.get(page).status_code == HTTPStatus.OK
    assert (len(mine), len(others)) == (3, 2)

    led_to(lena, f"{page}kollega/{others[0]}/avsluta/", {"reason": "Ny klass"})
    last = f"{page}kollega/{mine[0]}/avsluta/"

    assert tor.get(page).status_code == HTTPStatus.NOT_FOUND
    assert "Ta med en kollega först" in words(lena.post(last, {"reason": "Slutar"}))
    assert lena.get(page).status_code == HTTPStatus.OK


def test_who_ends_it_for_oneself_is_out_whatever_the_roles(people: People, alva: UUID) -> None:
    lena = browser_of(people, "principal")
    with people.acting("principal") as actor:
        there = involved(actor, open_child(actor, alva))
        mine = next(one.involvement for one in there if one.person_id == actor.person_id)
    page = f"/personal/barn/{alva}/"

    ended = led_to(lena, f"{page}kollega/{mine}/avsluta/", {"reason": "Slutar"})

    assert ended == "/personal/?klart=inte-med"
    assert lena.get(page).status_code == HTTPStatus.NOT_FOUND


def test_somebody_else_takes_over_the_plan_and_closes_it(people: People, alva: UUID) -> None:
    lena = browser_of(people, "principal")
    with people.acting("principal") as actor:
        plan = current_plan(actor, open_child(actor, alva))
        assert plan is not None
    address = f"/personal/plan/{plan.public_id}/"
    taking_over = {"person": str(people.persons["teacher"]), "reason": "Tor är närmare"}

    led_to(lena, f"{address}ansvarig/", taking_over)
    tor = browser_of(people, "teacher")
    assert "Byt vem som håller ihop planen" in words(tor.get(address))
    led_to(tor, f"{address}avsluta/", {"outcome": "goals_met"})
    closed = words(tor.get(address))

    assert "Planen avslutades" in closed
    assert "Målen är nådda" in closed
    assert "Ny insats" not in closed
    for page in (f"/personal/barn/{alva}/", f"/personal/barn/{alva}/plan/"):
        html = tor.get(page).content.decode()
        assert f'href="{address}"' in html
        assert "Avslutade planer" in html
    again = tor.post(f"{address}avsluta/", {"outcome": "moved"})
    assert again.status_code == HTTPStatus.CONFLICT


def test_what_one_has_seen_is_news_to_a_colleague_still(people: People, alva: UUID) -> None:
    news = "Ett bidrag till planen har kommit."
    with people.acting("teacher") as actor:
        notify(actor, open_child(actor, alva), kind="contribution")
    lena, tor = browser_of(people, "principal"), browser_of(people, "teacher")

    led_to(tor, f"/personal/barn/{alva}/sett/", {})

    assert news not in words(tor.get("/personal/"))
    assert news in words(lena.get("/personal/"))
