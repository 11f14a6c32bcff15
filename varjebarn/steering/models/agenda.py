"""How a matter comes to an agenda: proposed by somebody, prepared by some body."""

import uuid

from django.db import models

from varjebarn.organisations.models import Person
from varjebarn.steering.models.bodies import Body
from varjebarn.steering.models.meetings import AgendaItem, ItemKind, RaisedBy


class ProposalState(models.TextChoices):
    """Whether the secretary has answered a proposed item."""

    WAITING = "waiting"
    PLACED = "placed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class ItemProposal(models.Model):
    """An item that somebody wants on the agenda. Seen by the body's members and the county's own.

    `again` is the item that was sent back, when this is the same matter once more.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    title = models.TextField()
    kind = models.TextField(choices=ItemKind.choices)
    raised_by = models.TextField(choices=RaisedBy.choices)
    raised_by_name = models.TextField()
    background = models.TextField(blank=True)
    proposal = models.TextField(blank=True)
    again = models.OneToOneField(
        AgendaItem, on_delete=models.PROTECT, null=True, related_name="sent_back_as"
    )
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)
    state = models.TextField(choices=ProposalState.choices, default=ProposalState.WAITING)
    reason = models.TextField(blank=True)
    item = models.OneToOneField(
        AgendaItem, on_delete=models.PROTECT, null=True, related_name="proposed_as"
    )

    class Meta:
        """A placed proposal has its item; a declined one has a reason.

        A withdrawn one keeps the item it had, so that the agenda says what became of it.
        """

        constraints = (
            models.CheckConstraint(
                condition=models.Q(state=ProposalState.PLACED, item__isnull=False)
                | models.Q(state=ProposalState.WITHDRAWN)
                | (~models.Q(state=ProposalState.PLACED) & models.Q(item=None)),
                name="placed_proposal_has_its_item",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=ProposalState.DECLINED) | ~models.Q(reason=""),
                name="declined_proposal_has_a_reason",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Preparation(models.Model):
    """What was written before a matter was taken up. Never rewritten: the newest number counts.

    `matter` is the item where it first stood, so that the text follows a matter that is postponed.
    """

    matter = models.ForeignKey(AgendaItem, on_delete=models.PROTECT)
    number = models.PositiveSmallIntegerField()
    prepared_by = models.ForeignKey(Body, on_delete=models.PROTECT, null=True)
    background = models.TextField(blank=True)
    proposal = models.TextField(
        blank=True, help_text="The decision that is proposed, word by word."
    )
    heard = models.TextField(blank=True, help_text="Who has been heard.")
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Each number once for a matter."""

        constraints = (
            models.UniqueConstraint(
                fields=["matter", "number"], name="preparation_number_is_used_once"
            ),
        )

    def __str__(self) -> str:
        return self.proposal or self.background
