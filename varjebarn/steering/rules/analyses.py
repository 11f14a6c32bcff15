"""Child impact analyses: written before the decision, published with it.

Source: Convention on the Rights of the Child, article 3, law in Sweden by lag (2018:1197).
"""

from collections.abc import Collection
from dataclasses import dataclass

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.steering.decision_reasons import DecisionReason
from varjebarn.steering.rules.answering import Duties

ARTICLES = range(1, 42)
"""The articles that give rights; those after them are about states and procedures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisFacts:
    """What is known of an analysis. `is_whole`: whom, how they were asked, weighing, following up."""

    is_member: bool
    is_published: bool = False
    is_decided: bool = False
    is_whole: bool = False
    articles: Collection[int] = ()


def may_write_analysis(duties: Duties, facts: AnalysisFacts) -> Decision:
    """Answer for a draft: by the body's members and the county's own, until it is published."""
    if Duty.COUNTY not in duties and not facts.is_member:
        return Decision(DecisionReason.ANALYSIS_NOT_YOURS)
    if facts.is_published:
        return Decision(DecisionReason.ANALYSIS_PUBLISHED)
    if any(number not in ARTICLES for number in facts.articles):
        return Decision(DecisionReason.NO_SUCH_ARTICLE)
    return ALLOWED


def may_publish_analysis(duties: Duties, facts: AnalysisFacts) -> Decision:
    """Answer for publishing: whole, and not before the matter is decided."""
    may_write = may_write_analysis(duties, facts)
    if may_write.reason is not None:
        return may_write
    if not facts.is_whole:
        return Decision(DecisionReason.ANALYSIS_NOT_WHOLE)
    if not facts.is_decided:
        return Decision(DecisionReason.ANALYSIS_BEFORE_DECISION)
    return ALLOWED
