"""The pages of the county's work: what a query answered, in words, links and order."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from varjebarn.steering import values
from varjebarn.web.county import parts, words
from varjebarn.web.county.parts import Link, MeetingCard, Row
from varjebarn.web.shared.days import day_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPage:
    """The county's work on one page."""

    next_meeting: MeetingCard | None
    last_meeting: MeetingCard | None
    waiting: tuple[Row, ...]
    decisions: tuple[Row, ...]
    models: tuple[Row, ...]
    report_backs: tuple[Row, ...]
    agreements: tuple[Row, ...]
    bodies: tuple[Row, ...]


def overview_page(overview: values.CountyOverview, *, today: date, may_write: bool) -> OverviewPage:
    """Put the overview into words."""
    return OverviewPage(
        next_meeting=_card(overview.next_meeting, today=today, may_write=may_write),
        last_meeting=_card(overview.last_meeting, today=today, may_write=False),
        waiting=tuple(parts.waiting_row(one, today=today) for one in overview.waiting),
        decisions=tuple(
            parts.decision_row(one, today=today)
            for one in overview.open_decisions
            if one.model is None
        ),
        models=tuple(parts.decision_row(one, today=today) for one in overview.model_decisions),
        report_backs=tuple(
            parts.report_back_row(one, today=today, may_answer=may_write)
            for one in overview.report_backs
        ),
        agreements=tuple(parts.agreement_row(one, today=today) for one in overview.agreements),
        bodies=tuple(_body_row(one) for one in overview.bodies),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendees:
    """Those who were there, or those who were not."""

    heading: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPage:
    """One meeting."""

    id: UUID
    heading: str
    card: MeetingCard
    body: Link
    is_held: bool
    may_be_written: bool
    attendance: tuple[Attendees, ...]
    report_backs: tuple[Row, ...]


def meeting_page(page: values.MeetingPage, *, today: date, may_write: bool) -> MeetingPage:
    """Put a meeting into words."""
    meeting = page.meeting
    sides = ((_("Närvarande"), True), (_("Frånvarande"), False))
    return MeetingPage(
        id=meeting.id,
        heading=_("Möte %(day)s") % {"day": day_in_words(meeting.day)},
        card=parts.meeting_card(meeting, page.items, today=today, may_write=may_write),
        body=_body_link(meeting.body),
        is_held=meeting.is_held,
        may_be_written=not meeting.is_held and meeting.day <= today,
        attendance=tuple(
            Attendees(heading=heading, rows=rows)
            for heading, is_present in sides
            if (rows := tuple(_who(a) for a in page.attendance if a.is_present is is_present))
        ),
        report_backs=tuple(
            parts.report_back_row(one, today=today, may_answer=may_write)
            for one in page.report_backs
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPage:
    """One body."""

    heading: str
    plan_href: str
    level: str
    purpose: str
    reports_to: Link | None
    is_orphan: bool
    below: tuple[Link, ...]
    members: tuple[Row, ...]
    coming: tuple[Link, ...]
    held: tuple[Link, ...]
    decisions: tuple[Row, ...]


def body_page(page: values.BodyPage, *, today: date) -> BodyPage:
    """Put a body into words."""
    body = page.body
    return BodyPage(
        heading=body.name,
        plan_href=reverse("county:plan", args=[body.id]),
        level=str(words.LEVELS[body.level]),
        purpose=body.purpose,
        reports_to=None if body.reports_to is None else _body_link(body.reports_to),
        is_orphan=body.is_orphan,
        below=tuple(_body_link(one) for one in page.below),
        members=tuple(_member_row(one) for one in page.members),
        coming=tuple(_meeting_link(m) for m in reversed(page.meetings) if not m.is_held),
        held=tuple(_meeting_link(m) for m in page.meetings if m.is_held),
        decisions=tuple(parts.decision_row(one, today=today) for one in page.open_decisions),
    )


def _card(
    meeting: values.AgendaMeeting | None, *, today: date, may_write: bool
) -> MeetingCard | None:
    if meeting is None:
        return None
    return parts.meeting_card(meeting.meeting, meeting.items, today=today, may_write=may_write)


def _who(attendee: values.Attendee) -> str:
    name = ", ".join(filter(None, [attendee.name, attendee.organisation]))
    seat = "" if attendee.seat == "member" else f" ({words.SEATS[attendee.seat]})"
    instead = (
        _(", ersätter %(name)s") % {"name": attendee.instead_of} if attendee.instead_of else ""
    )
    return f"{name}{seat}{instead}"


def _member_row(one: values.Member) -> Row:
    facts = [", ".join(filter(None, [one.title, one.organisation])), str(words.SEATS[one.seat])]
    if one.substitutes_for:
        facts.append(_("ersätter %(name)s") % {"name": one.substitutes_for})
    return Row(title=one.name, facts=tuple(facts))


def _body_row(body: values.BodyLine) -> Row:
    above = (
        ()
        if body.reports_to is None
        else (_("Rapporterar till %(body)s") % {"body": body.reports_to.name},)
    )
    return Row(
        title=body.name,
        href=reverse("county:body", args=[body.id]),
        facts=(str(words.LEVELS[body.level]), *above),
        warning=_("Rapporterar inte till någon") if body.is_orphan else "",
    )


def _body_link(body: values.Named) -> Link:
    return Link(text=body.name, href=reverse("county:body", args=[body.id]))


def _meeting_link(meeting: values.MeetingLine) -> Link:
    return Link(text=words.meeting_when(meeting), href=reverse("county:meeting", args=[meeting.id]))
