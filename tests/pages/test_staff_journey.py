"""Viggo's way, clicked through by those who work with him: from a concern to a plan that is shared."""

import re
from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from varjebarn.disclosure.commands import withdraw_consent
from varjebarn.disclosure.queries import family_deliveries
from varjebarn.ops.world.logins import People, unit

from tests.pages import viggos_way
from tests.pages.viggos_way import TODAY, VX, WHY, ground_fields, posted, shown_digest
from tests.world.browsing import browser_of, words
from tests.world.cast import people_of
from tests.world.staff_story import build

pytestmark = pytest.mark.world.with_args(build)


@pytest.fixture(scope="module")
def viggo(world: dict[str, object]) -> UUID:
    return UUID(str(world["viggo"]))


@pytest.fixture(scope="module")
def as_(people: People) -> Callable[[str], Client]:
    return lambda slug: browser_of(people, slug)


@pytest.fixture(scope="module")
def noticed(as_: Callable[[str], Client], viggo: UUID) -> str:
    return viggos_way.notice(as_, viggo)


@pytest.fixture(scope="module")
def assessed(as_: Callable[[str], Client], viggo: UUID, noticed: str) -> str:
    return viggos_way.assess(as_, viggo, noticed)


@pytest.fixture(scope="module")
def question(people: People) -> dict[str, object]:
    return viggos_way.question(people)


@pytest.fixture(scope="module")
def agreed(
    as_: Callable[[str], Client],
    people: People,
    viggo: UUID,
    assessed: str,
    question: dict[str, object],
) -> None:
    viggos_way.agree(as_, people, viggo, assessed, question)


@pytest.fixture(scope="module")
def heard(as_: Callable[[str], Client], people: People, viggo: UUID, agreed: None) -> None:
    viggos_way.hear(as_, people, viggo)


@pytest.fixture(scope="module")
def published(as_: Callable[[str], Client], viggo: UUID, heard: None) -> str:
    return viggos_way.publish(as_, viggo)


@pytest.fixture(scope="module")
def taken(as_: Callable[[str], Client], published: str) -> str:
    return viggos_way.take(as_)


@pytest.fixture(scope="module")
def contributed(as_: Callable[[str], Client], taken: str) -> str:
    return viggos_way.contribute(as_, taken)


def test_a_note_needs_words_and_a_day_that_has_come(
    as_: Callable[[str], Client], viggo: UUID
) -> None:
    address = reverse("staff:notice", args=[viggo])

    empty = as_("teacher").post(address, {"noticed_on": TODAY.isoformat(), "own_words": "Kvar"})
    early = as_("teacher").post(
        address,
        {"safe-strength": "Bra", "noticed_on": (TODAY + timedelta(days=1)).isoformat()},
    )

    assert empty.status_code == early.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv något under minst ett område" in words(empty)
    assert "Kvar" in empty.content.decode()
    assert "Dagen kan inte ligga framåt i tiden" in words(early)


def test_what_was_noticed_is_shown_in_whose_voice(
    as_: Callable[[str], Client], noticed: str
) -> None:
    page = words(as_("teacher").get(noticed))

    assert "Säger att ingen vill vara med. (barnets ord, Skola, Växjö kommun)" in page
    assert "Fungerar: Räknar med glädje. (Skola, Växjö kommun)" in page


def test_a_tree_is_followed_to_its_end_and_two_ends_need_a_reason(
    world: dict[str, object], viggo: UUID, own_database: str
) -> None:
    own = people_of(world)
    noticing = {"safe-strength": "Skrattar igen.", "noticed_on": TODAY.isoformat()}
    posted(browser_of(own, "teacher"), reverse("staff:notice", args=[viggo]), noticing)
    lena, address = browser_of(own, "principal"), reverse("staff:assess", args=[viggo])
    signal = re.search(r'name="signals" value="([^"]+)"', lena.get(address).content.decode())
    assert signal is not None
    said = {"signals": [signal[1]], "to_author": "Tack."}

    unfinished = lena.post(address, {**said, "fraga-q1": "nej"})
    without_reason = lena.post(address, {**said, "fraga-q1": "nej", "fraga-q2": "ja"})

    assert unfinished.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Svara ja eller nej" in words(unfinished)
    assert without_reason.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv varför" in words(without_reason)


