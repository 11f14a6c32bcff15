"""What a unit keeps from guardians, why, and when it is looked at again."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from varjebarn.disclosure.withholding import Kind, Reach, Why
from varjebarn.organisations.models import Person
from varjebarn.people.models import ChildRow


class Withholding(ChildRow):
    """A decision to keep one thing from guardians (undanhållande). Lifted, never removed.

    `item` is the thing's own uuid, as the documents that hold it name it; for whereabouts, and for
    every reading in the unit, the file's.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.TextField()
    item = models.UUIDField()
    label = models.TextField(help_text="What it is, as the one who decided saw it.")
    reach = models.TextField()
    persons = ArrayField(models.UUIDField(), help_text="The guardians it names, by login.")
    why = models.TextField(help_text="The provision.")
    reason = models.TextField()
    review_on = models.DateField()
    reviewed_at = models.DateTimeField(help_text="When it was decided, or last kept on.")
    decided_by = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_index=False)
    decided_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(
        Person, models.DO_NOTHING, related_name="+", null=True, db_index=False
    )
    lift_reason = models.TextField(blank=True)

    class Meta:
        """Known kinds; never without reason or somebody; one of a kind for a thing at a time."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=[one.value for one in Kind])
                & models.Q(reach__in=[one.value for one in Reach])
                & models.Q(why__in=[one.value for one in Why]),
                name="withholding_is_of_a_known_kind",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason="")
                & (~models.Q(reach="persons") | models.Q(persons__len__gt=0)),
                name="withholding_says_why_and_from_whom",
            ),
            models.CheckConstraint(
                condition=models.Q(lifted_at__isnull=True) | ~models.Q(lift_reason=""),
                name="withholding_is_lifted_with_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="whereabouts", why__in=["lvu", "shelter"], reach="persons")
                | (~models.Q(kind="whereabouts") & ~models.Q(why__in=["lvu", "shelter"])),
                name="withholding_of_whereabouts_has_its_provision",
            ),
        )
        indexes = (
            models.Index(fields=["unit", "child_file", "-decided_at"], name="withholding_file"),
            models.Index(
                fields=["unit", "review_on"],
                name="withholding_review",
                condition=models.Q(lifted_at=None),
            ),
        )

    def __str__(self) -> str:
        return self.kind
