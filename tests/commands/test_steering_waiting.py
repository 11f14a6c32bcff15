"""Old minutes are kept waiting and ended, each with its entry in the log."""

import psycopg
import pytest

from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands
from varjebarn.steering.models import WaitingMinutes
from varjebarn.steering.reasons import Reason

from tests.world.steering_group import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]


def kept(people: People, who: str = "process-leader", *, text: str = "Protokoll") -> WaitingMinutes:
    with people.acting(who) as actor:
        return commands.keep_minutes_waiting(
            actor, name="a.txt", text=text, body=None, on=None, findings=0
        )


def test_each_act_is_logged(people: People, owner: psycopg.Connection) -> None:
    waiting = kept(people)
    with people.acting("process-leader") as petra:
        commands.end_waiting(petra, waiting, taken_in=True)

    found = owner.execute(
        "SELECT act FROM audit_event WHERE object = %s ORDER BY id", [waiting.public_id]
    ).fetchall()
    assert [row[0] for row in found] == [
        "steering.minutes_kept_waiting",
        "steering.minutes_taken_in",
    ]


def test_the_same_text_with_other_spaces_waits_once(people: People) -> None:
    kept(people)

    with pytest.raises(Refused) as refused:
        kept(people, text="  Protokoll\n")

    assert refused.value.reason is Reason.MINUTES_WAIT_ALREADY


def test_who_lacks_the_duty_keeps_nothing(people: People) -> None:
    with pytest.raises(Refused) as refused:
        kept(people, "outsider")

    assert refused.value.reason is Reason.ONLY_COUNTY_DUTY


def test_what_was_put_away_can_be_uploaded_again(people: People) -> None:
    waiting = kept(people)
    with people.acting("process-leader") as petra:
        commands.end_waiting(petra, waiting, taken_in=False)

    assert kept(people).public_id != waiting.public_id


def test_what_waits_no_longer_is_not_ended_again(people: People) -> None:
    waiting = kept(people)
    with people.acting("process-leader") as petra:
        commands.end_waiting(petra, waiting, taken_in=False)
        ended = WaitingMinutes.objects.get(public_id=waiting.public_id)
        with pytest.raises(Refused) as refused:
            commands.end_waiting(petra, ended, taken_in=True)

    assert refused.value.reason is Reason.MINUTES_WAIT_NO_LONGER
