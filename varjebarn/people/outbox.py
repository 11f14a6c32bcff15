"""How somebody in the family hears that there is something new, and what waits to be sent.

Neither table says anything about a child: only that a person wants to be told, and is to be.
"""

import uuid

from django.db import models


class NoticeChoice(models.Model):
    """What one person has chosen. Its compartment is the person."""

    person_id = models.BigIntegerField(unique=True)
    way = models.TextField(help_text="A value of NoticeWay.")
    address = models.TextField(default="", help_text="A mail address or a telephone number.")
    chosen_at = models.DateTimeField()
    entered_by = models.UUIDField(
        null=True, help_text="The contact who wrote it down, if not self."
    )

    class Meta:
        """A mail or a message has somewhere to go."""

        constraints = (
            models.CheckConstraint(
                condition=~models.Q(way__in=["mail", "sms"]) | ~models.Q(address=""),
                name="notice_choice_has_its_address",
            ),
        )

    def __str__(self) -> str:
        return self.way


class OutboxRow(models.Model):
    """One notice to send: to whom, and nothing of what. Written with the delivery, in its transaction."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person_id = models.BigIntegerField()
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    tries = models.IntegerField(default=0)
    next_at = models.DateTimeField()

    class Meta:
        """What waits is found by when; a person waits for one at a time."""

        constraints = (
            models.UniqueConstraint(
                fields=["person_id"],
                condition=models.Q(sent_at=None),
                name="one_notice_waits_for_a_person",
            ),
        )
        indexes = (
            models.Index(
                fields=["next_at"], name="outbox_waiting", condition=models.Q(sent_at=None)
            ),
        )

    def __str__(self) -> str:
        return str(self.public_id)
