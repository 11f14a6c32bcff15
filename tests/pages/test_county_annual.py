"""The annual report's pages: a draft for members, notes for the secretary, and what is published."""

import io
from collections.abc import Callable
from datetime import time, timedelta
from http import HTTPStatus
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries

from tests.world.annual import NOTE, noted_year
from tests.world.browsing import words_of
from tests.world.steering_group import SILENT, WAITED

pytestmark = [pytest.mark.world.with_args(noted_year), pytest.mark.usefixtures("own_database")]

OUTSIDERS = ("outsider", "outsider-elsewhere", "keeper", "nurse", "log-reviewer")
HEADINGS = (
    "Politiken",
    "Nationella kontakter",
    "Modellen och planen",
    "Tester",
    "Information och utbildning",
    "De som deltar",
    "Främjande arbete",
    "Forskning",
    "Plattform, avtal och juridik",
    "Barns delaktighet",
    "Styrning: möten, ledamöter och ärenden",
)


@pytest.fixture
def year(world: dict[str, object]) -> int:
    return int(str(world["year"]))


def at(name: str, *args: object) -> str:
    return reverse(f"county:{name}", args=args)


def published(as_: Callable[[str], Client], year: int, **sent: str) -> None:
    answer = as_("process-leader").post(at("annual_publish", year), sent)
    assert answer.status_code == HTTPStatus.FOUND


@pytest.mark.parametrize("who", ["process-leader", "principal"])
def test_a_draft_has_every_heading_filled_or_plainly_empty(
    as_: Callable[[str], Client], year: int, who: str
) -> None:
    shown = words_of(as_(who).get(at("annual_draft", year)))

    assert [heading for heading in HEADINGS if heading not in shown] == []
    assert "Inget är infört." in shown
    assert NOTE in shown
    assert "Överenskommelser om barn som skulle ha setts över nu förlängs ett år." in shown
    assert f"Har inte svarat: {SILENT}, Växjö kommun" in shown


def test_only_the_secretary_is_shown_ways_to_write(as_: Callable[[str], Client], year: int) -> None:
    there = at("annual_publish", year)

    assert there in as_("process-leader").get(at("annual_draft", year)).content.decode()
    assert there not in as_("principal").get(at("annual_draft", year)).content.decode()


@pytest.mark.parametrize("who", OUTSIDERS)
@pytest.mark.parametrize("name", ["annual_draft", "annual_draft_presidium", "annual_publish"])
def test_drafts_and_acts_are_not_there_for_others(
    as_: Callable[[str], Client], year: int, who: str, name: str
) -> None:
    assert as_(who).get(at(name, year)).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("who", [*OUTSIDERS, "principal"])
def test_nobody_else_writes_a_note(as_: Callable[[str], Client], year: int, who: str) -> None:
    there = at("annual_note", year, "trials")

    assert as_(who).post(there, {"text": "Nej"}).status_code == HTTPStatus.NOT_FOUND


def test_without_login_a_draft_leads_to_the_login_and_its_file_to_nothing(
    anybody: Client, year: int
) -> None:
    answers = [
        anybody.get(at("annual_draft", year)).status_code,
        anybody.get(at("annual_report", year)).status_code,
        anybody.get(at("annual_text", year, "arsrapport")).status_code,
        anybody.get(at("annual_text", year, "arsrapport") + "?utkast").status_code,
    ]

    assert answers == [HTTPStatus.FOUND, *[HTTPStatus.NOT_FOUND] * 3]


@pytest.mark.parametrize("year_asked", [0, 1989, 3000, 99999])
def test_a_year_that_can_have_no_report_is_not_found(
    as_: Callable[[str], Client], year_asked: int
) -> None:
    answers = {
        as_("process-leader").get(at(name, year_asked)).status_code
        for name in ("annual_report", "annual_draft", "annual_publish")
    }

    assert answers == {HTTPStatus.NOT_FOUND}


def test_a_note_is_written_kept_and_taken_out(as_: Callable[[str], Client], year: int) -> None:
    petra, there = as_("process-leader"), at("annual_note", year, "trials")

    too_long = petra.post(there, {"text": "x" * 6001})
    written = petra.post(there, {"text": "Fyra skolor testar <b>hjulet</b>."})
    shown = petra.get(at("annual_draft", year)).content.decode()
    petra.post(there, {"text": ""})

    assert (too_long.status_code, written.status_code) == (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        HTTPStatus.FOUND,
    )
    assert "x" * 6001 in too_long.content.decode()
    assert "Fyra skolor testar &lt;b&gt;hjulet&lt;/b&gt;." in shown
    assert "Fyra skolor testar" not in petra.get(at("annual_draft", year)).content.decode()


def test_a_heading_that_is_none_is_not_found(as_: Callable[[str], Client], year: int) -> None:
    there = at("annual_note", year, "weather")

    assert as_("process-leader").get(there).status_code == HTTPStatus.NOT_FOUND


