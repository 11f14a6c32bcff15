"""Who answers for an organisation in somebody's place, and what has been sent to whom."""

from django.db import models

from varjebarn.organisations.models import Organisation, Person
from varjebarn.steering.models.bodies import Membership
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


class Reminder(models.Model):
    """What has been told of one thing: a question to a silent member, or an agreement that lapses.

    `thing` is its public id and `round` which time: the first or second day of a question, or the
    day on which an agreement ends. The process leaders are told of agreements; they have no seat.
    """

    thing = models.UUIDField()
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True)
    round = models.TextField()
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        """Nobody is told the same twice."""

        constraints = (
            models.UniqueConstraint(
                fields=["thing", "membership", "round"],
                nulls_distinct=False,
                name="nobody_is_reminded_twice",
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)
