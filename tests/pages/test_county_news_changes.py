"""A page of news changed afterwards: by the county's own, with the days, and what it said is kept."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from uuid import UUID, uuid4

import psycopg
import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People
from varjebarn.steering.commands import news as commands
from varjebarn.steering.document_reasons import DocumentReason as No
from varjebarn.steering.models import Article
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules import news as rules

from tests.world.browsing import HOST, browser_of, words, words_of
from tests.world.cast import people_of
from tests.world.steering_group import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

OLD, NEW = "Tre skolor är med.", "Fyra skolor är med."
KEEP = (
    "INSERT INTO steering_articlechange (article_id, number, title, text, by_id, at) "
    "SELECT a.id, 9, 'x', 'x', p.id, now() FROM steering_article a, organisations_person p "
    "WHERE p.public_id = %s"
)


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.fixture
def as_(people: People) -> Callable[[str], Client]:
    return partial(browser_of, people)


@pytest.fixture
def news(people: People, own_database: object) -> UUID:
    del own_database
    with people.acting("process-leader") as petra:
        return commands.tell_news(petra, title="Fler skolor", text=OLD).public_id


@pytest.mark.parametrize("who", ["principal", "outsider", "outsider-elsewhere", "nurse"])
def test_to_others_the_act_is_not_there(as_: Callable[[str], Client], news: UUID, who: str) -> None:
    browser, there = as_(who), reverse("county:article_edit", args=[news])

    found = [browser.get(there), browser.post(there, {"title": "x", "text": "x"})]
    never = browser.get(reverse("county:article_edit", args=[uuid4()]))

    assert [one.status_code for one in (*found, never)] == [HTTPStatus.NOT_FOUND] * 3
    assert Client(HTTP_HOST=HOST).get(there).url.startswith(settings.LOGIN_URL)


def test_a_change_shows_its_day_and_what_stood_there_is_kept(
    as_: Callable[[str], Client], news: UUID, owner: psycopg.Connection
) -> None:
    petra, there = as_("process-leader"), reverse("county:article_edit", args=[news])
    page = reverse("county:news", args=[news])

    before = words_of(Client(HTTP_HOST=HOST).get(page))
    same = petra.post(there, {"title": "Fler skolor", "text": OLD})
    empty = petra.post(there, {"title": "En ny rubrik", "text": ""})
    done = petra.post(there, {"title": "Fler skolor", "text": NEW})

    assert (OLD in petra.get(there).content.decode(), "Ändrad" in before) == (False, False)
    assert [one.status_code for one in (same, empty)] == [HTTPStatus.UNPROCESSABLE_ENTITY] * 2
    assert "Sidan är inte ändrad." in words(same)
    assert "En ny rubrik" in empty.content.decode()
    assert done.url == f"{page}?klart=lanet-sida-andrad"
    after = words_of(Client(HTTP_HOST=HOST).get(page))
    assert (NEW in after, OLD in after, "Ändrad" in after) == (True, False, True)
    kept = owner.execute("SELECT number, text FROM steering_articlechange").fetchall()
    assert kept == [(1, OLD)]
    logged = (
        "SELECT count(*) FROM audit_event WHERE act = 'steering.article_edited' AND object = %s"
    )
    assert owner.execute(logged, [news]).fetchone() == (1,)


def test_what_is_taken_back_is_changed_no_more(people: People, news: UUID) -> None:
    with people.acting("process-leader") as petra:
        article = Article.objects.get(public_id=news)
        commands.take_back_article(petra, article, on=article.published_at.date())
    with pytest.raises(Refused) as refused, people.acting("process-leader") as petra:
        commands.edit_article(petra, article, title="Ny", text=NEW)

    assert refused.value.reason is No.TAKEN_BACK_ALREADY


@pytest.mark.parametrize(
    ("who", "by", "found"),
    [
        ("process-leader", "process-leader", "1"),
        ("process-leader", "principal", "42501"),
        ("principal", "principal", "42501"),
        ("outsider", "outsider", "42501"),
    ],
)
@pytest.mark.usefixtures("news")
def test_in_the_database_the_countys_own_keep_it_in_their_own_name(
    people: People, who: str, by: str, found: str
) -> None:
    try:
        with people.acting(who), connection.cursor() as cursor:
            cursor.execute(KEEP, [people.persons[by]])
            transaction.set_rollback(True)
            outcome = str(cursor.rowcount)
    except DatabaseError as error:
        outcome = str(getattr(error.__cause__, "sqlstate", ""))

    assert outcome == found


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"is_taken_back": True}, No.TAKEN_BACK_ALREADY),
        ({"title": " "}, Reason.TITLE_MISSING),
        ({"text": ""}, No.TEXT_MISSING),
        ({"has_number": True}, No.LOOKS_LIKE_A_NUMBER),
        ({"is_same": True}, No.PAGE_AS_BEFORE),
    ],
)
def test_the_rule_says_why_not(changes: dict[str, object], reason: object) -> None:
    said = {"title": "Ny", "text": NEW, "has_number": False, "is_taken_back": False}
    facts = rules.EditFacts(**{**said, "is_same": False, **changes})  # type: ignore[arg-type] # by name

    assert rules.may_edit_article(frozenset({Duty.COUNTY}), facts).reason is reason
    assert rules.may_edit_article(frozenset(), facts).reason is Reason.ONLY_COUNTY_DUTY
