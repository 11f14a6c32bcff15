"""The demo has something to show of each thing that a reader of the handbook looks for; to those concerned."""

import re
from datetime import date, timedelta
from http import HTTPStatus
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client

from varjebarn.database.accounts import person_of
from varjebarn.kernel.actors import Kind
from varjebarn.ops.world import nellie, reviewing
from varjebarn.ops.world.logins import People
from varjebarn.ops.world.signes_two import ENDS
from varjebarn.organisations.cast import cast
from varjebarn.people.queries import my_children
from varjebarn.web.shared.days import day_in_words

from tests.world.browsing import HOST, browser_of, words_of
from tests.world.demo import told_cast

pytestmark = [pytest.mark.usefixtures("world"), pytest.mark.world.with_args(told_cast)]

SEEN_BY = {
    "Nellie Wiklund": {"lead"},
    "Yusuf Noori": {"social-worker"},
    "Tilda Ros": {"social-worker"},
    "Hampus Öberg": {"principal", "lead", "police", "social-worker"},
}


@pytest.fixture
def people() -> People:
    found = {slug: person_of(member.email) for slug, member in cast().items()}
    return People(persons={slug: person for slug, person in found.items() if person is not None})


@pytest.fixture
def page(people):
    """Give what a page says: of a child whom somebody works with, or by its address."""

    def say(slug: str, child: str, rest: str = "") -> str:
        with people.acting(slug) as actor:
            file = next(line.file for line in my_children(actor) if line.name == child)
        return words_of(browser_of(people, slug).get(f"/personal/barn/{file}/{rest}", follow=True))

    return say


@pytest.fixture
def parent(people, owner):
    """Give the pages of a guardian who has a login and no account."""

    def of(name: str) -> Client:
        ((person,),) = owner.execute(
            "SELECT DISTINCT person_ref FROM people_guardian WHERE name = %s", [name]
        ).fetchall()
        token, _none = people.login(UUID(str(person)), Kind.FAMILY)
        client = Client(HTTP_HOST=HOST)
        client.cookies[settings.TOKEN_COOKIE] = token
        client.cookies[settings.ASSIGNMENT_COOKIE] = "familj"
        return client

    return of


def day(people: People, slug: str) -> str:
    return words_of(browser_of(people, slug).get("/personal/", follow=True))


def test_a_substitute_is_in_a_guardian_s_place(page) -> None:
    assert "Gunnar Ek" in page("social-worker", "Yusuf Noori", "vardnadshavare/")
    assert "Gunnar Ek God man för ensamkommande barn" in page("social-worker", "Yusuf Noori")
    answered = page("social-worker", "Yusuf Noori", "samtycke/")
    assert "Gunnar Ek, god man för ensamkommande barn: Ja" in answered


def test_a_consent_that_soon_ends_is_reminded_of_to_the_one_who_asked(people) -> None:
    said = day(people, "social-worker")

    assert "Samtycken som snart slutar" in said
    assert "Att Yusuf ska få en bra start i skolan" in said
    assert " ".join(day_in_words(date.today() + timedelta(days=ENDS)).split()) in said
    for slug in ("principal", "lead", "teacher", "nurse", "police"):
        assert "Samtycken som snart slutar" not in day(people, slug), slug


def test_one_guardian_reads_what_is_kept_from_the_other(page, parent, people) -> None:
    read = {
        name: words_of(parent(name).get("/familj/plan/", follow=True))
        for name in ("Helena Wiklund", "Johan Wiklund")
    }

    assert nellie.SECRET in page("lead", "Nellie Wiklund", "hallet-tillbaka/")
    assert {name: nellie.SECRET in said for name, said in read.items()} == {
        "Helena Wiklund": True,
        "Johan Wiklund": False,
    }
    assert [nellie.SHOWN in said for said in read.values()] == [True, True]
    assert "Johan" not in page("lead", "Nellie Wiklund", "invandningar/")


def test_an_objection_is_answered_and_the_next_version_is_right(page, parent) -> None:
    objected = page("lead", "Nellie Wiklund", "invandningar/")
    plan = words_of(parent("Helena Wiklund").get("/familj/plan/", follow=True))

    assert "hon har bytt hem kvällen innan" in objected
    assert "Du har rätt. Det står rätt i version 2." in objected
    assert nellie.WRONG in page("lead", "Nellie Wiklund", "tidigare/")
    assert (nellie.RIGHT in plan, nellie.WRONG in plan) == (True, False)


def test_a_leader_without_an_account_has_a_link_that_is_not_yet_opened(page) -> None:
    given = page("lead", "Nellie Wiklund", "forening/")

    assert "Leo Lind" in given
    assert "Länken är gjord, inte öppnad" in given


def test_who_has_turned_eighteen_is_asked_alone(page, parent) -> None:
    asked = page("social-worker", "Tilda Ros", "samtycke/")
    purpose = "Att Tilda ska ha kvar sitt stöd nu när hon är vuxen"

    assert purpose in asked
    assert "Anneli" not in asked
    assert purpose not in words_of(parent("Anneli Ros").get("/familj/", follow=True))


