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
from django.utils import timezone

from varjebarn.disclosure.commands import save_draft, send_draft, withdraw_consent
from varjebarn.disclosure.queries import family_deliveries, open_family_delivery
from varjebarn.ops.world.logins import People, unit
from varjebarn.participation.answers import Answer
from varjebarn.participation.commands import send_words

from tests.world.browsing import browser_of
from tests.world.cast import people_of
from tests.world.staff_story import build

pytestmark = pytest.mark.world.with_args(build)

VX = "Växjö kommun"
WHY = "Viggo ska ha någon att vara med."
TODAY = timezone.localdate()


@pytest.fixture(scope="module")
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.fixture(scope="module")
def viggo(world: dict[str, object]) -> UUID:
    return UUID(str(world["viggo"]))


@pytest.fixture(scope="module")
def as_(people: People) -> Callable[[str], Client]:
    return lambda slug: browser_of(people, slug)


def words(response: object) -> str:
    html = response.content.decode()  # type: ignore[attr-defined] # Django's test response
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def posted(browser: Client, address: str, data: dict[str, object]) -> str:
    """Send a form that is right, and give the page it leads to."""
    response = browser.post(address, data)
    assert response.status_code == HTTPStatus.FOUND, words(response)[:2000]
    return str(response.headers["Location"])


def shown_digest(browser: Client, address: str) -> str:
    found = re.search(r'name="shown" value="([0-9a-f]+)"', browser.get(address).content.decode())
    assert found is not None
    return found[1]


def ground_fields(browser: Client, address: str) -> dict[str, str]:
    """Read the suggested sentences as the page shows them."""
    return fields_of(browser.get(address))


def fields_of(response: object) -> dict[str, str]:
    html = response.content.decode()  # type: ignore[attr-defined] # Django's test response
    return {
        name: text.strip()
        for name, text in re.findall(
            r'<textarea name="((?:beslut|CONSENT|SELF|GUARDIAN)-[a-z_]+)"[^>]*>(.*?)</textarea>',
            html,
            re.DOTALL,
        )
    }


@pytest.fixture(scope="module")
def noticed(as_: Callable[[str], Client], viggo: UUID) -> str:
    """The teacher has noticed and handed it to the principal; gives the signal's address."""
    tor = as_("teacher")
    there = posted(
        tor,
        reverse("staff:notice", args=[viggo]),
        {
            "safe-challenge": "Går ensam på rasten.",
            "included-challenge": "Säger att ingen vill vara med.",
            "included-voice": "child",
            "achieving-strength": "Räknar med glädje.",
            "own_words": "Det blev tydligt efter lovet.",
            "noticed_on": TODAY.isoformat(),
        },
    )
    hand = there.split("?")[0]
    person = re.search(r'name="person" value="([^"]+)"', tor.get(hand).content.decode())
    assert person is not None
    return posted(tor, hand, {"person": person[1]}).split("?")[0]


@pytest.fixture(scope="module")
def assessed(as_: Callable[[str], Client], viggo: UUID, noticed: str) -> str:
    """The principal has judged that it takes several; gives where that leads."""
    signal = noticed.rstrip("/").rsplit("/", 1)[1]
    return posted(
        as_("principal"),
        reverse("staff:assess", args=[viggo]),
        {
            "signals": [signal],
            "fraga-q1": "nej",
            "fraga-q2": "nej",
            "fraga-q3": "ja",
            "to_author": "Tack. Vi frågar familjen.",
        },
    )


@pytest.fixture(scope="module")
def question(people: People) -> dict[str, object]:
    """What the principal asks: the nurse all, social services some, the police one part."""
    medical, social = (
        unit(VX, name).unit
        for name in ("Elevhälsans medicinska insats", "Socialtjänst barn och unga")
    )
    police = unit("Polismyndigheten", "Lokalpolisområde Växjö").unit
    plan = ["why", "wheel", "goals", "actions", "team"]
    return {
        "purpose": "Att samordna stödet för Viggo",
        "last_day": (TODAY + timedelta(days=150)).isoformat(),
        f"verksamhet-{medical}": plan,
        f"verksamhet-{social}": [*plan, "child_view"],
        f"verksamhet-{police}": ["actions"],
    }


