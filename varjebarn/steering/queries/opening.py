"""The ways to one thing to act on. Each raises DoesNotExist for what is not there."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from varjebarn.steering.models import (
    AgendaItem,
    Agreement,
    Body,
    DecisionRecord,
    Meeting,
    Membership,
    Preparation,
    ReportBack,
)


def open_body(body: UUID) -> Body:
    """Open a body."""
    return Body.objects.get(public_id=body)


def open_meeting(meeting: UUID) -> Meeting:
    """Open a meeting with its body."""
    return Meeting.objects.select_related("body").get(public_id=meeting)


def open_item(item: UUID) -> AgendaItem:
    """Open an item with its meeting and where the matter began."""
    return AgendaItem.objects.select_related("meeting", "first").get(public_id=item)


def open_decision(decision: UUID) -> DecisionRecord:
    """Open a decision with its meeting."""
    return DecisionRecord.objects.select_related("item__meeting").get(public_id=decision)


def open_report_back(report_back: UUID) -> ReportBack:
    """Open a question with the meeting it was asked at."""
    return ReportBack.objects.select_related("item__meeting").get(public_id=report_back)


def open_agreement(agreement: UUID) -> Agreement:
    """Open an agreement."""
    return Agreement.objects.get(public_id=agreement)


def seats_on(body: UUID, on: date) -> list[Membership]:
    """List the seats of a body on a day, for calling the roll."""
    sitting = Q(valid_to=None) | Q(valid_to__gt=on)
    found = Membership.objects.filter(sitting, body__public_id=body, valid_from__lte=on)
    return list(found.select_related("organisation").order_by("organisation__name", "name"))


def proposal_of(item: AgendaItem) -> str:
    """Give the decision that was proposed, word by word, or nothing."""
    found = Preparation.objects.filter(matter_id=item.first_id or item.pk).order_by("-number")
    return found.values_list("proposal", flat=True).first() or ""
