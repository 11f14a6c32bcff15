"""What belongs to a decision: what it changes, what came before, and what it means for children."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from varjebarn.organisations.models import Person
from varjebarn.steering.models.meetings import AgendaItem
from varjebarn.steering.models.register import DecisionRecord


class ChangedKind(models.TextChoices):
    """What sort of thing a decision changes."""

    AGREEMENT = "agreement"
    ACTION = "action"
    INDICATOR = "indicator"
    DOCUMENT = "document"


class DecisionChange(models.Model):
    """Something that a decision changes: what sort, its public id where there is one, and its name.

    A practice model's version stands on the decision itself; an extension is a row of its own.
    """

    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT)
    kind = models.TextField(choices=ChangedKind.choices)
    target = models.UUIDField(null=True)
    label = models.TextField()

    class Meta:
        """Each thing is named once."""

        constraints = (
            models.UniqueConstraint(
                fields=["decision", "kind", "label"], name="decision_changes_a_thing_once"
            ),
        )

    def __str__(self) -> str:
        return self.label


class EarlierDecision(models.Model):
    """An earlier decision on the same matter; read from both ends it is a chain."""

    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT, related_name="+")
    earlier = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Told once, and never of itself."""

        constraints = (
            models.UniqueConstraint(
                fields=["decision", "earlier"], name="earlier_decision_is_told_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(decision=models.F("earlier")),
                name="decision_is_not_earlier_than_itself",
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)


class DecisionRaised(models.Model):
    """A decision past its day that stands on an agenda again."""

    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT)

    class Meta:
        """Once on an item."""

        constraints = (
            models.UniqueConstraint(
                fields=["decision", "item"], name="decision_is_raised_once_on_an_item"
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)


class ImpactAnalysis(models.Model):
    """What a matter means for children, weighed before it is decided (barnkonsekvensanalys).

    It belongs to the item where the matter first stood, so that it follows a postponed item. A draft
    is read by the body's members; it is published with the decision, and stays as it was then.
    Source: Convention on the Rights of the Child, article 3, law in Sweden by lag (2018:1197).
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT)
    whom = models.TextField(blank=True, help_text="Which children it touches, and how many.")
    said = models.TextField(blank=True, help_text="What they said.")
    asked_how = models.TextField(blank=True, help_text="How they were asked, or why not.")
    gains = models.TextField(blank=True, help_text="What speaks for it.")
    costs = models.TextField(blank=True, help_text="What speaks against it.")
    articles = ArrayField(models.PositiveSmallIntegerField(), default=list)
    weighing = models.TextField(blank=True)
    follow_up = models.TextField(blank=True, help_text="How and when it is followed up.")
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    changed_at = models.DateTimeField(auto_now=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        """What is published says whom it touches, what was heard, and how it was weighed."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(published_at=None)
                | (
                    ~models.Q(whom="")
                    & ~models.Q(asked_how="")
                    & ~models.Q(weighing="")
                    & ~models.Q(follow_up="")
                ),
                name="published_analysis_is_whole",
            ),
        )

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def is_whole(self) -> bool:
        """Whether it says whom it touches, how they were asked, the weighing and the following up."""
        return all((self.whom, self.asked_how, self.weighing, self.follow_up))
