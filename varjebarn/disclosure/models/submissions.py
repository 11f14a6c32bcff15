"""A person's own space, and what has been sent from it."""

import uuid

from django.db import models

from varjebarn.people.models import ChildRow


class Draft(models.Model):
    """What a child or guardian is writing. Nobody else sees it until it is sent (R60)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person_id = models.BigIntegerField()
    reply_to = models.UUIDField(help_text="The family delivery that it answers.")
    kind = models.TextField(help_text="consent_answer, child_words or guardian_words")
    body = models.JSONField()
    updated = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        """One unsent draft of a kind for each thing answered."""

        constraints = (
            models.UniqueConstraint(
                fields=["person_id", "reply_to", "kind"],
                condition=models.Q(sent_at=None),
                name="draft_stands_once",
            ),
        )

    def __str__(self) -> str:
        return self.kind


class Submission(ChildRow):
    """What a child or guardian has sent, registered at the unit that asked. Never changed."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person_ref = models.UUIDField()
    name = models.TextField()
    capacity = models.TextField()
    kind = models.TextField()
    body = models.JSONField()
    subject_ref = models.UUIDField(null=True)
    arrived = models.DateTimeField()

    class Meta:
        """Found by file within the unit."""

        indexes = (models.Index(fields=["unit", "child_file", "-arrived"], name="submission_file"),)

    def __str__(self) -> str:
        return self.kind
