"""What a disclosure makes: a copy in each recipient's own compartment, and receipts back."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from varjebarn.organisations.models import SecrecyUnit
from varjebarn.people.models import ChildRow


class Copy(models.Model):
    """What every copy carries, whoever holds it. Frozen: no right to change it exists (R54)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    from_unit = models.ForeignKey(
        SecrecyUnit,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
    )
    from_unit_name = models.TextField()
    from_organisation_name = models.TextField()
    disclosure_ref = models.UUIDField()
    ground = models.TextField()
    decided_by_name = models.TextField()
    content_kind = models.TextField()
    schema = models.TextField()
    content = models.TextField()
    content_hash = models.BinaryField()
    subject_ref = models.UUIDField(null=True)
    version = models.IntegerField(null=True)
    arrived = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)

    class Meta:
        """No table of its own."""

        abstract = True


class DeliveryState(models.TextChoices):
    """Where a delivery is in the recipient's intake."""

    NEW = "new"
    FILED = "filed"
    DECLINED = "declined"


class Delivery(Copy, ChildRow):
    """A unit's copy. It does not change and can't be recalled; the intake files or declines it."""

    state = models.TextField(choices=DeliveryState.choices, default=DeliveryState.NEW)
    state_at = models.DateTimeField(null=True)
    decline_reason = models.TextField(default="")
    opened_by = models.UUIDField(null=True)
    consent_ref = models.UUIDField(null=True)
    consent_ended = models.DateTimeField(
        null=True,
        help_text="When the consent it was given under was withdrawn.",
    )

    class Meta:
        """Found by file, by state, and by what it is about."""

        indexes = (
            models.Index(fields=["unit", "child_file", "-arrived"], name="delivery_file"),
            models.Index(fields=["unit", "state", "-arrived"], name="delivery_state"),
            models.Index(fields=["unit", "subject_ref", "-version"], name="delivery_subject"),
        )

    def __str__(self) -> str:
        return self.content_kind


class FamilyDelivery(Copy):
    """A family member's copy. Its compartment is the person."""

    person_id = models.BigIntegerField()
    child_ref = models.UUIDField(help_text="The sending unit's file, by its public id.")
    capacity = models.TextField()
    until = models.DateTimeField(help_text="When this copy closes for that person by itself.")
    matter = models.TextField(
        db_default="everyday", help_text="A guardian who is suspended in it does not see it (R18)."
    )
    edition = models.IntegerField(
        null=True,
        help_text="The version that units know it by, where this person's own count is another.",
    )
    hides_places = models.BooleanField(
        default=False, help_text="Made without any place: whereabouts were secret from this person."
    )
    withheld = ArrayField(
        models.UUIDField(),
        default=list,
        help_text="The withholdings that have closed it since. Open while there is none.",
    )

    class Meta:
        """Found by person, newest first."""

        indexes = (
            models.Index(fields=["person_id", "-arrived"], name="familydelivery_person"),
            models.Index(
                fields=["person_id", "subject_ref", "-version"],
                name="familydelivery_subject",
            ),
        )

    def __str__(self) -> str:
        return self.content_kind


class Receipt(ChildRow):
    """What the sender learns of a copy: opened, filed by whom, or declined. In the sender's unit."""

    disclosure_ref = models.UUIDField()
    what = models.TextField(help_text="opened, filed or declined")
    by = models.TextField(help_text="The unit's name, or the family member's.")
    contact_name = models.TextField(default="", help_text="Who takes it, once filed.")
    reason = models.TextField(default="")
    at = models.DateTimeField()

    class Meta:
        """Found by disclosure within the unit."""

        indexes = (models.Index(fields=["unit", "disclosure_ref"], name="receipt_disclosure"),)

    def __str__(self) -> str:
        return self.what
