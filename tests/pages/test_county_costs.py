"""The pages of meetings send as many statements with ten items as with two."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from varjebarn.steering import commands, queries
from varjebarn.steering.models import ItemKind, RaisedBy

from tests.world.browsing import browser_of
from tests.world.cast import people_of
from tests.world.steering_minutes import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

MORE = 8
PAGES = {
    "meeting": "todays",
    "run": "todays",
    "minutes": "meeting",
    "write_minutes": "meeting",
    "approve_minutes": "meeting",
    "matter": "follower",
    "proposed": "group",
    "standing": "group",
    "plan": "group",
}


def statements(petra: Client, world: dict[str, object]) -> dict[str, int]:
    counted = {}
    for name, thing in PAGES.items():
        address = reverse(f"county:{name}", args=[UUID(str(world[thing]))])
        petra.get(address)
        with CaptureQueriesContext(connection) as captured:
            petra.get(address)
        counted[name] = len(captured)
    return counted


def test_more_items_proposals_and_texts_cost_no_more(world: dict[str, object]) -> None:
    people, today = people_of(world), timezone.localdate()
    petra = browser_of(people, "process-leader")
    before = statements(petra, world)

    with people.acting("process-leader") as actor:
        todays = queries.open_meeting(UUID(str(world["todays"])))
        last = queries.open_meeting(UUID(str(world["meeting"])))
        minutes = queries.open_minutes(last.public_id)
        follower = queries.open_item(UUID(str(world["follower"])))
        for number in range(MORE):
            item = commands.raise_item(
                actor, todays, title=f"Punkt {number}", kind=ItemKind.DECISION
            )
            commands.prepare_item(actor, item, prepared_by=None, proposal="Ja.", today=today)
            commands.prepare_item(
                actor, follower, prepared_by=None, background=f"Text {number}.", today=today
            )
            commands.propose_item(
                actor,
                todays.body,
                title=f"Fråga {number}",
                kind=ItemKind.DISCUSSION,
                raised_by=RaisedBy.BODY,
                raised_by_name="Tvärgrupp barn",
                today=today,
            )
            commands.keep_standing(actor, todays.body, title=f"Återkommer {number}")
            commands.revise_minutes(actor, minutes, texts={None: f"Text {number}."})
            commands.plan_meeting(
                actor,
                todays.body,
                on=today + timedelta(days=200 + number),
                starts=todays.starts,
                ends=todays.ends,
            )

    assert statements(petra, world) == before
