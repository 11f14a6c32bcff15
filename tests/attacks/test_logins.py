"""Cookies that were swapped, fixed, or kept: a login is one person's, of one kind, and ends when it ends (T14, T15)."""

import pytest
from django.conf import settings
from django.test import Client

from varjebarn.database.accounts import create_account
from varjebarn.organisations.cast import cast

from tests.world.browsing import HOST, browser_of
from tests.world.cast import two_children

pytestmark = [pytest.mark.world.with_args(two_children), pytest.mark.usefixtures("own_database")]

PASSWORD = "ett långt lösenord"
LOGIN = "/konto/login/"


def cookies(browser: Client) -> tuple[str, str]:
    return (
        browser.cookies[settings.TOKEN_COOKIE].value,
        browser.cookies[settings.ASSIGNMENT_COOKIE].value,
    )


def carrying(token: str, assignment: str) -> Client:
    browser = Client(HTTP_HOST=HOST)
    browser.cookies[settings.TOKEN_COOKIE] = token
    browser.cookies[settings.ASSIGNMENT_COOKIE] = assignment
    return browser


@pytest.mark.parametrize(
    ("token_of", "assignment_of"),
    [("guardian", "principal"), ("principal", "guardian"), ("outsider", "principal"), ("teacher", "nurse")],
)  # fmt: skip
def test_one_persons_token_does_not_act_under_anothers_choice(
    people, world, token_of, assignment_of
):
    """Karin with Lena's assignment, Lena as family, Ulf as Lena, Tor as Noor."""
    token, assignment = cookies(browser_of(people, token_of))[0], cookies(browser_of(people, assignment_of))[1]  # fmt: skip
    stolen = carrying(token, assignment)

    for address in ("/personal/", "/familj/", f"/personal/barn/{world['alva']}/"):
        answer = stolen.get(address)
        assert (answer.status_code, answer.headers["Location"][: len(LOGIN)]) == (302, LOGIN)


def test_a_token_that_somebody_laid_out_beforehand_is_not_the_one_that_is_used(people):
    """Ulf leaves his own token in Lena's browser; when she logs in she gets one of her own."""
    lena = cast()["principal"]
    create_account(person=people.persons["principal"], email=lena.email, password=PASSWORD)
    laid = cookies(browser_of(people, "outsider"))
    browser = carrying(*laid)

    answer = browser.post(LOGIN, {"login": lena.email, "password": PASSWORD})

    assert answer.status_code == 302
    assert answer.cookies[settings.TOKEN_COOKIE].value not in {"", laid[0]}
    assert "Lena" not in carrying(*laid).get("/personal/").content.decode()


@pytest.mark.parametrize("path", ["/personal/", "/familj/"])
def test_a_session_that_was_logged_out_is_dead_in_every_tab(people, path):
    slug = "principal" if path == "/personal/" else "guardian"
    first = browser_of(people, slug)
    kept = carrying(*cookies(first))
    assert (first.get(path).status_code, kept.get(path).status_code) == (200, 200)

    first.post("/konto/logga-ut/")

    assert kept.get(path).status_code == 302


@pytest.mark.parametrize("token", ["", "0" * 64, "' OR 1=1 --", "å" * 40, "x" * 5_000])
def test_what_is_no_token_is_nobody(world, people, token):
    assignment = cookies(browser_of(people, "principal"))[1]

    answer = carrying(token, assignment).get(f"/personal/barn/{world['alva']}/")

    assert (answer.status_code, answer.headers["Location"][: len(LOGIN)]) == (302, LOGIN)
