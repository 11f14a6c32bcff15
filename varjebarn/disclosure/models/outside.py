"""A part given to somebody without a login: an association's leader, by a one-time link or on paper."""

import uuid

from django.db import models

from varjebarn.disclosure.models.disclosures import Disclosure
from varjebarn.organisations.models import Person, SecrecyUnit
from varjebarn.people.models import ChildRow


class OutsidePart(ChildRow):
    """One part of a plan, with its reservation and last moment. Doors alone write it.

    It stays in the sender's compartment: an association has none. The link's secrets are not here,
    nor anywhere that the running system can read.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    disclosure = models.ForeignKey(
        Disclosure, models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    to_unit = models.ForeignKey(SecrecyUnit, models.DO_NOTHING, related_name="+", db_index=False)
    to_name = models.TextField(help_text="The leader who gets it.")
    way = models.TextField(help_text="link or paper")
    reservation = models.TextField(help_text="What the recipient accepts before it is shown.")
    made_at = models.DateTimeField()
    until = models.DateTimeField(help_text="From this moment nothing is shown.")
    issued_at = models.DateTimeField(null=True, help_text="When the newest link was made.")
    accepted_by = models.TextField(default="")
    accepted_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    close_reason = models.TextField(default="")

    class Meta:
        """Found by file; one for each disclosure."""

        constraints = (
            models.UniqueConstraint(fields=["unit", "id"], name="outside_is_found_in_its_unit"),
            models.UniqueConstraint(
                fields=["unit", "disclosure"], name="outside_part_has_one_disclosure"
            ),
            models.CheckConstraint(
                condition=~models.Q(reservation="") & ~models.Q(to_name=""),
                name="outside_part_has_name_and_reservation",
            ),
        )
        indexes = (models.Index(fields=["unit", "child_file", "-made_at"], name="outside_file"),)

    def __str__(self) -> str:
        return self.to_name


class OutsideAnswer(ChildRow):
    """What a leader answered, written down by one of the unit: entered by one, said by another."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    part = models.ForeignKey(
        OutsidePart, models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    words = models.TextField()
    said_by = models.TextField(help_text="On whose behalf it is entered.")
    said_on = models.DateField()
    how = models.TextField(help_text="oral, paper or mail")
    entered_by = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_index=False)
    entered_at = models.DateTimeField()

    class Meta:
        """Found by the part; never empty."""

        constraints = (
            models.CheckConstraint(
                condition=~models.Q(words="") & ~models.Q(said_by=""),
                name="outside_answer_says_something_by_somebody",
            ),
        )
        indexes = (models.Index(fields=["unit", "part", "entered_at"], name="outsideanswer_part"),)

    def __str__(self) -> str:
        return self.said_by
