"""The annual report, read from the register: who fills which heading, notes, and what is published.

A new table fills a heading by one reader in `SECTIONS`; nothing else knows what there is to tell.
"""

from collections.abc import Callable
from datetime import date

from django.db.models import Max, Min
from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.steering.annual import (
    PRESIDIUM,
    AnnualFacts,
    Edition,
    Heading,
    Part,
    Section,
    Span,
    YearLine,
)
from varjebarn.steering.models import AnnualNote, AnnualReport, Meeting, Membership
from varjebarn.steering.queries import annual_decided as decided
from varjebarn.steering.queries import annual_matters as matters
from varjebarn.steering.queries import annual_people as people
from varjebarn.steering.queries import annual_told as told
from varjebarn.steering.queries import annual_work as work

Reader = Callable[[Span], Part]

SECTIONS: dict[Heading, tuple[Reader, ...]] = {
    Heading.POLITICS: (told.boards_met,),
    Heading.NATIONAL: (told.others_met,),
    Heading.MODEL: (matters.model_decisions, told.documents_decided, told.activities),
    Heading.TRIALS: (work.trials, work.tool_ratings),
    Heading.TRAINING: (
        work.training_held,
        work.training_coverage,
        work.risks,
        told.messages_told,
        told.news,
    ),
    Heading.ACTORS: (people.organisations, decided.standings, work.mandates),
    Heading.PROMOTIVE: (told.examples, told.obstacles),
    Heading.RESEARCH: (told.research_asked, told.research_published),
    Heading.PLATFORM: (
        matters.agreements_extended,
        matters.agreements_in_force,
        decided.contradictions,
        work.consultations,
    ),
    Heading.CHILDREN: (decided.impact_analyses,),
    Heading.STEERING: (
        people.meetings_held,
        people.meetings_unwritten,
        people.attendance,
        people.members,
        people.seats_begun,
        people.seats_ended,
        matters.decisions,
        matters.matters_handled,
        matters.postponed,
        matters.questions_asked,
        work.funding,
        people.meetings_next_year,
    ),
}


def annual_facts(year: int, *, made_on: date) -> AnnualFacts:
    """Read what the register holds of a year, as it stands on a day.

    The number of statements is that of the readers, whatever the year holds.
    """
    span = Span(year=year, made_on=made_on)
    notes = _notes(year)
    return AnnualFacts(
        span=span,
        sections=tuple(
            Section(
                heading=heading,
                note=notes.get(heading, ""),
                parts=tuple(part for read in readers if not (part := read(span)).is_empty),
            )
            for heading, readers in SECTIONS.items()
        ),
        to_presidium=notes.get(PRESIDIUM, ""),
    )


def read_annual_draft(actor: Actor, year: int, *, made_on: date) -> AnnualFacts:
    """Read a year that is not published, with the members' notes. The reading is logged."""
    facts = annual_facts(year, made_on=made_on)
    record(actor, "steering.annual_draft_read")
    return facts


def annual_note(year: int, section: str) -> str:
    """Give what stands under a heading now; empty when nothing does, or it is not for the reader."""
    return _notes(year).get(section, "")


def annual_years(today: date) -> tuple[YearLine, ...]:
    """List the years with a meeting, or with a report, up to this one; the newest first."""
    span = Meeting.objects.aggregate(first=Min("date"))
    published = {
        row["year"]: row
        for row in AnnualReport.objects.values("year").annotate(
            editions=Max("edition"), latest=Max("at")
        )
    }
    first = min([*published, today.year if span["first"] is None else span["first"].year])
    return tuple(
        YearLine(
            year=year,
            editions=published[year]["editions"] if year in published else 0,
            published_on=_day(published[year]["latest"]) if year in published else None,
        )
        for year in range(today.year, first - 1, -1)
    )


def annual_editions(year: int) -> tuple[Edition, ...]:
    """Give what has been published of a year, the newest edition first."""
    found = list(AnnualReport.objects.filter(year=year).order_by("-edition"))
    return tuple(
        Edition(
            id=one.public_id,
            year=one.year,
            number=one.edition,
            published_on=_day(one.at),
            reason=one.reason,
            content=one.content,
            is_latest=one is found[0],
        )
        for one in found
    )


def may_see_drafts(actor: Actor | None, *, on: date) -> bool:
    """Whether somebody sees what is not published yet: by the duty, or by a seat that day."""
    if actor is None or not actor.is_staff:
        return False
    if Duty.COUNTY in actor.duties:
        return True
    seats = Membership.objects.filter(person_id=actor.person_id, valid_from__lte=on)
    return seats.exclude(valid_to__lte=on).exists()


def _notes(year: int) -> dict[str, str]:
    """Give the newest note under each heading; the row policy decides whether there are any."""
    found = AnnualNote.objects.filter(year=year).order_by("at", "pk")
    return dict(found.values_list("section", "text"))


def _day(moment: object) -> date:
    return timezone.localtime(moment).date()  # type: ignore[arg-type] # an aggregate has no type
