"""Documents that live: plans, routines and templates, each a row of versions that never change."""

import uuid

from django.db import models

from varjebarn.organisations.models import Person
from varjebarn.steering.models.bodies import Body
from varjebarn.steering.models.meetings import AgendaItem
from varjebarn.steering.models.register import DecisionRecord


class DocumentKind(models.TextChoices):
    """What a document is for."""

    PROCESS_PLAN = "process_plan"
    ACTION_PLAN = "action_plan"
    COMMUNICATION_PLAN = "communication_plan"
    ROUTINE = "routine"
    GUIDELINE = "guideline"
    TEMPLATE = "template"


class Document(models.Model):
    """A document of a body. What it says stands in its versions."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    kind = models.TextField(choices=DocumentKind.choices)
    title = models.TextField()
    started_on = models.DateField()

    class Meta:
        """A body has one document of a name."""

        constraints = (
            models.UniqueConstraint(fields=["body", "title"], name="document_title_is_used_once"),
        )

    def __str__(self) -> str:
        return self.title


class DocumentVersion(models.Model):
    """What a document said at one time. Its text is never rewritten; saving a draft adds a version.

    Published, it stands on an agenda as `item`. Decided, it is in force from a day until a later
    version is. `body` is its document's, so that a row policy need not look further.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT)
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    number = models.PositiveIntegerField()
    text = models.TextField()
    summary = models.TextField(blank=True, help_text="What changed, in the writer's own words.")
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    written_at = models.DateTimeField(auto_now_add=True)
    published_on = models.DateField(null=True)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, null=True)
    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT, null=True)
    in_force_from = models.DateField(null=True)

    class Meta:
        """Numbered within the document; published with an item, in force by a decision."""

        constraints = (
            models.UniqueConstraint(
                fields=["document", "number"], name="version_number_is_used_once"
            ),
            models.CheckConstraint(
                condition=models.Q(published_on=None, item=None)
                | models.Q(published_on__isnull=False, item__isnull=False),
                name="published_version_is_on_an_agenda",
            ),
            models.CheckConstraint(
                condition=models.Q(decision=None, in_force_from=None)
                | models.Q(
                    published_on__isnull=False,
                    decision__isnull=False,
                    in_force_from__isnull=False,
                ),
                name="version_is_in_force_by_a_decision",
            ),
        )

    def __str__(self) -> str:
        return f"{self.document_id}:{self.number}"


class ActivityStatus(models.TextChoices):
    """How far an activity has come. Late is never stored: the days say it."""

    PLANNED = "planned"
    GOING = "going"
    DONE = "done"
    STOPPED = "stopped"


class Activity(models.Model):
    """A dated part of a plan. A milestone is one whose first and last day are the same."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    document = models.ForeignKey(Document, on_delete=models.PROTECT)
    title = models.TextField()
    owner = models.TextField()
    starts = models.DateField()
    ends = models.DateField(help_text="The last day of it.")
    is_milestone = models.BooleanField(default=False)
    status = models.TextField(choices=ActivityStatus.choices, default=ActivityStatus.PLANNED)
    note = models.TextField(blank=True)
    told_on = models.DateField(null=True, help_text="When somebody last said how it goes.")

    class Meta:
        """It ends no earlier than it begins."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends__gte=models.F("starts")),
                name="activity_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(is_milestone=False) | models.Q(ends=models.F("starts")),
                name="milestone_is_one_day",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Message(models.Model):
    """A line of a communication plan: to whom, what, by which way, who tells it and when."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    document = models.ForeignKey(Document, on_delete=models.PROTECT)
    audience = models.TextField()
    message = models.TextField()
    channel = models.TextField()
    owner = models.TextField()
    due = models.DateField()
    done_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.message
