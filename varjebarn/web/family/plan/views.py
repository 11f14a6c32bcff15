"""The plan, as a child and as a guardian reads it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from varjebarn.audit.queries import my_log
from varjebarn.disclosure.queries import (
    family_deliveries,
    family_delivery,
    my_consents,
    open_family_delivery,
    written,
)
from varjebarn.plan.documents import PlanDocument
from varjebarn.practice.queries import open_model
from varjebarn.web.acting import actor_of, family_page
from varjebarn.web.family import given as g
from varjebarn.web.family.plan import child, guardian, shared
from varjebarn.web.family.wrong.pages import beside

MOST_READINGS = 500


@require_safe
@family_page
def plans(request: HttpRequest) -> HttpResponse:
    """Show the plan if there is one, else choose among several, or say that there is none."""
    copies = g.newest_plans(g.read_all(family_deliveries(actor_of(request), kind=g.PLAN)))
    if len(copies) == 1:
        return redirect("family:plan", copies[0].ref)
    return render(request, "family/plans.html", {"plans": copies})


@require_safe
@family_page
def plan(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Show one version. Opening it is logged, and so is what has come since, the first time."""
    actor = actor_of(request)
    copy = family_delivery(actor, ref)
    if copy.content_kind != g.PLAN:
        raise Http404
    open_family_delivery(actor, ref)
    about = g.read_all(family_deliveries(actor, subject_ref=copy.subject_ref))
    given = g.read(copy)
    facts = shared.PlanFacts(
        given=given,
        about=about,
        consents=tuple(my_consents(actor)),
        readings=tuple(my_log(actor, most=MOST_READINGS)),
        today=timezone.localdate(),
        beside=beside(given, about, written(actor)),
    )
    for news in shared.since(facts):
        if not news.is_opened:
            open_family_delivery(actor, news.ref)
    document = PlanDocument.from_json(facts.given.body)
    model = open_model(document.model_id, document.model_version)
    language = get_language() or "sv"
    if facts.given.is_child:
        page = child.child_plan(document, facts, model, language)
        return render(request, "family/plan_child.html", {"page": page})
    context = {"page": guardian.guardian_plan(document, facts, model, language)}
    return render(request, "family/plan_guardian.html", context)
