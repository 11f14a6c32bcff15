"""The register as files: OParl, CSV, calendars and minutes. Public things only, and never a child."""

import csv
import io
from collections.abc import Iterator
from datetime import time, timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import docx
import psycopg
import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from varjebarn.interop.oparl import KINDS
from varjebarn.interop.sheets import SHEETS
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.models import ItemKind, Meeting

from tests.attacks.canaries import MARK, plant
from tests.interop.pdf_reading import read_pdf
from tests.world.browsing import browser_of, words_of
from tests.world.papers import DRAFT, DRAFT_WORDS, PUBLISHED, build_with_papers

pytestmark = [
    pytest.mark.world.with_args(build_with_papers),
    pytest.mark.usefixtures("own_database"),
]

SITE = "https://varjebarn.exempel.se"


@pytest.fixture(autouse=True)
def site() -> Iterator[None]:
    with override_settings(ADDRESS=SITE):
        yield


@pytest.fixture
def held(people: People) -> Meeting:
    found = Meeting.objects.filter(state="held").order_by("-date").first()
    assert found is not None
    return found


@pytest.fixture
def minuted(people: People, held: Meeting) -> Meeting:
    """The meeting's minutes are written, and not public yet."""
    with people.acting("process-leader") as petra:
        commands.begin_minutes(petra, held, texts={None: "Lena hälsar alla välkomna."})
    return held


def fetched(client: Client, address: str) -> Any:
    """Fetch an id of OParl's: an address of this site."""
    place = urlsplit(address)
    answer = client.get(f"{place.path}?{place.query}")
    assert answer.status_code == HTTPStatus.OK, (address, answer.status_code)
    return answer.json()


def all_of(client: Client, kind: str, **asked: str) -> list[dict[str, Any]]:
    """Follow a list from page to page."""
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    address: str | None = f"{reverse('county:oparl_list', args=[kind])}?{query}"
    rows: list[dict[str, Any]] = []
    while address:
        page = fetched(client, address)
        rows += page["data"]
        address = page["links"].get("next")
    return rows


def sheet(client: Client, name: str) -> list[dict[str, str]]:
    answer = client.get(reverse("county:sheet", args=[name]))
    assert answer["Content-Disposition"] == f'attachment; filename="{name}.csv"'
    text = answer.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_every_id_of_oparl_is_where_it_is_found(anybody: Client) -> None:
    system = fetched(anybody, reverse("county:oparl"))
    (body,) = fetched(anybody, system["body"])["data"]

    assert fetched(anybody, body["id"]) == body
    for kind in KINDS:
        rows = all_of(anybody, kind)
        assert rows, kind
        assert [fetched(anybody, row["id"]) for row in rows[:3]] == rows[:3]


