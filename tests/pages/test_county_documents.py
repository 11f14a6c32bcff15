"""Documents on pages: open when published, hidden as drafts, the acts for those who may."""

import re
from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from varjebarn.ops.world.logins import People
from varjebarn.steering.commands import plans
from varjebarn.steering.queries import documents as reading

from tests.world.browsing import browser_of, words_of
from tests.world.documents_story import SECRET, build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

HOST = "127.0.0.1"
OUTSIDERS = ("outsider", "outsider-elsewhere", "keeper", "nurse")
COUNTYS = ("county:document_publish",)
MEMBERS = ("county:document_write", "county:activity_new", "county:message_new")


def there(name: str, *args: object) -> str:
    return reverse(f"county:{name}", args=args)


def test_what_is_in_force_is_read_without_login(
    anybody: Client, ref: Callable[[str], UUID]
) -> None:
    listed = words_of(anybody.get(there("documents")))
    shown = words_of(anybody.get(there("document", ref("adopted"))))

    assert "Handlingsplan" in listed
    assert "Vi möts fem gånger om året." in shown
    assert "Gäller från" in shown
    assert "Kontaktvägar" in shown
    assert "Sen" in shown, "an activity past its day says so in words"


def test_a_draft_is_nowhere_for_those_who_may_not(
    anybody: Client, as_: Callable[[str], Client], ref: Callable[[str], UUID]
) -> None:
    draft = there("document", ref("drafted"))
    newer = there("document_version", ref("adopted"), 2)
    everywhere = [
        there("overview"),
        there("about"),
        there("documents"),
        there("document", ref("adopted")),
        there("feed"),
    ]

    assert SECRET in words_of(as_("principal").get(draft))
    assert SECRET in words_of(as_("process-leader").get(newer))
    for browser in (anybody, *map(as_, OUTSIDERS)):
        for address in (
            draft,
            newer,
            there("document_changes", ref("adopted"), 1, 2),
            there("document_pdf", ref("adopted"), 2),
            there("document_word", ref("drafted"), 1),
        ):
            assert browser.get(address).status_code == HTTPStatus.NOT_FOUND, address
        for address in everywhere:
            told = browser.get(address).content.decode()
            assert SECRET not in told
            assert "Processplan" not in re.sub(r"<aside.*?</aside>", "", told, flags=re.DOTALL)


@pytest.mark.parametrize("who", [*OUTSIDERS, "principal"])
@pytest.mark.parametrize("name", [*COUNTYS, *MEMBERS])
def test_acts_are_hidden_from_those_who_may_not(
    as_: Callable[[str], Client], ref: Callable[[str], UUID], who: str, name: str
) -> None:
    browser, address = as_(who), reverse(name, args=[ref("adopted")])
    allowed = who == "principal" and name in MEMBERS

    found = browser.get(address).status_code

    assert found == (HTTPStatus.OK if allowed else HTTPStatus.NOT_FOUND)
    assert browser.get(reverse(name, args=[uuid4()])).status_code == HTTPStatus.NOT_FOUND
    if not allowed:
        sent = browser.post(address, {"text": "x", "after": "2"})
        assert sent.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("name", [*COUNTYS, *MEMBERS])
def test_acts_ask_for_a_login(anybody: Client, ref: Callable[[str], UUID], name: str) -> None:
    for response in (
        anybody.get(reverse(name, args=[ref("adopted")])),
        anybody.post(reverse(name, args=[ref("adopted")]), {}),
    ):
        assert response.status_code == HTTPStatus.FOUND
        assert response.url.startswith(settings.LOGIN_URL)


def test_a_member_starts_a_document_and_what_was_typed_stays_after_a_fault(
    as_: Callable[[str], Client], ref: Callable[[str], UUID]
) -> None:
    browser = as_("principal")
    typed = {"kind": "routine", "body": str(ref("group")), "text": "Ring först."}

    empty = browser.post(there("document_start"), typed)
    sent = browser.post(there("document_start"), {**typed, "title": "Rutin för samtal"})

    assert empty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv vad det heter" in empty.content.decode()
    assert "Ring först." in empty.content.decode()
    assert sent.status_code == HTTPStatus.FOUND
    shown = words_of(browser.get(sent.url))
    assert "Utkastet är sparat." in shown
    assert "Ring först." in shown
    assert as_("outsider").get(sent.url).status_code == HTTPStatus.NOT_FOUND


def test_a_draft_is_written_on_and_a_later_one_is_not_written_over(
    as_: Callable[[str], Client], ref: Callable[[str], UUID]
) -> None:
    address = there("document_write", ref("drafted"))
    petra = as_("process-leader")

    same = petra.post(address, {"text": SECRET, "after": "1"})
    sent = petra.post(address, {"text": "Ny text.", "summary": "Kortare.", "after": "1"})
    late = petra.post(address, {"text": "En annan text.", "after": "1"})

    assert same.status_code == HTTPStatus.CONFLICT
    assert "Texten är den samma" in same.content.decode()
    assert sent.status_code == HTTPStatus.FOUND
    assert late.status_code == HTTPStatus.CONFLICT
    assert "Ny text." in words_of(petra.get(there("document", ref("drafted"))))


