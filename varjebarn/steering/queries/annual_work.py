"""The annual report's work between the meetings: trials, training, consultations, money, mandates."""

from collections import defaultdict

from django.db.models import Prefetch, Q

from varjebarn.steering.annual import Entry, Part, Span
from varjebarn.steering.models import (
    Consultation,
    ConsultedBody,
    Funding,
    Mandate,
    Risk,
    ToolRating,
    TrainingNeed,
    TrainingSession,
    TrainingTaken,
    TrialEvent,
)
from varjebarn.steering.queries.lines import last_day


def trials(span: Span) -> Part:
    """List what happened in the trials during the year: begun, delayed, widened, what came out."""
    found = TrialEvent.objects.filter(on__range=span.days).select_related("trial__organisation")
    return Part(
        kind="trials",
        entries=tuple(
            Entry(
                text=f"{one.trial.organisation.name}, {one.trial.where}",
                on=one.on,
                who=one.trial.model_version,
                note=one.text,
                state=one.step,
            )
            for one in found.order_by("trial__organisation__name", "trial_id", "on", "pk")
        ),
    )


def tool_ratings(span: Span) -> Part:
    """Count, for each tool, the trials that have rated it and how, by the latest rating of each."""
    latest: dict[tuple[int, str], int] = {}
    found = ToolRating.objects.filter(on__lte=span.last).order_by("on", "pk")
    for trial, tool, rating in found.values_list("trial_id", "tool", "rating"):
        latest[trial, tool] = rating
    by_tool: defaultdict[str, list[int]] = defaultdict(list)
    for (_trial, tool), rating in latest.items():
        by_tool[tool].append(rating)
    return Part(
        kind="tool_ratings",
        rows=tuple(
            (tool, len(some), f"{sum(some) / len(some):.1f}".replace(".", ","))
            for tool, some in sorted(by_tool.items())
        ),
    )


def training_held(span: Span) -> Part:
    """List the training of the year, with how many took part; the latest number holds."""
    sessions = TrainingSession.objects.filter(on__range=span.days).prefetch_related(
        Prefetch("taken", queryset=TrainingTaken.objects.order_by("at", "pk"))
    )
    entries = []
    for one in sessions.order_by("on", "pk"):
        people = {row.organisation_id: row.people for row in one.taken.all()}
        entries.append(
            Entry(
                text=one.title,
                on=one.on,
                who=one.audience,
                state="digital" if one.digital else "",
                numbers=(("people", sum(people.values())), ("organisations", len(people))),
            )
        )
    return Part(kind="training", entries=tuple(entries))


def training_coverage(span: Span) -> Part:
    """Count, for each organisation, how many have been trained in all and how many are to be."""
    needs = dict(
        TrainingNeed.objects.filter(on__lte=span.last)
        .order_by("on", "pk")
        .values_list("organisation__name", "people")
    )
    taken: dict[tuple[int, str], int] = {}
    found = TrainingTaken.objects.filter(session__on__lte=span.last).order_by("at", "pk")
    for session, name, people in found.values_list("session_id", "organisation__name", "people"):
        taken[session, name] = people
    trained: defaultdict[str, int] = defaultdict(int)
    for (_session, name), people in taken.items():
        trained[name] += people
    return Part(
        kind="training_coverage",
        rows=tuple(
            (name, trained.get(name, 0), needs.get(name, "")) for name in sorted({*needs, *trained})
        ),
    )


def risks(span: Span) -> Part:
    """List what was missing during the year: mandate, time or resources, and what was done."""
    found = Risk.objects.filter(noted_on__lte=span.last).exclude(ended_on__lt=span.first)
    return Part(
        kind="risks",
        entries=tuple(
            Entry(
                text=one.text,
                on=one.noted_on,
                until=one.ended_on,
                who=one.organisation.name,
                note=one.ended_by,
                state=one.lack,
            )
            for one in found.select_related("organisation").order_by("noted_on", "pk")
        ),
    )


def consultations(span: Span) -> Part:
    """List the proposals that were out for answers, how many answered, and who is silent by name."""
    found = Consultation.objects.filter(sent_on__range=span.days).prefetch_related(
        Prefetch("consulted", queryset=ConsultedBody.objects.select_related("body", "answer"))
    )
    entries = []
    for one in found.order_by("sent_on", "pk"):
        asked = list(one.consulted.all())
        silent = [each.body.name for each in asked if getattr(each, "answer", None) is None]
        entries.append(
            Entry(
                text=one.title,
                on=one.sent_on,
                who=", ".join(sorted(silent)),
                numbers=(("answered", len(asked) - len(silent)), ("asked", len(asked))),
            )
        )
    return Part(kind="consultations", entries=tuple(entries))


def funding(span: Span) -> Part:
    """List the money and the posts that carried the year, with the last day of each."""
    found = Funding.objects.filter(valid_from__lte=span.last, valid_to__gt=span.first)
    return Part(
        kind="funding",
        entries=tuple(
            Entry(
                text=one.title,
                on=one.valid_from,
                until=last_day(one.valid_to),
                who=one.funder,
                note="" if one.posts is None else f"{one.posts.normalize():f}".replace(".", ","),
                numbers=() if one.crowns is None else (("crowns", one.crowns),),
            )
            for one in found.order_by("valid_from", "pk")
        ),
    )


def mandates(span: Span) -> Part:
    """List the mandates that were given or ended during the year."""
    touched = Q(given_on__range=span.days) | Q(ended_on__range=span.days)
    found = Mandate.objects.filter(touched).select_related("given_by", "given_to")
    return Part(
        kind="mandates",
        entries=tuple(
            Entry(
                text=one.title,
                on=one.given_on,
                until=one.ended_on,
                who=one.holder_name if one.given_to is None else one.given_to.name,
                note=one.outcome,
            )
            for one in found.order_by("given_on", "pk")
        ),
    )