def test_lists_come_in_pages_that_hold_everything_once(anybody: Client) -> None:
    at_once = all_of(anybody, "agendaitem")
    one_by_one = all_of(anybody, "agendaitem", limit="1")
    first = fetched(anybody, reverse("county:oparl_list", args=["agendaitem"]) + "?limit=2")

    assert [row["id"] for row in one_by_one] == [row["id"] for row in at_once]
    assert len({row["id"] for row in at_once}) == len(at_once) > 2
    assert first["pagination"] == {
        "totalElements": len(at_once),
        "elementsPerPage": 2,
        "currentPage": 1,
        "totalPages": -(-len(at_once) // 2),
    }


def test_what_has_changed_since_is_found(anybody: Client, people: People, held: Meeting) -> None:
    moment = timezone.now()
    before = all_of(anybody, "meeting", modified_since=moment.isoformat())
    coming = Meeting.objects.filter(state="planned").order_by("date").first()
    assert coming is not None
    with people.acting("process-leader") as petra:
        commands.raise_item(
            petra, queries.open_meeting(coming.public_id), title="Ny", kind=ItemKind.DISCUSSION
        )

    (changed,) = all_of(anybody, "meeting", modified_since=moment.isoformat())
    assert before == []
    assert changed["id"].endswith(f"/meeting/{coming.public_id}/")
    (item,) = all_of(anybody, "agendaitem", created_since=moment.isoformat())
    assert item["name"] == "Ny"


@pytest.mark.parametrize(
    "asked",
    ["modified_since=igår", "modified_since=2026-01-01T00:00:00", "page=0", "limit=1000", "page=x"],
)
def test_what_cannot_be_read_is_a_bad_question(anybody: Client, asked: str) -> None:
    answer = anybody.get(f"{reverse('county:oparl_list', args=['meeting'])}?{asked}")

    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert answer.json() == {"error": f"cannot read {asked.partition('=')[0]}"}


def test_a_meeting_has_its_agenda_its_decisions_and_who_was_there(
    anybody: Client, held: Meeting
) -> None:
    found = fetched(anybody, reverse("county:oparl_one", args=["meeting", held.public_id]))
    (decided,) = [item for item in found["agendaItem"] if "resolutionText" in item]

    assert found["meetingState"] == "durchgeführt"
    assert decided["resolutionText"] == decided["varjebarn:decision"][0]["wording"]
    assert decided["result"] == "Beslutat"
    assert len(found["participant"]) == 3
    names = {fetched(anybody, one)["name"] for one in found["participant"]}
    assert names == {"Lena Strand", "Greta Holm", "Nils Öberg"}


def test_a_meeting_leads_to_its_minutes_when_they_are_public(
    people: People, minuted: Meeting, owner: psycopg.Connection
) -> None:
    petra = browser_of(people, "process-leader")
    address = reverse("county:oparl_one", args=["meeting", minuted.public_id])

    drafted = fetched(petra, address)
    owner.execute(
        "UPDATE steering_minutes SET state = 'published', published_on = current_date,"
        " approved_at_id = meeting_id"
    )
    published = fetched(petra, address)

    assert "varjebarn:minutes_pdf" not in drafted
    assert published["varjebarn:minutes_pdf"] == (
        f"{SITE}/lanet/moten/{minuted.public_id}/anteckningar.pdf"
    )


def test_a_draft_is_given_out_to_nobody(people: People, world: dict[str, object]) -> None:
    for who in ("process-leader", "principal"):
        browser = browser_of(people, who)
        assert [row["name"] for row in all_of(browser, "paper")] == [PUBLISHED]
        draft = reverse("county:oparl_one", args=["paper", UUID(str(world["draft"]))])
        assert browser.get(draft).status_code == 404


@pytest.mark.parametrize("kind", ["paper", "file", "consultation"])
def test_what_is_withdrawn_is_told_to_who_asks_what_has_changed(
    anybody: Client, people: People, world: dict[str, object], kind: str
) -> None:
    moment = timezone.now().isoformat()
    before = all_of(anybody, kind)
    with people.acting("process-leader") as petra:
        for name in ("published", "draft"):
            paper = queries.open_paper(UUID(str(world[name])))
            commands.withdraw_paper(petra, paper, on=timezone.localdate(), why="Fel fil.")

    (gone,) = all_of(anybody, kind, modified_since=moment)

    assert sorted(gone) == ["created", "deleted", "id", "modified", "type"]
    assert (gone["deleted"], gone["id"], gone["type"]) == (True, before[0]["id"], before[0]["type"])
    assert all_of(anybody, kind, modified_since=moment, limit="1") == [gone]
    assert fetched(anybody, gone["id"]) == gone
    assert all_of(anybody, kind) == []
    later = timezone.now().isoformat()
    assert all_of(anybody, kind, modified_since=later) == []
    draft = reverse("county:oparl_one", args=[kind, UUID(str(world["draft"]))])
    assert anybody.get(draft).status_code == HTTPStatus.NOT_FOUND


def test_a_list_takes_as_many_statements_whatever_its_length(
    anybody: Client, people: People, world: dict[str, object]
) -> None:
    def counted() -> dict[str, int]:
        found = {}
        for address in exports():
            with CaptureQueriesContext(connection) as statements:
                anybody.get(address)
            found[address] = len(statements)
        return found

    few = counted()
    with people.acting("process-leader") as petra:
        body = queries.open_body(UUID(str(world["group"])))
        for days in (200, 300, 400):
            meeting = commands.plan_meeting(
                petra, body, on=timezone.localdate() + timedelta(days=days),
                starts=time(9),
                ends=time(10),
            )  # fmt: skip
            commands.raise_item(petra, meeting, title="Mer", kind=ItemKind.DISCUSSION)

    assert counted() == few


def test_sheets_have_what_the_pages_say(anybody: Client, held: Meeting) -> None:
    decisions = sheet(anybody, "beslut")
    meetings = {row["Dag"]: row for row in sheet(anybody, "moten")}
    silent = [row for row in sheet(anybody, "aterrapporter") if not row["Svarade"]]

    assert [row["Nummer"] for row in decisions] == ["2", "1"]
    assert decisions[0]["Sida"].startswith(f"{SITE}/lanet/beslut/")
    assert meetings[held.date.isoformat()]["Läge"] == "genomfört"
    assert (meetings[held.date.isoformat()]["Närvarande"], meetings[held.date.isoformat()]["Frånvarande"]) == ("3", "1")  # fmt: skip
    assert "Lessebo kommun" in {row["Organisation"] for row in silent}
    assert len(silent) < len(sheet(anybody, "aterrapporter"))
    assert {row["Namn"] for row in sheet(anybody, "ledamoter")} >= {"Lena Strand", "Nils Öberg"}
    (agreement,) = sheet(anybody, "overenskommelser")
    assert agreement["Förlängd"] == "ja"


def test_an_unknown_list_is_not_there(anybody: Client) -> None:
    assert anybody.get(reverse("county:sheet", args=["barn"])).status_code == 404
    assert anybody.get(reverse("county:oparl_list", args=["child"])).status_code == 404


def test_the_feed_has_every_day_as_the_pages_have_it(
    anybody: Client, world: dict[str, object]
) -> None:
    answer = anybody.get(reverse("county:calendar"))
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    own = anybody.get(reverse("county:body_calendar", args=[UUID(str(world["group"]))]))
    one = anybody.get(reverse("county:meeting_calendar", args=[UUID(str(world["coming"]))]))

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert {str(event["uid"]): event["dtstart"].dt.date() for event in events} == {
        str(meeting.public_id): meeting.date for meeting in Meeting.objects.all()
    }
    assert len(Calendar.from_ical(own.content).walk("VEVENT")) == len(events)
    (event,) = Calendar.from_ical(one.content).walk("VEVENT")
    assert str(event["uid"]) == str(world["coming"])


def test_minutes_are_the_same_in_every_form(people: People, minuted: Meeting) -> None:
    petra = browser_of(people, "process-leader")
    text, pdf, word = (
        petra.get(reverse(f"county:{name}", args=[minuted.public_id]))
        for name in ("minutes_file", "minutes_pdf", "minutes_word")
    )
    seen = read_pdf(pdf.content)
    written = "".join(words_in(docx.Document(io.BytesIO(word.content))))
    lines = [line.removeprefix("- ") for line in text.content.decode().split("\n") if line.strip()]

    assert "Lena hälsar alla välkomna." in lines
    assert f"Nummer: STYRGRUPPEN-{minuted.date.isoformat()}" in lines
    assert (seen.language, seen.is_tagged, seen.title) == ("sv", True, lines[0])
    lines.remove(f"Nummer: STYRGRUPPEN-{minuted.date.isoformat()}")
    assert [line for line in lines if squeezed(line) not in squeezed(seen.words)] == []
    assert [line for line in lines if squeezed(line) not in squeezed(written)] == []
    assert f"STYRGRUPPEN-{minuted.date.isoformat()}" in seen.words
    assert pdf["Content-Disposition"].endswith(f'-{minuted.date.isoformat()}.pdf"')


def words_in(paper: Any) -> Iterator[str]:
    yield from (one.text for one in paper.paragraphs)
    yield paper.sections[0].header.paragraphs[0].text


def squeezed(words: str) -> str:
    """Leave out spaces and the hyphens of broken lines."""
    return "".join(words.replace("\x02", "").split())


def test_minutes_that_others_may_not_read_are_not_there(
    anybody: Client, people: People, minuted: Meeting, world: dict[str, object]
) -> None:
    for name in ("minutes_pdf", "minutes_word"):
        address = reverse(f"county:{name}", args=[minuted.public_id])
        unwritten = reverse(f"county:{name}", args=[UUID(str(world["coming"]))])
        assert [
            one.get(address).status_code for one in (anybody, browser_of(people, "outsider"))
        ] == [404, 404]
        assert browser_of(people, "principal").get(address).status_code == HTTPStatus.OK
        assert browser_of(people, "process-leader").get(unwritten).status_code == 404


def test_the_page_of_files_leads_to_all_of_them(anybody: Client) -> None:
    page = anybody.get(reverse("county:files"))

    assert "Till Excel" in words_of(page)
    assert [
        name for name in SHEETS if reverse("county:sheet", args=[name]) not in page.content.decode()
    ] == []


def exports() -> list[str]:
    """Give the address of every list that is given out."""
    return [
        reverse("county:calendar"),
        *(reverse("county:sheet", args=[name]) for name in SHEETS),
        *(reverse("county:oparl_list", args=[kind]) for kind in KINDS),
    ]


@pytest.mark.parametrize("who", ["process-leader", "principal", None])
def test_no_export_holds_anything_of_a_child(
    people: People, owner: psycopg.Connection, minuted: Meeting, who: str | None
) -> None:
    assert plant(owner) > 5
    marked = owner.execute("SELECT given_name FROM people_childfile").fetchone()
    assert marked is not None
    assert MARK.search(marked[0])
    browser = Client(HTTP_HOST="127.0.0.1") if who is None else browser_of(people, who)
    given = {address: browser.get(address).content.decode() for address in exports()}
    if who is not None:
        pdf = browser.get(reverse("county:minutes_pdf", args=[minuted.public_id])).content
        given["pdf"] = read_pdf(pdf).words

    leaks = [
        address
        for address, text in given.items()
        if MARK.search(text) or "Alva" in text or DRAFT in text or DRAFT_WORDS in text
    ]
    assert leaks == []
    assert min(len(text) for text in given.values()) > 50


def test_no_export_holds_an_address_of_a_member(people: People, owner: psycopg.Connection) -> None:
    (kept,) = owner.execute("SELECT count(*) FROM steering_memberaddress").fetchone()
    browser = browser_of(people, "process-leader")

    assert kept == 4
    assert [one for one in exports() if "@exempel.se" in browser.get(one).content.decode()] == []
