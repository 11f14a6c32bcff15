"""Calls to meetings: where members are mailed, which meetings they are called to, what went out.

None of it is public: an address is read by the duty county and by the member, and sent to by the
role that sends.
"""

import uuid

from django.db import models

from varjebarn.organisations.models import Person
from varjebarn.steering.models.bodies import Membership
from varjebarn.steering.models.meetings import Meeting


class MemberAddress(models.Model):
    """Where a member gets mail about meetings, or that they have said no thanks.

    `secret` stands in each mail, so that whoever gets it can say no thanks without a login.
    """

    membership = models.OneToOneField(Membership, on_delete=models.PROTECT, related_name="mailed")
    address = models.TextField(blank=True)
    wants_mail = models.BooleanField(default=True)
    secret = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    def __str__(self) -> str:
        return str(self.pk)


class Call(models.Model):
    """A body has been called to a meeting: what was said of it last, so that a change is noticed.

    `revision` counts the changes since then.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="call")
    revision = models.PositiveIntegerField(default=0)
    date = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    place = models.TextField(blank=True)
    digital = models.BooleanField(default=False)
    is_cancelled = models.BooleanField(default=False)
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.revision)


class CallLetter(models.Model):
    """What one member has been sent about one meeting. -1 stands for nothing yet.

    `sequence` is iCalendar's: one more for each letter to this member about this meeting.
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT)
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT)
    sequence = models.IntegerField(default=-1)
    revision = models.IntegerField(default=-1)
    is_cancelled = models.BooleanField(default=False)
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        """Each member is told of a meeting in one row."""

        constraints = (
            models.UniqueConstraint(
                fields=["call", "membership"], name="member_is_invited_in_one_row"
            ),
        )

    def __str__(self) -> str:
        return str(self.sequence)
