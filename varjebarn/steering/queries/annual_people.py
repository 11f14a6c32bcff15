"""The annual report's meetings, and who was there: counted from the roll, never retyped (DQ1, DQ5)."""

from collections import defaultdict

from django.db.models import Count, Q, QuerySet

from varjebarn.steering.annual import Entry, Part, Ref, Span
from varjebarn.steering.models import Attendance, Meeting, MeetingState, Membership, Presence
from varjebarn.steering.queries.lines import last_day

SEATED = ("body__name", "seat", "organisation__name", "name")


def meetings_held(span: Span) -> Part:
    """List the meetings that were held, with how many were there and how many were not."""
    found = (
        Meeting.objects.filter(state=MeetingState.HELD, date__range=span.days)
        .select_related("body")
        .annotate(
            present=Count("attendance", filter=Q(attendance__presence=Presence.PRESENT)),
            absent=Count("attendance", filter=Q(attendance__presence=Presence.ABSENT)),
        )
    )
    return Part(
        kind="meetings",
        entries=tuple(
            Entry(
                text=one.body.name,
                on=one.date,
                who=f"{one.starts:%H.%M}–{one.ends:%H.%M}",
                state="digital" if one.digital else "",
                numbers=(("present", one.present), ("absent", one.absent)),
                ref=Ref(kind="meeting", id=one.public_id),
            )
            for one in found.order_by("date", "body__name")
        ),
    )


def meetings_unwritten(span: Span) -> Part:
    """List the meetings whose day has passed and that nobody has written down."""
    found = Meeting.objects.filter(
        state=MeetingState.PLANNED, date__range=span.days, date__lt=span.made_on
    )
    return _meetings("meetings_unwritten", found)


def meetings_next_year(span: Span) -> Part:
    """List the meetings that are planned for the year after."""
    found = Meeting.objects.filter(date__range=span.next_year)
    return _meetings("meetings_next_year", found.exclude(state=MeetingState.CANCELLED))


def attendance(span: Span) -> Part:
    """Count, for each body and organisation, the meetings where it was represented, and of how many."""
    rows = Attendance.objects.filter(
        meeting__state=MeetingState.HELD, meeting__date__range=span.days
    ).values_list(
        "membership__body__name", "membership__organisation__name", "meeting_id", "presence"
    )
    called: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    came: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for body, organisation, meeting, presence in rows:
        called[body, organisation].add(meeting)
        if presence == Presence.PRESENT:
            came[body, organisation].add(meeting)
    return Part(
        kind="attendance",
        rows=tuple((*key, len(came[key]), len(called[key])) for key in sorted(called)),
    )


def members(span: Span) -> Part:
    """List who has a seat on the last day that the report tells of."""
    found = (
        Membership.objects.filter(valid_from__lte=span.last)
        .exclude(valid_to__lte=span.last)
        .order_by("body__pk", "organisation__name", "name")
    )
    return Part(
        kind="members",
        rows=tuple(found.values_list("body__name", "name", "title", "organisation__name", "seat")),
    )


def seats_begun(span: Span) -> Part:
    """List the seats that began during the year."""
    found = Membership.objects.filter(valid_from__range=span.days)
    return _seats("seats_begun", found.order_by("valid_from", *SEATED), begins=True)


def seats_ended(span: Span) -> Part:
    """List the seats that ended during the year, by their last day."""
    found = Membership.objects.filter(valid_to__gt=span.first, valid_to__lte=span.last)
    return _seats("seats_ended", found.order_by("valid_to", *SEATED), begins=False)


def organisations(span: Span) -> Part:
    """Name the organisations that take part, with the bodies where they have a seat."""
    found = (
        Membership.objects.filter(valid_from__lte=span.last)
        .exclude(valid_to__lte=span.last)
        .values_list("organisation__name", "body__name")
        .order_by("organisation__name", "body__pk")
        .distinct()
    )
    bodies: defaultdict[str, list[str]] = defaultdict(list)
    for organisation, body in found:
        bodies[organisation].append(body)
    return Part(
        kind="organisations",
        rows=tuple((name, ", ".join(where)) for name, where in bodies.items()),
    )


def _meetings(kind: str, found: "QuerySet[Meeting]") -> Part:
    return Part(
        kind=kind,
        entries=tuple(
            Entry(
                text=one.body.name,
                on=one.date,
                who=f"{one.starts:%H.%M}–{one.ends:%H.%M}",
                ref=Ref(kind="meeting", id=one.public_id),
            )
            for one in found.select_related("body").order_by("date", "body__name")
        ),
    )


def _seats(kind: str, found: "QuerySet[Membership]", *, begins: bool) -> Part:
    return Part(
        kind=kind,
        entries=tuple(
            Entry(
                text=one.name,
                on=one.valid_from if begins or one.valid_to is None else last_day(one.valid_to),
                who=one.organisation.name,
                note=one.body.name,
                state=one.seat,
            )
            for one in found.select_related("body", "organisation")
        ),
    )
