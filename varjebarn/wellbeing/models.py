"""Tables of signals and assessments. They stay in the unit where they were written."""

import uuid

from django.db import models

from varjebarn.organisations.models import Person, SecrecyUnit
from varjebarn.people.models import ChildRow

OUTCOMES = ["own_service", "hand_over", "together", "no_action"]


class Assessment(ChildRow):
    """A judgement in words, and where it leads by the model's decision tree. Never changed.

    `tree` holds the answers to the tree; `thoughts` the practitioner's answers to the model's
    questions, all of which may be left out.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    made_by = models.ForeignKey(
        Person,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
    )
    made_by_name = models.TextField()
    model_id = models.TextField()
    model_version = models.TextField()
    tree = models.JSONField()
    thoughts = models.JSONField(default=dict)
    outcome = models.TextField()
    reason = models.TextField(blank=True)
    assessed_on = models.DateField()
    noted_at = models.DateTimeField()

    class Meta:
        """An outcome is one of four; two of them are never without a reason."""

        constraints = (
            models.UniqueConstraint(fields=["unit", "id"], name="assessment_is_found_in_its_unit"),
            models.CheckConstraint(
                condition=models.Q(outcome__in=OUTCOMES),
                name="assessment_outcome_is_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(outcome__in=["hand_over", "no_action"]) | ~models.Q(reason=""),
                name="assessment_that_leaves_the_unit_says_why",
            ),
        )
        indexes = (
            models.Index(fields=["unit", "child_file", "-assessed_on"], name="assessment_file"),
        )

    def __str__(self) -> str:
        return f"{self.outcome} {self.assessed_on}"


class Signal(ChildRow):
    """What somebody has noticed. Its author is told what became of it, whatever that is.

    One that has come from another unit has no author here: `received_ref` is what it is called there.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    author = models.ForeignKey(
        Person,
        on_delete=models.DO_NOTHING,
        related_name="+",
        null=True,
        db_index=False,
    )
    received_ref = models.UUIDField(null=True)
    author_name = models.TextField()
    model_id = models.TextField()
    model_version = models.TextField()
    noticed_on = models.DateField()
    noted_at = models.DateTimeField()
    own_words = models.TextField(blank=True)
    state = models.TextField(default="received")
    handed_to = models.ForeignKey(
        Person,
        on_delete=models.DO_NOTHING,
        related_name="+",
        null=True,
        db_index=False,
    )
    handed_unit = models.ForeignKey(
        SecrecyUnit,
        on_delete=models.DO_NOTHING,
        related_name="+",
        null=True,
        db_index=False,
    )
    handed_name = models.TextField(blank=True, help_text="The contact's name, or the unit's.")
    handed_at = models.DateTimeField(null=True)
    consent_ref = models.UUIDField(null=True, help_text="The one question: may we tell that unit?")
    assessment = models.ForeignKey(
        Assessment,
        on_delete=models.DO_NOTHING,
        related_name="+",
        null=True,
        db_constraint=False,
        db_index=False,
    )
    outcome = models.TextField(blank=True)
    outcome_text = models.TextField(blank=True, help_text="What the author reads became of it.")
    outcome_on = models.DateField(null=True)

    class Meta:
        """Handed: to somebody. Assessed or closed: with an outcome, in words, on a day."""

        constraints = (
            models.UniqueConstraint(fields=["unit", "id"], name="signal_is_found_in_its_unit"),
            models.CheckConstraint(
                condition=models.Q(state__in=["received", "handed", "assessed", "closed"]),
                name="signal_state_is_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="handed") | ~models.Q(handed_name=""),
                name="signal_handed_names_the_receiver",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["assessed", "closed"])
                | (~models.Q(outcome_text="") & models.Q(outcome_on__isnull=False)),
                name="signal_ends_in_words_on_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome__in=["", *OUTCOMES]),
                name="signal_outcome_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(author__isnull=True) ^ models.Q(received_ref__isnull=True),
                name="signal_is_noticed_here_or_received",
            ),
            models.UniqueConstraint(
                fields=["unit", "received_ref"], name="signal_is_received_once"
            ),
        )
        indexes = (
            models.Index(fields=["unit", "child_file", "-noticed_on"], name="signal_file"),
            models.Index(fields=["unit", "author", "-noticed_on"], name="signal_author"),
        )

    def __str__(self) -> str:
        return f"{self.author_name} {self.noticed_on}"


class SignalNote(ChildRow):
    """One note of a signal, in one dimension. Never changed."""

    signal = models.ForeignKey(
        Signal,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    dimension = models.TextField()
    kind = models.TextField()
    text = models.TextField()
    voice = models.TextField()

    class Meta:
        """Found by signal within the unit; in words, of a known kind and voice."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=["strength", "challenge"])
                & models.Q(voice__in=["child", "guardian", "staff"])
                & ~models.Q(text=""),
                name="note_says_something_in_somebodys_voice",
            ),
        )
        indexes = (models.Index(fields=["unit", "child_file", "signal"], name="signalnote_signal"),)

    def __str__(self) -> str:
        return self.text
