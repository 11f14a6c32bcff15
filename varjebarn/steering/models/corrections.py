"""Another wording of a decision: what it was, what it became, why, and who changed it."""

from django.db import models

from varjebarn.organisations.models import Person
from varjebarn.steering.models.register import DecisionRecord


class DecisionCorrection(models.Model):
    """One change of a decision's wording. Never rewritten: both texts stay.

    Before the minutes are approved the secretary writes on and no reason is asked for; after that
    each has one. The name is as it was then, since a person is not shown to all.
    """

    decision = models.ForeignKey(
        DecisionRecord, on_delete=models.PROTECT, related_name="corrections"
    )
    number = models.PositiveSmallIntegerField()
    before = models.TextField()
    after = models.TextField()
    reason = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    by_name = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Each number once for a decision; something was changed, and not to nothing."""

        constraints = (
            models.UniqueConstraint(
                fields=["decision", "number"], name="correction_is_numbered_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(after="") & ~models.Q(after=models.F("before")),
                name="correction_changes_the_wording",
            ),
        )

    def __str__(self) -> str:
        return self.after
