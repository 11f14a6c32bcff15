"""Meetings planned, changed, called off and run; matters proposed, prepared and sent back."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from uuid import UUID, uuid4

import psycopg
import pytest

from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.models import ItemKind, Meeting, Outcome, StandingUse
from varjebarn.steering.reasons import Reason

from tests.world.cast import people_of
from tests.world.cluster import Databases, pointed_at
from tests.world.steering_minutes import PROPOSED, build

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
def ref(world: dict[str, object]) -> Ref:
    return lambda name: UUID(str(world[name]))


@pytest.fixture
def petra(world: dict[str, object], own_copy: None) -> Iterator[Actor]:
    """Let everything in a test be done by the process leader, in one transaction."""
    with people_of(world).acting("process-leader") as actor:
        yield actor


def plan(petra: Actor, ref: Ref, on: date) -> Meeting:
    return commands.plan_meeting(
        petra, queries.open_body(ref("group")), on=on, starts=time(9), ends=time(10)
    )


def agenda(meeting: Meeting) -> list[tuple[int, str]]:
    page = queries.meeting_page(meeting.public_id, on=meeting.date)
    return [(one.order, one.title) for one in page.items]


def refused(act: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as no:
        act()
    reason = no.value.reason
    assert isinstance(reason, Reason)
    return reason


def test_standing_items_come_onto_a_new_agenda_and_others_between(
    petra: Actor, ref: Ref, today: date
) -> None:
    meeting = plan(petra, ref, today + timedelta(days=90))
    for title in ("Hemsidan", "Enkäten"):
        commands.raise_item(petra, meeting, title=title, kind=ItemKind.DISCUSSION)

    assert agenda(meeting) == [
        (1, "Föregående anteckningar"),
        (2, "Hemsidan"),
        (3, "Enkäten"),
        (4, "Nästa möte"),
    ]


def test_a_standing_item_that_has_ended_comes_no_more(petra: Actor, ref: Ref, today: date) -> None:
    ended, _kept = queries.standing_items(ref("group"))
    commands.end_standing(petra, queries.open_standing(ended.id), today=today)

    assert agenda(plan(petra, ref, today + timedelta(days=90))) == [(1, "Nästa möte")]
    body = queries.open_body(ref("group"))
    again = commands.keep_standing(petra, body, title=ended.title, use=StandingUse.OTHER)
    assert again.title == ended.title
    assert (
        refused(lambda: commands.keep_standing(petra, body, title=ended.title))
        is Reason.STANDING_ALREADY
    )


def test_an_item_moves_a_step_and_no_further(petra: Actor, ref: Ref) -> None:
    item = queries.open_item(ref("open_item"))

    commands.move_item(petra, item, is_up=True)

    assert agenda(item.meeting) == [
        (1, "Hemsidan"),
        (2, "Föregående anteckningar"),
        (3, "Nästa möte"),
    ]
    item = queries.open_item(ref("open_item"))
    assert refused(lambda: commands.move_item(petra, item, is_up=True)) is Reason.NO_PLACE_THERE


def test_a_meeting_is_moved_with_its_agenda_but_not_before_what_it_waits_for(
    petra: Actor, ref: Ref, today: date
) -> None:
    coming = queries.open_meeting(ref("coming"))
    before = agenda(coming)

    def to(day: date) -> Meeting:
        return commands.change_meeting(
            petra, coming, on=day, starts=time(13), ends=time(15), place="Residenset"
        )

    assert refused(lambda: to(today - timedelta(days=20))) is Reason.MOVED_BEFORE_WHAT_WAITS
    moved = to(today + timedelta(days=11))
    page = queries.meeting_page(moved.public_id, on=today)
    assert (page.meeting.day, page.meeting.starts, page.meeting.place) == (
        today + timedelta(days=11),
        time(13),
        "Residenset",
    )
    assert agenda(moved) == before


def test_a_cancelled_meetings_items_move_on_with_their_age_and_free_the_day(
    petra: Actor, ref: Ref, today: date
) -> None:
    coming = queries.open_meeting(ref("coming"))

    later = commands.cancel_meeting(petra, coming, reason="Ordföranden är sjuk.")

    assert later is not None
    moved = queries.meeting_page(later.public_id, on=today).items
    assert [(one.title, one.days_waited) for one in moved if one.waits_since] == [
        ("Nulägesanalys från varje organisation", 18)
    ]
    page = queries.meeting_page(coming.public_id, on=today)
    assert (page.meeting.is_cancelled, page.meeting.cancelled_because) == (
        True,
        "Ordföranden är sjuk.",
    )
    assert plan(petra, ref, coming.date).date == coming.date
    assert (
        refused(lambda: commands.raise_item(petra, coming, title="x", kind=ItemKind.DISCUSSION))
        is Reason.MEETING_CANCELLED
    )


def test_a_proposal_becomes_an_item_that_says_who_raised_it(
    petra: Actor, ref: Ref, today: date
) -> None:
    coming = queries.open_meeting(ref("coming"))

    item = commands.place_proposal(petra, queries.open_proposal(ref("proposal")), on=coming)

    page = queries.matter_page(item.public_id, on=today)
    assert (page.item.title, page.item.raised_by_name) == (PROPOSED, "Barnrådet i Växjö")
    assert [one.proposal for one in page.preparations] == ["Ett barnfullmäktige prövas."]
    assert (
        refused(
            lambda: commands.place_proposal(
                petra, queries.open_proposal(ref("proposal")), on=coming
            )
        )
        is Reason.PROPOSAL_ANSWERED
    )


def run(petra: Actor, ref: Ref, today: date, **item: object) -> None:
    """Hold today's meeting: everybody there, and the item in the middle as said."""
    roll = queries.roll_call(ref("todays"))
    results = [
        commands.ItemResult(
            item=one,
            **({"outcome": Outcome.NOTED} if one.standing_id else item),  # type: ignore[arg-type]  # as each test says
        )
        for one in roll.items
    ]
    commands.run_meeting(
        petra,
        roll.meeting,
        present=roll.seats,
        absent=[],
        stand_ins={},
        results=results,
        next_meeting=roll.next_meeting,
        today=today,
    )


