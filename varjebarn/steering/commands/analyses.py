"""Child impact analyses: drafted by members, published with the decision."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date

from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering import rules
from varjebarn.steering.models import AgendaItem, DecisionRecord, ImpactAnalysis
from varjebarn.steering.queries.analyses import of_matter
from varjebarn.steering.queries.seats import holds_seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What an analysis says, heading by heading. Any of it may wait; nothing is about one child."""

    whom: str = ""
    said: str = ""
    asked_how: str = ""
    gains: str = ""
    costs: str = ""
    articles: Sequence[int] = ()
    weighing: str = ""
    follow_up: str = ""


def write_analysis(actor: Actor, item: AgendaItem, *, says: Impact, on: date) -> ImpactAnalysis:
    """Write or rewrite the draft about a matter. It stands where the matter first stood."""
    first = item.first or item
    found = ImpactAnalysis.objects.filter(item=first).first()
    facts = rules.AnalysisFacts(
        is_member=holds_seat(actor, item.meeting.body_id, on),
        is_published=found is not None and found.published_at is not None,
        articles=says.articles,
    )
    require(rules.may_write_analysis(actor.duties, facts))
    analysis = found or ImpactAnalysis(item=first)
    for name, value in asdict(says).items():
        setattr(analysis, name, sorted(set(value)) if name == "articles" else value.strip())
    analysis.written_by_id = actor.person_id
    if found is None:
        analysis.save(force_insert=True)
    else:
        analysis.save(
            update_fields=[*(one.name for one in fields(says)), "written_by", "changed_at"]
        )
    record(actor, "steering.analysis_written", object=analysis.public_id)
    return analysis


def publish_analysis(actor: Actor, analysis: ImpactAnalysis, *, on: date) -> ImpactAnalysis:
    """Publish a whole analysis whose matter has been decided. It stays as it is then."""
    facts = rules.AnalysisFacts(
        is_member=holds_seat(actor, analysis.item.meeting.body_id, on),
        is_published=analysis.published_at is not None,
        is_decided=DecisionRecord.objects.filter(of_matter(analysis.item)).exists(),
        is_whole=analysis.is_whole,
    )
    require(rules.may_publish_analysis(actor.duties, facts))
    _publish(analysis)
    record(actor, "steering.analysis_published", object=analysis.public_id)
    return analysis


def publish_analysis_of(actor: Actor, item: AgendaItem) -> None:
    """Publish the analysis of a matter that has just been decided, if there is one and it is whole."""
    found = ImpactAnalysis.objects.filter(item=item.first or item, published_at=None).first()
    if found is not None and found.is_whole:
        _publish(found)
        record(actor, "steering.analysis_published", object=found.public_id)


def _publish(analysis: ImpactAnalysis) -> None:
    analysis.published_at = timezone.now()
    analysis.save(update_fields=["published_at"])
