"""Who answers for an organisation in somebody's place, and what has been sent to whom."""

from django.db import models

from varjebarn.organisations.models import Organisation, Person
from varjebarn.steering.models.register import ReportBack


class AnswerDelegation(models.Model):
    """A colleague in the same organisation who may answer one question."""

    report_back = models.ForeignKey(ReportBack, on_delete=models.PROTECT)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A colleague is asked once."""

        constraints = (
            models.UniqueConstraint(
                fields=["report_back", "organisation", "person"],
                name="colleague_is_asked_once",
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)
