"""The annual report's contacts, news, documents and research: what reached others, and the county."""

from collections import Counter

from django.db.models import Q

from varjebarn.steering.annual import Entry, Part, Ref, Span
from varjebarn.steering.models import (
    Activity,
    Article,
    ArticleKind,
    DocumentVersion,
    Message,
    Obstacle,
    ResearchOutput,
    ResearchRequest,
    Visit,
    VisitKind,
)


def boards_met(span: Span) -> Part:
    """List the political boards that were met."""
    return _visits("boards_met", span, Q(kind=VisitKind.BOARD))


def others_met(span: Span) -> Part:
    """List the authorities, networks and conferences."""
    return _visits("others_met", span, ~Q(kind=VisitKind.BOARD))


def news(span: Span) -> Part:
    """List the news of the year that has not been taken back."""
    return _articles("news", span, ArticleKind.NEWS)


def examples(span: Span) -> Part:
    """List the local examples of the year, each with whose it is."""
    return _articles("examples", span, ArticleKind.EXAMPLE)


def messages_told(span: Span) -> Part:
    """List what the communication plan's lines told, to whom and by which way."""
    found = Message.objects.filter(done_on__range=span.days)
    return Part(
        kind="messages",
        entries=tuple(
            Entry(text=one.message, on=one.done_on, who=one.audience, note=one.channel)
            for one in found.order_by("done_on", "pk")
        ),
    )


def documents_decided(span: Span) -> Part:
    """List the documents that came into force during the year, each by its decision."""
    found = DocumentVersion.objects.filter(in_force_from__range=span.days).select_related(
        "document__body", "decision"
    )
    return Part(
        kind="documents",
        entries=tuple(
            Entry(
                text=one.document.title,
                on=one.in_force_from,
                who=one.document.body.name,
                note=one.summary,
                numbers=(("version", one.number),)
                if one.decision is None
                else (("version", one.number), ("decision", one.decision.number)),
                ref=Ref(kind="document", id=one.document.public_id),
            )
            for one in found.order_by("in_force_from", "pk")
        ),
    )


def activities(span: Span) -> Part:
    """Count the action plan's activities that touched the year, by how far they have come."""
    counted = Counter(
        Activity.objects.filter(starts__lte=span.last, ends__gte=span.first).values_list(
            "document__title", "status"
        )
    )
    return Part(
        kind="activities",
        rows=tuple((title, status, count) for (title, status), count in sorted(counted.items())),
    )


def obstacles(span: Span) -> Part:
    """Count what stopped and what helped, by theme: never who sent it."""
    counted = Counter(
        Obstacle.objects.filter(
            sent_at__date__gte=span.first, sent_at__date__lte=span.last
        ).values_list("theme", "is_helping")
    )
    themes = sorted({theme for theme, _ in counted})
    return Part(
        kind="obstacles",
        rows=tuple((theme, counted[theme, False], counted[theme, True]) for theme in themes),
    )


def research_asked(span: Span) -> Part:
    """List the requests of researchers, and what the presidium said."""
    touched = Q(asked_on__range=span.days) | Q(decided_on__range=span.days)
    return Part(
        kind="research_asked",
        entries=tuple(
            Entry(
                text=one.title,
                on=one.asked_on,
                until=one.decided_on,
                who=one.from_whom,
                note=one.answer,
                state=one.state,
            )
            for one in ResearchRequest.objects.filter(touched).order_by("asked_on", "pk")
        ),
    )


def research_published(span: Span) -> Part:
    """List what researchers published about the work."""
    found = ResearchOutput.objects.filter(published_on__range=span.days)
    return Part(
        kind="research_published",
        entries=tuple(
            Entry(text=one.title, on=one.published_on, who=one.authors, note=one.address)
            for one in found.order_by("published_on", "pk")
        ),
    )


def _visits(kind: str, span: Span, wanted: Q) -> Part:
    found = Visit.objects.filter(wanted, on__range=span.days)
    return Part(
        kind=kind,
        entries=tuple(
            Entry(text=one.whom, on=one.on, note=one.text, state=one.kind)
            for one in found.order_by("on", "pk")
        ),
    )


def _articles(kind: str, span: Span, which: ArticleKind) -> Part:
    found = Article.objects.filter(
        kind=which,
        taken_back_on=None,
        published_at__date__gte=span.first,
        published_at__date__lte=span.last,
    ).select_related("organisation")
    return Part(
        kind=kind,
        entries=tuple(
            Entry(
                text=one.title,
                on=one.published_at.date(),
                who="" if one.organisation is None else one.organisation.name,
                ref=Ref(kind="article", id=one.public_id),
            )
            for one in found.order_by("published_at", "pk")
        ),
    )
