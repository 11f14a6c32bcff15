"""Who acts in a guardian's place, in which matters, and which guardian is suspended meanwhile (R18)."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from varjebarn.organisations.models import Person, SecrecyUnit
from varjebarn.people.models import ChildRow


class Substitute(ChildRow):
    """Somebody in a guardian's place, as one unit has registered it: matters, period and source.

    Socialnämnden has no login: it answers on paper, and `person_ref` is empty.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.TextField()
    person_ref = models.UUIDField(null=True)
    name = models.TextField()
    matters = ArrayField(models.TextField())
    replaces = ArrayField(
        models.UUIDField(), help_text="The logins of the guardians who are suspended."
    )
    view_agreed = models.BooleanField(default=False)
    source = models.TextField(help_text="The decision: who decided, when, and its number.")
    registered_by = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_index=False)
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField()

    class Meta:
        """Found by file within the unit."""

        indexes = (models.Index(fields=["unit", "child_file", "valid_to"], name="substitute_file"),)

    def __str__(self) -> str:
        return self.name


class Suspension(models.Model):
    """What a replaced guardian does not see for now: one unit's deliveries in one matter."""

    person_id = models.BigIntegerField()
    unit = models.ForeignKey(SecrecyUnit, on_delete=models.DO_NOTHING, related_name="+")
    child_ref = models.UUIDField(help_text="The sending unit's file, by its public id.")
    matter = models.TextField()
    substitute_ref = models.UUIDField()
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField()

    class Meta:
        """Probed by every row of a family member's copies."""

        constraints = (
            models.UniqueConstraint(
                fields=["person_id", "unit", "child_ref", "matter", "substitute_ref"],
                name="suspension_stands_once",
            ),
        )

    def __str__(self) -> str:
        return self.matter
