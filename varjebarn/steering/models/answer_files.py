"""Files that belong to an organisation's answer to a question."""

import uuid

from django.db import models

from varjebarn.organisations.models import Organisation, Person
from varjebarn.steering.models.register import ReportBack


class AnswerFile(models.Model):
    """A file with an organisation's answer. What it is was judged by its content.

    Read by whoever may answer until the answer is given, and by anybody after that. Removed, its
    content is gone; that it was there stays.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    report_back = models.ForeignKey(ReportBack, on_delete=models.PROTECT)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    title = models.TextField()
    content = models.BinaryField()
    content_type = models.TextField()
    content_hash = models.BinaryField()
    size = models.PositiveIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        """What is removed holds nothing."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(removed_at=None) | models.Q(content=b""),
                name="removed_answer_file_is_empty",
            ),
        )

    def __str__(self) -> str:
        return self.title
