"""Where each organisation stands, and texts that contradict each other."""

import uuid

from django.db import models

from varjebarn.organisations.models import Organisation
from varjebarn.steering.models.bodies import Body
from varjebarn.steering.models.register import Agreement, DecisionRecord


class Standing(models.TextChoices):
    """How far an organisation has joined. Nobody is compelled to, and none is better."""

    OUTSIDE = "outside"
    PRINCIPLES = "principles"
    TESTS = "tests"
    JOINED = "joined"


class Joining(models.Model):
    """Where an organisation stands from a day on. The latest row holds; the others are its history.

    `decided_by` is the organisation's own decision in words; `decision` one of the county's bodies.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    standing = models.TextField(choices=Standing.choices)
    since = models.DateField()
    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT, null=True)
    decided_by = models.TextField(blank=True)
    note = models.TextField(blank=True)

    class Meta:
        """An organisation changes where it stands once a day at the most."""

        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "since"], name="organisation_stands_in_one_place_a_day"
            ),
        )

    def __str__(self) -> str:
        return self.standing


class Contradiction(models.Model):
    """Two texts that don't go together: what each says, who owns solving it, and the decision that did.

    `other` is an agreement of the register, or else `other_text` names a text outside it.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT)
    says = models.TextField()
    other = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, related_name="+")
    other_text = models.TextField(blank=True)
    other_says = models.TextField()
    owner = models.ForeignKey(Body, on_delete=models.PROTECT)
    solved_by = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT, null=True)

    class Meta:
        """Both texts are named, and they are two."""

        constraints = (
            models.CheckConstraint(
                condition=(models.Q(other__isnull=False, other_text=""))
                | (models.Q(other=None) & ~models.Q(other_text="")),
                name="contradiction_names_the_other_text",
            ),
            models.CheckConstraint(
                condition=models.Q(other=None) | ~models.Q(other=models.F("agreement")),
                name="contradiction_is_between_two_texts",
            ),
        )

    def __str__(self) -> str:
        return str(self.public_id)
