"""The pages of decisions: what a query answered, in words, links and order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varjebarn.steering import values
from varjebarn.steering.queries import DecisionList, Responsible, Wanted
from varjebarn.web.county import parts
from varjebarn.web.county import words as county_words
from varjebarn.web.county.decided import words
from varjebarn.web.county.parts import Link, Row
from varjebarn.web.shared.days import day_in_words

FILTERS = ("grupp", "ar", "lage", "ansvarig", "saknar")


def wanted(asked: Mapping[str, str]) -> Wanted:
    """Read what an address asks for. What can't be understood is as if it wasn't asked."""
    year = asked.get("ar", "")
    is_year = year.isdecimal() and len(year) == 4 and int(year) > 0  # noqa: PLR2004 - digits
    return Wanted(
        body=_uuid(asked.get("grupp", "")),
        year=int(year) if is_year else None,
        state=asked.get("lage", ""),
        responsible=asked.get("ansvarig", "").replace("\0", ""),
        is_lacking=bool(asked.get("saknar")),
        after=_uuid(asked.get("efter", "")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LateBody:
    """A body with decisions past their day, and where to put them on its next agenda."""

    words: str
    body: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """One page of the register."""

    rows: tuple[Row, ...]
    counted: str
    is_narrowed: bool
    is_first: bool
    first_href: str
    next_href: str
    late: tuple[LateBody, ...]


def list_page(
    found: DecisionList, asked_for: Wanted, *, asked: Mapping[str, str], today: date
) -> ListPage:
    """Put a page of the register into words."""
    kept = {name: asked[name] for name in FILTERS if asked.get(name)}
    here = reverse("county:decisions")
    more = {**kept, "efter": str(found.more_after)}
    return ListPage(
        rows=tuple(parts.decision_row(one, today=today) for one in found.lines),
        counted=ngettext("%(count)d beslut", "%(count)d beslut", found.total)
        % {"count": found.total},
        is_narrowed=bool(kept),
        is_first=asked_for.after is None,
        first_href=f"{here}?{urlencode(kept)}",
        next_href="" if found.more_after is None else f"{here}?{urlencode(more)}",
        late=tuple(
            LateBody(
                words=ngettext(
                    "%(body)s har %(count)d beslut som har passerat sin dag.",
                    "%(body)s har %(count)d beslut som har passerat sin dag.",
                    count,
                )
                % {"body": body.name, "count": count},
                body=body.name,
                action=reverse("county:raise_due", args=[body.id]),
            )
            for body, count in found.late
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A heading of an analysis and what stands there."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """How a decision was worded before, and who changed that, when and why."""

    when: str
    before: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPage:
    """One decision."""

    heading: str
    row: Row
    meeting: Link
    item_title: str
    ended: str
    follow_up_note: str
    extends: tuple[Link, ...]
    changes: tuple[tuple[str, Link], ...]
    earlier: tuple[Row, ...]
    later: tuple[Row, ...]
    raised_on: tuple[Link, ...]
    is_about_children: bool
    lacks_analysis: bool
    analysis: tuple[Said, ...]
    articles: tuple[str, ...]
    may_write: bool
    may_follow_up: bool
    follow_up_href: str
    complete_href: str
    link_href: str
    correct_href: str
    corrections: tuple[Corrected, ...]
    analysis_href: str


def decision_page(page: values.DecisionPage, *, today: date, may_write: bool) -> DecisionPage:
    """Put a decision into words."""
    decision = page.decision
    return DecisionPage(
        heading=parts.decision_name(decision),
        row=parts.decision_row(decision, today=today),
        meeting=Link(
            text=county_words.meeting_when(page.meeting),
            href=reverse("county:meeting", args=[page.meeting.id]),
        ),
        item_title=page.item_title,
        ended=_ended(page, today=today),
        follow_up_note=page.follow_up_note,
        extends=tuple(
            Link(text=one.name, href=reverse("county:agreement", args=[one.id]))
            for one in page.extends
        ),
        changes=tuple((str(words.CHANGES[one.kind]), _change_link(one)) for one in page.changes),
        earlier=tuple(parts.decision_row(one, today=today) for one in page.earlier),
        later=tuple(parts.decision_row(one, today=today) for one in page.later),
        raised_on=tuple(meeting_link(one.id, one.day) for one in page.raised_on),
        is_about_children=decision.is_about_children,
        lacks_analysis=decision.lacks_analysis,
        analysis=() if page.analysis is None else analysis_said(page.analysis),
        articles=(
            () if page.analysis is None else tuple(map(words.article, page.analysis.articles))
        ),
        may_write=may_write,
        may_follow_up=may_write and decision.is_open,
        follow_up_href=reverse("county:follow_up", args=[decision.id]),
        complete_href=reverse("county:complete", args=[decision.id]),
        link_href=reverse("county:link_decision", args=[decision.id]),
        analysis_href=reverse("county:analysis", args=[page.item]),
        correct_href=reverse("county:correct_decision", args=[decision.id]),
        corrections=tuple(_corrected(one) for one in reversed(page.corrections)),
    )


def _corrected(one: values.CorrectionLine) -> Corrected:
    if one.reason:
        when = _("Rättat %(day)s av %(who)s")
    else:
        when = _("Omskrivet %(day)s av %(who)s, innan anteckningarna godkändes")
    return Corrected(
        when=when % {"day": day_in_words(one.on), "who": one.by},
        before=one.before,
        reason=one.reason,
    )


def analysis_said(analysis: values.ImpactShown) -> tuple[Said, ...]:
    """Give the headings of an analysis that hold something, in order."""
    every = (
        (_("Vilka barn det gäller"), analysis.whom),
        (_("Hur barn har tillfrågats"), analysis.asked_how),
        (_("Vad de sa"), analysis.said),
        (_("Det som talar för"), analysis.gains),
        (_("Det som talar emot"), analysis.costs),
        (_("Hur det har vägts"), analysis.weighing),
        (_("Hur det följs upp"), analysis.follow_up),
    )
    return tuple(Said(heading=heading, text=text) for heading, text in every if text)


def analysis_initial(shown: values.ImpactShown | None) -> dict[str, Any]:
    """Give an analysis as its form begins: three articles out of four are ticked, others written."""
    if shown is None:
        return {"articles": ["3", "12"]}
    texts = ("whom", "asked_how", "said", "gains", "costs", "weighing", "follow_up")
    return {
        **{name: getattr(shown, name) for name in texts},
        "articles": [str(one) for one in shown.articles if one in words.ARTICLES],
        "more_articles": ", ".join(str(one) for one in shown.articles if one not in words.ARTICLES),
    }


def responsible_choices(offered: Responsible) -> list[tuple[str, Any]]:
    """Offer organisations and members, in two groups."""
    return [
        (
            _("Organisationer"),
            [(f"organisation:{one.id}", one.name) for one in offered.organisations],
        ),
        (_("Ledamöter"), [(f"seat:{one.id}", one.name) for one in offered.seats]),
    ]


def earlier_choices(decisions: Iterable[values.DecisionLine]) -> list[tuple[str, str]]:
    """Offer decisions by number and wording."""
    return [
        (str(one.id), f"{parts.decision_name(one)}, {day_in_words(one.decided_on)}: {one.wording}")
        for one in decisions
    ]


def meeting_link(meeting: UUID, day: date) -> Link:
    """Lead to a meeting by its day."""
    return Link(text=day_in_words(day), href=reverse("county:meeting", args=[meeting]))


def _ended(page: values.DecisionPage, *, today: date) -> str:
    if page.followed_up_on is None:
        return ""
    day = county_words.short_day(page.followed_up_on, today=today)
    if page.decision.status == "lapsed":
        return _("Gäller inte sedan %(day)s") % {"day": day}
    return _("Uppföljt %(day)s") % {"day": day}


PAGES = {"agreement": "agreement", "action": "document", "document": "document"}
"""Where what is changed is read: an activity on its plan."""


def _change_link(change: values.ChangeLine) -> Link:
    """Lead to what is changed, where there is a page for it."""
    page = PAGES.get(change.kind)
    is_shown = page is not None and change.page is not None
    return Link(
        text=change.label,
        href=reverse(f"county:{page}", args=[change.page]) if is_shown else "",
    )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
