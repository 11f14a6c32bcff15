"""The steps of Viggo's way, each done by the one who does it, on the pages of those who work with him."""

import re
from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from uuid import UUID

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from varjebarn.disclosure.commands import save_draft, send_draft
from varjebarn.disclosure.queries import family_deliveries, open_family_delivery
from varjebarn.ops.world.logins import People, unit
from varjebarn.participation.answers import Answer
from varjebarn.participation.commands import send_words

from tests.world.browsing import words

VX = "Växjö kommun"
WHY = "Viggo ska ha någon att vara med."
TODAY = timezone.localdate()


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


def notice(as_: Callable[[str], Client], viggo: UUID) -> str:
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


def assess(as_: Callable[[str], Client], viggo: UUID, noticed: str) -> str:
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


def agree(
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


def hear(as_: Callable[[str], Client], people: People, viggo: UUID) -> None:
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


def publish(as_: Callable[[str], Client], viggo: UUID) -> str:
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


def take(as_: Callable[[str], Client]) -> str:
    """The social worker has taken in the copy as a new file; gives its address."""
    signe = as_("social-worker")
    found = re.findall(
        r'href="(/personal/leverans/[^"]+)">Barnets plan[^<]*Viggo',
        signe.get("/personal/").content.decode(),
    )
    posted(signe, f"{found[0]}ta-emot/", {"into": "ny", "taker": "jag"})
    return str(found[0])


def contribute(as_: Callable[[str], Client], taken: str) -> str:
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
