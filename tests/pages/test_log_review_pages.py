"""The pages of the log's review: the reviewer's, the reader's, the head's line, and nobody else's."""

import re
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.utils import timezone

from varjebarn.audit import verify_extract
from varjebarn.audit.commands import ask_reader
from varjebarn.audit.queries import my_log
from varjebarn.audit.questions import unit_questions
from varjebarn.audit.review import open_review, reviews
from varjebarn.audit.values import Picked, State
from varjebarn.people.commands import break_glass
from varjebarn.people.queries import open_child

from tests.world.browsing import browser_of
from tests.world.cast import people_of
from tests.world.circle import two_of_karins

pytestmark = [
    pytest.mark.world.with_args(two_of_karins),
    pytest.mark.usefixtures("own_database"),
]

LIST = "/personal/logg/granskning/"
QUESTIONS = "/personal/logg/fragor/"
OUTSIDERS = (
    "outsider",
    "outsider-elsewhere",
    "principal",
    "teacher",
    "nurse",
    "keeper",
    "guardian",
)


@pytest.fixture
def people(world, own_database):
    return people_of(world)


@pytest.fixture
def review(people, world) -> UUID:
    """Ulf has broken the glass, and Inga has it in her list."""
    alva = UUID(str(world["alva"]))
    with people.acting("outsider") as ulf:
        break_glass(ulf, file=alva, reason="Barnet är ensamt och gråter")
    with people.acting("outsider") as ulf:
        open_child(ulf, alva)
    with people.acting("log-reviewer") as inga:
        return next(one.review for one in reviews(inga) if Picked.BREAK_GLASS in one.picked)


def main_of(response) -> str:
    assert response.status_code == 200
    return response.content.decode().partition("<main")[2].partition("</main>")[0]


def state_of(people, review) -> State:
    with people.acting("log-reviewer") as inga:
        return open_review(inga, review).state


@pytest.mark.rule("R27", case="allows")
def test_the_reviewer_comes_from_her_day_to_a_review_and_ends_it(people, review):
    inga = browser_of(people, "log-reviewer")

    day, listed = main_of(inga.get("/personal/")), main_of(inga.get(LIST))
    shown = main_of(inga.get(f"{LIST}{review}/"))
    ended = inga.post(
        f"{LIST}{review}/", {"outcome": "reported", "words": "Anmält till verksamhetschefen."}
    )

    assert "1 granskning väntar" in day
    assert "Ulf Granat, Klasslärare: Alva Lund" in listed
    assert "Nödöppning" in listed
    assert "nödöppnade akten" in shown
    assert "Barnet är ensamt och gråter" in shown
    assert (ended.status_code, ended.headers["Location"]) == (302, f"{LIST}?klart=granskat")
    assert "Anmält" in main_of(inga.get(f"{LIST}?visa=avslutade"))
    assert state_of(people, review) is State.DONE


@pytest.mark.rule("R27", case="refuses")
@pytest.mark.parametrize("slug", OUTSIDERS)
def test_for_everybody_else_the_review_does_not_exist(people, review, slug):
    browser = browser_of(people, slug)
    addresses = (
        LIST,
        f"{LIST}{review}/",
        f"{LIST}{review}/fraga/",
        f"/personal/logg/forklara/{review}/",
    )
    posted = {"outcome": "expected", "words": "Ord"}

    assert {browser.get(address).status_code for address in addresses} == {404}
    assert {
        browser.post(address, posted).status_code
        for address in (*addresses[1:], f"{LIST}stickprov/")
    } == {404}
    assert state_of(people, review) is State.OPEN


def test_what_is_missing_is_said_and_what_was_typed_is_kept(people, review):
    inga = browser_of(people, "log-reviewer")

    nothing = inga.post(f"{LIST}{review}/", {"words": "Jag såg att"})
    wordless = inga.post(f"{LIST}{review}/", {"outcome": "look_into"})
    asked = inga.post(f"{LIST}{review}/fraga/", {"words": " "})

    assert [one.status_code for one in (nothing, wordless, asked)] == [422, 422, 422]
    assert "Jag såg att" in nothing.content.decode()
    assert "Skriv med egna ord" in wordless.content.decode()


def test_what_is_not_explained_is_not_ended_as_explained(people, review):
    answer = browser_of(people, "log-reviewer").post(
        f"{LIST}{review}/", {"outcome": "explained", "words": "Hon sade det."}
    )

    assert answer.status_code == 409
    assert "Den som läste har inte förklarat än" in answer.content.decode()


def test_the_reader_explains_on_her_own_page(people, review):
    inga, ulf = browser_of(people, "log-reviewer"), browser_of(people, "outsider")
    inga.post(f"{LIST}{review}/fraga/", {"words": "Vad hade hänt?"})
    address = f"/personal/logg/forklara/{review}/"

    day, page = main_of(ulf.get("/personal/")), main_of(ulf.get(address))
    empty = ulf.post(address, {"words": ""})
    sent = ulf.post(address, {"words": "Hon stod ensam på gården."})

    assert address in day
    assert "Vad hade hänt?" in page
    assert (empty.status_code, sent.status_code) == (422, 302)
    assert "Hon stod ensam på gården." in main_of(inga.get(f"{LIST}{review}/"))
    assert address not in main_of(ulf.get("/personal/"))
    assert inga.get(address).status_code == 404
    assert browser_of(people, "teacher").get(address).status_code == 404


