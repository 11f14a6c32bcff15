"""Mandates (uppdrag): who gives which body or person what to do, and on what terms."""

import uuid

from django.db import models

from varjebarn.organisations.models import Person
from varjebarn.steering.models.bodies import Body
from varjebarn.steering.models.register import DecisionRecord


class Mandate(models.Model):
    """What a body or somebody named is to do, given by a body or somebody outside the register.

    A mandate from a decision takes its giver from there. Which of them lack resources, or are past
    their day, is computed and never stored.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.TextField()
    given_by = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, related_name="mandates_given"
    )
    giver_name = models.TextField(blank=True, help_text="A giver outside the register.")
    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT, null=True)
    given_to = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, related_name="mandates_held"
    )
    holder_name = models.TextField(blank=True, help_text="A person or a post that holds it.")
    given_on = models.DateField()
    purpose = models.TextField(blank=True)
    limits = models.TextField(blank=True)
    time_share = models.PositiveSmallIntegerField(null=True, help_text="Per cent of full time.")
    resources = models.TextField(blank=True)
    due = models.DateField(null=True)
    reports_to = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, related_name="mandates_heard"
    )
    reports_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    outcome = models.TextField(blank=True)

    class Meta:
        """One giver, one holder; it ends after it was given."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(given_by=None) ^ models.Q(giver_name=""),
                name="mandate_has_one_giver",
            ),
            models.CheckConstraint(
                condition=models.Q(given_to=None) ^ models.Q(holder_name=""),
                name="mandate_has_one_holder",
            ),
            models.CheckConstraint(
                condition=models.Q(time_share=None) | models.Q(time_share__range=(1, 100)),
                name="mandate_takes_part_of_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("given_on")),
                name="mandate_ends_after_it_is_given",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Acceptance(models.Model):
    """That a mandate was taken on: the day, and who said so."""

    mandate = models.OneToOneField(Mandate, on_delete=models.PROTECT, related_name="acceptance")
    on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT)

    def __str__(self) -> str:
        return str(self.pk)