def test_somebody_is_away_and_a_colleague_stands_in(page, people) -> None:
    away = words_of(browser_of(people, "principal").get("/personal/franvaro/"))

    assert reviewing.AWAY in away
    assert "Mia Dahlin vikarierar" in away
    assert f"Vikarierar för {reviewing.AWAY}." in page("lead", "Hampus Öberg", "varfor/")


def test_the_log_reviewer_has_a_sample_and_an_emergency_waiting(people) -> None:
    listed = words_of(browser_of(people, "log-reviewer").get("/personal/logg/granskning/"))

    assert "Stickprov" in listed
    assert "Nödöppning" in listed
    assert "Stella Brink" in listed
    assert "Stella" not in day(people, "teacher")


def test_those_whom_they_do_not_concern_see_nothing_of_them(people) -> None:
    staff = [slug for slug in people.persons if cast()[slug].kind is Kind.STAFF]
    seen: dict[str, set[str]] = {name: set() for name in SEEN_BY}
    for slug in staff:
        with people.acting(slug) as actor:
            known = {line.name for line in my_children(actor)}
        for name in seen:
            seen[name] |= {slug} if name in known else set()

    assert seen == SEEN_BY


@pytest.mark.parametrize(
    ("slug", "child"), [("lead", "Nellie Wiklund"), ("social-worker", "Tilda Ros")]
)
def test_their_pages_are_not_there_for_others(people, slug: str, child: str) -> None:
    with people.acting(slug) as actor:
        file = next(line.file for line in my_children(actor) if line.name == child)
    others = ("outsider", "teacher", "nurse", "police", "keeper", "log-reviewer", "guardian")

    assert browser_of(people, slug).get(f"/personal/barn/{file}/").status_code == HTTPStatus.OK
    for other in others:
        for rest in ("", "hallet-tillbaka/", "invandningar/", "forening/", "samtycke/"):
            answer = browser_of(people, other).get(f"/personal/barn/{file}/{rest}")
            assert answer.status_code == HTTPStatus.NOT_FOUND, (other, rest)


def test_days_are_written_as_swedes_write_them(page) -> None:
    plan = page("principal", "Hampus Öberg", "plan/")
    hiding = page("principal", "Hampus Öberg", "hallet-tillbaka/valj/")

    due = " ".join(day_in_words(date.today() + timedelta(days=21)).split())
    assert due in plan
    assert re.findall(r"\d{4}-\d\d-\d\d", plan + hiding) == []


def test_a_unit_is_named_with_its_organisation(page, people) -> None:
    keeper = words_of(browser_of(people, "keeper").get("/register/"))
    alva = words_of(browser_of(people, "child").get("/familj/"))
    plan = page("principal", "Hampus Öberg", "plan/")

    assert "Registeransvarig, Skola, Växjö kommun" in keeper
    assert "på Skola, Växjö kommun" in alva
    assert plan.count("Leo Lind, Öppen verksamhet, Föreningen Fritidsfabriken") == 1
    assert "Lena Strand, Rektor, Skola, Växjö kommun" in plan


def test_nothing_is_said_twice_of_a_guardian(page) -> None:
    known = page("social-worker", "Hampus Öberg")

    assert "Mats Öberg vårdnadshavare" in known
    assert "Vårdnadshavare · vårdnadshavare" not in known


def test_what_never_closes_has_no_last_day(people) -> None:
    said = words_of(browser_of(people, "child").get("/familj/varfor/"))

    assert "Lena Strand på Skola, Växjö kommun bestämde att du skulle få det" in said
    assert "9999" not in said


def test_nobody_is_called_a_guardian_who_has_been_sent_nothing(people) -> None:
    jonas = words_of(browser_of(people, "guardian-without-custody").get("/familj/varfor/"))
    karin = words_of(browser_of(people, "guardian").get("/familj/varfor/"))

    assert "Du är vårdnadshavare." in karin
    assert "Inget har skickats till dig än." in jonas
    assert "Du är vårdnadshavare." not in jonas


def test_a_yes_that_was_taken_back_is_nowhere_called_a_no(page) -> None:
    for rest in ("", "samtycke/", "samtycke/laget/"):
        assert "Ett ja har tagits tillbaka." in page("principal", "Alva Lund", rest), rest


def test_nobody_is_the_guardian_of_a_grown_up(page) -> None:
    assert "Mamma · var vårdnadshavare till 18 års ålder" in page("social-worker", "Tilda Ros")
    assert "Mamma · vårdnadshavare" in page("lead", "Nellie Wiklund")


def test_a_card_says_of_whom_it_is_and_where() -> None:
    cards = words_of(Client(HTTP_HOST=HOST).get("/demo/"))

    assert "Registeransvarig, Skola, Växjö kommun" in cards
    assert "Logggranskare, Skola, Växjö kommun" in cards
    assert "Rektor, Björkskolan principal@demo.example" in cards
