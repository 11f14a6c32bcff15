"""A meeting while it goes on, and its minutes: versions that are never rewritten, approved, published."""

import uuid

from django.db import models

from varjebarn.organisations.models import Person
from varjebarn.steering.models.meetings import AgendaItem, Meeting


class MeetingDraft(models.Model):
    """What has been typed while a meeting goes on, field by field. Seen by the county's own only."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="draft")
    content = models.JSONField(default=dict)
    number = models.PositiveIntegerField(default=1, help_text="One more for each save.")
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    saved_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.number)


class MinutesState(models.TextChoices):
    """How far the minutes have come."""

    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"


class Minutes(models.Model):
    """A meeting's minutes. Their text is in the versions; attendance and decisions are the register's."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    state = models.TextField(choices=MinutesState.choices, default=MinutesState.DRAFT)
    approved_at = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, related_name="approved_minutes"
    )
    changes = models.TextField(blank=True, help_text="What the approval changed, as minuted.")
    published_on = models.DateField(null=True)

    class Meta:
        """Approved at a meeting, and published after that."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(state=MinutesState.DRAFT, approved_at=None)
                | (~models.Q(state=MinutesState.DRAFT) & models.Q(approved_at__isnull=False)),
                name="minutes_are_approved_at_a_meeting",
            ),
            models.CheckConstraint(
                condition=models.Q(state=MinutesState.PUBLISHED, published_on__isnull=False)
                | (~models.Q(state=MinutesState.PUBLISHED) & models.Q(published_on=None)),
                name="minutes_are_published_on_a_day",
            ),
        )

    def __str__(self) -> str:
        return self.state


class MinutesVersion(models.Model):
    """One text of the minutes. A change makes a new one; both are kept."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Each number once."""

        constraints = (
            models.UniqueConstraint(
                fields=["minutes", "number"], name="minutes_version_is_numbered_once"
            ),
        )

    def __str__(self) -> str:
        return str(self.number)


class MinutesPassage(models.Model):
    """What was said at one item; without an item, what was said before or beside them all.

    Decisions aren't here: the register's own stand after the text of their item.
    """

    version = models.ForeignKey(MinutesVersion, on_delete=models.PROTECT, related_name="passages")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, null=True)
    text = models.TextField()

    class Meta:
        """One passage for each item in a version."""

        constraints = (
            models.UniqueConstraint(
                fields=["version", "item"],
                nulls_distinct=False,
                name="passage_stands_once_in_a_version",
            ),
        )

    def __str__(self) -> str:
        return self.text
