"""Choosing how to hear that there is something new, and what stands about language before one asks."""

from http import HTTPStatus
from uuid import UUID

import pytest
from django.urls import reverse

from varjebarn.ops.world.logins import People
from varjebarn.people.commands import register_guardian
from varjebarn.people.queries import guardians, my_notice_way, open_child
from varjebarn.people.ways import NoticeWay

from tests.world.browsing import browser_of, words
from tests.world.staff_story import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

HERE = "/familj/besked/"


def of_karin(people: People, alva: UUID) -> tuple[UUID, UUID]:
    with people.acting("principal") as lena:
        one = next(one for one in guardians(lena, open_child(lena, alva)) if one.custody)
        return one.public_id, one.person_ref


@pytest.mark.parametrize(
    ("sent", "way", "address"),
    [
        ({"way": "mail", "mail": "k@exempel.se"}, NoticeWay.MAIL, "k@exempel.se"),
        ({"way": "sms", "telephone": "070-174 06 05"}, NoticeWay.SMS, "+46701740605"),
        ({"way": "paper"}, NoticeWay.PAPER, ""),
        ({"way": "contact"}, NoticeWay.CONTACT, ""),
        ({"way": "none"}, NoticeWay.NONE, ""),
    ],
)
def test_a_guardian_chooses_and_it_is_kept(
    people: People, sent: dict[str, str], way: NoticeWay, address: str
) -> None:
    response = browser_of(people, "guardian").post(HERE, sent)

    with people.acting("guardian") as karin:
        chosen = my_notice_way(karin)
    assert response.status_code == HTTPStatus.FOUND
    assert chosen is not None
    assert (chosen.way, chosen.address, chosen.by_herself) == (way, address, True)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"way": ""}, "Välj ett sätt"),
        ({"way": "mail", "mail": "min adress"}, "Skriv en e-postadress"),
        ({"way": "sms", "telephone": "1"}, "Skriv ett mobilnummer"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(
    people: People, sent: dict[str, str], said: str
) -> None:
    response = browser_of(people, "guardian").post(HERE, sent)

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in words(response)
    assert sent.get("mail", "") in response.content.decode()


def test_the_first_page_leads_there(people: People) -> None:
    assert f'href="{HERE}"' in browser_of(people, "guardian").get("/familj/").content.decode()


@pytest.mark.parametrize("slug", ["principal", "outsider", "keeper"])
def test_staff_find_no_such_page(people: People, slug: str) -> None:
    assert browser_of(people, "guardian").get(HERE).status_code == HTTPStatus.OK

    assert browser_of(people, slug).get(HERE).status_code == HTTPStatus.NOT_FOUND


def test_the_contact_enters_what_karin_said_until_she_has_chosen_herself(
    people: People, alva: UUID
) -> None:
    guardian, _person = of_karin(people, alva)
    where = reverse("staff:notice_way", args=[alva, guardian])
    lena = browser_of(people, "principal")

    entered = lena.post(where, {"way": "paper"})
    listed = words(lena.get(reverse("staff:guardians", args=[alva])))
    shown = words(browser_of(people, "guardian").get(HERE))
    browser_of(people, "guardian").post(HERE, {"way": "none"})

    assert entered.status_code == HTTPStatus.FOUND
    assert "Får veta att det finns något nytt: På papper" in listed
    assert "Det som är valt nu har någon skrivit in åt dig." in shown
    assert lena.get(where).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.rule("R50", case="allows")
@pytest.mark.parametrize("name", ["ask_consent", "ask_words", "ask_guardian"])
def test_before_a_question_it_stands_who_needs_an_interpreter(
    people: People, alva: UUID, name: str
) -> None:
    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        register_guardian(
            lena,
            child,
            person_ref=people.persons["guardian-without-custody"],
            name="Amina Nur",
            relation="Mormor",
            custody=False,
            source="Samtal 2026-11-02",
            language="so",
            interpreter="somaliska",
        )

    page = words(browser_of(people, "principal").get(reverse(f"staff:{name}", args=[alva])))

    assert "Amina Nur: talar somaliska. Tolk behövs: somaliska" in page
