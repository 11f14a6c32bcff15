"""What was answered by a meeting's day, for its minutes: they say the same however late somebody answers."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Max

from varjebarn.steering.minuted import Reported
from varjebarn.steering.models import (
    Meeting,
    MeetingState,
    Membership,
    ReportBack,
    ReportBackAnswer,
)
from varjebarn.steering.queries.seats import asked_from, voting_seats


def reported_at(meeting: Meeting) -> tuple[Reported, ...]:
    """Read the questions that fell due since the body last met. Four statements.

    What was answered after the meeting's day is told by the question's own page.
    """
    before = Meeting.objects.filter(
        body=meeting.body_id, state=MeetingState.HELD, date__lt=meeting.date
    ).aggregate(last=Max("date"))["last"]
    due = ReportBack.objects.filter(
        body=meeting.body_id, due__lte=meeting.date, due__gt=before or date.min
    )
    seats = voting_seats([meeting.body_id])
    answers = ReportBackAnswer.objects.filter(report_back__in=due, at__date__lte=meeting.date)
    heard = list(answers.select_related("organisation").order_by("organisation__name"))
    asked = due.select_related("item__meeting").order_by("due", "pk")
    return tuple(_reported(one, heard, seats) for one in asked)


def _reported(
    asking: ReportBack, heard: Iterable[ReportBackAnswer], seats: Iterable[Membership]
) -> Reported:
    on = asking.item.meeting.date
    mine = [one for one in heard if one.report_back_id == asking.pk]
    answered = {one.organisation_id for one in mine}
    return Reported(
        question=asking.question,
        asked_on=on,
        answers=tuple((one.organisation.name, one.text) for one in mine),
        silent=tuple(
            named.name
            for key, named in asked_from(seats, asking.body_id, on).items()
            if key not in answered
        ),
    )
