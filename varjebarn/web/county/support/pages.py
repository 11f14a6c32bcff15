"""The pages of trials, consultations, training and funding, in words, links and order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varjebarn.steering.queries import (
    ConsultationLine,
    CoverageLine,
    FundingLine,
    RiskLine,
    SessionLine,
    TrialLine,
)
from varjebarn.web.county import words
from varjebarn.web.county.parts import Link, Row
from varjebarn.web.county.support import words as own_words

# Trials ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialShown:
    """A trial beside the others: one text for each of the columns."""

    id: UUID
    organisation: str
    where: str
    href: str
    version: Link
    planned: str
    started: str
    delayed: str
    widened: str
    outcome: str
    ratings: tuple[tuple[str, str, str], ...]
    status: str
    status_kind: str
    happened: tuple[Row, ...]


def trial_shown(line: TrialLine, *, today: date) -> TrialShown:
    """Put a trial into words."""
    status, kind = _trial_status(line, today=today)
    return TrialShown(
        id=line.id,
        organisation=line.organisation,
        where=line.where,
        href=reverse("county:trial", args=[line.id]),
        version=Link(text=line.model[1], href=reverse("county:model", args=line.model)),
        planned=words.short_day(line.planned_start, today=today),
        started="" if line.started is None else words.short_day(line.started, today=today),
        delayed=_said(line, "delayed"),
        widened=_said(line, "widened"),
        outcome=_said(line, "outcome"),
        ratings=tuple(
            (str(name), str(line.ratings[key][0]), line.ratings[key][1])
            for key, name in own_words.TOOLS.items()
            if key in line.ratings
        ),
        status=status,
        status_kind=kind,
        happened=tuple(
            Row(
                title=str(own_words.STEPS[one.step]),
                facts=(words.short_day(one.on, today=today),),
                note=one.text,
            )
            for one in line.happened
        ),
    )


def _trial_status(line: TrialLine, *, today: date) -> tuple[str, str]:
    if line.finished is not None:
        return _("Avslutat"), "done"
    if line.started is not None:
        return _("Pågår"), "going"
    if line.planned_start < today:
        return _("Skulle ha börjat"), "late"
    return _("Planerat"), "waiting"


def _said(line: TrialLine, step: str) -> str:
    return " ".join(one.text for one in line.what(step))


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolTogether:
    """What all trials say of a tool."""

    name: str
    said: str
    by: str


def tools_together(lines: Iterable[TrialLine]) -> tuple[ToolTogether, ...]:
    """Put together what the trials say of each tool: how many, and between what."""
    lines, together = list(lines), []
    for key, name in own_words.TOOLS.items():
        given = sorted(
            (line.ratings[key][0], line.organisation) for line in lines if key in line.ratings
        )
        if given:
            lowest, highest = given[0][0], given[-1][0]
            together.append(
                ToolTogether(
                    name=str(name),
                    said=str(lowest)
                    if lowest == highest
                    else _("%(low)d till %(high)d") % {"low": lowest, "high": highest},
                    by=", ".join(f"{organisation} {rating}" for rating, organisation in given),
                )
            )
    return tuple(together)


# Consultations -----------------------------------------------------------------------------------


def consultation_row(line: ConsultationLine, *, today: date) -> Row:
    """Show a proposal: how many have answered, who has not, and until when."""
    silent = line.silent
    counted = ngettext(
        "%(answered)d av %(count)d grupp har svarat",
        "%(answered)d av %(count)d grupper har svarat",
        len(line.asked),
    ) % {"answered": len(line.asked) - len(silent), "count": len(line.asked)}
    is_late = any(one.due < today for one in silent)
    facts = [_("Skickad %(day)s") % {"day": words.short_day(line.sent_on, today=today)}, counted]
    if silent:
        facts.append(
            _("Sista dagen är %(day)s")
            % {"day": words.short_day(max(one.due for one in silent), today=today)}
        )
    return Row(
        title=line.title,
        href=reverse("county:consultation", args=[line.id]),
        status=_("Väntar på svar") if silent else _("Alla har svarat"),
        status_kind="late" if is_late else "waiting" if silent else "done",
        facts=tuple(facts),
        warning=(
            _("Har inte svarat: %(names)s") % {"names": words.listed(one.body for one in silent)}
            if silent
            else ""
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultedShown:
    """A body that was asked."""

    body: Link
    due: str
    is_late: bool
    text: str
    answer_href: str


def consulted_shown(
    line: ConsultationLine, *, today: date, sits_in: frozenset[int], may_write: bool
) -> tuple[ConsultedShown, ...]:
    """Show who was asked, with the answers side by side, and the way to answer for who may."""
    return tuple(
        ConsultedShown(
            body=Link(text=one.body, href=reverse("county:body", args=[one.body_id])),
            due=words.short_day(one.due, today=today),
            is_late=one.answered_at is None and one.due < today,
            text=one.text,
            answer_href=(
                reverse("county:answer_consultation", args=[one.id])
                if one.answered_at is None and (may_write or one.body_key in sits_in)
                else ""
            ),
        )
        for one in line.asked
    )


# Training ----------------------------------------------------------------------------------------


def session_row(line: SessionLine, *, today: date, may_count: bool) -> Row:
    """Show an occasion of training with how many took part, by organisation."""
    place = _("Digitalt") if line.is_digital and not line.place else line.place
    facts = [words.short_day(line.on, today=today), place, line.audience]
    if line.taken:
        facts.append(
            ngettext("%(count)d person var med", "%(count)d personer var med", line.people)
            % {"count": line.people}
        )
    return Row(
        title=line.title,
        facts=tuple(filter(None, facts)),
        status=_("Planerad") if line.on > today else "",
        status_kind="waiting",
        note=", ".join(f"{name} {count}" for name, count in line.taken),
        act=(
            Link(text=_("Skriv hur många"), href=reverse("county:count_trained", args=[line.id]))
            if may_count and line.on <= today
            else None
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageShown:
    """How far an organisation has come, and what it lacks."""

    organisation: str
    taken: int
    needed: str
    share: str
    risks: tuple[str, ...]


def coverage_shown(
    coverage: Iterable[CoverageLine], risks: Iterable[RiskLine]
) -> tuple[CoverageShown, ...]:
    """Show coverage in numbers and words, each with the organisation's risks."""
    open_risks = [one for one in risks if one.ended_on is None]
    return tuple(
        CoverageShown(
            organisation=one.organisation,
            taken=one.taken,
            needed="" if one.needed is None else str(one.needed),
            share="" if one.share is None else _("%(share)d procent") % {"share": one.share},
            risks=tuple(
                str(own_words.LACKS[risk.lack])
                for risk in open_risks
                if risk.organisation == one.organisation
            ),
        )
        for one in coverage
    )


