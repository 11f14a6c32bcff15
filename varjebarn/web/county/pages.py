"""The pages of the county's work: what a query answered, in words, links and order."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from varjebarn.steering import values
from varjebarn.web.county import parts, words
from varjebarn.web.county.agreed import pages as agreed
from varjebarn.web.county.parts import Link, MeetingCard, Row


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
        agreements=tuple(agreed.row(one, today=today) for one in overview.agreements),
        bodies=tuple(_body_row(one) for one in overview.bodies),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPage:
    """One body."""

    id: UUID
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


def body_page(page: values.BodyPage, *, today: date, may_write: bool) -> BodyPage:
    """Put a body into words."""
    body = page.body
    return BodyPage(
        id=body.id,
        heading=body.name,
        plan_href=reverse("county:plan", args=[body.id]),
        level=str(words.LEVELS[body.level]),
        purpose=body.purpose,
        reports_to=None if body.reports_to is None else _body_link(body.reports_to),
        is_orphan=body.is_orphan,
        below=tuple(_body_link(one) for one in page.below),
        members=tuple(_member_row(one, may_write=may_write) for one in page.members),
        coming=tuple(_meeting_link(m) for m in reversed(page.meetings) if _is_coming(m)),
        held=tuple(_meeting_link(m) for m in page.meetings if m.is_held),
        decisions=tuple(parts.decision_row(one, today=today) for one in page.open_decisions),
    )


def _card(
    meeting: values.AgendaMeeting | None, *, today: date, may_write: bool
) -> MeetingCard | None:
    if meeting is None:
        return None
    return parts.meeting_card(meeting.meeting, meeting.items, today=today, may_write=may_write)


def _member_row(one: values.Member, *, may_write: bool) -> Row:
    facts = [", ".join(filter(None, [one.title, one.organisation])), str(words.SEATS[one.seat])]
    if one.profession:
        facts.append(one.profession)
    if one.substitutes_for:
        facts.append(_("ersätter %(name)s") % {"name": one.substitutes_for})
    acts = (
        (_("Byt ut %(name)s"), "county:replace_member"),
        (_("Avsluta platsen för %(name)s"), "county:end_seat"),
    )
    links = tuple(
        Link(text=text % {"name": one.name}, href=reverse(name, args=[one.id]))
        for text, name in acts
    )
    return Row(title=one.name, facts=tuple(facts), links=links if may_write else ())


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


def _is_coming(meeting: values.MeetingLine) -> bool:
    return not meeting.is_held and not meeting.is_cancelled


def _meeting_link(meeting: values.MeetingLine) -> Link:
    return Link(text=words.meeting_when(meeting), href=reverse("county:meeting", args=[meeting.id]))
