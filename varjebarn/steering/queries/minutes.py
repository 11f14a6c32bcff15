"""Minutes and what is typed before they are there. What isn't public is logged as it is read."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.steering.minuted import MinutesPage, MinutesText, Stage
from varjebarn.steering.models import (
    AgendaItem,
    Meeting,
    MeetingDraft,
    MeetingState,
    Minutes,
    MinutesPassage,
    MinutesState,
    MinutesVersion,
)
from varjebarn.steering.queries.lines import meeting_line
from varjebarn.steering.queries.meetings import meeting_page
from varjebarn.steering.queries.reported import reported_at
from varjebarn.steering.values import MeetingLine

STAGES = {
    MinutesState.DRAFT: Stage.DRAFTED,
    MinutesState.APPROVED: Stage.APPROVED,
    MinutesState.PUBLISHED: Stage.PUBLISHED,
}


def minutes_page(actor: Actor | None, meeting: UUID, *, on: date) -> MinutesPage:
    """Read a meeting's minutes with all their texts. Raises DoesNotExist for who may not see them yet.

    The database decides who may: all when they are published, else the body's members and the
    county's own, and that reading is logged.
    """
    found = _versions(Minutes.objects.filter(meeting__public_id=meeting)).get()
    if actor is not None and found.state != MinutesState.PUBLISHED:
        record(actor, "steering.minutes.read", object=meeting)
    at = found.approved_at
    return MinutesPage(
        page=meeting_page(meeting, on=on),
        stage=STAGES[MinutesState(found.state)],
        texts=tuple(_text(one) for one in found.versions.all()),
        approved_at=None if at is None else meeting_line(at),
        changes=found.changes,
        published_on=found.published_on,
        reported=reported_at(found.meeting),
    )


def open_minutes(meeting: UUID) -> Minutes:
    """Open a meeting's minutes to act on."""
    return Minutes.objects.select_related("meeting").get(meeting__public_id=meeting)


def stage_of(meeting: UUID) -> Stage:
    """Tell how far a meeting has come, as far as whoever asks may see. Two statements.

    To others, minutes that aren't published aren't there: the meeting is held.
    """
    return stage_of_line(
        meeting_line(Meeting.objects.select_related("body").get(public_id=meeting))
    )


def stage_of_line(meeting: MeetingLine) -> Stage:
    """Tell the same of a meeting that has been read already."""
    if meeting.is_cancelled:
        return Stage.CANCELLED
    if not meeting.is_held:
        return Stage.PLANNED
    found = Minutes.objects.filter(meeting__public_id=meeting.id)
    state = found.values_list("state", flat=True).first()
    return Stage.HELD if state is None else STAGES[MinutesState(state)]


def texts_of(minutes: Minutes) -> tuple[int, dict[int | None, str]]:
    """Give the number and the passages of the text that holds, by the key of their item."""
    version = MinutesVersion.objects.filter(minutes=minutes).order_by("-number")[0]
    passages = MinutesPassage.objects.filter(version=version)
    return version.number, dict(passages.values_list("item_id", "text"))


def by_item_key(meeting: UUID, texts: Mapping[UUID | None, str]) -> dict[int | None, str]:
    """Give passages the keys of their items; what belongs to no item of the meeting is left out."""
    items = AgendaItem.objects.filter(meeting__public_id=meeting)
    keys: dict[UUID, int] = dict(items.values_list("public_id", "pk"))
    found: dict[int | None, str] = {None: texts.get(None, "")}
    for item, text in texts.items():
        if item in keys:
            found[keys[item]] = text
    return found


def draft_of(actor: Actor, meeting: Meeting) -> tuple[int, Mapping[str, str]]:
    """Give what has been typed of a meeting that goes on, and the number of its last save."""
    found = MeetingDraft.objects.filter(meeting=meeting).first()
    if found is None:
        return 0, {}
    record(actor, "steering.draft.read", object=meeting.public_id)
    return found.number, found.content


def meetings_to_approve_at(meeting: UUID, *, today: date) -> tuple[MeetingLine, ...]:
    """List the later meetings of the same body that have come, the first one first."""
    held = Meeting.objects.get(public_id=meeting)
    later = Meeting.objects.filter(
        body_id=held.body_id, date__gt=held.date, date__lte=today
    ).exclude(state=MeetingState.CANCELLED)
    return tuple(meeting_line(one) for one in later.select_related("body").order_by("date"))


def waiting_minutes(body: UUID, *, before: date) -> tuple[MeetingLine, ...]:
    """List a body's meetings before a day whose minutes wait for approval."""
    waits = Q(minutes__state=MinutesState.DRAFT)
    found = Meeting.objects.filter(waits, body__public_id=body, date__lt=before)
    return tuple(meeting_line(one) for one in found.select_related("body").order_by("date"))


def _versions(found: "QuerySet[Minutes]") -> "QuerySet[Minutes]":
    texts = MinutesVersion.objects.order_by("number").prefetch_related(
        Prefetch("passages", MinutesPassage.objects.select_related("item"))
    )
    return found.select_related("meeting", "approved_at__body").prefetch_related(
        Prefetch("versions", texts)
    )


def _text(version: MinutesVersion) -> MinutesText:
    passages: Iterable[MinutesPassage] = version.passages.all()
    return MinutesText(
        number=version.number,
        at=version.at,
        opening=next((one.text for one in passages if one.item is None), ""),
        said={one.item.public_id: one.text for one in passages if one.item is not None},
    )
