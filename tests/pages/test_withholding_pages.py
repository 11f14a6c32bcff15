"""Lena keeps something from Karin on the pages, sees it on her list, and lets it go; nobody outside finds it."""

import re
from datetime import timedelta
from http import HTTPStatus
from uuid import UUID

import pytest
from django.utils import timezone

from varjebarn.disclosure.queries import reviews_due
from varjebarn.people.queries import guardians, open_child
from varjebarn.plan.commands import publish_version
from varjebarn.plan.queries import current_plan, recipients_preview, working_document

from tests.world.browsing import browser_of
from tests.world.cast import people_of
from tests.world.staff_story import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]


@pytest.fixture
def people(world, own_database):
    return people_of(world)


@pytest.fixture
def at(people, world):
    """The addresses about Alva's first goal, and its words."""
    with people.acting("principal") as lena:
        file = open_child(lena, UUID(str(world["alva"])))
        document = working_document(lena, current_plan(lena, file))
        goal = document.goals.needs[0].goals[0]
        karin = next(one for one in guardians(lena, file) if one.custody)
    home = f"/personal/barn/{world['alva']}/hallet-tillbaka/"
    return {
        "home": home,
        "hide": f"{home}dolj/goal/{goal.ref}/",
        "place": f"{home}dolj/whereabouts/{world['alva']}/",
        "words": goal.wording,
        "karin": str(karin.person_ref),
    }


def soon(days=30):
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def filled(at, **change):
    return {
        "whom": [at["karin"]],
        "why": "harm",
        "reason": "Karin kan lida men av det.",
        "review_on": soon(),
    } | change


def text(response) -> str:
    return response.content.decode()


@pytest.mark.rule("R15", case="allows")
def test_something_is_kept_listed_and_let_go(people, at):
    lena = browser_of(people, "principal")
    assert at["words"] in text(lena.get(f"{at['home']}valj/"))

    done = lena.post(at["hide"], filled(at))
    assert (done.status_code, done["Location"]) == (HTTPStatus.FOUND, f"{at['home']}?klart=dolt")
    listed = text(lena.get(at["home"]))
    assert at["words"] in listed
    review = re.search(rf'href="({re.escape(at["home"])}[0-9a-f-]{{36}}/)"', listed).group(1)

    assert lena.post(review, {"outcome": "keep", "reason": "Samma läge."}).status_code == 422
    kept = lena.post(review, {"outcome": "keep", "reason": "Samma läge.", "review_on": soon(60)})
    assert kept["Location"] == f"{at['home']}?klart=doljs-langre"
    gone = lena.post(review, {"outcome": "lift", "reason": "Läget är ett annat."})
    assert gone["Location"] == f"{at['home']}?klart=visas-igen"
    assert "Läget är ett annat." in text(lena.get(at["home"]))
    assert lena.get(review).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.rule("R15", case="refuses")
def test_karin_finds_no_trace_on_any_page(people, at, world):
    karin = browser_of(people, "guardian")
    before = text(karin.get("/familj/plan/", follow=True))
    assert at["words"] in before

    browser_of(people, "principal").post(at["hide"], filled(at))
    with people.acting("principal") as lena:
        plan = current_plan(lena, open_child(lena, UUID(str(world["alva"]))))
        preview = recipients_preview(lena, plan, timezone.localdate())
        publish_version(
            lena, plan, shown=preview.digest, on=timezone.localdate(), answers=preview.answers
        )

    pages = [
        text(karin.get(page, follow=True))
        for page in ("/familj/", "/familj/plan/", "/familj/vem-har-last/", "/familj/samtycke/")
    ]
    assert [page for page in pages if at["words"] in page or "hålls tillbaka" in page] == []
    assert numbers(before) == ["1", "2"]
    assert numbers(pages[1]) == ["1"]


def numbers(html: str) -> list[str]:
    """Give the versions that a family page names."""
    return sorted(set(re.findall(r"[Vv]ersion (\d+)", html)))


@pytest.mark.rule("R15", case="refuses")
def test_what_was_typed_stays_when_something_is_missing(people, at):
    lena = browser_of(people, "principal")

    for change, words in (
        ({"reason": ""}, "Skriv varför"),
        ({"whom": []}, "Välj vem det ska döljas för"),
        ({"review_on": soon(400)}, "Ompröva tidigare"),
    ):
        answered = lena.post(at["hide"], filled(at, **change))
        assert answered.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        assert words in text(answered)
        if "reason" not in change:
            assert "Karin kan lida men av det." in text(answered)


@pytest.mark.rule("R16", case="refuses")
def test_a_late_review_of_whereabouts_says_the_paragraph(people, at):
    lena = browser_of(people, "principal")

    late = lena.post(at["place"], filled(at, why="lvu", review_on=soon(100)))

    assert late.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "14 § LVU ska omprövas minst var tredje månad" in text(late)


@pytest.mark.rule("R16", case="allows")
def test_a_review_falls_due_on_my_day(people, at):
    lena = browser_of(people, "principal")
    assert "Hemlig vistelseort" not in text(lena.get("/personal/"))

    lena.post(at["place"], filled(at, why="lvu", review_on=soon(10)))

    assert "Hemlig vistelseort: Alva" in text(lena.get("/personal/"))
    with people.acting("nurse") as nurse:
        assert reviews_due(nurse, by=timezone.localdate() + timedelta(days=90)) == []


@pytest.mark.parametrize("slug", ["outsider", "nurse", "guardian", "child", "keeper"])
def test_nobody_else_finds_the_pages(people, at, slug):
    browser_of(people, "principal").post(at["hide"], filled(at))
    other = browser_of(people, slug)

    for page in (at["home"], f"{at['home']}valj/", at["hide"], at["place"]):
        assert other.get(page).status_code == HTTPStatus.NOT_FOUND
        assert other.post(page, filled(at)).status_code in {404, 405}
