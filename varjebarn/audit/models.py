"""Tables of the log. `vb_app` has no right on any of them; functions append and read.

Plain ids and no foreign keys, so that the log never stands in the way of live data and lies
below the rooms that it tells about.
"""

from django.db import models


class Event(models.Model):
    """One act: who, under which assignment, in which unit, about which child file, and why."""

    at = models.DateTimeField()
    xid = models.BigIntegerField(help_text="Transaction id, for sealing by horizon, never by id.")
    person_id = models.BigIntegerField()
    assignment = models.UUIDField(null=True)
    unit_id = models.BigIntegerField(null=True)
    child_file_id = models.BigIntegerField(null=True)
    act = models.TextField()
    object = models.UUIDField(null=True)
    why = models.TextField(default="")
    request = models.UUIDField(null=True)
    salt = models.BinaryField()
    leaf = models.BinaryField(help_text="sha256(0x00 || canonical JSON of salt and content).")

    class Meta:
        """Read by unit and time, and by child within the unit."""

        indexes = (
            models.Index(fields=["unit_id", "-at"], name="audit_event_unit_at"),
            models.Index(fields=["unit_id", "child_file_id", "-at"], name="audit_event_unit_child"),
            models.Index(fields=["xid", "id"], name="audit_event_horizon"),
        )

    def __str__(self) -> str:
        return f"{self.act} {self.at:%Y-%m-%d %H.%M}"


class Seal(models.Model):
    """An event's place in the tree. Written by `vb_seal`, once the event can't be joined by older ones."""

    seq = models.BigIntegerField(primary_key=True, help_text="From 0, without a gap.")
    event_id = models.BigIntegerField(unique=True)
    leaf = models.BinaryField(help_text="As the event had it when it was sealed.")

    def __str__(self) -> str:
        return f"{self.seq}"


class Head(models.Model):
    """The tree as it stood after one sealing; each holds the hash of the one before."""

    size = models.BigIntegerField(primary_key=True, help_text="How many leaves.")
    root = models.BinaryField()
    at = models.DateTimeField()
    horizon = models.BigIntegerField(help_text="Every event of an older transaction is sealed.")
    previous = models.BinaryField(help_text="Hash of the head before; empty in the first.")
    hash = models.BinaryField(help_text="sha256 of the JSON of the five above.")

    def __str__(self) -> str:
        return f"{self.size}"


class FamilyLine(models.Model):
    """One line that a family member reads: which unit did what, when. Their own compartment."""

    person_id = models.BigIntegerField()
    at = models.DateTimeField()
    from_unit_id = models.BigIntegerField()
    unit_name = models.TextField()
    organisation_name = models.TextField()
    act = models.TextField()
    object = models.UUIDField(null=True)
    version = models.IntegerField(null=True)
    capacity = models.TextField(default="")
    child_ref = models.UUIDField(null=True, help_text="As in that person's own copies.")

    class Meta:
        """Read by person, newest first."""

        indexes = (models.Index(fields=["person_id", "-at"], name="audit_familyline_person_at"),)

    def __str__(self) -> str:
        return f"{self.act} {self.at:%Y-%m-%d %H.%M}"
