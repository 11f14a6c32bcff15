"""Search in the county's work: Swedish words, by kind, drafts for members alone, nothing run as HTML."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from uuid import UUID

import psycopg
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.models import ItemKind
from varjebarn.steering.queries import meeting_list
from varjebarn.steering.queries import searching as searching_queries
from varjebarn.steering.queries.searching import tsquery

from tests.world.annual import noted_year
from tests.world.browsing import words_of

pytestmark = [pytest.mark.world.with_args(noted_year), pytest.mark.usefixtures("own_database")]

HOST = "127.0.0.1"
DRAFT = "kanariefågeln barnfullmäktige"


def found(words: str, *, kind: str = "") -> dict[str, list[str]]:
    """Search as nobody: the titles of each kind."""
    results = searching_queries.search_work(None, words, on=timezone.localdate(), kind=kind)
    return {
        group.kind: ["".join(piece.text for piece in hit.title) for hit in group.hits]
        for group in results.groups
    }


def address(words: str, **more: object) -> str:
    return reverse("county:search", query={"q": words, **more})


@pytest.mark.parametrize(
    "words",
    [
        "överenskommelse",
        "Överenskommelserna",
        "overenskommelse",
        "överens",
        "förlängas överenskommelser",
        "förlängs, överenskommelser om barn!",
    ],
)
def test_swedish_endings_dots_and_beginnings_are_all_one(words: str) -> None:
    assert (
        "Överenskommelser om barn som skulle ha setts över nu förlängs ett år."
        in (found(words)["decision"])
    )


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("nuläge", "Nulägesanalys från varje organisation"),
        ("nulage", "Nulägesanalys från varje organisation"),
        ("nuläges-analys organisation", ""),
        ("andra", ""),
    ],
)
def test_a_beginning_finds_the_whole_word_and_hyphens_part_words(words: str, title: str) -> None:
    assert (title in found(words).get("item", [""])) is True


def test_each_kind_is_found() -> None:
    assert set(found("barn")) >= {"decision", "item", "agreement", "body"}
    assert found("testerna hos er")["question"] == ["Hur går testerna hos er?"]
    assert found("Kronoberg testar")["answer"] == ["Hur går testerna hos er?"]
    assert found("Greta Holm")["member"] == ["Greta Holm"]
    assert found("kompetensgrupp")["body"] == ["Kompetensgruppen"]
    assert set(found("nyckelpigor")) == {"annual_report"}


def test_every_word_must_be_there() -> None:
    assert found("förlängs")["decision"]
    assert found("förlängs nyckelpiga") == {}


@pytest.mark.parametrize("words", ["", "   ", "och", "att och", "!?&|:*'", "'); --", "\\", "—"])
def test_what_is_no_word_finds_nothing_and_breaks_nothing(anybody: Client, words: str) -> None:
    assert found(words) == {}
    assert anybody.get(address(words)).status_code == HTTPStatus.OK


def test_a_query_is_made_of_words_alone() -> None:
    assert tsquery("Barn & unga | !x:* ' \\ e-post å_ä") == (
        "'barn':* & 'unga':* & 'x':* & 'e':* & 'post':* & 'å':* & 'ä':*"
    )


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("process-leader", True),
        ("principal", True),  # has a seat in the steering group
        ("outsider", False),
        ("outsider-elsewhere", False),
        ("keeper", False),
        ("", False),
    ],
)
def test_a_draft_is_found_by_members_alone(
    as_: Callable[[str], Client], anybody: Client, who: str, *, sees: bool
) -> None:
    browser = as_(who) if who else anybody

    shown = words_of(browser.get(address(DRAFT)))

    assert ("Anteckningar i årsrapporten" in shown) is sees
    assert ("anteckning om" in shown) is sees
    assert ("Utkast " in shown) is sees


def test_what_was_looked_for_is_marked_and_never_run(people: People, anybody: Client) -> None:
    with people.acting("process-leader") as petra:
        meeting = meeting_list.meetings_page(on=timezone.localdate(), is_held=False).meetings[0]
        commands.raise_item(
            petra,
            queries.open_meeting(meeting.id),
            title="<b>Hästkur</b> & <script>alert(1)</script>",
            kind=ItemKind.DISCUSSION,
        )

    text = anybody.get(address("hästkur")).content.decode()

    assert "&lt;b&gt;<mark>Hästkur</mark>&lt;/b&gt; &amp; &lt;script&gt;" in text
    assert "<script>alert" not in text


def test_a_hit_leads_to_its_page(anybody: Client, world: dict[str, object]) -> None:
    text = anybody.get(address("förlängs överenskommelser")).content.decode()

    assert f'href="{reverse("county:decision", args=[UUID(str(world["decision"]))])}"' in text
    assert f'href="{reverse("county:annual_report", args=[int(str(world["year"])) - 1])}"' in (
        anybody.get(address("nyckelpiga")).content.decode()
    )


def test_many_of_a_kind_come_page_by_page(people: People, anybody: Client) -> None:
    with people.acting("process-leader") as petra:
        meeting = meeting_list.meetings_page(on=timezone.localdate(), is_held=False).meetings[0]
        for number in range(45):
            commands.raise_item(
                petra,
                queries.open_meeting(meeting.id),
                title=f"Hästkur nummer {number}",
                kind=ItemKind.DISCUSSION,
            )

    first = anybody.get(address("hästkur")).content.decode()
    pages = [
        anybody.get(address("hästkur", typ="item", sida=page)).content.decode().count("<mark>")
        for page in (1, 2, 3)
    ]

    assert first.count("<mark>") == 5
    assert "Visa alla 45" in first
    assert pages == [20, 20, 5]
    assert anybody.get(address("hästkur", typ="item", sida=4)).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("more", [{"typ": "child"}, {"sida": "0"}, {"sida": "x"}, {"sida": "-1"}])
def test_an_address_that_makes_no_sense_is_not_found(
    anybody: Client, more: dict[str, object]
) -> None:
    assert anybody.get(address("barn", **more)).status_code == HTTPStatus.NOT_FOUND


def test_nothing_found_says_what_to_try(anybody: Client) -> None:
    shown = words_of(anybody.get(address("xylofon")))

    assert "Inget hittades för ”xylofon”." in shown
    assert "Pröva färre ord, eller bara början av ordet." in shown


def test_searching_is_logged_when_somebody_acts_and_never_what_for(
    as_: Callable[[str], Client], anybody: Client, owner: psycopg.Connection
) -> None:
    anybody.get(address("xylofon"))
    as_("principal").get(address("xylofon"))

    rows = owner.execute(
        "SELECT to_jsonb(e)::text FROM audit_event e WHERE act = 'steering.searched'"
    ).fetchall()
    assert len(rows) == 1
    assert "xylofon" not in rows[0][0]


def test_a_search_is_one_statement_whatever_it_finds() -> None:
    counts = []
    for words in ("barn", "xylofon"):
        with CaptureQueriesContext(connection) as sent:
            found(words)
        counts.append(len(sent))

    assert counts == [1, 1]


def test_a_day_stands_at_a_hit(anybody: Client, world: dict[str, object]) -> None:
    decided: date = queries.decision_page(UUID(str(world["decision"]))).decision.decided_on

    assert f'<time datetime="{decided.isoformat()}">' in (
        anybody.get(address("förlängs")).content.decode()
    )
