"""The annual report: the secretary's notes, and what was published."""

import uuid

from django.db import models

from varjebarn.organisations.models import Person


class AnnualNote(models.Model):
    """What the secretary adds under a heading of a year. The newest holds; nothing is written over.

    Read by the county's members until the report is published, and then in the report.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    year = models.PositiveSmallIntegerField()
    section = models.TextField()
    text = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A year's notes are read together, the newest first."""

        indexes = (models.Index(fields=["year", "-at"], name="annual_notes_of_a_year"),)

    def __str__(self) -> str:
        return self.text


class AnnualReport(models.Model):
    """A published edition of a year's report, as it was published. A correction is a new edition."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    year = models.PositiveSmallIntegerField()
    edition = models.PositiveSmallIntegerField()
    reason = models.TextField(blank=True)
    content = models.JSONField()
    text = models.TextField(help_text="The same content as plain text, for searching.")
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Editions are numbered from one, and a correction says why."""

        constraints = (
            models.UniqueConstraint(fields=["year", "edition"], name="annual_edition_is_used_once"),
            models.CheckConstraint(
                condition=models.Q(edition=1) | (models.Q(edition__gt=1) & ~models.Q(reason="")),
                name="annual_correction_says_why",
            ),
        )

    def __str__(self) -> str:
        return f"{self.year}:{self.edition}"