def risk_row(line: RiskLine, *, today: date, may_write: bool) -> Row:
    """Show a risk in words."""
    facts = [
        line.organisation,
        _("Sedan %(day)s") % {"day": words.short_day(line.noted_on, today=today)},
    ]
    is_open = line.ended_on is None
    return Row(
        title=line.text,
        status=str(own_words.LACKS[line.lack]) if is_open else _("Åtgärdat"),
        status_kind="late" if is_open else "done",
        facts=tuple(facts),
        note=line.ended_by,
        act=(
            Link(text=_("Säg att det är åtgärdat"), href=reverse("county:end_risk", args=[line.id]))
            if may_write and is_open
            else None
        ),
    )


# Funding -----------------------------------------------------------------------------------------


def funding_row(line: FundingLine, *, today: date, may_write: bool) -> Row:
    """Show money, until when, and whether it is about to end."""
    facts = [
        own_words.money(line.posts, line.crowns),
        _("Betalas av %(who)s") % {"who": line.funder},
        _("%(start)s till och med %(end)s")
        % {
            "start": words.short_day(line.valid_from, today=today),
            "end": words.short_day(line.last_day, today=today),
        },
    ]
    if line.is_continued:
        facts.append(_("Fortsätter i en ny period"))
    status, kind = "", "going"
    if line.is_over:
        status, kind = _("Slut"), "done"
    elif line.ends_soon:
        status, kind = _("Tar slut inom sex månader"), "late"
    links = []
    if line.decision is not None:
        links.append(
            Link(
                text=_("Enligt beslut: %(wording)s") % {"wording": line.decision.name},
                href=reverse("county:decision", args=[line.decision.id]),
            )
        )
    return Row(
        title=line.title,
        facts=tuple(filter(None, facts)),
        status=status,
        status_kind=kind,
        links=tuple(links),
        act=(
            Link(
                text=_("Skriv nästa period"),
                href=f"{reverse('county:register_funding')}?fortsatter={line.id}",
            )
            if may_write and not line.is_continued
            else None
        ),
    )