def test_two_versions_side_by_side_say_in_words_what_differs(
    as_: Callable[[str], Client], ref: Callable[[str], UUID]
) -> None:
    shown = as_("principal").get(there("document_changes", ref("adopted"), 1, 2))

    said = words_of(shown)
    assert "2 stycken är nya, 1 stycke är ändrat." in said
    assert "[borttaget: fem ]" in said
    assert "[nytt: sex ]" in said
    html = shown.content.decode()
    assert (html.count("<del>"), html.count("<ins>")) == (1, 3)


def test_the_process_leader_publishes_and_everybody_reads(
    anybody: Client, as_: Callable[[str], Client], ref: Callable[[str], UUID]
) -> None:
    petra, address = as_("process-leader"), there("document_publish", ref("drafted"))

    asked = words_of(petra.get(address))
    sent = petra.post(address)

    assert "Det ställs på dagordningen" in asked
    assert sent.status_code == HTTPStatus.FOUND
    assert SECRET in words_of(anybody.get(there("document", ref("drafted"))))
    assert "Processplan" in words_of(anybody.get(there("meeting", ref("todays"))))
    assert petra.get(address).status_code == HTTPStatus.NOT_FOUND, "it is published already"


def test_a_plan_is_a_picture_and_a_table_with_the_same_content(
    people: People, anybody: Client, ref: Callable[[str], UUID]
) -> None:
    today = timezone.localdate()
    with people.acting("process-leader") as petra:
        plans.plan_activity(
            petra,
            reading.open_document(ref("adopted")),
            title="Utvärdering",
            owner="Forskarna",
            starts=today,
            ends=today,
            is_milestone=True,
            today=today,
        )

    html = anybody.get(there("document", ref("adopted"))).content.decode()
    drawn = html[html.index("vb-time-picture") :]
    picture = drawn[: drawn.index("</svg>")]
    table = html[html.index("<tbody>") : html.index("</tbody>")]

    assert re.findall(r"\d\. (\w+) –", picture) == ["Kontaktvägar", "Utvärdering"]
    assert (picture.count("<rect"), picture.count("<circle")) == (1, 1)
    assert all(title in table for title in ("Kontaktvägar", "Utvärdering", "(milstolpe)"))
    assert "style=" not in picture


def test_an_activity_that_is_stopped_says_why(
    people: People, as_: Callable[[str], Client], ref: Callable[[str], UUID]
) -> None:
    browser = as_("principal")
    page = browser.get(there("document", ref("adopted"))).content.decode()
    address = re.findall(r'href="(/lanet/aktiviteter/[^"]+)"', page)[0]

    empty = browser.post(address, {"status": "stopped"})
    sent = browser.post(address, {"status": "stopped", "note": "Pengarna är slut."})

    assert empty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv varför aktiviteten avbryts" in empty.content.decode()
    assert "Pengarna är slut." in words_of(browser.get(sent.url))
    assert as_("outsider").get(address).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("name", "begins"), [("document_pdf", b"%PDF-"), ("document_word", b"PK\x03\x04")]
)
def test_a_version_is_a_file_too(
    anybody: Client, ref: Callable[[str], UUID], name: str, begins: bytes
) -> None:
    response = anybody.get(there(name, ref("adopted"), 1))

    assert response.status_code == HTTPStatus.OK
    assert response.content.startswith(begins)


def test_pages_cost_the_same_for_more(
    people: People, anybody: Client, ref: Callable[[str], UUID]
) -> None:
    today = timezone.localdate()
    addresses = [there("documents"), there("document", ref("adopted")), there("about")]

    def statements() -> list[int]:
        counted = []
        for address in addresses:
            with CaptureQueriesContext(connection) as captured:
                anybody.get(address)
            counted.append(len(captured))
        return counted

    before = statements()
    with people.acting("process-leader") as petra:
        document = reading.open_document(ref("adopted"))
        for number in range(3):
            plans.plan_activity(
                petra, document, title=f"Punkt {number}", owner="Petra",
                starts=today, ends=today, today=today,
            )  # fmt: skip
    for what in ("drafted", "adopted"):
        browser_of(people, "process-leader").post(there("document_publish", ref(what)))

    assert before == statements() == [3, 7, 8]


def test_a_meeting_leads_to_what_it_is_to_decide(
    anybody: Client, as_: Callable[[str], Client], ref: Callable[[str], UUID]
) -> None:
    meeting = there("meeting", ref("todays"))
    before = words_of(anybody.get(meeting))
    as_("process-leader").post(there("document_publish", ref("drafted")))

    html = anybody.get(meeting).content.decode()

    assert "Dokument att läsa" not in before
    assert "Förslag till beslut" in html
    assert f'href="{there("document", ref("drafted"))}"' in html
