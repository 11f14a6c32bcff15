"""What outlives a meeting: decisions, report-backs, agreements."""

import uuid

from django.db import models

from varjebarn.organisations.models import Organisation, Person
from varjebarn.steering.models.bodies import Body
from varjebarn.steering.models.meetings import AgendaItem


class DecisionStatus(models.TextChoices):
    """Open until somebody has looked at what came of it."""

    OPEN = "open"
    FOLLOWED_UP = "followed_up"


class DecisionRecord(models.Model):
    """What a body decided. It has no date of its own: the day is its meeting's (DQ4)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    number = models.PositiveIntegerField()
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT)
    wording = models.TextField()
    responsible = models.TextField(blank=True)
    due = models.DateField(null=True)
    status = models.TextField(choices=DecisionStatus.choices, default=DecisionStatus.OPEN)
    followed_up_on = models.DateField(null=True)
    follow_up_note = models.TextField(blank=True)
    changes_model_id = models.TextField(blank=True)
    changes_model_version = models.TextField(blank=True)

    class Meta:
        """Numbered within the body; a model is named with its version or not at all."""

        constraints = (
            models.UniqueConstraint(fields=["body", "number"], name="decision_number_is_used_once"),
            models.CheckConstraint(
                condition=models.Q(changes_model_id="", changes_model_version="")
                | (~models.Q(changes_model_id="") & ~models.Q(changes_model_version="")),
                name="decision_names_model_and_version",
            ),
            models.CheckConstraint(
                condition=models.Q(status=DecisionStatus.OPEN, followed_up_on=None)
                | models.Q(status=DecisionStatus.FOLLOWED_UP, followed_up_on__isnull=False),
                name="decision_is_followed_up_on_a_day",
            ),
        )

    def __str__(self) -> str:
        return self.wording


class ReportBack(models.Model):
    """One question that every organisation with a seat in the body answers once."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT)
    question = models.TextField()
    due = models.DateField()

    def __str__(self) -> str:
        return self.question


class ReportBackAnswer(models.Model):
    """One organisation's answer. Silence is the absence of this row."""

    report_back = models.ForeignKey(ReportBack, on_delete=models.PROTECT)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    text = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Each organisation answers once."""

        constraints = (
            models.UniqueConstraint(
                fields=["report_back", "organisation"],
                name="organisation_answers_once",
            ),
        )

    def __str__(self) -> str:
        return self.text


class Agreement(models.Model):
    """What organisations have agreed, for how long. The text of its validity is never rewritten."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.TextField()
    valid_from = models.DateField()
    valid_to = models.DateField(help_text="The first day on which it no longer holds.")
    revise_by = models.DateField(null=True)
    contradiction = models.TextField(blank=True)

    class Meta:
        """It holds for at least a day."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(valid_to__gt=models.F("valid_from")),
                name="agreement_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.title


class AgreementParty(models.Model):
    """An organisation that has signed."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)

    class Meta:
        """Each signs once."""

        constraints = (
            models.UniqueConstraint(fields=["agreement", "organisation"], name="party_signs_once"),
        )

    def __str__(self) -> str:
        return str(self.pk)


class Extension(models.Model):
    """A longer validity, by a decision. The latest one holds."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT)
    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT)
    valid_to = models.DateField()
    revise_by = models.DateField(null=True)

    class Meta:
        """One decision extends an agreement once."""

        constraints = (
            models.UniqueConstraint(
                fields=["agreement", "decision"],
                name="decision_extends_an_agreement_once",
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)
