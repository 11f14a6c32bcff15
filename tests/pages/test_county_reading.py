"""Old minutes are read, looked over beside their text, and taken in by somebody."""

import re
from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from varjebarn.steering import queries

from tests.world.browsing import words
from tests.world.steering_group import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

HOST = "127.0.0.1"
MINUTES = """Minnesanteckningar Styrgruppen

Tid: 2019-03-08 kl. 09.00–10.30
Plats: Residenset, Växjö
Närvarande:
Ylva Nordin, Alvesta kommun (ordförande)
Ture Roos, Region Kronoberg (ersätter Maj Hedman)
Ylva Nordin, Alvesta kommun

Frånvarande:
Maj Hedman, Region Kronoberg

1. Inledning
Ylva hälsar välkommen.

2. Hemsidan
Beslut: Hemsidan byggs om.

3. Enkäten
Punkten skjuts upp till nästa möte.
"""


@pytest.fixture
def group(world: dict[str, object]) -> UUID:
    return UUID(str(world["group"]))


def value_of(page: bytes, name: str) -> str:
    """Give what a field of the page holds."""
    text = page.decode()
    area = re.search(rf'<textarea[^>]*name="{name}"[^>]*>\s*(.*?)</textarea>', text, re.DOTALL)
    given = re.search(rf'<input[^>]*name="{name}"[^>]*value="([^"]*)"', text)
    return area[1].strip() if area else given[1] if given else ""


def upload(browser: Client, text: str = MINUTES, *, name: str = "a.txt") -> str:
    """Upload one file, and give the address where it waits to be looked over."""
    shown = browser.post(
        reverse("county:read"), {"chosen": [SimpleUploadedFile(name, text.encode())]}
    )
    waits = re.findall(r'href="([^"]*/las-anteckningar/[0-9a-f-]{36}/)"', shown.content.decode())
    return waits[-1]


def accepted(group: UUID, **changes: str) -> dict[str, str]:
    values = {
        "body": str(group),
        "on": "2019-03-08",
        "starts": "9.00",
        "ends": "10.30",
        "place": "Residenset, Växjö",
        "present": "Ylva Nordin, Alvesta kommun\nTure Roos, Region Kronoberg (ersätter Maj Hedman)",
        "absent": "Maj Hedman, Region Kronoberg",
    }
    for at, (title, outcome, decided) in enumerate(
        (
            ("Inledning", "discussed", ""),
            ("Hemsidan", "decided", "Hemsidan byggs om."),
            ("Enkäten", "postponed", ""),
        )
    ):
        values |= {
            f"keep-{at}": "on",
            f"title-{at}": title,
            f"outcome-{at}": outcome,
            f"decisions-{at}": decided,
        }
    return values | changes


def test_several_files_are_read_in_one_go_and_what_is_wrong_is_said(petra: Client) -> None:
    files = [
        SimpleUploadedFile("a.txt", MINUTES.encode()),
        SimpleUploadedFile("b.txt", b""),
        SimpleUploadedFile("c.docx", b"no zip"),
    ]

    shown = petra.post(reverse("county:read"), {"chosen": files})

    said = words(shown)
    assert shown.status_code == HTTPStatus.OK
    assert "väntar på att granskas" in said
    assert "8 mars 2019" in said
    assert "1 sak stämmer inte med sig själv." in said
    assert "Filen är tom." in said
    assert "Filen är trasig." in said


def test_without_a_file_one_is_asked_for(petra: Client) -> None:
    empty = petra.post(reverse("county:read"), {"csrf": "x"})

    assert empty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Välj minst en fil på högst 6 MB" in words(empty)


def test_what_was_found_stands_in_the_form_beside_its_lines(petra: Client, group: UUID) -> None:
    shown = petra.get(upload(petra))

    page = shown.content
    assert "Ylva Nordin står två gånger." in words(shown)
    assert shown.status_code == HTTPStatus.OK
    assert (value_of(page, "on"), value_of(page, "starts"), value_of(page, "ends")) == (
        "2019-03-08",
        "09.00",
        "10.30",
    )
    assert value_of(page, "present").splitlines() == [
        "Ylva Nordin, Alvesta kommun",
        "Ture Roos, Region Kronoberg (ersätter Maj Hedman)",
    ]
    assert value_of(page, "decisions-1") == "Hemsidan byggs om."
    assert 'href="#rad-16"' in page.decode()
    assert 'id="rad-16">2. Hemsidan<' in page.decode()
    assert queries.body_page(group, on=date(2019, 3, 8)).members == (), (
        "nothing is kept before it is accepted"
    )


def test_what_is_accepted_becomes_a_held_meeting(petra: Client, group: UUID) -> None:
    sent = petra.post(upload(petra), accepted(group))

    assert sent.status_code == HTTPStatus.FOUND
    meeting = UUID(sent.url.split("/")[-2])
    page = queries.meeting_page(meeting, on=timezone.localdate())
    assert (page.meeting.day, page.meeting.is_held) == (date(2019, 3, 8), True)
    assert [(one.name, one.is_present, one.instead_of) for one in page.attendance] == [
        ("Ylva Nordin", True, ""),
        ("Ture Roos", True, "Maj Hedman"),
        ("Maj Hedman", False, ""),
    ]
    assert [(one.title, one.outcome, [d.wording for d in one.decisions]) for one in page.items] == [
        ("Inledning", "discussed", []),
        ("Hemsidan", "decided", ["Hemsidan byggs om."]),
        ("Enkäten", "postponed", []),
    ]


