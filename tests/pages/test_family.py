"""The family's pages, asked for as the child, the guardian, and those who have nothing to do here."""

import re
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from varjebarn.disclosure.queries import family_deliveries, my_consents, submissions
from varjebarn.ops.world import alva as story_of_alva
from varjebarn.ops.world import sharing
from varjebarn.ops.world.alva_plan import tell_plan
from varjebarn.ops.world.children import open_alva
from varjebarn.ops.world.hiring import hire_staff
from varjebarn.ops.world.logins import People
from varjebarn.ops.world.story import MODEL, Story
from varjebarn.participation.commands import ask_child, ask_guardian
from varjebarn.people.queries import guardians, open_child
from varjebarn.practice.queries import latest_model

from tests.world.browsing import HOST, browser_of

PURPOSE = "Att hålla ihop stödet under våren"
OUTSIDERS = ["guardian-without-custody", "outsider", "outsider-elsewhere", "police", "teacher"]


def told_and_asked_again():
    """Alva's story to its end; then a new request and new questions that nobody has answered."""
    people = People()
    hire_staff(people)
    today = date.today()
    story = Story(people=people, file=open_alva(people, today), on=today)
    story_of_alva.tell_beginning(story)
    tell_plan(story)
    with people.acting("principal") as lena:
        child = open_child(lena, story.file)
        sharing.ask(
            lena,
            child,
            purpose=PURPOSE,
            circle=story_of_alva.CIRCLE,
            last_day=today + timedelta(days=90),
        )
        ask_child(
            lena,
            child,
            model=latest_model(MODEL),
            on=today,
            purpose="Hur går det nu?",
            answers=story_of_alva.fields("question", "SELF"),
            questions=("safe", "included"),
        )
        ask_guardian(
            lena,
            child,
            guardian=guardians(lena, child)[0],
            model=latest_model(MODEL),
            on=today,
            purpose="Hur går det nu?",
            answers=story_of_alva.fields("question", "GUARDIAN"),
            free=("Vad har blivit bättre?",),
        )
    return {"persons": people.persons, "alva": story.file}


pytestmark = [
    pytest.mark.world.with_args(told_and_asked_again),
    pytest.mark.usefixtures("own_database"),
]


@pytest.fixture
def alva(people):
    return browser_of(people, "child")


@pytest.fixture
def karin(people):
    return browser_of(people, "guardian")


def newest(people, slug, kind):
    with people.acting(slug) as actor:
        return family_deliveries(actor, kind=kind)[0]


def units_of(people, slug):
    with people.acting(slug) as actor:
        return {line.unit_name: line for line in my_consents(actor) if line.purpose == PURPOSE}


def every_address(people):
    """All of the family's addresses about Alva, as her guardian would write them."""
    request, question, plan = (
        newest(people, "guardian", kind).public_id
        for kind in ("consent_request", "question", "plan_version")
    )
    line = units_of(people, "guardian")["Skola"]
    return [
        f"/familj/fraga/{request}/",
        f"/familj/fraga/{request}/svara/",
        f"/familj/fraga/{request}/se-over/",
        f"/familj/ord/{question}/",
        f"/familj/ord/{question}/1/",
        f"/familj/ord/{question}/se-over/",
        f"/familj/plan/{plan}/",
        f"/familj/samtycken/{line.ref}/{line.unit}/ta-tillbaka/",
    ]


def shown(answer):
    return answer.content.decode()


def without_address(answer):
    """The page less the address that was asked for, and less its CSRF token."""
    return re.sub(r'[0-9a-f]{8}-[0-9a-f-]{27}|value="\w{64}"', "", shown(answer))


@pytest.mark.parametrize("slug", OUTSIDERS)
def test_nobody_else_finds_a_page_of_alvas(people, slug):
    client = browser_of(people, slug)
    absent = f"/familj/plan/{UUID(int=7)}/"

    answers = [client.get(address) for address in every_address(people)]

    assert [answer.status_code for answer in answers] == [404] * 8
    assert without_address(answers[6]) == without_address(client.get(absent))


