"""Files with answers: put there, shown in the compilation, saved, and taken away."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from uuid import UUID, uuid4

import psycopg
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from varjebarn.ops.world.logins import People
from varjebarn.steering.models import AnswerFile

from tests.world.browsing import HOST, browser_of, words, words_of
from tests.world.cast import people_of
from tests.world.steering_group import build, organisation

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

OUTSIDERS = ("outsider", "outsider-elsewhere", "keeper", "nurse")
OURS = "Växjö kommun"
TEXT = "Elva skolor testar."


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.fixture
def as_(people: People) -> Callable[[str], Client]:
    return partial(browser_of, people)


@pytest.fixture
def lena(as_: Callable[[str], Client]) -> Client:
    return as_("principal")


@pytest.fixture
def anybody() -> Client:
    return Client(HTTP_HOST=HOST)


@pytest.fixture
def at(world: dict[str, object]) -> Callable[[str], str]:
    return lambda name: reverse(f"county:{name}", args=[UUID(str(world["report_back"]))])


def sent(browser: Client, there: str, name: str = "siffror.txt", content: str = TEXT) -> int:
    """Send a file with Växjö's answer."""
    file = SimpleUploadedFile(name, content.encode(), content_type="text/html")
    answer = browser.post(there, {"organisation": organisation(OURS), "file": file, "title": ""})
    return answer.status_code


def the_file(people: People) -> UUID:
    with people.acting("principal"):
        return AnswerFile.objects.get(removed_at=None).public_id


@pytest.mark.parametrize("who", OUTSIDERS)
def test_to_others_the_acts_are_not_there(
    as_: Callable[[str], Client], lena: Client, anybody: Client, people: People,
    at: Callable[[str], str], who: str,
) -> None:  # fmt: skip
    sent(lena, at("answer_files"))
    file = the_file(people)
    never = reverse("county:answer_files", args=[uuid4()])
    acts = [at("answer_files"), reverse("county:remove_answer_file", args=[file]), never]

    browser = as_(who)

    assert [browser.get(one).status_code for one in acts] == [HTTPStatus.NOT_FOUND] * 3
    assert [browser.post(one).status_code for one in acts] == [HTTPStatus.NOT_FOUND] * 3
    assert anybody.get(acts[0]).url.startswith(settings.LOGIN_URL)
    assert "Filer till svaret" not in words_of(browser.get(at("report_back")))


def test_before_the_answer_it_is_the_writers_and_then_everybodys(
    lena: Client, anybody: Client, people: People, owner: psycopg.Connection,
    at: Callable[[str], str],
) -> None:  # fmt: skip
    assert sent(lena, at("answer_files")) == HTTPStatus.FOUND
    there = reverse("county:answer_file", args=[the_file(people)])

    mine = lena.get(there)
    hidden = (anybody.get(there).status_code, "siffror" in words_of(anybody.get(at("report_back"))))
    lena.post(at("answer"), {"organisation": organisation(OURS), "text": "Vi testar."})

    assert (mine.content.decode(), mine["Content-Security-Policy"]) == (
        TEXT,
        "sandbox; default-src 'none'",
    )
    assert hidden == (HTTPStatus.NOT_FOUND, False)
    logged = "SELECT count(*) FROM audit_event WHERE act = %s"
    found = [
        owner.execute(logged, [act]).fetchone()
        for act in ("steering.answer_file_read", "steering.answer_file_attached")
    ]
    assert found == [(1,), (1,)]
    compiled = anybody.get(at("report_back"))
    assert ("siffror (text, 1 kB)" in words_of(compiled), there in compiled.content.decode()) == (
        True,
        True,
    )
    saved = anybody.get(there)
    assert saved["Content-Disposition"] == 'attachment; filename="siffror.txt"'


def test_what_is_no_paper_is_not_let_in(lena: Client, at: Callable[[str], str]) -> None:
    file = SimpleUploadedFile("fil.pdf", b"\x00\x01", content_type="application/pdf")
    sending = {"organisation": organisation(OURS), "title": "Våra siffror"}

    wrong = lena.post(at("answer_files"), {**sending, "file": file})
    none = lena.post(at("answer_files"), sending)

    assert [wrong.status_code, none.status_code] == [HTTPStatus.UNPROCESSABLE_ENTITY] * 2
    assert "Våra siffror" in wrong.content.decode()
    assert "Välj en fil" in words(none)


def test_it_is_taken_away_after_a_question(
    lena: Client, people: People, at: Callable[[str], str], owner: psycopg.Connection
) -> None:
    sent(lena, at("answer_files"))
    file = the_file(people)
    there = reverse("county:remove_answer_file", args=[file])

    question = words_of(lena.get(there))
    done = lena.post(there)

    assert "Ta bort filen?" in question
    assert done.url == f"{at('answer_files')}?klart=lanet-fil-bort"
    assert lena.get(reverse("county:answer_file", args=[file])).status_code == HTTPStatus.NOT_FOUND
    assert "Svaret har inga filer." in words_of(lena.get(at("answer_files")))
    held = owner.execute("SELECT octet_length(content) FROM steering_answerfile").fetchone()
    assert held == (0,)