def test_a_decision_in_other_words_keeps_both(petra: Actor, ref: Ref, today: date) -> None:
    decided = commands.Decided(wording="Hemsidan läggs ner.", responsible="Petra")

    run(petra, ref, today, outcome=Outcome.DECIDED, decisions=(decided,), said="Vi talade.")

    page = queries.matter_page(ref("open_item"), on=today)
    assert page.item.outcome == "decided_otherwise"
    assert [one.wording for one in page.item.decisions] == ["Hemsidan läggs ner."]
    assert page.preparations[0].proposal == "Hemsidan byggs om."


def test_two_decisions_of_which_one_is_the_proposals_is_as_proposed(
    petra: Actor, ref: Ref, today: date
) -> None:
    both = [commands.Decided(wording=one) for one in ("Ett namn tas fram.", "Hemsidan byggs om.")]

    run(petra, ref, today, outcome=Outcome.DECIDED, decisions=tuple(both))

    item = queries.matter_page(ref("open_item"), on=today).item
    assert (item.outcome, len(item.decisions)) == ("decided", 2)


def test_what_is_sent_back_waits_to_be_prepared_and_comes_again_with_its_age(
    petra: Actor, ref: Ref, today: date
) -> None:
    run(petra, ref, today, outcome=Outcome.SENT_BACK, said="Underlaget räcker inte.")

    waiting = [one for one in queries.proposed_items(petra, ref("group")) if one.state == "waiting"]
    assert [one.title for one in waiting if one.is_again] == ["Hemsidan"]
    again = next(one for one in waiting if one.is_again)
    coming = queries.open_meeting(ref("coming"))
    item = commands.place_proposal(petra, queries.open_proposal(again.id), on=coming)
    steps = queries.matter_page(item.public_id, on=today).steps
    assert [(one.meeting_on, one.outcome) for one in steps] == [
        (today, "sent_back"),
        (coming.date, ""),
    ]


def test_a_meeting_in_which_something_is_refused_leaves_nothing(
    world: dict[str, object], owner: psycopg.Connection, ref: Ref, today: date
) -> None:
    people: People = people_of(world)

    with pytest.raises(Refused), people.acting("process-leader") as petra:
        run(petra, ref, today, outcome=Outcome.DECIDED, decisions=(commands.Decided(wording=" "),))

    with people.acting("process-leader") as petra:
        roll = queries.roll_call(ref("todays"))
        assert (roll.is_held, len(roll.items)) == (False, 3)
        assert queries.draft_of(petra, roll.meeting)[1] == {"opening": "Mötet öppnas."}


def test_what_is_typed_is_kept_field_by_field_and_never_over_anothers(
    petra: Actor, ref: Ref, today: date
) -> None:
    meeting = queries.open_meeting(ref("todays"))

    commands.save_draft(petra, meeting, content={"chair": "x"}, today=today)

    assert queries.draft_of(petra, meeting) == (2, {"opening": "Mötet öppnas.", "chair": "x"})
    assert (
        refused(
            lambda: commands.save_draft(
                petra, meeting, content={"opening": ""}, after=1, today=today
            )
        )
        is Reason.DRAFT_SAVED_BY_OTHER
    )
    commands.save_draft(petra, meeting, content={"opening": "Nytt."}, after=2, today=today)
    assert queries.draft_of(petra, meeting)[1]["opening"] == "Nytt."
