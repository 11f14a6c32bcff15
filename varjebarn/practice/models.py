"""The published versions of practice models: written once, never changed."""

from django.db import models


class ModelVersion(models.Model):
    """One version of a practice model, complete and frozen. Holds nothing about a child.

    `document` is text and not jsonb, since jsonb forgets the order of keys, and the order of
    dimensions and steps is the model owner's.
    """

    model_id = models.TextField()
    version = models.TextField()
    digest = models.TextField()
    document = models.TextField()
    published_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A version is published once, with one content."""

        constraints = (
            models.UniqueConstraint(
                fields=["model_id", "version"],
                name="practice_model_version_is_published_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.model_id} {self.version}"