def test_the_head_reads_how_many_days_late_it_is_and_no_more(people, review, owner):
    lena = browser_of(people, "principal")
    before = main_of(lena.get("/personal/"))
    owner.execute("UPDATE audit_review SET due = vb.today() - 4")

    after = main_of(lena.get("/personal/"))

    assert "Granskningen" not in before
    assert "Granskningen av verksamhetens logg är 4 dagar sen" in after
    assert "Ulf" not in after
    assert "Försenad" in main_of(browser_of(people, "log-reviewer").get(LIST))
    assert "Granskningen" not in main_of(browser_of(people, "teacher").get("/personal/"))


def test_one_more_sample_can_be_drawn(people, world):
    inga = browser_of(people, "log-reviewer")
    lena = browser_of(people, "principal")
    lena.get(f"/personal/barn/{world['alva']}/")

    first, second = inga.post(f"{LIST}stickprov/"), inga.post(f"{LIST}stickprov/")

    assert first.headers["Location"] == f"{LIST}?klart=stickprov"
    assert second.headers["Location"] == f"{LIST}?klart=inget-att-dra"
    assert "Stickprov" in main_of(inga.get(LIST))


# --- the families' questions -------------------------------------------------------------------


@pytest.fixture
def question(people, world) -> UUID:
    """Tor has read, and Karin asks on the family's page."""
    with people.acting("teacher") as tor:
        open_child(tor, UUID(str(world["alva"])))
    with people.acting("guardian") as karin:
        line = my_log(karin)[0].line
    browser_of(people, "guardian").post(
        f"/familj/vem-har-last/{line}/fraga/", {"words": "Varför läste ni?"}
    )
    with people.acting("log-reviewer") as inga:
        (one,) = unit_questions(inga)
        return one.question


@pytest.mark.rule("R28", case="allows")
@pytest.mark.parametrize("slug", ["log-reviewer", "principal"])
def test_a_question_is_answered_by_the_reviewer_or_the_contact(people, question, slug):
    browser = browser_of(people, slug)
    address = f"{QUESTIONS}{question}/"

    assert "Varför läste ni?" in main_of(browser.get(QUESTIONS))
    assert "Karin Lund" in main_of(browser.get(address))
    assert browser.post(address, {"words": " "}).status_code == 422
    assert browser.post(address, {"words": "Tor förberedde mötet."}).status_code == 302
    assert browser.post(address, {"words": "En gång till."}).status_code == 409
    assert "Tor förberedde mötet." in main_of(
        browser_of(people, "guardian").get("/familj/vem-har-last/")
    )


@pytest.mark.usefixtures("question")
def test_the_same_is_not_asked_twice_while_it_waits(people):
    with people.acting("guardian") as karin:
        line = my_log(karin)[0].line

    again = browser_of(people, "guardian").post(
        f"/familj/vem-har-last/{line}/fraga/", {"words": "Och igen?"}
    )

    assert again.status_code == 422
    assert "Du har redan frågat om det här." in again.content.decode()
    assert "Och igen?" in again.content.decode()


@pytest.mark.rule("R28", case="refuses")
@pytest.mark.parametrize(
    "slug", ["outsider", "teacher", "nurse", "social-worker", "keeper", "guardian"]
)
def test_others_find_no_question(people, question, slug):
    browser = browser_of(people, slug)

    assert browser.get(f"{QUESTIONS}{question}/").status_code == 404
    assert browser.post(f"{QUESTIONS}{question}/", {"words": "Svar"}).status_code == 404
    listed = browser.get(QUESTIONS)
    assert "Varför läste ni?" not in listed.content.decode()
    assert listed.status_code == (200 if slug == "social-worker" else 404)
    assert browser_of(people, "log-reviewer").get(f"{QUESTIONS}{uuid4()}/").status_code == 404


EXTRACT = "/personal/logg/utdrag/"


def test_an_extract_is_downloaded_as_a_file_or_read_as_a_page(people, world):
    inga = browser_of(people, "log-reviewer")
    browser_of(people, "principal").get(f"/personal/barn/{world['alva']}/")
    today = timezone.localdate().isoformat()
    wish = {"about": "child", "name": "Alva Lund", "first": today, "last": today}

    file = inga.post(EXTRACT, wish | {"som": "fil"})
    page = main_of(inga.post(EXTRACT, wish | {"som": "sida"}))
    nobody = inga.post(EXTRACT, wish | {"name": "Alva Berg"})
    backwards = inga.post(EXTRACT, wish | {"last": "2020-01-01"})

    assert (
        file.headers["Content-Disposition"] == f'attachment; filename="logg-{today}-{today}.jsonl"'
    )
    assert verify_extract.check(file.content.decode()).events >= 1
    assert "öppnade barnets sida" in page
    assert (nobody.status_code, backwards.status_code) == (422, 422)
    assert "Alva Berg" in nobody.content.decode()
    assert "gjorde ett utdrag ur loggen" in main_of(inga.get("/personal/logg/"))


@pytest.mark.parametrize("slug", OUTSIDERS)
def test_for_everybody_else_there_is_no_extract(people, slug):
    browser = browser_of(people, slug)

    assert (browser.get(EXTRACT).status_code, browser.post(EXTRACT, {}).status_code) == (404, 404)


def test_the_reviewers_pages_are_in_english_too(people, review):
    with people.acting("log-reviewer") as inga:
        ask_reader(inga, open_review(inga, review), words="Vad hade hänt?")
    inga = browser_of(people, "log-reviewer")
    inga.cookies[settings.LANGUAGE_COOKIE_NAME] = "en-gb"

    shown = main_of(inga.get(LIST)) + main_of(inga.get(f"{LIST}{review}/"))

    assert "Emergency opening" in shown
    assert re.findall(r"Nödöppning|Granskning|Väntar", shown) == []
