"""The decision to disclose: one ground, one deciding person, one frozen content, named recipients."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from varjebarn.disclosure.models.consents import Consent
from varjebarn.organisations.models import Person, SecrecyUnit
from varjebarn.people.models import ChildRow


class GroundRow(models.Model):
    """A ground as the doors read it: wildcards written out as areas. Loaded from data."""

    code = models.TextField(unique=True)
    working = models.BooleanField()
    from_areas = ArrayField(models.TextField())
    to_areas = ArrayField(models.TextField(), help_text="Areas, and child, guardian.")
    under = models.IntegerField(help_text="Whoever it counts for must be younger; 0 = no limit.")
    age_in = models.TextField(
        default="", help_text="The answer with the birth date it counts from; empty = the child's."
    )
    near = models.BooleanField(default=False, help_text="Only within the sender's organisation.")
    duty = models.TextField(default="", help_text="What the decider must hold; empty = anybody.")
    weighed = models.TextField(
        default="", help_text="The answer that holds the weighing; empty = nothing is weighed."
    )
    untold = models.BooleanField(default=False, help_text="The family is not told of it.")

    def __str__(self) -> str:
        return self.code


class DutyRow(models.Model):
    """A duty to inform as the doors read it. Loaded from data."""

    code = models.TextField(unique=True)
    from_areas = ArrayField(models.TextField())
    to_areas = ArrayField(models.TextField())
    untold = models.BooleanField(default=False, help_text="The family is not told of it.")

    def __str__(self) -> str:
        return self.code


class Disclosure(ChildRow):
    """A decision to disclose (utlämnande). Complete and delivered in its transaction, or not there."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    ground = models.TextField()
    duty = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        Person,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
    )
    decided_at = models.DateTimeField()
    purpose = models.TextField()
    content_kind = models.TextField()
    schema = models.TextField()
    content = models.TextField(help_text="Canonical JSON; frozen.")
    content_hash = models.BinaryField()
    subject_ref = models.UUIDField(null=True, help_text="The plan, consent or signal it is about.")
    version = models.IntegerField(null=True)
    edition = models.IntegerField(
        null=True, help_text="What units call this version, where the recipient's count is another."
    )
    answers = models.JSONField(help_text="What the ground requires, as the decider answered.")
    consent = models.ForeignKey(
        Consent,
        on_delete=models.DO_NOTHING,
        related_name="+",
        null=True,
        db_constraint=False,
        db_index=False,
    )
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        """Found by file and subject; a purpose is never empty."""

        constraints = (
            models.UniqueConstraint(fields=["unit", "id"], name="disclosure_is_found_in_its_unit"),
            models.CheckConstraint(
                condition=~models.Q(purpose="") & ~models.Q(content=""),
                name="disclosure_has_purpose_and_content",
            ),
            models.CheckConstraint(
                condition=~models.Q(ground="CONSENT") | models.Q(consent__isnull=False),
                name="disclosure_on_consent_names_the_consent",
            ),
        )
        indexes = (
            models.Index(fields=["unit", "child_file", "-decided_at"], name="disclosure_file"),
            models.Index(fields=["unit", "subject_ref", "version"], name="disclosure_subject"),
        )

    def __str__(self) -> str:
        return f"{self.content_kind} ({self.ground})"


class Recipient(ChildRow):
    """One named recipient of a disclosure: a unit, or a person in the family."""

    disclosure = models.ForeignKey(
        Disclosure,
        on_delete=models.DO_NOTHING,
        related_name="recipients",
        db_constraint=False,
        db_index=False,
    )
    to_unit = models.ForeignKey(
        SecrecyUnit,
        on_delete=models.DO_NOTHING,
        related_name="+",
        null=True,
        db_index=False,
    )
    to_person_ref = models.UUIDField(null=True)
    capacity = models.TextField(blank=True, help_text="child or guardian; empty for a unit")
    name = models.TextField()
    provision = models.TextField(help_text="What protects it there, as shown to the decider (R51).")

    class Meta:
        """Exactly one kind of recipient on a row."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(to_unit__isnull=True, to_person_ref__isnull=False)
                | models.Q(to_unit__isnull=False, to_person_ref__isnull=True),
                name="recipient_is_a_unit_or_a_person",
            ),
        )
        indexes = (models.Index(fields=["unit", "disclosure"], name="recipient_disclosure"),)

    def __str__(self) -> str:
        return self.name


class NotShared(ChildRow):
    """A decision not to share, and why. It stays in the unit's own compartment."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    content_kind = models.TextField(help_text="What it would have been; never its words.")
    recipient_name = models.TextField()
    reason = models.TextField()
    decided_by = models.ForeignKey(
        Person,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
    )
    decided_at = models.DateTimeField()

    class Meta:
        """Found by file; never without a reason."""

        constraints = (
            models.CheckConstraint(condition=~models.Q(reason=""), name="not_shared_has_reason"),
        )
        indexes = (
            models.Index(fields=["unit", "child_file", "-decided_at"], name="notshared_file"),
        )

    def __str__(self) -> str:
        return f"{self.content_kind} ({self.recipient_name})"
