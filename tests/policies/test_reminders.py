"""What has been reminded of is read by the door alone, and the door gives a title, a day and an address."""

from collections.abc import Callable

import psycopg
import pytest

from tests.world.steering_group import build

Connect = Callable[[str], psycopg.Connection]

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("fresh_database")]


@pytest.mark.parametrize("role", ["vb_app", "vb_login", "vb_audit", "vb_worker", "vb_notify"])
@pytest.mark.parametrize(
    "statement", ["SELECT * FROM public.steering_reminder", "DELETE FROM public.steering_reminder"]
)
def test_nobody_reads_or_deletes_what_was_sent(
    connect_as: Connect, role: str, statement: str
) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connect_as(role).execute(statement)


@pytest.mark.parametrize("role", ["vb_app", "vb_login", "vb_audit", "vb_worker"])
@pytest.mark.parametrize(
    "door",
    [
        "SELECT * FROM vb.next_reminder('a@exempel.se', 90)",
        "SELECT vb.reminder_done(gen_random_uuid(), NULL, '1', true)",
    ],
)
def test_only_the_sender_goes_through_the_door(connect_as: Connect, role: str, door: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connect_as(role).execute(door)


def test_the_door_gives_no_answer_and_no_name(connect_as: Connect) -> None:
    found = connect_as("vb_notify").execute("SELECT * FROM vb.next_reminder('a@exempel.se', 1000)")

    assert [column.name for column in found.description or ()] == [
        "kind",
        "thing",
        "seat",
        "round",
        "title",
        "day",
        "address",
    ]
    assert [row[0] for row in found.fetchall()] == ["agreement"]
