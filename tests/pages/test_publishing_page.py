"""The page that sends a version: it reads the list once, and sends nothing that was not decided."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from varjebarn.plan import queries

from tests.commands.plan_story import Story, own_story, published
from tests.world.browsing import browser_of

pytestmark = pytest.mark.world.with_args(published)
NOT_STATEMENTS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "SELECT 1")
SENTENCE = re.compile(r'<textarea name="([A-Z]+-[a-z_]+)"[^>]*>(.*?)</textarea>', re.DOTALL)
MARK = re.compile(r'name="shown" value="([0-9a-f]+)"')


@pytest.fixture
def story(databases, made) -> Iterator[Story]:
    with own_story(databases, made) as own:
        yield own


@pytest.fixture
def lena(story: Story) -> Client:
    return browser_of(story.people, "principal")


@pytest.fixture
def address(story: Story) -> str:
    with story.people.acting("principal") as actor:
        return f"/personal/plan/{story.plan(actor).public_id}/skicka/"


def sentences(html: str) -> dict[str, str]:
    return {name: unescape(text).strip() for name, text in SENTENCE.findall(html)}


def form(lena: Client, address: str) -> dict[str, str]:
    """What the page would send if nothing were changed."""
    html = lena.get(address).content.decode()
    mark = MARK.search(html)
    assert mark is not None
    return {"shown": mark[1], **sentences(html)}


def sent_versions(story: Story) -> list[int]:
    with story.people.acting("principal") as actor:
        return [line.number for line in queries.versions(actor, story.plan(actor))]


@contextmanager
def statements() -> Iterator[list[str]]:
    sent: list[str] = []

    def take(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - Django's own order
        if not sql.startswith(NOT_STATEMENTS):
            sent.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(take):
        yield sent


def test_a_version_is_sent_in_twenty_five_statements(
    story: Story, lena: Client, address: str
) -> None:
    fields = form(lena, address)

    with statements() as sent:
        answer = lena.post(address, fields)

    assert answer.status_code == HTTPStatus.FOUND
    assert len(sent) == 25, "\n".join(line[:160] for line in sent)
    assert sent_versions(story) == [2, 1]


def test_without_any_sentence_the_page_shows_them_and_sends_nothing(
    story: Story, lena: Client, address: str
) -> None:
    fields = form(lena, address)

    answer = lena.post(address, {"shown": fields["shown"]})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert {"shown": fields["shown"], **sentences(answer.content.decode())} == fields
    assert sent_versions(story) == [1]


@pytest.mark.parametrize("ground", ["CONSENT", "GUARDIAN", "SELF"])
def test_with_the_sentences_of_one_ground_taken_out_nothing_is_sent(
    story: Story, lena: Client, address: str, ground: str
) -> None:
    fields = form(lena, address)
    kept = {name: text for name, text in fields.items() if not name.startswith(f"{ground}-")}
    assert 1 < len(kept) < len(fields)

    answer = lena.post(address, kept)

    assert answer.status_code == HTTPStatus.CONFLICT
    assert sent_versions(story) == [1]


def test_an_empty_sentence_is_shown_again_with_what_else_was_typed(
    story: Story, lena: Client, address: str
) -> None:
    fields = form(lena, address)
    typed = fields | {"CONSENT-child_view": "Alva vill & hoppas.", "SELF-purpose": ""}

    answer = lena.post(address, typed)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert {"shown": fields["shown"], **sentences(answer.content.decode())} == typed
    assert sent_versions(story) == [1]


def test_a_list_that_has_changed_is_shown_anew_with_what_was_typed(
    story: Story, lena: Client, address: str
) -> None:
    typed = form(lena, address) | {"CONSENT-child_view": "Alva vill & hoppas."}
    story.take_back()

    answer = lena.post(address, typed)

    assert answer.status_code == HTTPStatus.CONFLICT
    assert sentences(answer.content.decode())["CONSENT-child_view"] == "Alva vill & hoppas."
    assert "Listan har ändrats" in answer.content.decode()
    assert sent_versions(story) == [1]


def test_whoever_is_not_involved_finds_no_page(story: Story, lena: Client, address: str) -> None:
    fields, ulf = form(lena, address), browser_of(story.people, "outsider")

    assert ulf.get(address).status_code == HTTPStatus.NOT_FOUND
    assert ulf.post(address, fields).status_code == HTTPStatus.NOT_FOUND
    assert sent_versions(story) == [1]
