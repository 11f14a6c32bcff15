"""Consents that end: a word before it on the asker's day; at eighteen the young person is asked anew."""

from datetime import date, timedelta
from http import HTTPStatus

import pytest
from django.urls import reverse

from varjebarn.disclosure.models import Consenter
from varjebarn.disclosure.queries import consents_due
from varjebarn.disclosure.reasons import Reason
from varjebarn.ops.world.logins import unit
from varjebarn.web.shared.days import day_in_words

from tests.world.browsing import browser_of
from tests.world.circle import MEDICAL, SCHOOL, SOCIAL, answer
from tests.world.nights import days_pass
from tests.world.two_guardians import JONAS, KARIN, PURPOSE, ask, holding, on_the_eve_of_eighteen

pytestmark = [
    pytest.mark.world.with_args(on_the_eve_of_eighteen),
    pytest.mark.usefixtures("own_database"),
]

TODAY = date.today()
YES = dict.fromkeys((SCHOOL, MEDICAL, SOCIAL), "given")
EVERYBODY = (KARIN, JONAS, "child")


@pytest.fixture
def agreed(people, alva):
    """Everybody has said yes on the day before the birthday, so the consent's last day is today."""
    ref = ask(people, alva)
    for slug in EVERYBODY:
        answer(people, slug, YES)
    return ref


def day_of(people, slug):
    return browser_of(people, slug).get("/personal/").content.decode()


def stands(people, alva):
    with people.acting("principal") as lena:
        return holding(lena, alva)


def test_the_asker_is_told_before_and_nobody_else(people, alva, agreed):
    page = day_of(people, "principal")

    assert "Samtycken som snart slutar" in page
    assert f"{PURPOSE}" in page
    for slug in ("teacher", "outsider", "nurse", "keeper"):
        assert "Samtycken som snart slutar" not in day_of(people, slug), slug
    with people.acting("principal") as lena:
        assert [line.consent for line in consents_due(lena, on=TODAY).ending] == [agreed]
        assert consents_due(lena, on=TODAY - timedelta(days=40)).ending == ()


@pytest.mark.parametrize("slug", EVERYBODY)
def test_the_family_is_told_that_their_own_yes_ends(people, agreed, slug):
    browser = browser_of(people, slug)

    first = browser.get("/familj/").content.decode()
    consents = browser.get("/familj/samtycken/").content.decode()

    assert "Ditt ja slutar snart" in first
    assert f"Ditt ja slutar snart: sista dagen är {day_in_words(TODAY)}" in consents


def test_a_no_is_not_reminded_of(people, alva):
    ask(people, alva)
    answer(people, KARIN, dict.fromkeys(YES, "refused"))

    for address in ("/familj/", "/familj/samtycken/"):
        html = browser_of(people, KARIN).get(address).content.decode()
        assert "slutar snart" not in html, address


def test_what_nobody_has_said_yes_to_is_not_reminded_of(people, alva):
    ask(people, alva)

    assert "Samtycken som snart slutar" not in day_of(people, "principal")


@pytest.mark.rule("R13", case="refuses")
def test_at_eighteen_everything_ends_and_the_question_is_put_to_the_young_person(
    people, alva, agreed, owner
):
    assert stands(people, alva) == (True, None)
    assert "Har fyllt 18 år" not in day_of(people, "principal")

    days_pass(owner)

    assert stands(people, alva) == (False, Reason.CONSENT_ENDED)
    page = day_of(people, "principal")
    assert "Fråga Alva Lund själv" in page
    assert f"?forny={agreed}" in page
    for slug in ("teacher", "outsider", "nurse", "keeper"):
        assert "Har fyllt 18 år" not in day_of(people, slug), slug


@pytest.mark.rule("R13", case="refuses")
def test_a_consent_that_says_it_lasts_longer_ends_at_eighteen_all_the_same(
    people, alva, agreed, owner
):
    days_pass(owner)
    owner.execute("UPDATE disclosure_consent SET valid_to = valid_to + 100")

    assert stands(people, alva) == (False, Reason.ASKED_BEFORE_18)


@pytest.mark.rule("R13", case="allows")
def test_the_young_person_alone_is_asked_and_alone_decides(people, alva, agreed, owner):
    days_pass(owner)
    lena = browser_of(people, "principal")
    address = reverse("staff:ask_consent", args=[alva])

    page = lena.get(f"{address}?forny={agreed}")
    assert page.status_code == HTTPStatus.OK
    html = page.content.decode()
    assert PURPOSE in html
    assert html.count(" checked") == 16 + 1  # eight parts for each of two units, and the matter
    assert "Vårdnadshavarna får ingen fråga." in html

    ref = ask(people, alva)

    with people.acting("principal"):
        asked = Consenter.objects.filter(consent__ref=ref).values_list("capacity", flat=True)
        assert list(asked) == ["child"]
    assert stands(people, alva) == (False, Reason.CHILD_MUST_CONSENT)
    answer(people, "child", YES)
    assert stands(people, alva) == (True, None)
    with people.acting("principal") as actor:
        assert consents_due(actor, on=TODAY).anew == ()
    assert "Har fyllt 18 år" not in day_of(people, "principal")


def test_the_overview_says_what_is_covered_what_is_missing_and_why(people, alva):
    address = reverse("staff:consent_state", args=[alva])
    lena = browser_of(people, "principal")
    assert "ni har inte frågat om någon" in lena.get(address).content.decode()
    ask(people, alva)
    answer(people, KARIN, YES)
    answer(people, JONAS, YES | {SOCIAL: "refused"})
    answer(people, "child", {MEDICAL: "given"})

    page = lena.get(address).content.decode()

    nurse, social = (unit(*where).name for where in (MEDICAL, SOCIAL))
    assert page.index(nurse) < page.index(social)
    assert page.count("Jonas Wester (vårdnadshavare) har sagt nej.") == 1
    assert page.count("Karin Lund (vårdnadshavare) har sagt nej.") == 0
    assert browser_of(people, "outsider").get(address).status_code == HTTPStatus.NOT_FOUND
