"""What the public front page shows, in seven statements however much there is."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from varjebarn.steering.document_values import ArticleLine, DocumentLine
from varjebarn.steering.models import DecisionRecord, Meeting, MeetingState, MinutesState
from varjebarn.steering.queries.documents import document_lines
from varjebarn.steering.queries.lines import meeting_line
from varjebarn.steering.queries.meetings import decision_lines
from varjebarn.steering.queries.telling import articles
from varjebarn.steering.values import DecisionLine, MeetingLine

COMING, LATEST, TOLD = 8, 5, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSite:
    """The nearest meetings, the latest of what has been decided and told, and what holds."""

    coming: tuple[MeetingLine, ...]
    held: tuple[MeetingLine, ...]
    decisions: tuple[DecisionLine, ...]
    documents: tuple[DocumentLine, ...]
    news: tuple[ArticleLine, ...]
    examples: tuple[ArticleLine, ...]


def public_site(on: date) -> PublicSite:
    """Read it as it stands on a day."""
    meetings = Meeting.objects.select_related("body")
    coming = meetings.filter(state=MeetingState.PLANNED, date__gte=on).order_by("date", "pk")
    held = meetings.filter(minutes__state=MinutesState.PUBLISHED).order_by("-date", "-pk")
    latest = DecisionRecord.objects.order_by("-item__meeting__date", "-pk")[:LATEST]
    return PublicSite(
        coming=tuple(map(meeting_line, coming[:COMING])),
        held=tuple(map(meeting_line, held[:LATEST])),
        decisions=decision_lines(Q(pk__in=latest.values("pk"))),
        documents=document_lines(on),
        news=articles("news", most=TOLD),
        examples=articles("example", most=TOLD),
    )
