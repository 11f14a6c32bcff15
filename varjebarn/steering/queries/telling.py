"""News and examples, visits and research, as they are read."""

from datetime import date, datetime
from uuid import UUID

from django.db import connection

from varjebarn.kernel.actors import Actor
from varjebarn.steering.document_values import (
    ArticleLine,
    OutputLine,
    RequestLine,
    VisitLine,
)
from varjebarn.steering.models import (
    Article,
    ArticleChange,
    Membership,
    ResearchOutput,
    ResearchRequest,
    Visit,
)
from varjebarn.steering.queries.membership import my_bodies
from varjebarn.steering.values import Named


def articles(kind: str, *, most: int | None = None) -> tuple[ArticleLine, ...]:
    """List news or examples, the latest first. What has been taken back is not there."""
    found = Article.objects.filter(kind=kind, taken_back_on=None).select_related("organisation")
    return tuple(map(_article, found.order_by("-published_at", "-pk")[:most]))


def article(wanted: UUID, kind: str) -> ArticleLine:
    """Read one; raises DoesNotExist for what has been taken back, but to the county's own."""
    return _article(Article.objects.select_related("organisation").get(public_id=wanted, kind=kind))


def changed_at(wanted: UUID) -> tuple[datetime, ...]:
    """Give the moments at which a page was changed, the latest first."""
    found = ArticleChange.objects.filter(article__public_id=wanted).order_by("-at", "-pk")
    return tuple(found.values_list("at", flat=True))


def open_article(wanted: UUID) -> Article:
    """Open one to act on."""
    return Article.objects.get(public_id=wanted)


def organisations_to_speak_for(actor: Actor, on: date) -> tuple[Named, ...]:
    """List the organisations whose examples the acting person may give, beside the county's own."""
    found = Membership.objects.filter(
        body_id__in=my_bodies(actor, on), person_id=actor.person_id
    ).select_related("organisation")
    names = {Named(id=m.organisation.public_id, name=m.organisation.name) for m in found}
    return tuple(sorted(names, key=lambda one: one.name))


def news_readers() -> int:
    """Count those who have confirmed, for the county's own; 0 for others."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.news_readers()")
        row = cursor.fetchone()
    return int(row[0] or 0) if row else 0


def visits() -> tuple[VisitLine, ...]:
    """List contacts and visits, the latest first."""
    return tuple(
        VisitLine(id=one.public_id, on=one.on, kind=one.kind, whom=one.whom, text=one.text)
        for one in Visit.objects.order_by("-on", "-pk")
    )


def research_requests() -> tuple[RequestLine, ...]:
    """List requests from researchers: the granted ones for all, the others for the county's own."""
    return tuple(
        RequestLine(
            id=one.public_id,
            title=one.title,
            from_whom=one.from_whom,
            text=one.text,
            asked_on=one.asked_on,
            state=one.state,
            decided_on=one.decided_on,
            answer=one.answer,
            may_attend=one.may_attend,
        )
        for one in ResearchRequest.objects.order_by("-asked_on", "-pk")
    )


def open_research_request(wanted: UUID) -> ResearchRequest:
    """Open a request to write down what the presidium said."""
    return ResearchRequest.objects.get(public_id=wanted)


def research_outputs() -> tuple[OutputLine, ...]:
    """List what researchers have published, the latest first."""
    return tuple(
        OutputLine(
            id=one.public_id,
            title=one.title,
            authors=one.authors,
            published_on=one.published_on,
            address=one.address,
            text=one.text,
        )
        for one in ResearchOutput.objects.order_by("-published_on", "-pk")
    )


def _article(found: Article) -> ArticleLine:
    return ArticleLine(
        id=found.public_id,
        kind=found.kind,
        title=found.title,
        text=found.text,
        organisation="" if found.organisation is None else found.organisation.name,
        published_at=found.published_at,
        taken_back_on=found.taken_back_on,
        mailed_on=found.mailed_on,
    )
