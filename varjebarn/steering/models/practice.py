"""What reaches the county's work from outside it: obstacles, visits, research."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.core.validators import URLValidator
from django.db import models

from varjebarn.organisations.models import Organisation, Person
from varjebarn.steering.models.bodies import Body


class Theme(models.TextChoices):
    """What in the structure it is about."""

    TIME = "time"
    MANDATE = "mandate"
    MONEY = "money"
    SECRECY = "secrecy"
    TECHNOLOGY = "technology"
    COOPERATION = "cooperation"
    KNOWLEDGE = "knowledge"
    OTHER = "other"


class ObstacleState(models.TextChoices):
    """What has become of it. What is passed on waits again, at the next body."""

    WAITING = "waiting"
    ANSWERED = "answered"
    CLOSED = "closed"


class Obstacle(models.Model):
    """One sentence on what in the structure stopped or helped. Nothing about a child.

    `body` is where it lies now. Who sent it is known to the row policy alone, so that the answer
    finds its way back; the pages name the organisation.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    text = models.TextField()
    is_helping = models.BooleanField(help_text="An enabler, rather than an obstacle.")
    theme = models.TextField(choices=Theme.choices)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    sent_at = models.DateTimeField(auto_now_add=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    been_at = ArrayField(
        models.BigIntegerField(), help_text="Keys of the bodies where it lies and has lain."
    )
    state = models.TextField(choices=ObstacleState.choices, default=ObstacleState.WAITING)

    def __str__(self) -> str:
        return self.text


class StepKind(models.TextChoices):
    """What a body does with an obstacle."""

    ANSWERED = "answered"
    PASSED_ON = "passed_on"
    CLOSED = "closed"


class ObstacleStep(models.Model):
    """What a body did with it, and what it wrote to the sender."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.PROTECT)
    kind = models.TextField(choices=StepKind.choices)
    text = models.TextField()
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Passing on says to whom."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind=StepKind.PASSED_ON, to__isnull=False)
                | (~models.Q(kind=StepKind.PASSED_ON) & models.Q(to=None)),
                name="passing_on_says_to_whom",
            ),
        )

    def __str__(self) -> str:
        return self.kind


class VisitKind(models.TextChoices):
    """Whom the county has met."""

    BOARD = "board"
    AUTHORITY = "authority"
    NETWORK = "network"
    CONFERENCE = "conference"
    OTHER = "other"


class Visit(models.Model):
    """A contact or a visit: one line."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    on = models.DateField()
    kind = models.TextField(choices=VisitKind.choices)
    whom = models.TextField()
    text = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.whom


class ResearchState(models.TextChoices):
    """What the presidium has said."""

    ASKED = "asked"
    GRANTED = "granted"
    DECLINED = "declined"


class ResearchRequest(models.Model):
    """Researchers who ask to study the work, or to attend meetings."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.TextField()
    from_whom = models.TextField()
    text = models.TextField(blank=True)
    asked_on = models.DateField()
    state = models.TextField(choices=ResearchState.choices, default=ResearchState.ASKED)
    decided_on = models.DateField(null=True)
    answer = models.TextField(blank=True)
    may_attend = models.BooleanField(default=False)

    class Meta:
        """What has been decided was decided on a day; only the granted attend."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(state=ResearchState.ASKED, decided_on=None)
                | (~models.Q(state=ResearchState.ASKED) & models.Q(decided_on__isnull=False)),
                name="research_is_decided_on_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(may_attend=False) | models.Q(state=ResearchState.GRANTED),
                name="only_granted_research_attends",
            ),
        )

    def __str__(self) -> str:
        return self.title


class ResearchOutput(models.Model):
    """Something that researchers have published about the work."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.TextField()
    authors = models.TextField()
    published_on = models.DateField()
    address = models.TextField(blank=True, validators=[URLValidator()])
    text = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.title
