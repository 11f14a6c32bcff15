"""Consent: a circle of units that may share these parts for this purpose until this day.

Each unit that has received something on a consent holds a copy, with what concerns it. All
copies point at one anchor (`vb.consent_anchor`), which the doors lock. The running system reads
these tables; the doors alone write them.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from varjebarn.organisations.models import SecrecyUnit
from varjebarn.people.models import ChildRow


class Consent(ChildRow):
    """One unit's copy of a consent. `ref` is the same in every copy, and the anchor's key."""

    ref = models.UUIDField()
    is_origin = models.BooleanField(help_text="Whether this unit asked.")
    origin_unit = models.ForeignKey(
        SecrecyUnit, models.DO_NOTHING, related_name="+", db_index=False
    )
    purpose = models.TextField()
    matter = models.TextField(
        db_default="everyday", help_text="What it is about (matters.py); the same in every copy."
    )
    valid_to = models.DateField(help_text="The first day on which it no longer holds.")
    policy = models.TextField()
    policy_version = models.IntegerField()
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField(null=True)

    class Meta:
        """A unit holds at most one copy; rows of it are found by (unit, id)."""

        constraints = (
            models.UniqueConstraint(fields=["unit", "id"], name="consent_is_found_in_its_unit"),
            models.UniqueConstraint(fields=["unit", "ref"], name="consent_has_one_copy_per_unit"),
        )
        indexes = (
            models.Index(fields=["unit", "child_file", "-asked_at"], name="consent_file"),
            # "My day" asks for one's own questions that are about to end.
            models.Index(
                fields=["unit", "asked_by", "valid_to"],
                name="consent_ending",
                condition=models.Q(is_origin=True),
            ),
        )

    def __str__(self) -> str:
        return self.purpose


class ConsentRow(ChildRow):
    """A row of one copy of a consent."""

    consent = models.ForeignKey(
        Consent,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )

    class Meta:
        """No table of its own."""

        abstract = True


class ConsentScope(ConsentRow):
    """What one unit of the circle may be given."""

    to_unit = models.ForeignKey(SecrecyUnit, models.DO_NOTHING, related_name="+", db_index=False)
    parts = ArrayField(models.TextField())

    class Meta:
        """A unit stands once in a circle."""

        constraints = (
            models.UniqueConstraint(
                fields=["unit", "consent", "to_unit"],
                name="scope_names_a_unit_once",
            ),
        )

    def __str__(self) -> str:
        return str(self.to_unit_id)


class Consenter(ConsentRow):
    """Somebody who was asked: each guardian with custody, and the child."""

    person_ref = models.UUIDField(null=True, help_text="Empty: answers through an adult.")
    name = models.TextField()
    capacity = models.TextField(help_text="guardian or child")

    class Meta:
        """Found by consent within the unit."""

        constraints = (
            models.UniqueConstraint(fields=["unit", "id"], name="consenter_is_found_in_its_unit"),
        )
        indexes = (models.Index(fields=["unit", "consent"], name="consenter_consent"),)

    def __str__(self) -> str:
        return self.name


class ConsentEvent(ConsentRow):
    """Given, refused or withdrawn by one person for one unit. Never edited."""

    to_unit = models.ForeignKey(SecrecyUnit, models.DO_NOTHING, related_name="+", db_index=False)
    consenter = models.ForeignKey(
        Consenter,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    what = models.TextField()
    how = models.TextField(help_text="screen, paper or oral")
    at = models.DateTimeField()

    class Meta:
        """The latest one counts."""

        constraints = (
            models.UniqueConstraint(fields=["unit", "id"], name="event_is_found_in_its_unit"),
        )
        indexes = (
            models.Index(
                fields=["unit", "consent", "to_unit", "consenter", "-id"],
                name="consent_event_latest",
            ),
            # A plan asks for all of a child's events: without it, for all of the unit's.
            models.Index(fields=["unit", "child_file", "id"], name="consent_event_file"),
        )

    def __str__(self) -> str:
        return self.what


class ConsentBand(models.Model):
    """One age band of a county's consent policy, as the doors read it. Loaded from data."""

    policy = models.TextField()
    version = models.IntegerField()
    from_age = models.IntegerField()
    to_age = models.IntegerField()
    guardians = models.TextField(help_text="all, one or none")
    child = models.TextField(help_text="view, no_objection or consent")
    child_alone = models.TextField(
        db_default="never", help_text="never, assessed, assessed_or_harm or always"
    )

    class Meta:
        """A band begins once in a version."""

        constraints = (
            models.UniqueConstraint(
                fields=["policy", "version", "from_age"],
                name="consent_band_begins_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.policy} {self.version}: {self.from_age}-{self.to_age}"
