"""The annual report: notes under its headings, and its publishing."""

from collections.abc import Mapping
from datetime import date

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering import rules
from varjebarn.steering.annual import PRESIDIUM, Heading
from varjebarn.steering.models import AnnualNote, AnnualReport


def write_annual_note(
    actor: Actor, *, year: int, section: str, text: str, today: date
) -> AnnualNote:
    """Write under a heading of a year. An empty text takes the note out of the report."""
    require(
        rules.may_note_year(
            actor.duties,
            is_heading=section in {*Heading, PRESIDIUM},
            year=year,
            today=today,
        )
    )
    note = AnnualNote.objects.create(
        year=year, section=section, text=text.strip(), by_id=actor.person_id
    )
    record(actor, "steering.annual_note_written", object=note.public_id)
    return note


def publish_annual_report(
    actor: Actor,
    *,
    year: int,
    content: Mapping[str, object],
    text: str,
    today: date,
    reason: str = "",
) -> AnnualReport:
    """Publish a year's report as it was composed, as the next edition. It is frozen from now on.

    `content` is the composed report and its page for the presidier, `text` the same in plain words.
    """
    earlier = AnnualReport.objects.filter(year=year).count()
    require(
        rules.may_publish_year(
            actor.duties, year=year, today=today, earlier_editions=earlier, reason=reason
        )
    )
    report = AnnualReport.objects.create(
        year=year,
        edition=earlier + 1,
        reason=reason.strip(),
        content=dict(content),
        text=text,
        by_id=actor.person_id,
    )
    record(actor, "steering.annual_report_published", object=report.public_id)
    return report
