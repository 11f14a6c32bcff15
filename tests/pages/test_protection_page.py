"""Lena protects Alva's data on the page, and names Tor again; who is not named finds nothing."""

from http import HTTPStatus

import pytest

from tests.world.browsing import browser_of
from tests.world.cast import people_of
from tests.world.staff_story import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]


@pytest.fixture
def people(world, own_database):
    return people_of(world)


@pytest.fixture
def home(world):
    return f"/personal/barn/{world['alva']}/"


def protected(level="marked", **change):
    return {"level": level, "reason": "Markerad i folkbokföringen, kontrollerad i dag."} | change


def text(response) -> str:
    return response.content.decode()


@pytest.mark.rule("R19", case="refuses")
def test_who_is_not_ticked_is_let_out_and_the_child_leaves_the_lists(people, home):
    lena, tor = browser_of(people, "principal"), browser_of(people, "teacher")
    assert tor.get(home).status_code == HTTPStatus.OK
    assert home in text(lena.get("/personal/"))

    done = lena.post(f"{home}skydd/", protected())

    assert done["Location"] == f"{home}?klart=skydd-andrat"
    assert tor.get(home).status_code == HTTPStatus.NOT_FOUND
    assert "Alva" not in text(lena.get("/personal/"))
    page = text(lena.get(home))
    assert "Bara namngivna personer kan öppna akten." in page
    assert "Skyddade personuppgifter på papper" in page


@pytest.mark.rule("R19", case="allows")
def test_a_colleague_is_named_again_with_a_reason(people, home):
    lena, tor = browser_of(people, "principal"), browser_of(people, "teacher")
    assert lena.get(f"{home}skydd/namnge/").status_code == HTTPStatus.NOT_FOUND
    lena.post(f"{home}skydd/", protected())
    person = str(people.persons["teacher"])

    missing = lena.post(f"{home}skydd/namnge/", {"person": person, "reason": ""})
    assert missing.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    named = lena.post(f"{home}skydd/namnge/", {"person": person, "reason": "Klasslärare"})

    assert named["Location"] == f"{home}skydd/?klart=lasare-namngiven"
    assert tor.get(home).status_code == HTTPStatus.OK
    assert "Tor" in text(lena.get(f"{home}skydd/"))


@pytest.mark.rule("R19", case="refuses")
def test_who_is_no_manager_does_not_lower_it(people, home):
    lena, tor = browser_of(people, "principal"), browser_of(people, "teacher")
    lena.post(f"{home}skydd/", protected(readers=[str(people.persons["teacher"])]))

    no = tor.post(f"{home}skydd/", protected("none"))

    assert no.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Bara verksamhetens chef sänker eller tar bort skyddet." in text(no)
    assert lena.post(f"{home}skydd/", protected("none")).status_code == HTTPStatus.FOUND
    assert "Bara namngivna personer" not in text(tor.get(home))


@pytest.mark.rule("R19", case="allows")
def test_a_guardian_with_protected_data_is_marked(people, home):
    lena = browser_of(people, "principal")
    karin = str(people.persons["guardian"])

    lena.post(f"{home}skydd/", protected(guardians=[karin]))

    assert text(lena.get(home)).count("Skyddade personuppgifter</span>") == 1


@pytest.mark.parametrize("slug", ["outsider", "nurse", "guardian", "child", "keeper"])
def test_nobody_else_finds_the_page(people, home, slug):
    other = browser_of(people, slug)

    for page in (f"{home}skydd/", f"{home}skydd/namnge/"):
        assert other.get(page).status_code == HTTPStatus.NOT_FOUND
        assert other.post(page, protected()).status_code == HTTPStatus.NOT_FOUND
