"""What stands beside the plan's lines, and its frozen versions. Written once, never rewritten."""

from django.db import models

from varjebarn.organisations.models import Person
from varjebarn.plan.models.plans import PlanRow


class Disagreement(PlanRow):
    """What somebody sees differently. It is kept, whatever is written later."""

    whose = models.TextField()
    text = models.TextField()
    on = models.DateField()

    class Meta:
        """Found by plan within the unit; says something."""

        constraints = (
            models.CheckConstraint(
                condition=~models.Q(text="") & ~models.Q(whose=""),
                name="disagreement_says_whose_and_what",
            ),
        )
        indexes = (models.Index(fields=["unit", "plan"], name="disagreement_plan"),)

    def __str__(self) -> str:
        return self.whose


class OtherPlan(PlanRow):
    """A plan that somebody else holds. It is linked, never merged."""

    title = models.TextField()
    held_by = models.TextField()
    note = models.TextField(blank=True)

    class Meta:
        """Found by plan within the unit."""

        indexes = (models.Index(fields=["unit", "plan"], name="otherplan_plan"),)

    def __str__(self) -> str:
        return self.title


class ChildViewReason(PlanRow):
    """Why one version has no view of the child's. Given anew for each version that has none."""

    for_version = models.IntegerField()
    reason = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.DO_NOTHING, related_name="+", db_index=False)
    on = models.DateField()

    class Meta:
        """Found by plan within the unit; a reason is never empty."""

        constraints = (
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="child_view_reason_has_words",
            ),
        )
        indexes = (models.Index(fields=["unit", "plan", "-id"], name="viewreason_plan"),)

    def __str__(self) -> str:
        return self.reason


class PlanVersion(PlanRow):
    """A published, frozen state of the plan. No right to change one exists (R54)."""

    number = models.IntegerField()
    document = models.TextField(help_text="Canonical JSON of the whole PlanDocument.")
    digest = models.TextField(help_text="sha256 of the document, in hex.")
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        Person,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
    )

    class Meta:
        """Numbered within the plan, without two of the same."""

        constraints = (
            models.UniqueConstraint(
                fields=["unit", "plan", "number"],
                name="plan_version_is_published_once",
            ),
        )

    def __str__(self) -> str:
        return str(self.number)
