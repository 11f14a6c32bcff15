"""Trials of the practice model, and proposals out for answers."""

import uuid

from django.db import models

from varjebarn.organisations.models import Organisation, Person
from varjebarn.steering.models.bodies import Body


class Trial(models.Model):
    """An organisation's trial of a version of the model. What happened stands in its events."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    where = models.TextField(help_text="The school, the centre, the part that tries it.")
    model_id = models.TextField()
    model_version = models.TextField()
    planned_start = models.DateField()

    def __str__(self) -> str:
        return self.where


class TrialStep(models.TextChoices):
    """What may happen to a trial."""

    STARTED = "started"
    DELAYED = "delayed"
    WIDENED = "widened"
    OUTCOME = "outcome"
    FINISHED = "finished"


class TrialEvent(models.Model):
    """One thing that happened, on a day, in a sentence."""

    trial = models.ForeignKey(Trial, on_delete=models.PROTECT, related_name="events")
    step = models.TextField(choices=TrialStep.choices)
    on = models.DateField()
    text = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT)

    class Meta:
        """It starts once and is finished once."""

        constraints = (
            models.UniqueConstraint(
                fields=["trial", "step"],
                condition=models.Q(step__in=("started", "finished")),
                name="trial_starts_and_finishes_once",
            ),
        )

    def __str__(self) -> str:
        return self.step


class Tool(models.TextChoices):
    """The tools of the model that a trial rates, the same for all so that they can be compared."""

    WHEEL = "wheel"
    TRIANGLE = "triangle"
    QUESTIONS = "questions"
    TREE = "tree"
    PLAN = "plan"
    CHILD_WORDS = "child_words"


class ToolRating(models.Model):
    """What a trial says of a tool, 1 to 5. The latest one holds; earlier ones stay."""

    trial = models.ForeignKey(Trial, on_delete=models.PROTECT, related_name="ratings")
    tool = models.TextField(choices=Tool.choices)
    rating = models.PositiveSmallIntegerField()
    note = models.TextField(blank=True)
    on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT)

    class Meta:
        """On a scale of five."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(rating__range=(1, 5)), name="tool_is_rated_from_1_to_5"
            ),
        )

    def __str__(self) -> str:
        return self.tool


class Consultation(models.Model):
    """A proposal sent out for answers (remiss)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.TextField()
    text = models.TextField()
    sent_on = models.DateField()

    def __str__(self) -> str:
        return self.title


class ConsultedBody(models.Model):
    """A body that is asked, with a last day of its own, and what it answered."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="consulted"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    due = models.DateField()

    class Meta:
        """Each body is asked once."""

        constraints = (
            models.UniqueConstraint(fields=["consultation", "body"], name="body_is_consulted_once"),
        )

    def __str__(self) -> str:
        return str(self.pk)


class ConsultationAnswer(models.Model):
    """What a body answered. Silence is the absence of this row."""

    asked = models.OneToOneField(ConsultedBody, on_delete=models.PROTECT, related_name="answer")
    text = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.text
