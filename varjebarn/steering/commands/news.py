"""News and local examples, and news sent as a letter to those who have asked for it."""

from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.disclosure.outside import holds_number
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import Organisation
from varjebarn.steering.models import Article, ArticleChange, ArticleKind, Membership
from varjebarn.steering.queries.membership import my_bodies
from varjebarn.steering.rules import news as rules


def tell_news(actor: Actor, *, title: str, text: str) -> Article:
    """Publish a piece of news."""
    article = _tell(actor, kind=ArticleKind.NEWS, title=title, text=text, organisation=None)
    record(actor, "steering.news_told", object=article.public_id)
    return article


def give_example(actor: Actor, *, organisation: UUID, title: str, text: str) -> Article:
    """Publish one organisation's way of working on a page of its own."""
    whose = Organisation.objects.get(public_id=organisation)
    article = _tell(actor, kind=ArticleKind.EXAMPLE, title=title, text=text, organisation=whose)
    record(actor, "steering.example_given", object=article.public_id)
    return article


def edit_article(actor: Actor, article: Article, *, title: str, text: str) -> Article:
    """Give a page another title or text; what it said before is kept, with the moment."""
    found = Article.objects.select_for_update().get(pk=article.pk)
    wanted = (title.strip(), text.strip())
    facts = rules.EditFacts(
        title=title,
        text=text,
        has_number=holds_number(f"{title}\n{text}"),
        is_taken_back=found.taken_back_on is not None,
        is_same=wanted == (found.title, found.text),
    )
    require(rules.may_edit_article(actor.duties, facts))
    ArticleChange.objects.create(
        article=found,
        number=found.changes.count() + 1,
        title=found.title,
        text=found.text,
        by_id=actor.person_id,
    )
    found.title, found.text = wanted
    found.save(update_fields=["title", "text"])
    record(actor, "steering.article_edited", object=found.public_id)
    return found


def take_back_article(actor: Actor, article: Article, *, on: date) -> Article:
    """Take a page away from everybody but the county's own."""
    require(rules.may_take_back(actor.duties, is_taken_back=article.taken_back_on is not None))
    article.taken_back_on = on
    article.save(update_fields=["taken_back_on"])
    record(actor, "steering.article_taken_back", object=article.public_id)
    return article


def mail_news(actor: Actor, article: Article, *, path: str, on: date) -> int:
    """Send a piece of news to everybody who has asked for it. Answers how many letters it became."""
    require(
        rules.may_mail(
            actor.duties,
            is_news=article.kind == ArticleKind.NEWS,
            is_taken_back=article.taken_back_on is not None,
            is_mailed=article.mailed_on is not None,
        )
    )
    article.mailed_on = on
    article.save(update_fields=["mailed_on"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.post_news(%s, %s, %s)", [article.title, article.text, path])
        row = cursor.fetchone()
    record(actor, "steering.news_mailed", object=article.public_id)
    return int(row[0]) if row else 0


def _tell(
    actor: Actor, *, kind: ArticleKind, title: str, text: str, organisation: Organisation | None
) -> Article:
    require(
        rules.may_tell(
            actor.duties,
            title=title,
            text=text,
            is_example=kind == ArticleKind.EXAMPLE,
            sits_for_it=organisation is not None and _sits_for(actor, organisation),
            has_number=holds_number(f"{title}\n{text}"),
        )
    )
    return Article.objects.create(
        kind=kind,
        title=title.strip(),
        text=text.strip(),
        organisation=organisation,
        written_by_id=actor.person_id,
    )


def _sits_for(actor: Actor, organisation: Organisation) -> bool:
    bodies = my_bodies(actor, timezone.localdate())
    return Membership.objects.filter(
        body_id__in=bodies, person_id=actor.person_id, organisation=organisation
    ).exists()
