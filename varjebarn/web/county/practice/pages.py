"""The pages of obstacles, visits and research, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varjebarn.steering.document_values import (
    ObstacleLine,
    OutputLine,
    RequestLine,
    StepLine,
    ThemeLine,
    VisitLine,
)
from varjebarn.web.county.parts import Link, Row
from varjebarn.web.county.practice import words
from varjebarn.web.shared.days import day_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """What a body did, as the sender reads it."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObstacleView:
    """An obstacle or enabler with what became of it."""

    id: UUID
    text: str
    kind: str
    status: str
    status_kind: str
    facts: tuple[str, ...]
    steps: tuple[StepView, ...]
    href: str


def obstacle_view(line: ObstacleLine, *, may_take_up: bool = False) -> ObstacleView:
    """Put an obstacle into words. Who sent it is not there to be shown."""
    status, kind = words.STATES[line.state]
    is_waiting = line.state == "waiting"
    return ObstacleView(
        id=line.id,
        text=line.text,
        kind=_("Hjälper") if line.is_helping else _("Hindrar"),
        status=str(status),
        status_kind=kind,
        facts=(
            str(words.THEMES[line.theme]),
            line.organisation,
            _("Ligger hos %(body)s") % {"body": line.body},
            words.age(line.days) if is_waiting else day_in_words(_day(line)),
        ),
        steps=tuple(map(_step, line.steps)),
        href=reverse("county:obstacle", args=[line.id]) if may_take_up and is_waiting else "",
    )


def theme_rows(lines: Iterable[ThemeLine]) -> tuple[Row, ...]:
    """Show the themes: how many, and how long the oldest has waited."""
    return tuple(_theme_row(line) for line in lines)


def visit_rows(lines: Iterable[VisitLine]) -> tuple[Row, ...]:
    """Show contacts and visits, one line each."""
    return tuple(
        Row(
            title=one.whom,
            facts=(day_in_words(one.on), str(words.VISITS[one.kind])),
            note=one.text,
        )
        for one in lines
    )


def request_rows(lines: Iterable[RequestLine], *, may_write: bool) -> tuple[Row, ...]:
    """Show requests from researchers, and the way to answer for those who may."""
    return tuple(_request_row(one, may_write=may_write) for one in lines)


def output_rows(lines: Iterable[OutputLine]) -> tuple[Row, ...]:
    """Show what researchers have published."""
    return tuple(
        Row(
            title=one.title,
            href=one.address,
            facts=(one.authors, day_in_words(one.published_on)),
            note=one.text,
        )
        for one in lines
    )


def _request_row(one: RequestLine, *, may_write: bool) -> Row:
    status, kind = words.REQUESTS[one.state]
    facts = [one.from_whom, _("Frågan kom %(day)s") % {"day": day_in_words(one.asked_on)}]
    if one.decided_on is not None:
        facts.append(_("Svar %(day)s") % {"day": day_in_words(one.decided_on)})
    if one.may_attend:
        facts.append(_("Får delta på möten"))
    act = None
    if may_write and one.state == "asked":
        act = Link(text=_("Skriv in svaret"), href=reverse("county:research_answer", args=[one.id]))
    return Row(
        title=one.title,
        status=str(status),
        status_kind=kind,
        facts=tuple(facts),
        note=one.answer or one.text,
        act=act,
    )


def _theme_row(line: ThemeLine) -> Row:
    facts = []
    if line.hindering:
        hindering = ngettext("%(count)d hindrar", "%(count)d hindrar", line.hindering)
        facts.append(hindering % {"count": line.hindering})
    if line.helping:
        helping = ngettext("%(count)d hjälper", "%(count)d hjälper", line.helping)
        facts.append(helping % {"count": line.helping})
    age = ""
    if line.waiting:
        waiting = ngettext("%(count)d väntar", "%(count)d väntar", line.waiting)
        age = _("%(waiting)s, den äldsta är %(age)s") % {
            "waiting": waiting % {"count": line.waiting},
            "age": words.age(line.oldest_days),
        }
    return Row(title=str(words.THEMES[line.theme]), facts=tuple(facts), note=age)


def _step(step: StepLine) -> StepView:
    day = day_in_words(timezone.localtime(step.at).date())
    heading = _("%(what)s av %(body)s %(day)s") % {
        "what": words.STEPS[step.kind],
        "body": step.body,
        "day": day,
    }
    if step.to:
        heading = _("Skickad vidare av %(body)s till %(to)s %(day)s") % {
            "body": step.body,
            "to": step.to,
            "day": day,
        }
    return StepView(heading=heading, text=step.text)


def _day(line: ObstacleLine) -> date:
    return timezone.localtime(line.sent_at).date()
