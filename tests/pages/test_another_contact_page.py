"""The family says no to telling the contact in another authority: it stays, and the page says what is left."""

import re
from http import HTTPStatus
from uuid import UUID

import psycopg
import pytest
from django.urls import reverse
from django.utils import timezone

from varjebarn.disclosure.commands import withdraw_consent
from varjebarn.disclosure.queries import family_deliveries
from varjebarn.kernel.actors import Kind
from varjebarn.ops.world.logins import People, unit

from tests.commands.test_another_contact import FATHER, ask, both_say_yes, deliver, said, say
from tests.world.another_contact import CENTRE, MOTHER, tove_and_both_her_parents
from tests.world.browsing import browser_of

pytestmark = [
    pytest.mark.world.with_args(tove_and_both_her_parents),
    pytest.mark.usefixtures("own_database"),
]

STAYS = "Familjen har sagt nej till att Barnhälsovård, Region Kronoberg får veta."
LEFT = (
    "Det här kan du göra ändå:",
    "Ge det stöd som er verksamhet kan ge",
    "De kan ändra sig när de vill",
    "Den kräver inget samtycke.",
)


@pytest.fixture
def tove(world: dict[str, object]) -> UUID:
    return UUID(str(world["tove"]))


@pytest.fixture
def ref(people: People, tove: UUID) -> UUID:
    return ask(people, tove, timezone.localdate())


def page_of(people: People, ref: UUID) -> str:
    address = reverse("staff:signal", args=[ref])
    answer = browser_of(people, "social-worker").get(address)
    assert answer.status_code == HTTPStatus.OK
    return answer.content.decode()


@pytest.mark.parametrize("other", ["given", "refused", None])
def test_one_no_is_enough_whatever_the_other_says(
    people: People, tove: UUID, ref: UUID, other: str | None
) -> None:
    say(people, FATHER, "refused")
    if other:
        say(people, MOTHER, other)

    page = page_of(people, ref)

    assert STAYS in page
    assert [words for words in LEFT if words not in page] == []
    assert reverse("staff:concern", args=[tove]) in page
    assert reverse("staff:deliver_signal", args=[ref]) not in page
    assert reverse("staff:hand", args=[ref]) not in page


def test_after_a_no_nothing_leaves_and_the_other_unit_knows_nothing(
    people: People, ref: UUID, owner: psycopg.Connection
) -> None:
    say(people, FATHER, "refused")
    say(people, MOTHER, "given")
    address = reverse("staff:deliver_signal", args=[ref])

    answer = browser_of(people, "social-worker").post(address, said("signal"))

    assert answer.status_code == HTTPStatus.CONFLICT
    state = owner.execute("SELECT state FROM wellbeing_signal").fetchall()
    there = owner.execute(
        "SELECT (SELECT count(*) FROM disclosure_delivery), count(*) FROM disclosure_consent c "
        "JOIN organisations_secrecyunit u ON u.id = c.unit_id AND u.public_id = %s",
        [unit(*CENTRE).unit],
    ).fetchone()
    assert state == [("received",)]
    assert there == (0, 0)
    assert "Något som uppmärksammats" not in (
        browser_of(people, "bvc-nurse").get("/personal/").content.decode()
    )


def test_a_no_that_becomes_a_yes_opens_the_way(people: People, ref: UUID) -> None:
    say(people, FATHER, "refused")
    say(people, MOTHER, "given")
    say(people, FATHER, "given")

    page = page_of(people, ref)

    assert STAYS not in page
    assert reverse("staff:deliver_signal", args=[ref]) in page


def test_a_yes_taken_back_before_it_was_sent_is_a_no(people: People, ref: UUID) -> None:
    both_say_yes(people)
    with people.acting_person(people.persons[MOTHER], Kind.FAMILY) as linnea:
        consent = family_deliveries(linnea, kind="consent_request")[0].subject_ref
        withdraw_consent(linnea, ref=consent, unit=unit(*CENTRE).unit)

    page = page_of(people, ref)

    assert STAYS in page
    assert reverse("staff:deliver_signal", args=[ref]) not in page


def test_until_it_is_taken_the_page_does_not_say_who_the_contact_is(
    people: People, ref: UUID
) -> None:
    both_say_yes(people)
    deliver(people, ref)

    page = page_of(people, ref)

    assert "Vem som är kontakt för barnet där får du veta när de har tagit emot det." in page
    assert "Sanna" not in page


def test_the_question_to_a_parent_is_one_and_answers_for_both_units(
    people: People, ref: UUID, owner: psycopg.Connection
) -> None:
    browser = browser_of(people, FATHER)
    with people.acting_person(people.persons[FATHER], Kind.FAMILY) as jonas:
        request = family_deliveries(jonas, kind="consent_request")[0].public_id
    address = reverse("family:answer", args=[request])
    asked = sorted(set(re.findall(r'name="(unit_[^"]+)"', browser.get(address).content.decode())))

    browser.post(address, {asked[0]: "given", "do": "next"})
    browser.post(reverse("family:review-answer", args=[request]))

    yes = owner.execute(
        "SELECT count(*) FROM disclosure_consentevent WHERE what = 'given'"
    ).fetchone()
    assert len(asked) == 1
    assert yes == (2,)
