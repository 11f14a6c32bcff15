"""What belongs to a plan: dated activities with an owner, and the lines of a communication plan."""

from datetime import date

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering.models import Activity, ActivityStatus, Document, Message
from varjebarn.steering.queries.seats import holds_seat
from varjebarn.steering.rules import documents as rules


def plan_activity(
    actor: Actor,
    document: Document,
    *,
    title: str,
    owner: str,
    starts: date,
    ends: date,
    is_milestone: bool = False,
    today: date,
) -> Activity:
    """Add a dated activity, or a milestone, to a plan."""
    require(
        rules.may_plan_activity(
            actor.duties,
            is_member=holds_seat(actor, document.body_id, today),
            title=title,
            owner=owner,
            starts=starts,
            ends=ends,
            is_milestone=is_milestone,
        )
    )
    activity = Activity.objects.create(
        document=document,
        title=title.strip(),
        owner=owner.strip(),
        starts=starts,
        ends=ends,
        is_milestone=is_milestone,
    )
    record(actor, "steering.activity_planned", object=activity.public_id)
    return activity


def report_activity(
    actor: Actor, activity: Activity, *, status: ActivityStatus, note: str = "", today: date
) -> Activity:
    """Say how far an activity has come."""
    require(
        rules.may_report_activity(
            actor.duties,
            is_member=holds_seat(actor, activity.document.body_id, today),
            is_stopped=status == ActivityStatus.STOPPED,
            note=note,
        )
    )
    activity.status, activity.note, activity.told_on = status, note.strip(), today
    activity.save(update_fields=["status", "note", "told_on"])
    record(actor, "steering.activity_reported", object=activity.public_id, why=str(status))
    return activity


def plan_message(
    actor: Actor,
    document: Document,
    *,
    audience: str,
    message: str,
    channel: str,
    owner: str,
    due: date,
    today: date,
) -> Message:
    """Add a line to a communication plan."""
    require(
        rules.may_plan_message(
            actor.duties,
            is_member=holds_seat(actor, document.body_id, today),
            audience=audience,
            message=message,
            channel=channel,
            owner=owner,
        )
    )
    line = Message.objects.create(
        document=document,
        audience=audience.strip(),
        message=message.strip(),
        channel=channel.strip(),
        owner=owner.strip(),
        due=due,
    )
    record(actor, "steering.message_planned", object=line.public_id)
    return line


def mark_told(actor: Actor, line: Message, *, on: date, today: date) -> Message:
    """Note that a message has been told."""
    require(
        rules.may_mark_told(
            actor.duties,
            is_member=holds_seat(actor, line.document.body_id, today),
            is_done=line.done_on is not None,
            on=on,
            today=today,
        )
    )
    line.done_on = on
    line.save(update_fields=["done_on"])
    record(actor, "steering.message_told", object=line.public_id)
    return line
