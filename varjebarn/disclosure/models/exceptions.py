"""What stands in where a consent departs from the rule, and how an answer by other means was given.

These rows stay in the unit that asked. A unit with a copy of the consent learns that it holds,
never why somebody's answer was not needed.
"""

import uuid

from django.db import models

from varjebarn.disclosure.models.consents import Consenter, ConsentEvent, ConsentRow
from varjebarn.organisations.models import Person


class MaturityAssessment(ConsentRow):
    """That a child is judged to decide alone in this matter: by whom, when and why (OSL 12:3).

    `harm_if_told` is the other way at 15-17: to tell a guardian would harm the young person.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    matter = models.TextField(help_text="Which decision it is about, in words.")
    understands = models.TextField(blank=True)
    harm_if_told = models.TextField(blank=True)
    why = models.TextField()
    assessed_by = models.TextField()
    assessed_on = models.DateField()
    second_person = models.TextField(blank=True)
    recorded_by = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    class Meta:
        """The latest one counts; it says what the child understands, or what would harm."""

        constraints = (
            models.CheckConstraint(
                condition=~models.Q(understands="") | ~models.Q(harm_if_told=""),
                name="assessment_says_something",
            ),
        )
        indexes = (models.Index(fields=["unit", "consent"], name="assessment_consent"),)

    def __str__(self) -> str:
        return self.matter


class StandIn(ConsentRow):
    """What stands in for one guardian's answer: a hindrance (FB 6:13), or a decision (FB 6:13 a)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    consenter = models.ForeignKey(
        Consenter,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    kind = models.TextField(help_text="hindered or decision_6_13a")
    reason = models.TextField()
    cannot_wait = models.TextField(blank=True)
    not_intrusive = models.TextField(blank=True)
    decision_reference = models.TextField(blank=True)
    decided_on = models.DateField(null=True)
    measure = models.TextField(blank=True, help_text="The support measure that was decided on.")
    provision = models.TextField()
    recorded_by = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Found by consent within the unit."""

        indexes = (models.Index(fields=["unit", "consent"], name="standin_consent"),)

    def __str__(self) -> str:
        return self.kind


class Paper(ConsentRow):
    """A signed answer as it was scanned. What it is was judged by its content, not by its name."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    content = models.BinaryField()
    content_type = models.TextField()
    content_hash = models.BinaryField()
    stored_by = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_index=False)
    stored_at = models.DateTimeField()

    class Meta:
        """Tied to by answers of the same unit."""

        constraints = (
            models.UniqueConstraint(fields=["unit", "id"], name="paper_is_found_in_its_unit"),
        )
        indexes = (models.Index(fields=["unit", "consent"], name="paper_consent"),)

    def __str__(self) -> str:
        return self.content_type


class AnswerNote(ConsentRow):
    """How an answer on paper or by word of mouth was given: when, to whom, where it stands."""

    event = models.ForeignKey(
        ConsentEvent,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    said_on = models.DateField()
    heard_by = models.TextField(help_text="Who received the paper or heard the words.")
    reference = models.TextField(blank=True, help_text="Where the paper is kept.")
    note = models.TextField(blank=True)
    paper = models.ForeignKey(
        Paper,
        on_delete=models.DO_NOTHING,
        related_name="+",
        null=True,
        db_constraint=False,
        db_index=False,
    )
    entered_by = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_index=False)

    class Meta:
        """One for each answer."""

        constraints = (
            models.UniqueConstraint(
                fields=["unit", "consent", "event"], name="answernote_stands_once"
            ),
        )

    def __str__(self) -> str:
        return self.heard_by