def test_together_leads_to_the_question_of_consent(
    as_: Callable[[str], Client], viggo: UUID, assessed: str, noticed: str
) -> None:
    assert assessed == reverse("staff:ask_consent", args=[viggo]) + "?klart=bedomt"
    assert "Tack. Vi frågar familjen." in words(as_("teacher").get(noticed))
    assert "Det du uppmärksammade har fått ett svar." in words(as_("teacher").get("/personal/"))


def test_the_question_is_seen_as_the_guardian_sees_it_before_it_is_sent(
    as_: Callable[[str], Client], viggo: UUID, question: dict[str, object]
) -> None:
    address = reverse("staff:ask_consent", args=[viggo])
    concern = {"concern_words": "Vi är oroliga för rasterna."}

    seen = words(as_("principal").post(address, {**question, **concern, "steg": "visa"}))
    ticked = words(
        as_("principal").post(
            address, {**question, **concern, "with_concern": "on", "steg": "visa"}
        )
    )
    nobody = as_("principal").post(
        address, {"purpose": "x", "last_day": question["last_day"], "steg": "skicka"}
    )

    assert "Så ser vårdnadshavaren det" in seen
    assert "Frågan går till Viggo och till: Karin Lund" in seen
    assert "Lokalpolisområde Växjö, Polismyndigheten" in seen
    assert "Vi är oroliga för rasterna." not in seen
    assert "Vi är oroliga för rasterna." in ticked
    assert nobody.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_consent_is_asked_for_a_year_at_most(
    as_: Callable[[str], Client], viggo: UUID, question: dict[str, object]
) -> None:
    late = {**question, "last_day": (TODAY + timedelta(days=400)).isoformat(), "steg": "skicka"}

    answer = as_("principal").post(reverse("staff:ask_consent", args=[viggo]), late)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Längst tolv månader fram" in words(answer)


def test_the_consent_page_says_who_has_answered_what(
    as_: Callable[[str], Client], viggo: UUID, agreed: None
) -> None:
    page = words(as_("principal").get(reverse("staff:consents", args=[viggo])))

    assert "Karin Lund, vårdnadshavare: Ja" in page
    assert "Karin Lund, vårdnadshavare: Nej" in page
    assert "Viggo, barnet: Inget svar än" in page
    assert "Gäller inte nu" in page


def test_the_childs_words_stand_as_they_were_written(
    as_: Callable[[str], Client], viggo: UUID, heard: None
) -> None:
    page = words(as_("teacher").get(reverse("staff:words", args=[viggo])))

    assert "Jag är rädd för de stora." in page
    assert "Ta in svaret, ord för ord" not in page


def test_a_list_that_has_changed_sends_nothing(
    as_: Callable[[str], Client], published: str
) -> None:
    lena, address = as_("principal"), f"{published}skicka/"

    answer = lena.post(address, {"shown": "0" * 64, **ground_fields(lena, address)})

    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Listan har ändrats" in words(answer)
    assert "version 2" not in words(lena.get(f"{published}lasta/")).lower()


def test_a_decision_with_an_empty_sentence_sends_nothing(
    as_: Callable[[str], Client], published: str
) -> None:
    lena, address = as_("principal"), f"{published}skicka/"
    fields = ground_fields(lena, address)
    fields["GUARDIAN-harm_assessment"] = ""

    answer = lena.post(address, {"shown": shown_digest(lena, address), **fields})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_who_gets_what_is_said_with_the_reason_of_those_who_do_not(
    as_: Callable[[str], Client], published: str
) -> None:
    page = words(as_("principal").get(f"{published}skicka/"))

    assert "Elevhälsans medicinska insats, Växjö kommun Får Grund: Samtycke" in page
    assert "Lokalpolisområde Växjö, Polismyndigheten Får inte" in page
    assert "Jonas Wester, förälder Får inte" in page


def test_the_social_worker_reads_what_she_was_given(
    as_: Callable[[str], Client], taken: str
) -> None:
    page = words(as_("social-worker").get(taken))

    assert WHY in page
    assert "Viggo har någon att vara med" in page
    assert "Jag är rädd för de stora." in page
    assert "Växjö kommun" in page