def test_what_is_published_is_open_to_all_and_is_not_written_again(
    as_: Callable[[str], Client], anybody: Client, people: People, year: int
) -> None:
    published(as_, year)
    before = words_of(anybody.get(at("annual_report", year)))
    with people.acting("process-leader") as petra:
        today = timezone.localdate()
        body = queries.open_body(queries.bodies()[0].id)
        commands.plan_meeting(
            petra, body, on=today + timedelta(days=370), starts=time(9), ends=time(10)
        )
        commands.write_annual_note(
            petra, year=year, section="trials", text="Skrivet efteråt.", today=today
        )

    assert words_of(anybody.get(at("annual_report", year))) == before
    assert NOTE in before
    assert "Skrivet efteråt." in words_of(as_("principal").get(at("annual_draft", year)))


def test_a_correction_asks_for_its_reason_and_both_editions_stay(
    as_: Callable[[str], Client], anybody: Client, year: int
) -> None:
    published(as_, year)

    without = as_("process-leader").post(at("annual_publish", year), {"reason": ""})
    published(as_, year, reason="Ett namn var felstavat.")
    newest = words_of(anybody.get(at("annual_report", year)))
    first = words_of(anybody.get(at("annual_report", year) + "?utgava=1"))

    assert without.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "utgåva 2. Rättat: Ett namn var felstavat." in newest
    assert "Det här är en äldre utgåva." in first
    assert "Det här är en äldre utgåva." not in newest
    missing = anybody.get(at("annual_report", year) + "?utgava=3")
    assert missing.status_code == HTTPStatus.NOT_FOUND


def test_a_decision_corrected_since_is_told_beside_the_published_report(
    as_: Callable[[str], Client],
    anybody: Client,
    people: People,
    world: dict[str, object],
    year: int,
) -> None:
    published(as_, year)
    before = words_of(anybody.get(at("annual_report", year)))
    with people.acting("process-leader") as petra:
        decision = queries.open_decision(UUID(str(world["decision"])))
        commands.correct_decision(petra, decision, wording="Förlängs två år.", reason="Fel tid.")

    after = words_of(anybody.get(at("annual_report", year)))

    told = "De här besluten har rättats sedan rapporten publicerades."
    assert (told in before, told in after, "Förlängs två år." in after) == (False, True, True)
    assert "Publicera en ny utgåva" not in after
    assert "Publicera en ny utgåva" in words_of(
        as_("process-leader").get(at("annual_report", year))
    )


def test_the_page_for_the_presidier_is_published_with_it(
    as_: Callable[[str], Client], anybody: Client, year: int
) -> None:
    as_("process-leader").post(
        at("annual_note", year, "presidium"), {"text": "Tack för att ni läser."}
    )
    published(as_, year)

    shown = words_of(anybody.get(at("annual_presidium", year)))

    assert "Tack för att ni läser." in shown
    assert "Det här beslutades" in shown
    assert "Nulägesanalys från varje organisation" in shown


@pytest.mark.parametrize("paper", ["arsrapport", "presidier"])
def test_the_files_say_what_the_page_says(
    as_: Callable[[str], Client], anybody: Client, year: int, paper: str
) -> None:
    published(as_, year)
    decision = "Överenskommelser om barn som skulle ha setts över nu förlängs ett år."

    text = anybody.get(at("annual_text", year, paper)).content.decode()
    word = anybody.get(at("annual_word", year, paper))
    pdf = anybody.get(at("annual_pdf", year, paper))

    assert decision in text
    assert decision in _word_text(word.content)
    assert pdf.content.startswith(b"%PDF-")
    assert pdf["Content-Type"] == "application/pdf"
    assert f'filename="{paper}-{year}.pdf"' in pdf["Content-Disposition"]


def test_a_file_of_another_name_is_not_found(
    as_: Callable[[str], Client], anybody: Client, year: int
) -> None:
    published(as_, year)

    assert anybody.get(at("annual_pdf", year, "annat")).status_code == HTTPStatus.NOT_FOUND


def test_the_list_shows_drafts_to_members_alone(
    as_: Callable[[str], Client], anybody: Client, year: int
) -> None:
    to_all = words_of(anybody.get(at("annual_years")))
    to_member = words_of(as_("principal").get(at("annual_years")))

    assert f"Årsrapport {year - 1}" in to_all
    assert f"Årsrapport {year} " not in to_all
    assert f"Årsrapport {year} " in to_member
    assert "Utkast" in to_member


def test_a_meeting_that_nobody_wrote_down_is_pointed_out(
    as_: Callable[[str], Client], people: People, world: dict[str, object], year: int
) -> None:
    held = queries.open_meeting(UUID(str(world["meeting"])))
    day = held.date + timedelta(days=1 if (held.date + timedelta(days=1)).year == year else -1)
    with people.acting("process-leader") as petra:
        commands.plan_meeting(petra, held.body, on=day, starts=held.starts, ends=held.ends)

    shown = words_of(as_("process-leader").get(at("annual_publish", year)))

    assert WAITED > 1
    assert "1 möte är inte nedskrivet." in shown


def _word_text(content: bytes) -> str:
    import docx  # noqa: PLC0415 - a big library

    return "\n".join(one.text for one in docx.Document(io.BytesIO(content)).paragraphs)
