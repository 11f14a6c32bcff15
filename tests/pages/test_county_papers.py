"""Papers of a meeting and the call to it: laid, published, taken back; drafts hidden from others."""

import re
from collections.abc import Callable
from datetime import time, timedelta
from http import HTTPStatus
from uuid import UUID

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.paper_kinds import BIGGEST_PAPER

from tests.world.browsing import words, words_of
from tests.world.papers import DRAFT, DRAFT_WORDS, PUBLISHED, a_pdf, build_with_papers

pytestmark = [
    pytest.mark.world.with_args(build_with_papers),
    pytest.mark.usefixtures("own_database"),
]

HOST = "127.0.0.1"
OTHERS = ("outsider", "outsider-elsewhere", "keeper", "nurse")


def sent(name: str, content: bytes, title: str = "") -> dict[str, object]:
    return {
        "file": SimpleUploadedFile(name, content, content_type="text/html"),
        "title": title,
        "item": "hela",
    }


def test_anybody_reads_what_is_published_and_no_draft(
    anybody: Client, ref: Callable[[str], UUID]
) -> None:
    page = words_of(anybody.get(reverse("county:papers", args=[ref("coming")])))
    file = anybody.get(reverse("county:paper", args=[ref("published")]))

    assert (PUBLISHED in page, DRAFT in page) == (True, False)
    assert file.content == a_pdf(PUBLISHED, timezone.localdate())
    assert file["Content-Type"] == "application/pdf"
    assert file["Content-Disposition"] == 'attachment; filename="forslag-till-motesdagar.pdf"'
    assert file["X-Content-Type-Options"] == "nosniff"
    assert file["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_members_and_the_county_read_drafts_and_it_is_logged(
    as_: Callable[[str], Client], ref: Callable[[str], UUID], owner: psycopg.Connection
) -> None:
    for who in ("principal", "process-leader"):
        browser = as_(who)
        assert DRAFT in words(browser.get(reverse("county:papers", args=[ref("coming")])))
        file = browser.get(reverse("county:paper", args=[ref("draft")]))
        assert file.content.decode() == DRAFT_WORDS

    read = owner.execute(
        "SELECT count(*) FROM audit_event WHERE act = 'steering.paper_read' AND object = %s",
        [ref("draft")],
    ).fetchone()
    assert read == (2,)


@pytest.mark.parametrize("who", [*OTHERS, None])
def test_to_others_a_draft_is_not_there(
    as_: Callable[[str], Client], anybody: Client, ref: Callable[[str], UUID], who: str | None
) -> None:
    browser = anybody if who is None else as_(who)

    assert browser.get(reverse("county:paper", args=[ref("draft")])).status_code == 404
    assert DRAFT not in words(browser.get(reverse("county:papers", args=[ref("coming")])))


@pytest.mark.parametrize("who", OTHERS)
def test_to_others_the_acts_are_not_there(
    as_: Callable[[str], Client], ref: Callable[[str], UUID], who: str
) -> None:
    browser = as_(who)
    meeting, paper, body = ref("coming"), ref("published"), ref("group")
    found = [
        browser.get(reverse("county:attach", args=[meeting])),
        browser.post(reverse("county:attach", args=[meeting]), sent("a.txt", b"hej")),
        browser.post(reverse("county:publish_paper", args=[ref("draft")])),
        browser.get(reverse("county:withdraw_paper", args=[paper])),
        browser.post(reverse("county:withdraw_paper", args=[paper]), {"why": "x"}),
        browser.get(reverse("county:call", args=[meeting])),
        browser.post(reverse("county:call", args=[meeting]), {"which": "motet"}),
        browser.get(reverse("county:addresses", args=[body])),
        browser.post(reverse("county:addresses", args=[body])),
        browser.post(reverse("county:my_mail"), {"seat": str(body), "wants": "nej"}),
    ]

    assert [one.status_code for one in found] == [404] * len(found)


@pytest.mark.parametrize("name", ["attach", "call", "withdraw_paper", "addresses"])
def test_without_a_login_one_is_asked_to_log_in(
    anybody: Client, ref: Callable[[str], UUID], name: str
) -> None:
    about = {"attach": "coming", "call": "coming", "withdraw_paper": "draft", "addresses": "group"}

    found = anybody.get(reverse(f"county:{name}", args=[ref(about[name])]))

    assert found.status_code == HTTPStatus.FOUND
    assert "/konto/login/" in found["Location"]


def test_a_member_lays_a_paper_and_the_county_publishes_it(
    as_: Callable[[str], Client], petra: Client, anybody: Client, ref: Callable[[str], UUID]
) -> None:
    address = reverse("county:attach", args=[ref("coming")])
    listed = reverse("county:papers", args=[ref("coming")])
    content = a_pdf("Nuläge", timezone.localdate())

    answer = as_("principal").post(address, sent("../Nuläge_i_Växjö.exe", content))
    before = words(anybody.get(listed))
    shown = petra.get(listed).content.decode()
    actions = {part.partition('"')[0] for part in shown.split('action="')[1:]}
    for action in actions:
        if action.endswith("/publicera/"):
            petra.post(action)
    after = words(anybody.get(listed))

    assert answer["Location"] == f"{listed}?klart=handling-tillagd"
    assert "Nuläge i Växjö" not in before
    assert "Nuläge i Växjö" in after


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("tom.pdf", b"", "Filen är tom."),
        ("sida.pdf", b"<html><script>alert(1)</script></html>", "Filen är av ett slag"),
        ("trasig.pdf", b"%PDF-1.7 inget", "Filen är trasig"),
        ("stor.txt", b"a" * (BIGGEST_PAPER + 1), "Filen är för stor."),
        ("mycket-stor.txt", b"a" * (7 * 1024 * 1024), "Filen är för stor."),
    ],
)
def test_what_is_not_let_in_says_why_and_keeps_what_was_typed(
    petra: Client, ref: Callable[[str], UUID], name: str, content: bytes, says: str
) -> None:
    address = reverse("county:attach", args=[ref("coming")])

    answer = petra.post(address, sent(name, content, title="Vår budget"))

    assert says in words_of(answer, HTTPStatus.UNPROCESSABLE_ENTITY)
    assert 'value="Vår budget"' in answer.content.decode()