@pytest.fixture(scope="module")
def agreed(
    as_: Callable[[str], Client],
    people: People,
    viggo: UUID,
    assessed: str,
    question: dict[str, object],
) -> None:
    """The family has been asked; Karin says yes to all but the police."""
    lena, address = as_("principal"), assessed.split("?", maxsplit=1)[0]
    said = fields_of(lena.post(address, {**question, "steg": "visa"}))
    posted(lena, address, {**question, **said, "steg": "skicka"})
    school = unit(VX, "Skola").unit
    answers = {key.removeprefix("verksamhet-") for key in question if key.startswith("verks")}
    police = str(unit("Polismyndigheten", "Lokalpolisområde Växjö").unit)
    with people.acting("guardian") as karin:
        asked = next(
            d
            for d in family_deliveries(karin, kind="consent_request")
            if '"called":"Viggo"' in d.content
        )
        delivery = open_family_delivery(karin, asked.public_id)
        body = {key: "refused" if key == police else "given" for key in (*answers, str(school))}
        send_draft(
            karin, save_draft(karin, delivery, kind="consent_answer", body={"answers": body})
        )


@pytest.fixture(scope="module")
def heard(as_: Callable[[str], Client], people: People, viggo: UUID, agreed: None) -> None:
    """Viggo has been asked, has answered, and the answer is taken in."""
    lena, address = as_("principal"), reverse("staff:ask_words", args=[viggo])
    form = {
        "why": "Vi vill veta.",
        "questions": ["safe", "included"],
        **ground_fields(lena, address),
    }
    posted(lena, address, form)
    with people.acting("second-child") as child:
        delivery = open_family_delivery(
            child, family_deliveries(child, kind="question")[0].public_id
        )
        answer = [Answer(dimension="safe", face=2, words="Jag är rädd för de stora.")]
        send_words(child, delivery, answers=answer, words="")
    page = lena.get(reverse("staff:words", args=[viggo])).content.decode()
    take_in = re.search(r'action="(/personal/ord/[^"]+/ta-in/)"', page)
    assert take_in is not None
    posted(lena, take_in[1], {})


@pytest.fixture(scope="module")
def published(as_: Callable[[str], Client], viggo: UUID, heard: None) -> str:
    """The plan has a need, a goal, two actions and is sent; gives its address."""
    lena = as_("principal")
    begin = {"why": WHY, "follow_up_on": (TODAY + timedelta(days=60)).isoformat()}
    plan = posted(lena, reverse("staff:child_plan", args=[viggo]), begin).split("?")[0]
    posted(
        lena,
        f"{plan}behov/",
        {"need": "Trygga raster", "dimension": "safe", "wording": "Viggo har någon att vara med"},
    )
    about = re.search(r'<option value="(goal:[^"]+)"', lena.get(f"{plan}insats/").content.decode())
    assert about is not None
    social = unit(VX, "Socialtjänst barn och unga").unit
    for what, who in (("Rastvakt vid gungorna", unit(VX, "Skola").unit), ("Samtal hemma", social)):
        posted(
            lena,
            f"{plan}insats/",
            {
                "about": about[1],
                "wording": what,
                "unit": str(who),
                "due": (TODAY + timedelta(days=30)).isoformat(),
            },
        )
    send = f"{plan}skicka/"
    posted(lena, send, {"shown": shown_digest(lena, send), **ground_fields(lena, send)})
    return plan


@pytest.fixture(scope="module")
def taken(as_: Callable[[str], Client], published: str) -> str:
    """The social worker has taken in the copy as a new file; gives its address."""
    signe = as_("social-worker")
    found = re.findall(
        r'href="(/personal/leverans/[^"]+)">Barnets plan[^<]*Viggo',
        signe.get("/personal/").content.decode(),
    )
    posted(signe, f"{found[0]}ta-emot/", {"into": "ny", "taker": "jag"})
    return str(found[0])


@pytest.fixture(scope="module")
def contributed(as_: Callable[[str], Client], taken: str) -> str:
    """The social worker has said that her action has begun."""
    signe, address = as_("social-worker"), f"{taken}bidra/"
    own = re.search(r'name="(insats-[0-9a-f-]+)-status"', signe.get(address).content.decode())
    assert own is not None
    posted(
        signe,
        address,
        {
            "shown": shown_digest(signe, address),
            **ground_fields(signe, address),
            f"{own[1]}-status": "60",
            f"{own[1]}-note": "Första samtalet är gjort.",
        },
    )
    return taken


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

    assert "Säger att ingen vill vara med. (barnets ord, Skola)" in page
    assert "Fungerar: Räknar med glädje. (Skola)" in page


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