def test_the_nurses_copy_lacks_what_she_was_not_given(
    as_: Callable[[str], Client], published: str
) -> None:
    noor = as_("nurse")
    found = re.findall(
        r'href="(/personal/leverans/[^"]+)">Barnets plan[^<]*Viggo',
        noor.get("/personal/").content.decode(),
    )

    page = words(noor.get(found[0]))

    assert WHY in page
    assert "Jag är rädd för de stora." not in page
    assert "Det Viggo säger" not in page


def test_the_lead_sees_a_contribution_at_once_with_where_it_came_from(
    as_: Callable[[str], Client], published: str, contributed: str
) -> None:
    page = words(as_("principal").get(published))

    assert "Påbörjad" in page
    assert "Första samtalet är gjort." in page
    assert "Socialtjänst barn och unga, Växjö kommun" in page


def test_receipts_say_who_has_opened_and_who_takes_it(
    as_: Callable[[str], Client], published: str, contributed: str
) -> None:
    page = words(as_("principal").get(f"{published}lasta/"))

    assert "kontakt: Signe Falkenberg" in page
    assert "Inte öppnad än" in page


def test_a_withdrawal_closes_the_contribution_and_keeps_the_copy(
    as_: Callable[[str], Client], people: People, contributed: str, published: str
) -> None:
    with people.acting("guardian") as karin:
        asked = next(
            d
            for d in family_deliveries(karin, kind="consent_request")
            if '"called":"Viggo"' in d.content
        )
        withdraw_consent(
            karin, ref=asked.subject_ref, unit=unit(VX, "Socialtjänst barn och unga").unit
        )
    signe = as_("social-worker")

    copy, closed = words(signe.get(contributed)), words(signe.get(f"{contributed}bidra/"))

    assert "Samtycket är slut" in copy
    assert "ni behåller det ni fått" in copy
    assert WHY in copy
    assert "Det är stängt för bidrag" in closed
    assert "ingår inte längre i delningen" in words(as_("principal").get(published))


@pytest.mark.rule("R20", case="allows")
def test_every_page_of_a_child_leads_to_the_report_of_concern(
    as_: Callable[[str], Client], viggo: UUID, published: str
) -> None:
    tor, concern = as_("teacher"), reverse("staff:concern", args=[viggo])
    pages = [reverse(f"staff:{name}", args=[viggo]) for name in ("child", "words", "consents")]

    assert all(
        f'href="{concern}"' in tor.get(page).content.decode() for page in [*pages, published]
    )
    said = tor.get(concern)
    assert "Orosanmälan" in words(said)
    assert "19 kap. 1 §" in words(said)
    assert "<textarea" not in said.content.decode()


def test_whoever_has_one_assignment_never_meets_the_word(
    as_: Callable[[str], Client], viggo: UUID, published: str
) -> None:
    tor = as_("teacher")

    pages = ["/personal/", reverse("staff:child", args=[viggo]), published]

    assert [page for page in pages if "uppdrag" in words(tor.get(page)).lower()] == []


def test_the_pages_are_english_too(
    as_: Callable[[str], Client], viggo: UUID, published: str
) -> None:
    lena = as_("principal")
    lena.cookies[settings.LANGUAGE_COOKIE_NAME] = "en-gb"

    day = words(lena.get("/personal/"))
    plan = words(lena.get(published))

    assert "Hello Lena!" in day
    assert "My children" in day
    assert "Who does what" in plan
    assert "Vem som gör vad" not in plan


def test_a_colleague_is_involved_with_a_reason(
    as_: Callable[[str], Client], world: dict[str, object], viggo: UUID, own_database: str
) -> None:
    own = people_of(world)
    lena, address = browser_of(own, "principal"), reverse("staff:involve", args=[viggo])
    ulf = browser_of(own, "outsider")
    assert ulf.get(reverse("staff:child", args=[viggo])).status_code == HTTPStatus.NOT_FOUND

    missing = lena.post(address, {"person": str(own.persons["outsider"]), "role": "team"})
    posted(
        lena,
        address,
        {"person": str(own.persons["outsider"]), "role": "team", "reason": "Ny klasslärare"},
    )

    assert missing.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Ny klasslärare" in words(ulf.get(reverse("staff:why_me", args=[viggo])))