def test_the_parent_without_custody_gets_the_empty_page(people):
    client = browser_of(people, "guardian-without-custody")
    pages = [
        "/familj/",
        "/familj/plan/",
        "/familj/ord/",
        "/familj/samtycken/",
        "/familj/vem-har-last/",
    ]

    answers = [client.get(page) for page in pages]

    assert [answer.status_code for answer in answers] == [200] * 5
    assert "Det finns inget här för dig" in shown(answers[0])
    assert not any("Alva" in shown(answer) for answer in answers)


def test_nobody_logged_in_is_led_to_the_login(people):
    client = Client(HTTP_HOST=HOST)

    answers = [client.get(address) for address in ["/familj/", *every_address(people)]]

    assert {answer.status_code for answer in answers} == {302}


def test_the_first_page_says_what_is_new_in_the_readers_own_words(alva, karin):
    hers, mothers = shown(alva.get("/familj/")), shown(karin.get("/familj/"))

    assert "Nytt för dig" in hers
    assert "Nytt om Alva" in mothers
    assert "En fråga om samtycke" in mothers
    assert "En fråga till dig" in hers


def test_opening_a_request_is_logged_and_nothing_is_chosen(people, karin, owner):
    request = newest(people, "guardian", "consent_request").public_id

    page = shown(karin.get(f"/familj/fraga/{request}/"))
    form = shown(karin.get(f"/familj/fraga/{request}/svara/"))

    assert "Alva får samma hjälp som annars." in page
    assert " checked" not in form
    logged = owner.execute(
        "SELECT count(*) FROM audit_event WHERE act = 'delivery.read' AND object = %s", [request]
    )
    assert logged.fetchone() == (1,)


def test_a_guardian_answers_unit_by_unit_after_looking_it_over(people, karin):
    at = f"/familj/fraga/{newest(people, 'guardian', 'consent_request').public_id}/"
    fields = {f"unit_{line.unit}": "given" for line in units_of(people, "guardian").values()}
    police = units_of(people, "guardian")["Lokalpolisområde Växjö"].unit
    fields |= {f"unit_{police}": "refused", "words": "Ring mig gärna."}

    chosen = karin.post(f"{at}svara/", fields | {"do": "next"})
    before = {line.what for line in units_of(people, "guardian").values()}
    review = shown(karin.get(f"{at}se-over/"))
    sent = karin.post(f"{at}se-over/")

    assert (chosen.status_code, chosen.headers["Location"]) == (302, f"{at}se-over/")
    assert before == {"asked"}
    assert "Ring mig gärna." in review
    assert sent.headers["Location"] == "/familj/samtycken/?klart=svar-skickat"
    after = {name: line.what for name, line in units_of(people, "guardian").items()}
    assert after == {
        "Skola": "given",
        "Elevhälsans medicinska insats": "given",
        "Socialtjänst barn och unga": "given",
        "Lokalpolisområde Växjö": "refused",
    }


def test_an_incomplete_answer_is_a_422_with_everything_kept(people, karin):
    at = f"/familj/fraga/{newest(people, 'guardian', 'consent_request').public_id}/svara/"

    answer = karin.post(at, {"words": "Vänta lite", "do": "next"})
    again = karin.get(at)

    assert answer.status_code == 422
    assert "Välj ett svar för Skola, Växjö kommun" in shown(answer)
    assert "Vänta lite" in shown(answer)
    assert "Vänta lite" in shown(again)


def test_a_yes_is_taken_back_in_two_clicks_and_given_anew(people, karin):
    request = newest(people, "guardian", "consent_request").public_id
    lines = units_of(people, "guardian")
    social = lines["Socialtjänst barn och unga"]
    answers = {f"unit_{line.unit}": "given" for line in lines.values()}

    def said():
        return units_of(people, "guardian")["Socialtjänst barn och unga"].what

    def say_yes():
        karin.post(f"/familj/fraga/{request}/svara/", answers | {"do": "next"})
        karin.post(f"/familj/fraga/{request}/se-over/")
        return said()

    first = say_yes()
    back = f"/familj/samtycken/{social.ref}/{social.unit}/ta-tillbaka/"
    asked = karin.get(back)
    karin.post(back)

    assert (first, asked.status_code, said()) == ("given", 200, "withdrawn")
    assert karin.get(back).status_code == 404
    assert say_yes() == "given"


