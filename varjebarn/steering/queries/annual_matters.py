"""The annual report's matters: decisions in the register's own wording, what waits, who is silent."""

from collections import Counter

from django.db.models import Q

from varjebarn.steering.annual import Entry, Part, Ref, Span
from varjebarn.steering.models import AgendaItem, Extension, MeetingState, Outcome
from varjebarn.steering.queries.agreements import agreement_lines
from varjebarn.steering.queries.lines import last_day
from varjebarn.steering.queries.meetings import decision_lines, report_back_lines
from varjebarn.steering.rules import days_waited
from varjebarn.steering.values import DecisionLine


def decisions(span: Span) -> Part:
    """List the decisions of the year, the earliest first, as the register words and dates them."""
    return Part(kind="decisions", entries=_decisions(span, Q()))


def model_decisions(span: Span) -> Part:
    """List the year's decisions that change a version of a practice model."""
    return Part(kind="model_decisions", entries=_decisions(span, ~Q(changes_model_id="")))


def matters_handled(span: Span) -> Part:
    """Count the items of the meetings held, by body and by what became of them."""
    counted = Counter(
        AgendaItem.objects.filter(
            meeting__state=MeetingState.HELD, meeting__date__range=span.days
        ).values_list("meeting__body__name", "outcome")
    )
    return Part(
        kind="matters",
        rows=tuple((body, outcome, count) for (body, outcome), count in sorted(counted.items())),
    )


def postponed(span: Span) -> Part:
    """List the matters that were put off during the year: settled when, or waiting how long.

    A matter is as old as the first time it stood on an agenda, however often it has moved. Two
    statements.
    """
    put_off = AgendaItem.objects.filter(outcome=Outcome.POSTPONED, meeting__date__range=span.days)
    firsts = {first or own for own, first in put_off.values_list("pk", "first_id")}
    chain = (
        AgendaItem.objects.filter(Q(pk__in=firsts) | Q(first__in=firsts))
        .select_related("meeting__body", "first__meeting")
        .order_by("meeting__date", "pk")
    )
    latest = {item.first_id or item.pk: item for item in chain}
    entries = [_matter(item, span) for item in latest.values()]
    return Part(kind="postponed", entries=tuple(sorted(entries, key=_oldest)))


def questions_asked(span: Span) -> Part:
    """List the questions to the organisations, how many answered, and who is silent by name."""
    return Part(
        kind="questions",
        entries=tuple(
            Entry(
                text=line.question,
                on=line.asked_on,
                until=line.due,
                who=", ".join(line.silent),
                numbers=(("answered", line.answered), ("asked", line.asked)),
                ref=Ref(kind="report_back", id=line.id),
            )
            for line in report_back_lines(Q(item__meeting__date__range=span.days))
        ),
    )


def agreements_extended(span: Span) -> Part:
    """List the agreements that a decision of the year prolonged, until when."""
    found = Extension.objects.filter(decision__item__meeting__date__range=span.days).select_related(
        "agreement", "decision__item__meeting"
    )
    return Part(
        kind="extensions",
        entries=tuple(
            Entry(
                text=one.agreement.title,
                on=one.decision.item.meeting.date,
                until=last_day(one.valid_to),
                numbers=(("decision", one.decision.number),),
                ref=Ref(kind="agreement", id=one.agreement.public_id),
            )
            for one in found.order_by("decision__item__meeting__date", "pk")
        ),
    )


def agreements_in_force(span: Span) -> Part:
    """List the agreements that hold on the last day told of, with what they contradict."""
    return Part(
        kind="agreements",
        entries=tuple(
            Entry(
                text=line.title,
                until=line.last_day,
                note=", ".join(line.contradicts),
                ref=Ref(kind="agreement", id=line.id),
            )
            for line in agreement_lines(span.last)
            if line.valid_from <= span.last
        ),
    )


def _decisions(span: Span, wanted: Q) -> tuple[Entry, ...]:
    found = decision_lines(wanted & Q(item__meeting__date__range=span.days))
    return tuple(map(_decision, reversed(found)))


def _decision(line: DecisionLine) -> Entry:
    return Entry(
        text=line.wording,
        on=line.decided_on,
        until=line.due,
        who=line.responsible,
        note=line.body,
        state=line.status,
        numbers=(("decision", line.number),),
        ref=Ref(kind="decision", id=line.id),
    )


def _matter(item: AgendaItem, span: Span) -> Entry:
    """Tell a matter by its latest place on an agenda."""
    first = item.meeting.date if item.first is None else item.first.meeting.date
    is_settled = bool(item.outcome) and item.meeting.date <= span.last
    return Entry(
        text=item.title,
        on=first,
        until=item.meeting.date,
        who=item.meeting.body.name,
        state="settled" if is_settled else "waiting",
        numbers=(("days", days_waited(first, item.meeting.date if is_settled else span.last)),),
        ref=Ref(kind="meeting", id=item.meeting.public_id),
    )


def _oldest(entry: Entry) -> tuple[bool, int]:
    return entry.state == "settled", -dict(entry.numbers)["days"]
