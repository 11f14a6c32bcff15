"""The handbook: every page of the county's work is in it, and every link answers for whom it is for."""

import re
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from typing import cast

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, reverse
from django.urls.resolvers import URLResolver
from django.utils.translation import gettext, override

from varjebarn.ops.world.logins import People
from varjebarn.web.county import urls
from varjebarn.web.county.handbook.pages import LABEL
from varjebarn.web.county.handbook.tasks import Place, Role, Task, roles

from tests.world.browsing import browser_of, words_of
from tests.world.searched import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

FOR = {"sekreterare": "process-leader", "ledamot": "principal", "processledare": "process-leader"}
"""A reader whose handbook each one is."""
READERS = ("", "outsider", "keeper", "principal", "process-leader")
ITSELF = {"handbook", "handbook_role"}
LINKS = re.compile(r'<ul class="vb-plain-list vb-files vb-handbook-places">(.*?)</ul>', re.DOTALL)


@pytest.fixture
def as_(people: People) -> Callable[[str], Client]:
    who = partial(browser_of, people)
    return lambda slug: who(slug) if slug else Client(HTTP_HOST="127.0.0.1")


def there(role: Role) -> str:
    return reverse("county:handbook_role", args=[role.key])


def tasks() -> list[Task]:
    return [task for role in roles() for task in role.tasks]


def places(text: str) -> tuple[list[str], list[str]]:
    """The addresses of the places on a page, and the names of those without one."""
    lists = "".join(LINKS.findall(text))
    return re.findall(r'href="([^"]+)"', lists), re.findall(
        r'<span class="vb-muted">([^<]+)', lists
    )


def names(patterns: object) -> set[str]:
    """All names in a table of addresses."""
    found: set[str] = set()
    for one in cast("list[URLPattern | URLResolver]", patterns):
        found |= names(one.url_patterns) if isinstance(one, URLResolver) else {str(one.name)}
    return found


def test_every_page_of_the_countys_work_is_in_a_handbook() -> None:
    told = set().union(*(task.pages for task in tasks()))

    assert names(urls.urlpatterns) - told == ITSELF
    assert told <= names(urls.urlpatterns)


@pytest.mark.parametrize("role", roles(), ids=lambda one: one.key)
def test_every_link_answers_for_whom_it_is_for(as_: Callable[[str], Client], role: Role) -> None:
    browser = as_(FOR[role.key])
    hrefs, unlinked = places(browser.get(there(role)).content.decode())
    answers = {href: browser.get(href).status_code for href in hrefs}

    assert unlinked == []
    assert len(hrefs) == sum(len(task.places) for task in role.tasks)
    assert {href: code for href, code in answers.items() if code != HTTPStatus.OK} == {}


@pytest.mark.parametrize("who", READERS)
def test_nobody_is_led_to_a_page_that_is_not_theirs(as_: Callable[[str], Client], who: str) -> None:
    browser = as_(who)
    for role in roles():
        hrefs, unlinked = places(browser.get(there(role)).content.decode())
        answers = {href: browser.get(href).status_code for href in hrefs}

        assert {href: code for href, code in answers.items() if code != HTTPStatus.OK} == {}
        assert bool(unlinked) is (FOR[role.key] != who and who != "process-leader"), role.key


def test_a_place_of_a_group_is_ones_own(
    as_: Callable[[str], Client], world: dict[str, object]
) -> None:
    text = as_("principal").get(there(roles()[1])).content.decode()

    assert reverse("county:propose", args=[world["group"]]) in text
    assert reverse("county:meeting", args=[world["todays"]]) in text


def test_every_button_is_called_what_it_is_called() -> None:
    """In brackets stands the name of a button: it has an English name, and the page shows that one."""
    told = {
        label
        for task in tasks()
        for words in (*task.steps, *([task.note] if task.note else []))
        for label in LABEL.findall(words.sv)
    }
    with override("en-gb"):
        same = sorted(label for label in told if gettext(label) == label)

    assert len(told) > 60
    assert same == []


def test_both_languages_say_the_same() -> None:
    """Both have a text, and both name the same buttons."""
    for task in tasks():
        for words in (task.title, *task.steps, *([task.note] if task.note else [])):
            assert words.sv.strip()
            assert words.en.strip()
            assert words.sv != words.en or words.sv == "OParl", words.sv
            assert LABEL.findall(words.sv) == LABEL.findall(words.en), words.sv


def test_steps_are_short() -> None:
    steps = [step.sv for task in tasks() for step in task.steps]
    longest = max(
        (len(re.findall(r"\w+", part)), part)
        for step in steps
        for part in re.split(r"[.!?] ", step)
    )

    assert longest[0] <= 20, longest
    assert max(len(task.steps) for task in tasks()) <= 5


def test_each_task_of_a_role_has_an_anchor_of_its_own() -> None:
    for role in roles():
        keys = [task.key for task in role.tasks]

        assert len(keys) == len(set(keys)), role.key


def test_a_place_names_a_task_of_its_own_page() -> None:
    every: list[Place] = [place for task in tasks() for place in task.places]

    assert len(every) > 60
    assert {place.page for place in every} <= names(urls.urlpatterns)


@pytest.mark.parametrize("language", ["sv", "en-gb"])
def test_the_handbook_is_read_in_both_languages(language: str) -> None:
    browser = Client(HTTP_HOST="127.0.0.1")
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    index = words_of(browser.get(reverse("county:handbook")))
    shown = words_of(browser.get(there(roles()[0])))

    assert ("För sekreteraren" in index) is (language == "sv")
    assert ("Open the meeting and choose Add an item" in shown) is (language != "sv")
    assert "[" not in shown


def test_a_role_that_there_is_none_of_is_not_found() -> None:
    address = reverse("county:handbook_role", args=["kung"])

    assert Client(HTTP_HOST="127.0.0.1").get(address).status_code == HTTPStatus.NOT_FOUND


def test_a_page_leads_to_its_task_for_those_who_work(
    as_: Callable[[str], Client], world: dict[str, object]
) -> None:
    answers = reverse("county:report_backs")
    seen = {who: as_(who).get(answers).content.decode() for who in READERS}

    assert "/lanet/handbok/sekreterare/#fraga-alla" in seen["process-leader"]
    assert "/lanet/handbok/ledamot/#svara" in seen["principal"]
    assert "Så gör du:" not in seen[""]


def test_the_handbook_costs_the_same_whoever_reads_and_however_much_there_is(
    as_: Callable[[str], Client],
) -> None:
    counts = {}
    for who in ("", "process-leader", "principal"):
        browser = as_(who)
        browser.get(there(roles()[0]))
        with CaptureQueriesContext(connection) as sent:
            browser.get(there(roles()[0]))
        counts[who] = len(sent)

    assert counts[""] == 3
    assert max(counts.values()) <= counts[""] + 8
