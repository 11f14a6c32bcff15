"""A member takes back a proposal, with a question first; its path and the minutes say so."""

from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID

import psycopg
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries

from tests.world.browsing import HOST, words
from tests.world.steering_minutes import PROPOSED, build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

WHY = "Kommunen gör det själv."


@pytest.fixture
def lena(as_: Callable[[str], Client]) -> Client:
    return as_("principal")


@pytest.fixture
def at(world: dict[str, object]) -> Callable[[str, str], str]:
    return lambda name, thing: reverse(f"county:{name}", args=[UUID(str(world[thing]))])


@pytest.fixture
def placed(people: People, world: dict[str, object]) -> UUID:
    with people.acting("process-leader") as petra:
        coming = queries.open_meeting(UUID(str(world["coming"])))
        proposed = queries.open_proposal(UUID(str(world["proposal"])))
        return commands.place_proposal(petra, proposed, on=coming).public_id


@pytest.mark.parametrize("who", ["outsider", "outsider-elsewhere", "keeper", "process-leader"])
def test_to_others_the_act_is_not_there(
    as_: Callable[[str], Client], at: Callable[[str, str], str], who: str
) -> None:
    there, browser = at("withdraw_proposal", "proposal"), as_(who)

    assert browser.get(there).status_code == HTTPStatus.NOT_FOUND
    assert browser.post(there).status_code == HTTPStatus.NOT_FOUND
    assert Client(HTTP_HOST=HOST).get(there).url.startswith(settings.LOGIN_URL)


def test_what_waits_is_taken_back_and_stays_in_the_list(
    lena: Client, as_: Callable[[str], Client], at: Callable[[str, str], str],
    owner: psycopg.Connection, world: dict[str, object],
) -> None:  # fmt: skip
    there = at("withdraw_proposal", "proposal")

    offered = there in lena.get(at("proposed", "group")).content.decode()
    question = words(lena.get(there))
    done = lena.post(there, {"reason": WHY})

    assert (offered, "Ta tillbaka förslaget?" in question, PROPOSED in question) == (
        True,
        True,
        True,
    )
    assert done.url == f"{at('proposed', 'group')}?klart=lanet-atertagen"
    listed = words(as_("process-leader").get(at("proposed", "group")))
    assert ("Återtagen" in listed, WHY in listed) == (True, True)
    assert lena.get(there).status_code == HTTPStatus.NOT_FOUND
    answering = as_("process-leader").get(at("answer_proposal", "proposal"))
    assert answering.status_code == HTTPStatus.NOT_FOUND
    logged = (
        "SELECT count(*) FROM audit_event WHERE act = 'steering.proposal_withdrawn' AND object = %s"
    )
    assert owner.execute(logged, [world["proposal"]]).fetchone() == (1,)


def test_on_an_agenda_the_path_says_that_it_was_withdrawn(
    lena: Client, at: Callable[[str, str], str], placed: UUID
) -> None:
    lena.post(at("withdraw_proposal", "proposal"), {"reason": WHY})

    anybody = Client(HTTP_HOST=HOST)
    path = words(anybody.get(reverse("county:matter", args=[placed])))
    agenda = words(anybody.get(at("meeting", "coming")))
    assert ("Återtagen" in path, WHY in path) == (True, True)
    assert ("Återtagen" in agenda, PROPOSED in agenda) == (True, True)


def test_after_the_call_it_stays(
    lena: Client,
    people: People,
    at: Callable[[str, str], str],
    world: dict[str, object],
    placed: UUID,
) -> None:
    with people.acting("process-leader") as petra:
        coming = queries.open_meeting(UUID(str(world["coming"])))
        commands.call_to_meeting(petra, coming, today=timezone.localdate())
    there = at("withdraw_proposal", "proposal")

    refused = lena.post(there, {"reason": WHY})

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Kallelsen till mötet är skickad." in words(refused)
    assert WHY in refused.content.decode()
    assert there not in lena.get(at("proposed", "group")).content.decode()
    path = words(Client(HTTP_HOST=HOST).get(reverse("county:matter", args=[placed])))
    assert "Återtagen" not in path
