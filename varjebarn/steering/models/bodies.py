"""Bodies and who sits in them."""

import uuid

from django.db import models

from varjebarn.organisations.models import Organisation, Person


class Level(models.TextChoices):
    """How near the practice a body works."""

    STRATEGIC = "strategic"
    TACTICAL = "tactical"
    OPERATIVE = "operative"


class Body(models.Model):
    """A steering group, a cross group, a working group."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.TextField(unique=True)
    level = models.TextField(choices=Level.choices)
    reports_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True)
    purpose = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name


class Seat(models.TextChoices):
    """In what capacity somebody sits in a body. An adjunct takes part and has no vote."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    ADJUNCT = "adjunct"


class Membership(models.Model):
    """Somebody's seat in a body for an organisation, from a day up to another.

    `name` is what the public list says; it is taken from the person when there is a login.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True)
    name = models.TextField()
    title = models.TextField(blank=True)
    seat = models.TextField(choices=Seat.choices)
    substitute_for = models.ForeignKey("self", on_delete=models.PROTECT, null=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, help_text="The first day without the seat.")

    class Meta:
        """A period holds at least one day."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(valid_to=None) | models.Q(valid_to__gt=models.F("valid_from")),
                name="seat_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.name
