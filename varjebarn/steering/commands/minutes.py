"""What is typed while a meeting goes on, and the minutes: written, revised, approved, published."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering import rules
from varjebarn.steering.commands.corrections import correct_decisions
from varjebarn.steering.models import (
    Meeting,
    MeetingDraft,
    MeetingState,
    Minutes,
    MinutesPassage,
    MinutesState,
    MinutesVersion,
)
from varjebarn.steering.queries.corrections import reworded
from varjebarn.steering.queries.minutes import texts_of

Texts = Mapping[int | None, str]  # by the key of an item; None for what stands beside them all


def save_draft(
    actor: Actor,
    meeting: Meeting,
    *,
    content: Mapping[str, str],
    after: int | None = None,
    today: date,
) -> MeetingDraft:
    """Keep what was typed, field by field; fields that are not sent stay as they were.

    With `after`, the number of the save it was typed over, nothing that somebody else has saved
    since is overwritten: raises Refused with DRAFT_SAVED_BY_OTHER.
    """
    standing = MeetingDraft.objects.filter(meeting=meeting).values_list("number", flat=True)
    require(
        rules.may_save_draft(
            actor.duties,
            is_planned=meeting.state == MeetingState.PLANNED,
            has_come=meeting.date <= today,
            is_stale=after is not None and after != (standing.first() or 0),
        )
    )
    draft = MeetingDraft.objects.select_for_update().filter(meeting=meeting).first()
    if draft is None:
        draft = MeetingDraft.objects.create(meeting=meeting, number=0, by_id=actor.person_id)
    draft.content = draft.content | dict(content)
    draft.number, draft.by_id = draft.number + 1, actor.person_id
    draft.save(update_fields=["content", "number", "by", "saved_at"])
    record(actor, "steering.draft_saved", object=meeting.public_id)
    return draft


def empty_draft(actor: Actor, meeting: Meeting) -> None:
    """Let go of what was typed once the meeting has been written down."""
    MeetingDraft.objects.filter(meeting=meeting).update(content={}, by_id=actor.person_id)
    record(actor, "steering.draft_emptied", object=meeting.public_id)


def begin_minutes(actor: Actor, meeting: Meeting, *, texts: Texts) -> Minutes:
    """Write the first text of a held meeting's minutes."""
    require(
        rules.may_begin_minutes(
            actor.duties,
            is_held=meeting.state == MeetingState.HELD,
            is_begun=Minutes.objects.filter(meeting=meeting).exists(),
            texts=texts.values(),
        )
    )
    minutes = Minutes.objects.create(meeting=meeting)
    _write_version(actor, minutes, 1, texts)
    record(actor, "steering.minutes_begun", object=meeting.public_id)
    return minutes


def revise_minutes(actor: Actor, minutes: Minutes, *, texts: Texts) -> int:
    """Write another text before the approval; the same text makes no new version. Answers its number."""
    require(
        rules.may_revise(
            actor.duties,
            is_draft=minutes.state == MinutesState.DRAFT,
            is_published=minutes.state == MinutesState.PUBLISHED,
            texts=texts.values(),
        )
    )
    number, standing = texts_of(minutes)
    if _is_same(standing, texts):
        return number
    _write_version(actor, minutes, number + 1, texts)
    record(actor, "steering.minutes_revised", object=minutes.meeting.public_id)
    return number + 1


def approve_minutes(
    actor: Actor,
    minutes: Minutes,
    *,
    at: Meeting,
    changes: str = "",
    texts: Texts | None = None,
    wordings: Mapping[UUID, str] | None = None,
    today: date,
) -> Minutes:
    """Approve minutes at a later meeting, as they are or with changes; both texts are kept.

    `changes` says in words what was changed, as the later meeting's minutes do; it is also the reason of each
    of the `wordings`, by decision, that differs from the register's.
    """
    number, standing = texts_of(minutes)
    wanted = standing if texts is None else texts
    is_changed = not _is_same(standing, wanted)
    is_reworded = bool(reworded(minutes.meeting, wordings or {}))
    facts = rules.ApprovalFacts(
        is_draft=minutes.state == MinutesState.DRAFT,
        is_same_body=at.body_id == minutes.meeting.body_id,
        meeting_on=minutes.meeting.date,
        approved_on=at.date,
        today=today,
        changes=changes,
        is_text_changed=is_changed or is_reworded,
        texts=tuple(wanted.values()),
    )
    require(rules.may_approve(actor.duties, facts))
    if is_changed:
        _write_version(actor, minutes, number + 1, wanted)
    correct_decisions(actor, minutes.meeting, wordings=wordings or {}, reason=changes)
    minutes.state, minutes.approved_at = MinutesState.APPROVED, at
    minutes.changes = changes.strip()
    minutes.save(update_fields=["state", "approved_at", "changes"])
    record(actor, "steering.minutes_approved", object=minutes.meeting.public_id)
    return minutes


def publish_minutes(actor: Actor, minutes: Minutes, *, today: date) -> Minutes:
    """Open approved minutes to all. They change no more."""
    require(
        rules.may_publish(
            actor.duties,
            is_approved=minutes.state == MinutesState.APPROVED,
            is_published=minutes.state == MinutesState.PUBLISHED,
        )
    )
    minutes.state, minutes.published_on = MinutesState.PUBLISHED, today
    minutes.save(update_fields=["state", "published_on"])
    record(actor, "steering.minutes_published", object=minutes.meeting.public_id)
    return minutes


def _write_version(actor: Actor, minutes: Minutes, number: int, texts: Texts) -> None:
    version = MinutesVersion.objects.create(minutes=minutes, number=number, by_id=actor.person_id)
    MinutesPassage.objects.bulk_create(
        MinutesPassage(version=version, item_id=item, text=text.strip())
        for item, text in texts.items()
        if text.strip()
    )


def _is_same(one: Texts, other: Texts) -> bool:
    return _kept(one) == _kept(other)


def _kept(texts: Texts) -> dict[int | None, str]:
    return {
        item: "\n".join(text.strip().splitlines()) for item, text in texts.items() if text.strip()
    }
