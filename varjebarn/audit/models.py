"""Tables of the log. `vb_app` has no right on any of them; functions append and read.

Plain ids and no foreign keys, so that the log never stands in the way of live data and lies
below the rooms that it tells about.
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
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
    signature = models.BinaryField(
        null=True, help_text="Ed25519 over the hash, by the sealer's key."
    )

    def __str__(self) -> str:
        return f"{self.size}"


class FamilyLine(models.Model):
    """One line that a family member reads: which unit did what, when. Their own compartment."""

    public_id = models.UUIDField(db_default=RandomUUID(), editable=False)
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


class ReviewPolicy(models.Model):
    """How the units of an area review their log: `data/review.toml`, where each number is explained."""

    area = models.TextField(primary_key=True, help_text="Empty: every area without its own.")
    interval_days = models.IntegerField()
    percent = models.IntegerField()
    at_least = models.IntegerField()
    at_most = models.IntegerField()
    days_to_review = models.IntegerField()
    days_at_once = models.IntegerField()
    many_children = models.IntegerField()
    many_minutes = models.IntegerField()

    def __str__(self) -> str:
        return self.area


class ReviewMark(models.Model):
    """How far a unit's log has been looked through for what asks to be looked at."""

    unit_id = models.BigIntegerField(primary_key=True)
    upto = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.unit_id}"


class ReviewDraw(models.Model):
    """One sample: of which readings, by which lot. Seed and log give the same sample again."""

    unit_id = models.BigIntegerField()
    from_at = models.DateTimeField()
    to_at = models.DateTimeField()
    extra = models.BooleanField(help_text="Asked for by a reviewer, between the recurrent ones.")
    seed = models.BinaryField()
    readings = models.IntegerField()
    drawn = models.IntegerField()
    at = models.DateTimeField()

    class Meta:
        """One recurrent sample a period."""

        constraints = (
            models.UniqueConstraint(
                fields=["unit_id", "from_at"],
                condition=models.Q(extra=False),
                name="reviewdraw_is_made_once_a_period",
            ),
        )

    def __str__(self) -> str:
        return f"{self.from_at:%Y-%m-%d}"


class Review(models.Model):
    """What one person did with one child's file on one day (or with many, that day), to be judged."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit_id = models.BigIntegerField()
    person_id = models.BigIntegerField(help_text="The reader.")
    child_file_id = models.BigIntegerField(null=True, help_text="Empty: many children.")
    day = models.DateField()
    picked = ArrayField(models.TextField(), help_text="Why: audit/values.py.")
    state = models.TextField()
    due = models.DateField()
    outcome = models.TextField(default="")
    put_up = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        """Listed by unit and state, the one that is due first."""

        indexes = (
            models.Index(fields=["unit_id", "state", "due"], name="audit_review_unit_state"),
            models.Index(fields=["unit_id", "person_id", "state"], name="audit_review_unit_person"),
        )

    def __str__(self) -> str:
        return f"{self.day} {self.state}"


class ReviewEvent(models.Model):
    """An event that made a review: picked once for each reason, and in one review for it."""

    unit_id = models.BigIntegerField()
    review_id = models.BigIntegerField()
    event_id = models.BigIntegerField()
    picked = models.TextField()

    class Meta:
        """No event is picked twice for the same reason."""

        constraints = (
            models.UniqueConstraint(
                fields=["unit_id", "event_id", "picked"], name="reviewevent_is_picked_once"
            ),
        )
        indexes = (models.Index(fields=["unit_id", "review_id"], name="audit_reviewevent_review"),)

    def __str__(self) -> str:
        return self.picked


class ReviewEntry(models.Model):
    """What was written in a review, by whom: a question, an explanation, an outcome. Never edited."""

    unit_id = models.BigIntegerField()
    review_id = models.BigIntegerField()
    person_id = models.BigIntegerField()
    kind = models.TextField()
    outcome = models.TextField(default="")
    words = models.TextField()
    at = models.DateTimeField()

    class Meta:
        """Read by review."""

        indexes = (models.Index(fields=["unit_id", "review_id"], name="audit_reviewentry_review"),)

    def __str__(self) -> str:
        return self.kind


class Question(models.Model):
    """What a family member asks about a reading that they were told of, and what the unit answers."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit_id = models.BigIntegerField()
    child_file_id = models.BigIntegerField(null=True, help_text="In the unit that read.")
    person_id = models.BigIntegerField(help_text="Who asks.")
    line_id = models.BigIntegerField(help_text="The line that it is about.")
    act = models.TextField()
    day = models.DateField()
    words = models.TextField()
    asked_at = models.DateTimeField()
    answer = models.TextField(default="")
    answered_by = models.TextField(
        default="", help_text="Name and title, as the family reads them."
    )
    answered_at = models.DateTimeField(null=True)

    class Meta:
        """Read by the unit, and by the one who asked."""

        indexes = (
            models.Index(fields=["unit_id", "answered_at"], name="audit_question_unit"),
            models.Index(fields=["person_id", "asked_at"], name="audit_question_person"),
        )

    def __str__(self) -> str:
        return f"{self.day}"
