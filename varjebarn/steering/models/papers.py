"""Papers laid before a meeting: a file with its title, a draft until it is published."""

import uuid

from django.db import models

from varjebarn.organisations.models import Person
from varjebarn.steering.models.meetings import AgendaItem, Meeting


class MeetingPaper(models.Model):
    """A file for a meeting, or for one item of its agenda. What it is was judged by its content.

    A draft is read by the body's members and the duty county; a published one by anybody, until it
    is withdrawn. Never rewritten: a new wording is a new paper.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, null=True)
    title = models.TextField()
    content = models.BinaryField()
    content_type = models.TextField()
    content_hash = models.BinaryField()
    size = models.PositiveIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)
    published_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        """What is withdrawn says why."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(withdrawn_on=None) | ~models.Q(withdrawn_because=""),
                name="withdrawn_paper_says_why",
            ),
        )

    def __str__(self) -> str:
        return self.title