def test_without_a_file_it_asks_for_one(petra: Client, ref: Callable[[str], UUID]) -> None:
    address = reverse("county:attach", args=[ref("coming")])

    answer = petra.post(address, {"title": "x", "item": "hela"})

    assert "Välj en fil" in words_of(answer, HTTPStatus.UNPROCESSABLE_ENTITY)


def test_what_is_taken_back_says_why_to_members_alone(
    petra: Client, as_: Callable[[str], Client], anybody: Client, ref: Callable[[str], UUID]
) -> None:
    address = reverse("county:withdraw_paper", args=[ref("published")])
    listed = reverse("county:papers", args=[ref("coming")])

    empty = petra.post(address, {"why": " "})
    petra.post(address, {"why": "Fel fil lades in."})

    assert "Skriv varför" in words_of(empty, HTTPStatus.UNPROCESSABLE_ENTITY)
    assert anybody.get(reverse("county:paper", args=[ref("published")])).status_code == 404
    assert PUBLISHED not in words(anybody.get(listed))
    assert "Fel fil lades in." in words(as_("principal").get(listed))


def test_the_county_calls_and_sees_whom_it_goes_to(
    petra: Client, ref: Callable[[str], UUID]
) -> None:
    address = reverse("county:call", args=[ref("coming")])

    before = words_of(petra.get(address))
    answer = petra.post(address, {"which": "motet"})
    after = words_of(petra.get(address))

    assert answer["Location"] == f"{address}?klart=kallelse"
    assert ("Skicka kallelse" in before, "Skicka kallelse" in after) == (True, False)
    assert "Lena Strand" in after
    assert "Inte skickat än" in after


def test_addresses_are_kept_and_a_wrong_one_is_said_at_its_field(
    petra: Client, ref: Callable[[str], UUID]
) -> None:
    address = reverse("county:addresses", args=[ref("group")])
    fields = re.findall(r'name="(seat-[^"]+)"', petra.get(address).content.decode())

    wrong = petra.post(address, dict.fromkeys(fields, "ingen adress"))
    kept = petra.post(address, {fields[0]: "ny@exempel.se"})

    assert "Skriv en e-postadress" in words_of(wrong, HTTPStatus.UNPROCESSABLE_ENTITY)
    assert "ingen adress" in wrong.content.decode()
    assert kept["Location"] == f"{address}?klart=adresser"
    assert "ny@exempel.se" in petra.get(address).content.decode()


def test_a_member_says_no_thanks_and_yes_again(as_: Callable[[str], Client]) -> None:
    lena = as_("principal")
    address = reverse("county:my_mail")
    (seat,) = re.findall(r'name="seat" value="([^"]+)"', lena.get(address).content.decode())

    lena.post(address, {"seat": seat, "wants": "nej"})
    no = words_of(lena.get(address))
    lena.post(address, {"seat": seat, "wants": "ja"})

    assert "Du har sagt nej tack." in no
    assert "Nej tack till brev" in words_of(lena.get(address))


def test_the_link_of_a_letter_changes_nothing_until_it_is_answered(
    anybody: Client, owner: psycopg.Connection
) -> None:
    (secret,) = owner.execute("SELECT secret FROM steering_memberaddress LIMIT 1").fetchone()
    address = reverse("county:no_thanks", args=[secret])
    wants = "SELECT wants_mail FROM steering_memberaddress WHERE secret = %s"

    shown = anybody.get(address)
    before = owner.execute(wants, [secret]).fetchone()
    answer = anybody.post(address)
    after = owner.execute(wants, [secret]).fetchone()

    assert "Ja, skicka inga fler brev" in words_of(shown)
    assert "Du får inga fler brev." in words_of(answer)
    assert (before, after) == ((True,), (False,))
    assert anybody.post(reverse("county:no_thanks", args=[UUID(int=1)])).status_code == 404


def test_the_papers_of_a_matter_that_is_put_off_come_along(
    petra: Client, people: People, anybody: Client, ref: Callable[[str], UUID]
) -> None:
    with people.acting("process-leader") as actor:
        meeting = queries.open_meeting(ref("coming"))
        later = commands.plan_meeting(
            actor, meeting.body, on=meeting.date + timedelta(days=30), starts=time(9), ends=time(10)
        )
        (paper,) = [
            one for one in queries.papers_of_meeting(meeting.public_id) if one.title == PUBLISHED
        ]
        assert paper.item is not None
        follower = commands.postpone_item(
            actor, queries.open_item(paper.item), to=later, reason="Mötet kortades."
        )

    for address in (
        reverse("county:meeting", args=[later.public_id]),
        reverse("county:papers", args=[later.public_id]),
        reverse("county:matter", args=[follower.public_id]),
        reverse("county:meeting", args=[meeting.public_id]),
    ):
        assert PUBLISHED in words_of(anybody.get(address)), address
