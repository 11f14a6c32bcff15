"""What outlives a meeting: decisions, report-backs, agreements."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models

from varjebarn.organisations.models import Organisation, Person
from varjebarn.steering.models.bodies import Body, Membership
from varjebarn.steering.models.meetings import AgendaItem


class DecisionStatus(models.TextChoices):
    """Open or under way until somebody has looked at what came of it, or it no longer applies."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    FOLLOWED_UP = "followed_up"
    LAPSED = "lapsed"


STANDING = (DecisionStatus.OPEN, DecisionStatus.UNDER_WAY)
"""What a decision is until it has ended."""


class DecisionRecord(models.Model):
    """What a body decided. It has no date of its own: the day is its meeting's (DQ4)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    number = models.PositiveIntegerField()
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT)
    wording = models.TextField()
    responsible = models.TextField(blank=True, help_text="As the register shows it.")
    responsible_organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True)
    responsible_seat = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True)
    about_the_young = models.BooleanField(default=False, help_text="It touches children.")
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
                condition=models.Q(status__in=["open", "under_way"], followed_up_on=None)
                | models.Q(
                    status__in=["followed_up", "lapsed"],
                    followed_up_on__isnull=False,
                ),
                name="decision_ends_on_a_day",
            ),
        )
        indexes = (models.Index(fields=["responsible"], name="decision_by_responsible"),)

    def __str__(self) -> str:
        return self.wording


class AskedKind(models.TextChoices):
    """One question, or a set of them that together say how things stand (nulägesanalys)."""

    QUESTION = "question"
    ANALYSIS = "analysis"


class ReportBack(models.Model):
    """One question that every organisation with a seat in the body answers once.

    An analysis has `parts`, the headings that each answer fills. On the two days those who have not
    answered are reminded.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT)
    question = models.TextField()
    due = models.DateField()
    kind = models.TextField(choices=AskedKind.choices, default=AskedKind.QUESTION)
    parts = ArrayField(models.TextField(), default=list)
    remind_first = models.DateField(null=True)
    remind_last = models.DateField(null=True)

    class Meta:
        """An analysis asks for several things; a question for one."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind=AskedKind.QUESTION, parts=[])
                | (models.Q(kind=AskedKind.ANALYSIS) & ~models.Q(parts=[])),
                name="analysis_has_its_parts",
            ),
        )

    def __str__(self) -> str:
        return self.question


class ReportBackAnswer(models.Model):
    """One organisation's answer. Silence is the absence of this row.

    To an analysis `parts` holds a text for each heading, in order, and `text` all of them together.
    """

    report_back = models.ForeignKey(ReportBack, on_delete=models.PROTECT)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    text = models.TextField()
    parts = ArrayField(models.TextField(), default=list)
    nothing_new = models.BooleanField(default=False)
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Each organisation answers once. Found by Swedish words."""

        constraints = (
            models.UniqueConstraint(
                fields=["report_back", "organisation"],
                name="organisation_answers_once",
            ),
        )
        indexes = (
            GinIndex(SearchVector("text", config="swedish"), name="report_back_answer_words"),
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
