"""Somebody in the family says that something is wrong: it stands beside it, is answered, and stays."""

import re
from uuid import uuid4

import pytest

from varjebarn.disclosure.queries import family_deliveries, objections
from varjebarn.people.queries import open_child
from varjebarn.plan.commands import set_why

from tests.commands.plan_story import published, story_of
from tests.world.browsing import browser_of, words_of

pytestmark = [pytest.mark.world.with_args(published), pytest.mark.usefixtures("own_database")]

WORDS = "Det var aldrig på rasten. Det var i matsalen."
ANSWER = "Vi skriver om målet så att det gäller matsalen."
OUTSIDERS = ["guardian-without-custody", "outsider", "outsider-elsewhere", "police", "teacher"]


@pytest.fixture
def story(world):
    return story_of(world)


@pytest.fixture
def karin(story):
    return browser_of(story.people, "guardian")


@pytest.fixture
def lena(story):
    return browser_of(story.people, "principal")


def plan_of(story, slug="guardian"):
    with story.people.acting(slug) as reader:
        return family_deliveries(reader, kind="plan_version")[0].public_id


def goal_of(story):
    return f"goal:{story.state().goals.needs[0].goals[0].ref}"


def object_to_the_goal(story, browser, **more):
    address = f"/familj/stammer-inte/{plan_of(story)}/?om={goal_of(story)}"
    return browser.post(address, {"item": goal_of(story), "words": WORDS} | more)


def lines(story):
    with story.people.acting("principal") as actor:
        return objections(actor, open_child(actor, story.alva))


def filled(browser, address):
    """The deciding sentences as the page suggests them; what has none is written."""
    html = browser.get(address).content.decode()
    fields = re.findall(r'<textarea name="(beslut-[^"]+)"[^>]*>(.*?)</textarea>', html, re.DOTALL)
    return {name: text.strip() or "Frågat och svarat." for name, text in fields}


def answered(story, lena):
    address = f"/personal/invandning/{lines(story)[0].submission}/"
    data = filled(lena, address) | {"outcome": "corrected", "words": ANSWER}
    response = lena.post(address, data)
    assert response.status_code == 302, words_of(response, response.status_code)


def test_each_shown_thing_leads_to_saying_that_it_is_wrong(story, karin):
    html = karin.get(f"/familj/plan/{plan_of(story)}/").content.decode()
    actions = story.state().actions

    for item in (goal_of(story), "why", *(f"action:{line.ref}" for line in actions.lines)):
        assert f"/familj/stammer-inte/{plan_of(story)}/?om={item}" in html
    assert re.search(r"\?om=view:[0-9a-f]{16}", html)
    assert "?om=document" in html


def test_what_is_sent_without_words_keeps_the_choice_and_sends_nothing(story, karin):
    response = object_to_the_goal(story, karin, words=" ")

    page = words_of(response, 422)
    assert "Skriv vad som inte stämmer" in page
    assert re.search(rf'value="{goal_of(story)}"[^>]*checked', response.content.decode())
    assert lines(story) == []


def test_nothing_but_what_was_shown_can_be_objected_to(story, karin):
    response = object_to_the_goal(story, karin, item=f"goal:{uuid4()}")

    assert response.status_code == 422
    assert lines(story) == []


@pytest.mark.rule("R40", case="allows")
def test_it_stands_beside_the_goal_with_its_answer_for_everybody_who_holds_it(story, karin, lena):
    assert object_to_the_goal(story, karin).status_code == 302
    (line,) = lines(story)
    assert (line.about, line.words, line.item) == ("Målet: Lugna raster", WORDS, goal_of(story))

    news = words_of(lena.get("/personal/"))
    answered(story, lena)

    assert "Någon i familjen säger att något inte stämmer." in news
    at_home = words_of(karin.get(f"/familj/plan/{plan_of(story)}/"))
    assert f"Du har sagt att det här inte stämmer {WORDS}" in at_home
    assert ANSWER in at_home
    at_school = words_of(lena.get(f"/personal/barn/{story.alva}/plan/", follow=True))
    assert f"Målet: Lugna raster {WORDS} Karin" in at_school
    assert f"Svar: {ANSWER}" in at_school
    story.publish()
    newest, first = (copy.disagreement for copy in story.held("social-worker"))
    assert [(one.about, one.text, one.answer) for one in newest][-1] == (
        "Målet: Lugna raster",
        WORDS,
        ANSWER,
    )
    assert WORDS not in {one.text for one in first}


def test_the_answer_is_a_copy_of_their_own_and_read_once_more_in_the_list(story, karin, lena):
    object_to_the_goal(story, karin)
    waiting = words_of(karin.get("/familj/stammer-inte/"))
    answered(story, lena)

    first = words_of(karin.get("/familj/"))
    page = words_of(karin.get("/familj/stammer-inte/"))

    assert "Inget svar än" in waiting
    assert "Svar på det du sa inte stämmer" in first
    assert f"{WORDS} Du skrev det" in page
    assert f"Det rättas {ANSWER}" in page
    with story.people.acting("child") as alva:
        assert [
            one for one in family_deliveries(alva) if one.content_kind == "objection_answer"
        ] == []


def test_what_is_to_stay_with_the_unit_is_in_no_version(story, karin):
    object_to_the_goal(story, karin, stays_here="on")

    (line,) = lines(story)
    assert line.stays_here
    assert WORDS not in {one.text for one in story.state().disagreement}


def test_the_child_says_it_too(story):
    alva = browser_of(story.people, "child")
    address = f"/familj/stammer-inte/{plan_of(story, 'child')}/"

    sent = alva.post(address, {"item": "document", "words": "Jag vill inte ha någon plan."})

    assert sent.status_code == 302
    assert [(line.capacity, line.item) for line in lines(story)] == [("child", "document")]


def test_an_answer_without_words_is_asked_for_again(story, karin, lena):
    object_to_the_goal(story, karin)
    address = f"/personal/invandning/{lines(story)[0].submission}/"

    response = lena.post(address, filled(lena, address) | {"outcome": "kept", "words": ""})

    assert "Skriv ert svar" in words_of(response, 422)
    assert lines(story)[0].answer is None


def test_what_stood_before_a_correction_is_there_for_those_who_are_with_the_child(story, lena):
    with story.people.acting("principal") as actor:
        set_why(actor, story.plan(actor), why="Alva ska ha ro i matsalen.")

    page = words_of(lena.get(f"/personal/barn/{story.alva}/tidigare/"))

    assert "Varför det finns en plan Alva ska ha det lugnt på rasten. Ändrat av Lena" in page


@pytest.mark.parametrize("slug", OUTSIDERS)
def test_outsiders_find_nothing_of_it(story, karin, slug):
    object_to_the_goal(story, karin)
    browser = browser_of(story.people, slug)
    submission = lines(story)[0].submission
    at_school = [f"/personal/invandning/{submission}/"]
    at_school += [f"/personal/barn/{story.alva}/{page}/" for page in ("invandningar", "tidigare")]
    at_home = [f"/familj/stammer-inte/{plan_of(story)}/"]
    addresses = at_home if slug == "teacher" else [*at_school, *at_home]

    for address in addresses:
        assert browser.get(address).status_code == 404
        assert browser.post(address, {"words": "x"}).status_code in {404, 405}


def test_ulf_sees_no_trace_of_it_in_his_own_list(story, karin):
    object_to_the_goal(story, karin)
    jonas = browser_of(story.people, "guardian-without-custody")

    assert "Du har inte sagt att något inte stämmer." in words_of(
        jonas.get("/familj/stammer-inte/")
    )
