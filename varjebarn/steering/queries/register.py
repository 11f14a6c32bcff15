"""Decisions, report-backs and agreements, one page each."""

from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from varjebarn.steering.models import (
    Agreement,
    AgreementParty,
    DecisionRecord,
    Extension,
    ReportBack,
    ReportBackAnswer,
)
from varjebarn.steering.queries.lines import (
    agreement_line,
    decision_line,
    last_day,
    meeting_line,
    report_back_line,
)
from varjebarn.steering.queries.meetings import decision_lines
from varjebarn.steering.queries.seats import organisations_asked
from varjebarn.steering.values import (
    AgreementLine,
    AgreementPage,
    Answer,
    DecisionLine,
    DecisionPage,
    ExtensionLine,
    Named,
    ReportBackPage,
)


def decision_page(decision: UUID) -> DecisionPage:
    """Read one decision."""
    found = DecisionRecord.objects.select_related("body", "item__meeting__body").get(
        public_id=decision
    )
    extends = Agreement.objects.filter(extension__decision=found).order_by("title")
    return DecisionPage(
        decision=decision_line(found),
        meeting=meeting_line(found.item.meeting),
        item_title=found.item.title,
        followed_up_on=found.followed_up_on,
        follow_up_note=found.follow_up_note,
        extends=tuple(Named(id=one.public_id, name=one.title) for one in extends),
    )


def decisions_about_model(model_id: str, version: str) -> tuple[DecisionLine, ...]:
    """List the decisions that change a version of a practice model."""
    return decision_lines(Q(changes_model_id=model_id, changes_model_version=version))


def report_back_page(report_back: UUID) -> ReportBackPage:
    """Read one question with its answers side by side."""
    found = ReportBack.objects.select_related("item__meeting__body").get(public_id=report_back)
    meeting = found.item.meeting
    answers = list(
        ReportBackAnswer.objects.filter(report_back=found)
        .select_related("organisation")
        .order_by("organisation__name")
    )
    asked = organisations_asked(found.body_id, meeting.date)
    return ReportBackPage(
        line=report_back_line(found, asked, [one.organisation_id for one in answers]),
        meeting=meeting_line(meeting),
        answers=tuple(
            Answer(organisation=one.organisation.name, text=one.text, at=one.at) for one in answers
        ),
    )


def agreement_page(agreement: UUID) -> AgreementPage:
    """Read one agreement with all its extensions."""
    found = Agreement.objects.get(public_id=agreement)
    extensions = list(
        Extension.objects.filter(agreement=found)
        .select_related("decision__item__meeting")
        .order_by("valid_to")
    )
    latest = extensions[-1] if extensions else None
    parties = AgreementParty.objects.filter(agreement=found).order_by("organisation__name")
    return AgreementPage(
        line=agreement_line(
            found,
            extended_to=None if latest is None else latest.valid_to,
            revise_by=None if latest is None else latest.revise_by,
        ),
        parties=tuple(parties.values_list("organisation__name", flat=True)),
        first_last_day=last_day(found.valid_to),
        extensions=tuple(_extension_line(one) for one in extensions),
    )


def agreement_lines(on: date) -> tuple[AgreementLine, ...]:
    """List the agreements that hold on a day or later, those to be revised first."""
    latest = Extension.objects.filter(agreement=OuterRef("pk")).order_by("-valid_to")
    found = Agreement.objects.annotate(
        extended_to=Subquery(latest.values("valid_to")[:1]),
        extended_revise_by=Subquery(latest.values("revise_by")[:1]),
    ).order_by("title")
    lines = [
        agreement_line(one, extended_to=one.extended_to, revise_by=one.extended_revise_by)
        for one in found.filter(Q(valid_to__gt=on) | Q(extended_to__gt=on))
    ]
    return tuple(sorted(lines, key=lambda line: line.revise_by or line.last_day))


def agreements_between(one: str, other: str, on: date) -> tuple[AgreementLine, ...]:
    """List what two organisations, by name, have both signed and that holds on a day.

    It says how they cooperate. It is no ground for anything about a child (OSL 8:1, 8:2).
    """
    signed = [
        set(
            AgreementParty.objects.filter(organisation__name=name).values_list(
                "agreement__public_id", flat=True
            )
        )
        for name in (one, other)
    ]
    both = signed[0] & signed[1] if one != other else set()
    return tuple(
        line
        for line in (agreement_lines(on) if both else ())
        if line.id in both and line.valid_from <= on
    )


def _extension_line(extension: Extension) -> ExtensionLine:
    return ExtensionLine(
        decision=extension.decision.public_id,
        number=extension.decision.number,
        decided_on=extension.decision.item.meeting.date,
        last_day=last_day(extension.valid_to),
        revise_by=extension.revise_by,
    )
