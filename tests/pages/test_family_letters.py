"""What a unit has shared, and a text to the reader: read by whom it is for, and by nobody else."""

from http import HTTPStatus
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone

from varjebarn.disclosure.commands import Telling, ToPerson, share
from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.disclosure.letters import note_document
from varjebarn.disclosure.queries import SharingWish, family_deliveries, sharing_advice
from varjebarn.ops.world.logins import People

from tests.world.browsing import browser_of, words
from tests.world.circle import alva_at
from tests.world.staff_story import build

WORDS = "Hej Alva! Du får en egen tid hos mig på torsdagar."


def written() -> dict[str, object]:
    """The nurse has written to Alva."""
    world = build()
    people = People(persons=world["persons"])  # type: ignore[arg-type] # as made just above
    today = timezone.localdate()
    with people.acting("nurse") as signe:
        child = alva_at(signe)
        assert child.person_ref is not None
        to = ToPerson(person_ref=child.person_ref, capacity="child", name=child.called)
        document = note_document(signe, child, words=WORDS, on=today)
        found = sharing_advice(signe, child, SharingWish(document=document, to=to), on=today)
        share(
            signe,
            child,
            ground="SELF",
            document=document,
            to=to,
            answers=suggested_answers("note", "SELF", "sv"),
            secrecy_shown={found.protected.mark},
            telling=Telling(answers={}),
        )
    with people.acting("child") as alva:
        world["letter"] = family_deliveries(alva, kind="note")[0].public_id
    return world


pytestmark = [pytest.mark.world.with_args(written), pytest.mark.usefixtures("own_database")]


@pytest.fixture
def address(world: dict[str, object]) -> str:
    return reverse("family:letter", args=[UUID(str(world["letter"]))])


def test_the_child_reads_it_and_finds_it_again(people: People, address: str) -> None:
    alva = browser_of(people, "child")

    first, page, every = (
        words(alva.get(one))
        for one in (reverse("family:first"), address, reverse("family:letters"))
    )

    assert "Ett meddelande till dig" in first
    assert WORDS in page
    assert "Ett meddelande till dig" in every


@pytest.mark.parametrize("slug", ["guardian", "outsider", "nurse"])
def test_nobody_else_finds_it(people: People, address: str, slug: str) -> None:
    assert browser_of(people, "child").get(address).status_code == HTTPStatus.OK

    response = browser_of(people, slug).get(address)

    assert response.status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN}


def test_another_kind_of_copy_is_no_letter(people: People) -> None:
    with people.acting("child") as alva:
        plan = family_deliveries(alva, kind="plan_version")[0].public_id

    response = browser_of(people, "child").get(reverse("family:letter", args=[plan]))

    assert response.status_code == HTTPStatus.NOT_FOUND
