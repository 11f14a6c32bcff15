"""Old minutes that somebody has uploaded, and that wait to be looked over. Not public."""

import uuid

from django.db import models

from varjebarn.organisations.models import Person
from varjebarn.steering.models.bodies import Body


class WaitingState(models.TextChoices):
    """Waiting until somebody has taken them in, or put them away."""

    WAITING = "waiting"
    TAKEN_IN = "taken_in"
    DISCARDED = "discarded"


class WaitingMinutes(models.Model):
    """One file's text. It is emptied when the minutes are taken in or put away; the name remains."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.TextField()
    text = models.TextField(blank=True)
    digest = models.TextField(help_text="SHA-256 of the text: the same file is known again.")
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, help_text="Whose they seem to be."
    )
    date = models.DateField(null=True, help_text="The day they seem to be of.")
    findings = models.PositiveSmallIntegerField(default=0)
    state = models.TextField(choices=WaitingState.choices, default=WaitingState.WAITING)
    uploaded_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """The same text waits once."""

        constraints = (
            models.UniqueConstraint(
                fields=["digest"],
                condition=models.Q(state=WaitingState.WAITING),
                name="the_same_minutes_wait_once",
            ),
            models.CheckConstraint(
                condition=models.Q(state=WaitingState.WAITING) | models.Q(text=""),
                name="minutes_that_do_not_wait_have_no_text",
            ),
        )

    def __str__(self) -> str:
        return self.name
