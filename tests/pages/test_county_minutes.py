"""Minutes on their pages: a draft for the group, an approval with both texts, then open to all."""

from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.world.browsing import HOST, words
from tests.world.steering_minutes import CHANGED, CHANGES, OPENING, SAID, build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

OTHERS = ("outsider", "outsider-elsewhere", "keeper", "nurse")


@pytest.fixture
def nobody() -> Client:
    return Client(HTTP_HOST=HOST)


@pytest.fixture
def at(world: dict[str, object]) -> Callable[..., str]:
    return lambda name, meeting="meeting", *more: reverse(
        f"county:{name}", args=[UUID(str(world[meeting])), *more]
    )


def test_published_minutes_are_open_to_all_with_the_text_before_the_change(
    nobody: Client, at: Callable[..., str]
) -> None:
    page = words(nobody.get(at("minutes", "spring")))
    before = words(nobody.get(at("minutes_earlier", "spring", 1)))

    assert (CHANGED in page, SAID in page, CHANGES in page) == (True, True, True)
    assert "Så löd texten före ändringen:" in page
    assert OPENING in before
    assert CHANGED not in before
    assert "Det här är en tidigare text." in before
    assert nobody.get(at("minutes_earlier", "spring", 9)).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("name", ["minutes", "minutes_file"])
@pytest.mark.parametrize("who", [*OTHERS, ""])
def test_a_draft_is_not_there_for_others(
    as_: Callable[[str], Client], nobody: Client, at: Callable[..., str], who: str, name: str
) -> None:
    found = as_(who) if who else nobody

    assert found.get(at(name)).status_code == HTTPStatus.NOT_FOUND
    meeting = found.get(at("meeting")).content.decode()
    assert (SAID in meeting, at("minutes") in meeting) == (False, False)


def test_a_member_reads_the_draft_and_changes_nothing(
    as_: Callable[[str], Client], at: Callable[..., str]
) -> None:
    lena = as_("principal")

    page = lena.get(at("minutes"))

    assert OPENING in words(page)
    assert "Utkast. Bara gruppens ledamöter och processledningen kan läsa det." in words(page)
    assert at("minutes") in lena.get(at("meeting")).content.decode()
    for name in ("write_minutes", "approve_minutes"):
        assert at(name) not in page.content.decode()
        assert lena.get(at(name)).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("who", OTHERS)
@pytest.mark.parametrize("name", ["write_minutes", "approve_minutes", "publish_minutes"])
def test_the_acts_are_hidden_from_others(
    as_: Callable[[str], Client], nobody: Client, at: Callable[..., str], who: str, name: str
) -> None:
    found = as_(who)

    assert found.get(at(name)).status_code == HTTPStatus.NOT_FOUND
    assert found.post(at(name), {"opening": "x"}).status_code == HTTPStatus.NOT_FOUND
    assert nobody.get(at(name)).url.startswith(settings.LOGIN_URL)


def test_what_was_said_is_rewritten_and_a_decision_is_not_written_twice(
    petra: Client, at: Callable[..., str]
) -> None:
    refused = petra.post(at("write_minutes"), {"opening": "Vi sågs.\nBeslut: Något annat."})
    saved = petra.post(at("write_minutes"), {"opening": "Vi sågs på nätet."})

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Beslut skrivs i beslutsregistret" in words(refused)
    assert "Vi sågs.\nBeslut: Något annat." in refused.content.decode()
    assert saved.url == f"{at('minutes')}?klart=lanet-antecknat"
    assert "Vi sågs på nätet." in words(petra.get(at("minutes")))


def test_minutes_are_approved_with_a_change_and_published(
    petra: Client, nobody: Client, world: dict[str, object], at: Callable[..., str]
) -> None:
    asked = {"at": str(world["todays"]), "how": "with_changes", "opening": "Mötet öppnas sent."}

    missing = petra.post(at("approve_minutes"), asked)
    approved = petra.post(at("approve_minutes"), asked | {"changes": "Mötet öppnades sent."})
    between = nobody.get(at("minutes")).status_code
    question = petra.get(at("publish_minutes"))
    published = petra.post(at("publish_minutes"))

    assert missing.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv vad som ändrades" in words(missing)
    assert approved.url == f"{at('minutes')}?klart=lanet-godkant"
    assert between == HTTPStatus.NOT_FOUND
    assert "Publicera anteckningarna?" in words(question)
    assert published.url == f"{at('minutes')}?klart=lanet-publicerat"
    page = words(nobody.get(at("minutes")))
    assert "Mötet öppnas sent." in page
    assert "med en ändring: Mötet öppnades sent." in page
    assert petra.get(at("write_minutes")).status_code == HTTPStatus.NOT_FOUND
    assert petra.post(at("publish_minutes")).status_code == HTTPStatus.NOT_FOUND


def test_approved_as_they_are_the_text_beside_is_not_taken(
    petra: Client, world: dict[str, object], at: Callable[..., str]
) -> None:
    asked = {"at": str(world["todays"]), "how": "as_they_are", "opening": "Något annat."}

    petra.post(at("approve_minutes"), asked)

    page = words(petra.get(at("minutes")))
    assert OPENING in page
    assert "Något annat." not in page


def test_the_meeting_page_says_what_comes_next(petra: Client, at: Callable[..., str]) -> None:
    def next_thing(meeting: str) -> str:
        page = petra.get(at("meeting", meeting)).content.decode()
        return page.split('class="vb-buttons"')[1].split("</a>")[0].rsplit(">", 1)[1]

    assert [next_thing(one) for one in ("coming", "todays", "meeting", "spring")] == [
        "Lägg till en punkt",
        "Öppna mötet",
        "Godkänn anteckningarna",
        "Läs anteckningarna",
    ]
