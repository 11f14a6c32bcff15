"""Meetings, who was there, and what stood on the agenda."""

import uuid

from django.db import models

from varjebarn.steering.models.bodies import Body, Membership


class MeetingState(models.TextChoices):
    """Planned until somebody has written down who was there."""

    PLANNED = "planned"
    HELD = "held"


class Meeting(models.Model):
    """One meeting of a body: one record of its day and its length (DQ5)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    date = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    place = models.TextField(blank=True)
    digital = models.BooleanField(default=False)
    state = models.TextField(choices=MeetingState.choices, default=MeetingState.PLANNED)

    class Meta:
        """A body meets once a day at the most, and a meeting has a length."""

        constraints = (
            models.UniqueConstraint(fields=["body", "date"], name="body_meets_once_a_day"),
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
    NOT_APPROVED = "not_approved"
    TAKEN_HOME = "taken_home"
    POSTPONED = "postponed"


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

    class Meta:
        """Each place on an agenda is taken once; a follower knows where the matter began."""

        constraints = (
            models.UniqueConstraint(fields=["meeting", "order"], name="agenda_place_is_taken_once"),
            models.CheckConstraint(
                condition=models.Q(postponed_from=None, first=None)
                | models.Q(postponed_from__isnull=False, first__isnull=False),
                name="postponed_item_knows_its_first",
            ),
        )

    def __str__(self) -> str:
        return self.title
