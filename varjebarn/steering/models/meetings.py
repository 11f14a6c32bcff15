"""Meetings, who was there, and what stood on the agenda."""

import uuid

from django.db import models

from varjebarn.steering.models.bodies import Body, Membership


class MeetingState(models.TextChoices):
    """Planned until somebody has written down who was there, or it is called off."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Meeting(models.Model):
    """One meeting of a body: one record of its day and its length (DQ5)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    date = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    place = models.TextField(blank=True)
    digital = models.BooleanField(default=False)
    extra = models.BooleanField(default=False, help_text="Beside the year's series.")
    chair = models.ForeignKey(
        Membership,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="Who leads this meeting instead of the body's chair.",
    )
    state = models.TextField(choices=MeetingState.choices, default=MeetingState.PLANNED)
    cancelled_because = models.TextField(blank=True)

    class Meta:
        """A body meets once a day at the most, and a meeting has a length."""

        constraints = (
            models.UniqueConstraint(
                fields=["body", "date"],
                condition=~models.Q(state="cancelled"),
                name="body_meets_once_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")),
                name="meeting_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return f"{self.date:%Y-%m-%d}"


class Presence(models.TextChoices):
    """What is known of somebody and one meeting: one of the two, never both."""

    PRESENT = "present"
    ABSENT = "absent"


class Attendance(models.Model):
    """One row for each seat and meeting (DQ1, DQ2)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT)
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    presence = models.TextField(choices=Presence.choices)
    instead_of = models.ForeignKey(
        Membership,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="Whom this person stood in for at this meeting.",
    )

    class Meta:
        """Nobody is both present and absent."""

        constraints = (
            models.UniqueConstraint(
                fields=["meeting", "membership"],
                name="attendance_is_one_state_for_each_seat",
            ),
        )

    def __str__(self) -> str:
        return self.presence


class AlsoInsteadOf(models.Model):
    """A further seat that somebody stood in for at a meeting: one person may do so for two."""

    attendance = models.ForeignKey(Attendance, on_delete=models.PROTECT, related_name="also")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Each seat once."""

        constraints = (
            models.UniqueConstraint(
                fields=["attendance", "membership"], name="stood_in_for_each_seat_once"
            ),
        )

    def __str__(self) -> str:
        return str(self.membership)


class ItemKind(models.TextChoices):
    """What the meeting is asked to do with an item."""

    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"
    REPORT_BACK = "report_back"
    STANDING = "standing"


class Outcome(models.TextChoices):
    """What became of an item. Empty while it waits."""

    NOTED = "noted"
    DISCUSSED = "discussed"
    DECIDED = "decided"
    DECIDED_OTHERWISE = "decided_otherwise"
    NOT_APPROVED = "not_approved"
    SENT_BACK = "sent_back"
    TAKEN_HOME = "taken_home"
    TO_INFORMATION = "to_information"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"


class RaisedBy(models.TextChoices):
    """Where a matter comes from. Empty when the secretary put it on the agenda."""

    MEMBER = "member"
    BODY = "body"
    COUNCIL = "council"
    COMPILATION = "compilation"


class StandingUse(models.TextChoices):
    """What a standing item is for, so that the meeting's page can help with it."""

    PREVIOUS_MINUTES = "previous_minutes"
    PROCESS_PLAN = "process_plan"
    NEXT_MEETING = "next_meeting"
    OTHER = "other"


class StandingItem(models.Model):
    """An item that comes onto every new agenda of a body by itself, until it is ended."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    title = models.TextField()
    use = models.TextField(choices=StandingUse.choices, default=StandingUse.OTHER)
    comes_last = models.BooleanField(default=False, help_text="After all others, not before.")
    ended_on = models.DateField(null=True)

    class Meta:
        """A body has each title once at a time."""

        constraints = (
            models.UniqueConstraint(
                fields=["body", "title"],
                condition=models.Q(ended_on=None),
                name="standing_item_is_kept_once",
            ),
        )

    def __str__(self) -> str:
        return self.title


class AgendaItem(models.Model):
    """One item at one meeting.

    A postponed item has a follower at a later meeting; `first` is where the matter first stood,
    so its age is the same wherever it has got to.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT)
    order = models.PositiveSmallIntegerField()
    title = models.TextField()
    kind = models.TextField(choices=ItemKind.choices)
    outcome = models.TextField(choices=Outcome.choices, blank=True)
    note = models.TextField(blank=True)
    postponed_from = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="follower"
    )
    first = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    standing = models.ForeignKey(StandingItem, on_delete=models.PROTECT, null=True)
    raised_by = models.TextField(choices=RaisedBy.choices, blank=True)
    raised_by_name = models.TextField(blank=True)

    class Meta:
        """Each place on an agenda is taken once; a follower knows where the matter began."""

        constraints = (
            models.UniqueConstraint(
                fields=["meeting", "order"],
                name="agenda_place_is_taken_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=models.Q(postponed_from=None, first=None)
                | models.Q(postponed_from__isnull=False, first__isnull=False),
                name="postponed_item_knows_its_first",
            ),
        )

    def __str__(self) -> str:
        return self.title
