"""A delivery is a copy: the recipient's page is the same, byte for byte, when the sender's rows are gone."""

import re

import pytest

from varjebarn.people.queries import my_children, open_child
from varjebarn.plan.queries import copies

from tests.commands.plan_story import published
from tests.world.browsing import browser_of
from tests.world.forgetting import forget_the_sender
from tests.world.nights import days_pass

pytestmark = [pytest.mark.world.with_args(published), pytest.mark.usefixtures("own_database")]


@pytest.fixture
def address(people):
    """Where the social worker reads the version that her unit holds."""
    with people.acting("social-worker") as signe:
        child = open_child(signe, my_children(signe)[0].file)
        version = next(line for line in copies(signe, child) if line.kind == "plan_version")
        return f"/personal/leverans/{version.delivery}/"


def read(people, address):
    """The page, less the secret that each form gets anew."""
    answer = browser_of(people, "social-worker").get(address)
    assert answer.status_code == 200
    return re.sub(rb'value="\w{64}"', b"", answer.content)


def test_the_recipients_page_outlives_every_row_of_the_sender(people, address, owner):
    read(people, address)  # the first opening sends a receipt
    before = read(people, address)
    assert "rasten" in before.decode()

    gone = forget_the_sender(owner)

    assert gone > 20
    assert read(people, address) == before


def test_the_outsiders_never_find_it(people, address):
    found = {
        slug: browser_of(people, slug).get(address).status_code
        for slug in ("outsider", "outsider-elsewhere", "police", "principal", "guardian")
    }

    assert found == dict.fromkeys(found, 404)


def test_the_plan_is_offered_for_additions_only_while_the_consent_holds(people, address, owner):
    assert "Bidra till planen" in read(people, address).decode()

    days_pass(owner, 400)

    ended = read(people, address).decode()
    assert "Bidra till planen" not in ended
    assert "Det är stängt för bidrag" in ended
