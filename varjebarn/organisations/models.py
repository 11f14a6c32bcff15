"""Tables of organisations, units, people who log in, and assignments."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class OrganisationKind(models.TextChoices):
    """What sort of body it is. Only municipality and region are principals of a SIP (HSL 16:4)."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    POLICE = "police"
    PRIVATE = "private"
    ASSOCIATION = "association"
    UNIVERSITY = "university"


class Organisation(models.Model):
    """A municipality, a region, the police, a private provider, an association."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.TextField()
    kind = models.TextField(choices=OrganisationKind.choices)
    code = models.TextField(blank=True, help_text="Four-digit municipality code, SCB.")
    county_code = models.TextField(blank=True)

    class Meta:
        """A municipality code is used once."""

        constraints = (
            models.UniqueConstraint(
                fields=["code"],
                condition=~models.Q(code=""),
                name="organisation_code_is_used_once",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_principal(self) -> bool:
        """Whether it can have the overall responsibility for a SIP: region or municipality."""
        return self.kind in {OrganisationKind.MUNICIPALITY, OrganisationKind.REGION}


class SecrecyUnit(models.Model):
    """A branch behind its own secrecy (verksamhetsgren): the compartment of every child's row."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    name = models.TextField()
    area = models.TextField(help_text="Key of an area in disclosure/data/grounds.toml.")
    is_public_body = models.BooleanField(default=True)

    class Meta:
        """A name is used once within an organisation."""

        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="unit_name_is_used_once_in_its_organisation",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Workplace(models.Model):
    """A school, a child health centre, an office: where a unit's people are found."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(SecrecyUnit, on_delete=models.PROTECT)
    name = models.TextField()
    telephone = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Somebody who can log in: staff, a guardian, a child.

    Which people exist outside the staff is itself secret, so the row policy shows staff and
    oneself, nobody else.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    given_name = models.TextField()
    name_used = models.TextField(blank=True)
    family_name = models.TextField(blank=True)
    identity_hash = models.BinaryField(null=True, unique=True)

    def __str__(self) -> str:
        return " ".join(filter(None, [self.name_used or self.given_name, self.family_name]))


class Assignment(models.Model):
    """A person's duties in a unit during a period; open end = infinity, as text in the database."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    unit = models.ForeignKey(SecrecyUnit, on_delete=models.PROTECT)
    workplace = models.ForeignKey(Workplace, on_delete=models.PROTECT, null=True)
    title = models.TextField()
    duties = ArrayField(models.TextField())
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField()

    class Meta:
        """Found by unit first; a period holds something."""

        indexes = (
            models.Index(fields=["unit", "person", "valid_to"], name="assignment_unit_person"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(valid_to__gt=models.F("valid_from")),
                name="assignment_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.title