def test_the_same_meeting_is_taken_in_once(petra: Client, group: UUID) -> None:
    petra.post(upload(petra), accepted(group))

    there = upload(petra)
    assert "Gruppen har redan ett möte den dagen i registret." in words(petra.get(there))
    again = petra.post(there, accepted(group))

    assert again.status_code == HTTPStatus.CONFLICT
    assert "Gruppen har redan ett möte den dagen." in words(again)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"present": ""}, "Skriv minst en som var med"),
        (
            {"present": "Ylva Nordin, Okända bolaget"},
            "Skriv en organisation som finns i registret efter namnet: Ylva Nordin",
        ),
        ({"on": "i mars"}, "Skriv datumet som 2026-12-18"),
        ({"ends": "8.00"}, "Mötet måste sluta efter att det börjar"),
        ({"decisions-1": ""}, "Skriv beslutet, eller välj något annat än beslutat"),
        (
            {"decisions-0": "Något."},
            "Punkten har ett beslut: välj beslutat, eller ta bort beslutet",
        ),
        ({"body": ""}, "Välj grupp"),
    ],
)
def test_what_cannot_be_taken_in_is_said_and_kept(
    petra: Client, group: UUID, changes: dict[str, str], said: str
) -> None:
    refused = petra.post(upload(petra), accepted(group, place="Sal Linden") | changes)

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in words(refused)
    assert "Sal Linden" in refused.content.decode()
    assert 'id="rad-1">Minnesanteckningar Styrgruppen<' in refused.content.decode()


def test_an_item_that_is_not_kept_is_left_out(petra: Client, group: UUID) -> None:
    values = accepted(group)
    del values["keep-2"]

    sent = petra.post(upload(petra), values)

    page = queries.meeting_page(UUID(sent.url.split("/")[-2]), on=timezone.localdate())
    assert [one.title for one in page.items] == ["Inledning", "Hemsidan"]


@pytest.mark.parametrize("who", ["outsider", "keeper", "nurse"])
def test_reading_is_hidden_from_outsiders(
    as_: Callable[[str], Client], group: UUID, who: str
) -> None:
    there = upload(as_("process-leader"))
    browser = as_(who)

    assert browser.get(reverse("county:read")).status_code == HTTPStatus.NOT_FOUND
    for address in (there, f"{there}ta-bort/"):
        assert browser.get(address).status_code == HTTPStatus.NOT_FOUND
        assert browser.post(address, accepted(group)).status_code == HTTPStatus.NOT_FOUND
    assert as_("process-leader").get(there).status_code == HTTPStatus.OK


def test_who_is_not_logged_in_is_asked_to(as_: Callable[[str], Client]) -> None:
    there = upload(as_("process-leader"))

    sent = Client(SERVER_NAME=HOST).get(there)

    assert sent.status_code in {HTTPStatus.FOUND, HTTPStatus.NOT_FOUND}
    assert MINUTES[:20] not in sent.content.decode()


def test_script_in_a_file_is_shown_as_text(petra: Client) -> None:
    text = "1. <script>a()</script>\n\n2. Slut\nText."
    shown = petra.get(upload(petra, text, name="<b>x</b>.txt"))

    assert "<script>a()" not in shown.content.decode()
    assert "&lt;script&gt;a()" in shown.content.decode()


def test_what_waits_is_there_after_a_new_login(as_: Callable[[str], Client]) -> None:
    there = upload(as_("process-leader"))

    shown = as_("process-leader").get(reverse("county:read"))

    assert there in shown.content.decode()


def test_the_same_text_waits_once(petra: Client) -> None:
    upload(petra)

    again = petra.post(
        reverse("county:read"), {"chosen": [SimpleUploadedFile("b.txt", MINUTES.encode())]}
    )

    assert "Samma text väntar redan på att granskas." in words(again)
    assert again.content.decode().count("/ta-bort/") == 1


def test_what_is_put_away_waits_no_longer(petra: Client, group: UUID) -> None:
    there = upload(petra)

    asked = petra.get(f"{there}ta-bort/")
    sent = petra.post(f"{there}ta-bort/")

    assert "Ta bort anteckningarna från listan?" in words(asked)
    assert sent.url == f"{reverse('county:read')}?klart=borttaget"
    assert "Inga anteckningar väntar" in words(petra.get(reverse("county:read")))
    assert petra.get(there).status_code == HTTPStatus.NOT_FOUND
    assert petra.post(there, accepted(group)).status_code == HTTPStatus.NOT_FOUND


def test_what_is_taken_in_waits_no_longer(petra: Client, group: UUID) -> None:
    there = upload(petra)

    petra.post(there, accepted(group))

    assert petra.get(there).status_code == HTTPStatus.NOT_FOUND


def test_one_file_can_be_asked_about_as_json(petra: Client) -> None:
    def told(text: bytes) -> str:
        sent = petra.post(
            reverse("county:read"),
            {"chosen": [SimpleUploadedFile("a.txt", text)]},
            headers={"accept": "application/json"},
        )
        return str(sent.json()["fault"])

    assert told(MINUTES.encode()) == ""
    assert told(b"") == "Filen är tom."


def test_decisions_that_differ_from_the_register_are_shown(petra: Client, group: UUID) -> None:
    petra.post(upload(petra), accepted(group))
    other = MINUTES.replace("Hemsidan byggs om.", "Hemsidan byggs om under våren.")

    shown = words(petra.get(upload(petra, other)))

    assert "Besluten är inte desamma:" in shown
    assert "Hemsidan byggs om under våren." in shown
