"""What stands beside a record and never in it: answers to objections, own numbers, secrecy markings.

Each row is written once. A later word about the same thing is a new row, and the earlier stays (R40).
"""

import uuid

from django.db import models

from varjebarn.organisations.models import Person
from varjebarn.people.models import ChildRow


class ObjectionAnswer(ChildRow):
    """What the unit says to a child or guardian who has said that something is wrong."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission_ref = models.UUIDField(help_text="The objection, as it was registered.")
    outcome = models.TextField(help_text="corrected, partly or kept")
    words = models.TextField()
    answered_by = models.ForeignKey(
        Person, on_delete=models.DO_NOTHING, related_name="+", db_index=False
    )
    answered_title = models.TextField(blank=True)
    answered_at = models.DateTimeField()

    class Meta:
        """An objection is answered once, in words."""

        constraints = (
            models.CheckConstraint(
                condition=~models.Q(words="")
                & models.Q(outcome__in=["corrected", "partly", "kept"]),
                name="objection_answer_says_what_came_of_it",
            ),
            models.UniqueConstraint(
                fields=["unit", "submission_ref"], name="objection_is_answered_once"
            ),
        )
        indexes = (models.Index(fields=["unit", "child_file"], name="objectionanswer_file"),)

    def __str__(self) -> str:
        return self.outcome


class OwnNumber(ChildRow):
    """Under which number the unit has registered what arrived in a system of its own."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    delivery_ref = models.UUIDField()
    number = models.TextField()
    noted_by = models.ForeignKey(
        Person, on_delete=models.DO_NOTHING, related_name="+", db_index=False
    )
    noted_at = models.DateTimeField()

    class Meta:
        """The latest one counts; a number is never empty."""

        constraints = (
            models.CheckConstraint(condition=~models.Q(number=""), name="own_number_is_a_number"),
        )
        indexes = (models.Index(fields=["unit", "delivery_ref"], name="ownnumber_delivery"),)

    def __str__(self) -> str:
        return self.number


class SecrecyMark(ChildRow):
    """A secrecy marking on one document: by which provision, on which day, by which authority.

    Source: OSL 5:5. A marking is a reminder and decides nothing; each request is judged anew.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    document_ref = models.UUIDField()
    provision = models.TextField()
    authority = models.TextField()
    marked_on = models.DateField()
    marked_by = models.ForeignKey(
        Person, on_delete=models.DO_NOTHING, related_name="+", db_index=False
    )
    marked_at = models.DateTimeField()
    is_lifted = models.BooleanField(default=False, help_text="This row takes the marking away.")

    class Meta:
        """The latest one counts; it always names provision and authority."""

        constraints = (
            models.CheckConstraint(
                condition=~models.Q(provision="") & ~models.Q(authority=""),
                name="secrecy_mark_names_provision_and_authority",
            ),
        )
        indexes = (models.Index(fields=["unit", "document_ref"], name="secrecymark_document"),)

    def __str__(self) -> str:
        return self.provision


class ReportDecision(ChildRow):
    """What social services decided on what another unit reported, and whether that unit has asked.

    The latest counts. `due_on`: by which day the reporter is told (SoL 19:6).
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    report_ref = models.UUIDField(help_text="What was reported, as every unit calls it.")
    choice = models.TextField(help_text="opened, not_opened or in_progress")
    decided_on = models.DateField()
    asked_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    noted_by = models.ForeignKey(
        Person, on_delete=models.DO_NOTHING, related_name="+", db_index=False
    )
    noted_at = models.DateTimeField()

    class Meta:
        """One of three values; a day to tell by exactly when somebody has asked."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(choice__in=["opened", "not_opened", "in_progress"]),
                name="report_decision_is_one_of_three",
            ),
            models.CheckConstraint(
                condition=models.Q(asked_on__isnull=True, due_on__isnull=True)
                | models.Q(asked_on__isnull=False, due_on__isnull=False),
                name="report_decision_has_a_day_when_asked",
            ),
        )
        indexes = (models.Index(fields=["unit", "report_ref"], name="reportdecision_report"),)

    def __str__(self) -> str:
        return self.choice
