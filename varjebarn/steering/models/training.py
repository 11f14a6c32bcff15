"""Training in numbers, what stands in its way, and the posts that carry the work."""

import uuid

from django.db import models

from varjebarn.organisations.models import Organisation
from varjebarn.steering.models.register import DecisionRecord


class TrainingSession(models.Model):
    """One occasion of training."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.TextField()
    on = models.DateField()
    place = models.TextField(blank=True)
    digital = models.BooleanField(default=False)
    audience = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.title


class TrainingTaken(models.Model):
    """How many from an organisation took part. Said again, the latest number holds."""

    session = models.ForeignKey(TrainingSession, on_delete=models.PROTECT, related_name="taken")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    people = models.PositiveIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.people)


class TrainingNeed(models.Model):
    """How many in an organisation are to be trained in all, from a day. The latest one holds."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    people = models.PositiveIntegerField()
    on = models.DateField()

    class Meta:
        """Somebody is to be trained."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(people__gte=1), name="training_is_needed_by_somebody"
            ),
        )

    def __str__(self) -> str:
        return str(self.people)


class Lack(models.TextChoices):
    """What is missing where the work can't be done (annual report 2020)."""

    MANDATE = "mandate"
    TIME = "time"
    RESOURCES = "resources"


class Risk(models.Model):
    """That an organisation lacks a mandate, time or resources, in a sentence, until it is seen to."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    lack = models.TextField(choices=Lack.choices)
    text = models.TextField()
    noted_on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_by = models.TextField(blank=True, help_text="What was done about it.")

    class Meta:
        """It is seen to after it was noted."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("noted_on")),
                name="risk_ends_after_it_is_noted",
            ),
        )

    def __str__(self) -> str:
        return self.text


class Funding(models.Model):
    """Money for posts or a purpose, for a period. A new period is a new row that continues it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.TextField()
    funder = models.TextField()
    posts = models.DecimalField(max_digits=4, decimal_places=2, null=True)
    crowns = models.PositiveBigIntegerField(null=True)
    valid_from = models.DateField()
    valid_to = models.DateField(help_text="The first day without it.")
    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT, null=True)
    continues = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="continued_by"
    )

    class Meta:
        """It lasts a day at least."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(valid_to__gt=models.F("valid_from")),
                name="funding_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.title
