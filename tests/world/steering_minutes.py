"""The steering group with everything that a meeting can be between planned and published."""

from datetime import date, time, timedelta

from django.utils import timezone

from varjebarn.kernel.actors import Actor
from varjebarn.steering import commands, queries
from varjebarn.steering.models import Body, ItemKind, Meeting, RaisedBy, StandingUse

from tests.world import steering_group
from tests.world.cast import people_of

SAID = "Processledarna visade en karta över länet."
PROPOSED = "Ett barnfullmäktige i länet"
OPENING = "Lena Strand öppnar mötet."
CHANGED = "Lena Strand öppnar mötet och hälsar Olle Dahl välkommen."
CHANGES = "Olle Dahl var med från början."
UNTIL_LATER = 60


def build() -> dict[str, object]:
    """Make the group, and published and unpublished minutes, proposals, a draft, a prepared item."""
    made = steering_group.build()
    people = people_of(made)
    today = timezone.localdate()
    with people.acting("process-leader") as petra:
        group = queries.open_body(made["group"])
        last = queries.open_meeting(made["meeting"])
        spring = queries.open_decision(made["model_decision"]).item.meeting
        spring = queries.open_meeting(spring.public_id)
        _hold_with_one_for_two(petra, group, today - timedelta(days=100), today)
        _standing(petra, group)
        todays = _todays(petra, group, today)
        item = commands.raise_item(petra, todays, title="Hemsidan", kind=ItemKind.DECISION)
        commands.prepare_item(
            petra,
            item,
            prepared_by=group,
            background="Den är från 2012.",
            proposal="Hemsidan byggs om.",
            today=today,
        )
        commands.save_draft(petra, todays, content={"opening": "Mötet öppnas."}, today=today)
        _publish(petra, spring, last, today)
        _write(petra, last, OPENING)
    with people.acting("principal") as lena:
        waiting = _propose(lena, group, PROPOSED, today)
    with people.acting("process-leader") as petra:
        declined = queries.open_proposal(_propose(petra, group, "En annan fråga", today))
        commands.decline_proposal(petra, declined, reason="Hör till kommunerna.")
    other = next(one.id for one in queries.bodies() if one.id != made["group"])
    return {
        **made,
        "other": other,
        "todays": todays.public_id,
        "open_item": item.public_id,
        "spring": spring.public_id,
        "proposal": waiting,
    }


def _hold_with_one_for_two(petra: Actor, group: Body, on: date, today: date) -> None:
    meeting = commands.plan_meeting(petra, group, on=on, starts=time(9), ends=time(10))
    seats = queries.seats_on(group.public_id, on)
    commands.hold_meeting(
        petra,
        meeting,
        present=seats[:2],
        absent=seats[2:],
        stand_ins={seats[0].pk: seats[2:]},
        today=today,
    )


def _standing(petra: Actor, group: Body) -> None:
    commands.keep_standing(
        petra, group, title="Föregående anteckningar", use=StandingUse.PREVIOUS_MINUTES
    )
    commands.keep_standing(
        petra, group, title="Nästa möte", use=StandingUse.NEXT_MEETING, comes_last=True
    )


def _todays(petra: Actor, group: Body, today: date) -> Meeting:
    """Plan a meeting today and a later one."""
    later = today + timedelta(days=UNTIL_LATER)
    commands.plan_meeting(petra, group, on=later, starts=time(9), ends=time(11))
    return commands.plan_meeting(
        petra, group, on=today, starts=time(9), ends=time(11), place="Stadshuset"
    )


def _write(petra: Actor, meeting: Meeting, opening: str) -> None:
    commands.begin_minutes(petra, meeting, texts=_texts(meeting, opening))


def _texts(meeting: Meeting, opening: str) -> dict[int | None, str]:
    first = queries.meeting_page(meeting.public_id, on=meeting.date).items[0].id
    return queries.by_item_key(meeting.public_id, {None: opening, first: SAID})


def _publish(petra: Actor, meeting: Meeting, at: Meeting, today: date) -> None:
    """Write the minutes of a meeting, approve them with a change at another, and publish them."""
    _write(petra, meeting, OPENING)
    minutes = queries.open_minutes(meeting.public_id)
    commands.approve_minutes(
        petra, minutes, at=at, changes=CHANGES, texts=_texts(meeting, CHANGED), today=today
    )
    commands.publish_minutes(petra, minutes, today=today)


def _propose(actor: Actor, group: Body, title: str, today: date) -> object:
    made = commands.propose_item(
        actor,
        group,
        title=title,
        kind=ItemKind.DISCUSSION,
        raised_by=RaisedBy.COUNCIL,
        raised_by_name="Barnrådet i Växjö",
        background="Barnen vill bestämma mer.",
        proposal="Ett barnfullmäktige prövas.",
        today=today,
    )
    return made.public_id
