"""Minutes: written, revised, approved with or without changes, published; each text is kept."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID, uuid4

import psycopg
import pytest
from django.core.exceptions import ObjectDoesNotExist

from varjebarn.interop.minutes.write import minutes_text
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.minuted import Stage
from varjebarn.steering.queries.minutes import texts_of
from varjebarn.steering.reasons import Reason

from tests.world.cast import people_of
from tests.world.cluster import Databases, pointed_at
from tests.world.steering_minutes import CHANGED, CHANGES, OPENING, SAID, build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_copy")]

Ref = Callable[[str], UUID]


@pytest.fixture
def own_copy(
    databases: Databases, made: tuple[str, dict[str, object]], fresh_database: str
) -> Iterator[None]:
    """Give each test its own copy of the module's world: the tests here write."""
    name = f"own_{uuid4().hex[:8]}"
    with databases.copy(name, template=made[0]) as copy, pointed_at(copy):
        yield


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.fixture
def ref(world: dict[str, object]) -> Ref:
    return lambda name: UUID(str(world[name]))


def test_published_minutes_keep_both_texts_and_say_what_changed(ref: Ref, today: date) -> None:
    page = queries.minutes_page(None, ref("spring"), on=today)

    assert (page.stage, page.changes) == (Stage.PUBLISHED, CHANGES)
    assert [one.opening for one in page.texts] == [OPENING, CHANGED]
    text = minutes_text(page)
    assert CHANGED in text
    assert SAID in text
    assert f"med en ändring: {CHANGES}" in text


def test_the_minutes_quote_the_register_and_nothing_else(ref: Ref, today: date) -> None:
    page = queries.minutes_page(None, ref("spring"), on=today)
    decision = queries.decision_page(ref("model_decision")).decision

    lines = minutes_text(page).splitlines()

    assert [line for line in lines if line.startswith("Beslut:")] == [f"Beslut: {decision.wording}"]


@pytest.mark.parametrize(
    ("who", "may"), [("process-leader", True), ("principal", True), ("outsider", False)]
)
def test_a_draft_is_read_by_the_members_alone_and_the_reading_is_logged(
    people: People, owner: psycopg.Connection, ref: Ref, today: date, *, who: str, may: bool
) -> None:
    with people.acting(who) as actor:
        if may:
            assert queries.minutes_page(actor, ref("meeting"), on=today).text.opening == OPENING
        else:
            with pytest.raises(ObjectDoesNotExist):
                queries.minutes_page(actor, ref("meeting"), on=today)
        stage = queries.stage_of(ref("meeting"))

    assert stage is (Stage.DRAFTED if may else Stage.HELD)
    logged = owner.execute(
        "SELECT count(*) FROM audit_event WHERE act = 'steering.minutes.read' AND object = %s",
        [ref("meeting")],
    ).fetchone()
    assert logged == (1 if may else 0,)


def test_the_same_text_makes_no_new_version(people: People, ref: Ref) -> None:
    with people.acting("process-leader") as petra:
        minutes = queries.open_minutes(ref("meeting"))
        same = queries.by_item_key(ref("meeting"), {None: f"  {OPENING}\r\n"})
        _number, standing = texts_of(minutes)
        first = commands.revise_minutes(petra, minutes, texts={**standing, **same})
        second = commands.revise_minutes(petra, minutes, texts={**standing, None: "Annat."})

    assert (first, second) == (1, 2)


def test_minutes_are_approved_as_they_are_at_todays_meeting_and_then_published(
    people: People, ref: Ref, today: date
) -> None:
    with people.acting("process-leader") as petra:
        minutes = queries.open_minutes(ref("meeting"))
        at = queries.open_meeting(ref("todays"))
        with pytest.raises(Refused) as too_soon:
            commands.publish_minutes(petra, minutes, today=today)
        commands.approve_minutes(petra, minutes, at=at, today=today)
        commands.publish_minutes(petra, minutes, today=today)
    page = queries.minutes_page(None, ref("meeting"), on=today)

    assert too_soon.value.reason is Reason.MINUTES_NOT_APPROVED
    assert (page.is_published, len(page.texts), page.changes) == (True, 1, "")
    assert page.approved_at is not None
    assert page.approved_at.day == today


def test_who_was_there_is_not_for_the_minutes_to_change(
    people: People, ref: Ref, today: date
) -> None:
    """The text says one thing; attendance and decisions are the register's all the same."""
    before = queries.meeting_page(ref("meeting"), on=today)
    with people.acting("process-leader") as petra:
        commands.revise_minutes(
            petra,
            queries.open_minutes(ref("meeting")),
            texts={None: "Frånvarande: Lena Strand, Växjö kommun"},
        )
        text = minutes_text(queries.minutes_page(petra, ref("meeting"), on=today))
    after = queries.meeting_page(ref("meeting"), on=today)

    assert after.attendance == before.attendance
    assert "- Lena Strand, Växjö kommun (ordförande)" in text.split("Frånvarande")[0]
