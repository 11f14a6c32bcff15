"""A year's papers: composed from the register now, or as they were published."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.utils import timezone

from varjebarn.interop.annual.as_json import from_json, to_json
from varjebarn.interop.annual.values import Paper
from varjebarn.interop.annual.write import annual_report, presidium_page
from varjebarn.kernel.actors import Actor
from varjebarn.plan.queries import plans_following_each
from varjebarn.practice.queries import open_model, published_versions
from varjebarn.steering.annual import AnnualFacts, Edition
from varjebarn.steering.queries import annual as annual_queries
from varjebarn.web.shared.county import our_county

EARLIEST = 1990
REPORT, PRESIDIUM = "arsrapport", "presidier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """The report and the presidier's page of one year."""

    report: Paper
    presidium: Paper

    def named(self, name: str) -> Paper:
        """Give one of them by its name in an address; raises Http404."""
        found = {REPORT: self.report, PRESIDIUM: self.presidium}.get(name)
        if found is None:
            raise Http404
        return found

    @property
    def content(self) -> dict[str, object]:
        """What is kept when they are published."""
        return {"report": to_json(self.report), "presidium": to_json(self.presidium)}


def a_year(year: int) -> int:
    """Give the year, if there may be a report of it; raises Http404."""
    if not EARLIEST <= year <= timezone.localdate().year:
        raise Http404
    return year


def drafted(actor: Actor, year: int, *, today: date) -> tuple[AnnualFacts, Papers]:
    """Compose a year from the register, for those who see drafts; raises Http404 for others."""
    if not annual_queries.may_see_drafts(actor, on=today):
        raise Http404
    facts = annual_queries.read_annual_draft(actor, a_year(year), made_on=today)
    county = our_county().county
    return facts, Papers(
        report=annual_report(facts, county=county, following=_following()),
        presidium=presidium_page(facts, county=county),
    )


def published(edition: Edition) -> Papers:
    """Give a year's papers as they were published."""
    content: dict[str, dict[str, object]] = edition.content  # type: ignore[assignment] # as kept above
    return Papers(report=from_json(content["report"]), presidium=from_json(content["presidium"]))


def _following() -> tuple[tuple[str, int | None], ...]:
    """Count the plans that follow each version of each model, by the doors' own count, asked once."""
    versions = [(row.model_id, row.version) for row in published_versions()]
    names = [f"{open_model(*one).label('sv')}, version {one[1]}" for one in versions]
    return tuple(zip(names, plans_following_each(versions), strict=True))
