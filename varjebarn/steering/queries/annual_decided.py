"""The annual report's children's part, and where each organisation stands."""

from varjebarn.steering.annual import Entry, Part, Ref, Span
from varjebarn.steering.models import Contradiction, ImpactAnalysis, Joining


def impact_analyses(span: Span) -> Part:
    """List the published analyses of what the year's decisions mean for children."""
    found = ImpactAnalysis.objects.filter(
        published_at__date__gte=span.first, published_at__date__lte=span.last
    ).select_related("item__meeting")
    return Part(
        kind="impact_analyses",
        entries=tuple(
            Entry(
                text=one.item.title,
                on=one.item.meeting.date,
                who=one.whom,
                note=one.said or one.asked_how,
                state="said" if one.said else "not_asked",
                ref=Ref(kind="meeting", id=one.item.meeting.public_id),
            )
            for one in found.order_by("published_at", "pk")
        ),
    )


def standings(span: Span) -> Part:
    """Say where each organisation stands on the last day told of, and since when."""
    latest = {
        one.organisation_id: one
        for one in Joining.objects.filter(since__lte=span.last)
        .select_related("organisation")
        .order_by("since", "pk")
    }
    lines = sorted(latest.values(), key=lambda one: one.organisation.name)
    return Part(
        kind="standings",
        entries=tuple(
            Entry(text=one.organisation.name, on=one.since, who=one.decided_by, state=one.standing)
            for one in lines
        ),
    )


def contradictions(span: Span) -> Part:
    """List the texts that contradict each other and that no decision has solved by then."""
    begun = Contradiction.objects.filter(agreement__valid_from__lte=span.last)
    found = begun.select_related("agreement", "other", "owner").exclude(
        solved_by__item__meeting__date__lte=span.last
    )
    return Part(
        kind="contradictions",
        entries=tuple(
            Entry(
                text=one.agreement.title,
                who=one.other_text if one.other is None else one.other.title,
                note=one.owner.name,
                ref=Ref(kind="agreement", id=one.agreement.public_id),
            )
            for one in found.order_by("pk")
        ),
    )