def test_a_child_answers_with_a_face_and_words_and_sees_what_was_sent(world, people, alva):
    at = f"/familj/ord/{newest(people, 'child', 'question').public_id}/"

    wrong = alva.post(f"{at}1/", {"do": "next", "words": ""})
    back = alva.post(f"{at}1/", {"do": "back", "words": "Nästan alltid", "face": "good"})
    kept = shown(alva.get(f"{at}1/"))
    alva.post(f"{at}2/", {"do": "skip", "words": "Det här skickas inte"})
    review = shown(alva.get(f"{at}se-over/"))
    sent = alva.post(f"{at}se-over/")

    assert (wrong.status_code, back.headers["Location"]) == (422, at)
    assert "Nästan alltid" in kept
    assert re.search(r'value="good"[^>]* checked', kept) is not None
    assert "Jag vill inte svara nu" in review
    assert "Det här skickas inte" not in review
    assert sent.headers["Location"] == f"{at}?klart=ord-skickade"
    assert "Det här skickade du" in shown(alva.get(at))
    with people.acting("principal") as lena:
        child = open_child(lena, UUID(world["alva"]))
        arrived = submissions(lena, child, kind="child_words")[0]
    assert arrived.body["answers"] == [
        {"dimension": "safe", "face": 4, "words": "Nästan alltid", "skipped": False},
        {"dimension": "included", "face": None, "words": "", "skipped": True},
    ]


def test_a_question_that_is_not_there_is_no_page(people, alva):
    at = f"/familj/ord/{newest(people, 'child', 'question').public_id}/"

    assert [alva.get(f"{at}{number}/").status_code for number in (0, 3, 4)] == [404, 200, 404]


def test_child_and_guardian_read_the_plan_each_in_their_own_view(people, alva, karin):
    hers = shown(alva.get(f"/familj/plan/{newest(people, 'child', 'plan_version').public_id}/"))
    mothers = shown(
        karin.get(f"/familj/plan/{newest(people, 'guardian', 'plan_version').public_id}/")
    )

    cards = [
        "Det här är viktigt för mig",
        "Det här ska hända",
        "De här hjälper mig",
        "Då träffas vi igen",
        "Det här får de veta om mig",
    ]
    assert [card in hers for card in cards] == [True] * 5
    assert [card in mothers for card in cards] == [False, False, False, True, False]
    assert "Planen för Alva" in mothers
    assert "Alla versioner" in mothers


def test_an_older_version_leads_to_the_newest(people, karin):
    with people.acting("guardian") as actor:
        copies = family_deliveries(actor, kind="plan_version")

    older = shown(karin.get(f"/familj/plan/{copies[-1].public_id}/"))

    assert copies[0].version > copies[-1].version
    assert "Det finns en nyare version av planen." in older


def test_who_has_read_names_the_unit(karin):
    page = shown(karin.get("/familj/vem-har-last/"))

    assert "Socialtjänst barn och unga, Växjö kommun" in page
    assert "öppnade sin kopia av planen, version 1" in page
    assert "Ingen har läst något än." not in page


def test_an_unreadable_moment_is_the_first_page(karin):
    assert [
        karin.get("/familj/vem-har-last/", {"before": text}).status_code
        for text in ("i går", "2026-13-45T00:00:00+00:00", "2026-11-24T10:00:00")
    ] == [200, 200, 200]


@pytest.mark.parametrize("language", ["en-gb", "sv-simple"])
def test_every_page_is_shown_in_other_languages(people, karin, language):
    karin.cookies["vb_language"] = language

    answers = [karin.get(address) for address in ["/familj/", *every_address(people)[:2]]]

    assert [answer.status_code for answer in answers] == [200] * 3
    assert f'<html lang="{language}"' in shown(answers[0])


def test_the_first_page_asks_as_often_for_one_thing_as_for_many(world, people, karin):
    def statements():
        with CaptureQueriesContext(connection) as caught:
            assert karin.get("/familj/").status_code == 200
        return len(caught)

    before = statements()
    with people.acting("principal") as lena:
        child = open_child(lena, UUID(world["alva"]))
        for days in range(5):
            sharing.ask(
                lena,
                child,
                purpose=f"{PURPOSE} {days}",
                circle=story_of_alva.CIRCLE,
                last_day=date.today() + timedelta(days=30),
            )

    assert statements() == before
