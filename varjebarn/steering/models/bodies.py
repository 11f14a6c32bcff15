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
    name = models.TextField()
    level = models.TextField(choices=Level.choices)
    reports_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True)
    purpose = models.TextField(blank=True)
    founded_on = models.DateField(null=True)
    ended_on = models.DateField(null=True, help_text="The first day on which it no longer works.")
    continues = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="continued_by"
    )

    class Meta:
        """Two bodies that work have different names; one that ended may have lent its name on."""

        constraints = (
            models.UniqueConstraint(
                fields=["name"],
                condition=models.Q(ended_on=None),
                name="working_bodies_have_different_names",
            ),
        )

    def __str__(self) -> str:
        return self.name


class EarlierBody(models.Model):
    """How a body was until a day: its name, level, purpose and whom it reported to."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="earlier")
    until = models.DateField(help_text="The first day on which it was otherwise.")
    name = models.TextField()
    level = models.TextField(choices=Level.choices)
    reports_to = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    purpose = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name


class Profession(models.Model):
    """A profession or service that a county wants to see in its bodies, with a short name."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.TextField(unique=True)
    short = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.short or self.name


class ExpectedProfession(models.Model):
    """That a profession is to be found in one body, or somewhere on a level (DQ12)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    profession = models.ForeignKey(Profession, on_delete=models.PROTECT)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True)
    level = models.TextField(choices=Level.choices, blank=True)
    ended_on = models.DateField(null=True)

    class Meta:
        """Either of a body or of a level; asked for once at a time."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(body=None) ^ models.Q(level=""),
                name="profession_is_expected_in_a_body_or_on_a_level",
            ),
            models.UniqueConstraint(
                fields=["profession", "body", "level"],
                condition=models.Q(ended_on=None),
                nulls_distinct=False,
                name="profession_is_expected_once",
            ),
        )

    def __str__(self) -> str:
        return str(self.profession)


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
    profession = models.ForeignKey(Profession, on_delete=models.PROTECT, null=True)
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
