"""Recording what departs from the rule in a consent, ending it, and reading a scanned answer."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varjebarn.audit.record import record
from varjebarn.disclosure import commands, queries
from varjebarn.disclosure.policy import Alone, default_policy
from varjebarn.disclosure.queries import ConsentLine
from varjebarn.kernel.actors import Actor
from varjebarn.people.queries import open_child
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.consent.forms_departing import AssessForm, StandInForm
from varjebarn.web.staff.who import who

ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


def own_question(actor: Actor, file: Any, ref: UUID) -> ConsentLine:
    """Find a consent that this unit asked; another's copy is not written on."""
    line = next((one for one in queries.consents(actor, file) if one.consent.ref == ref), None)
    if line is None or not line.consent.is_origin:
        raise Http404
    return line


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def assess(request: HttpRequest, child: UUID, ref: UUID) -> HttpResponse:
    """Record that the child is judged to decide alone in this consent."""
    actor = actor_of(request)
    file, on = open_child(actor, child), timezone.localdate()
    line = own_question(actor, file, ref)
    alone = default_policy().band(file.born, on).child_alone
    if alone in {Alone.NEVER, Alone.ALWAYS}:
        raise Http404
    form = AssessForm(
        request.POST or None,
        on=on,
        by=f"{actor.name}, {actor.title}",
        counts_harm=alone is Alone.ASSESSED_OR_HARM,
    )
    if form.is_valid():
        commands.assess_maturity(actor, file, line.consent, words=form.words())
        return redirect(reverse("staff:consents", args=[child]) + "?klart=mognad")
    context = {"who": who(file, on=on), "ref": ref, "purpose": line.consent.purpose}
    return answer(request, "staff/consent/assess.html", context, form=form)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def stand_in(request: HttpRequest, child: UUID, ref: UUID) -> HttpResponse:
    """Record what stands in for one guardian's answer."""
    actor = actor_of(request)
    file, on = open_child(actor, child), timezone.localdate()
    line = own_question(actor, file, ref)
    form = StandInForm(
        request.POST or None, people=line.units[0].answers, matter=line.consent.matter
    )
    if form.is_valid():
        commands.stand_in(actor, line.consent, consenter=form.consenter(), words=form.words())
        return redirect(reverse("staff:consents", args=[child]) + "?klart=ersatter")
    context = {"who": who(file, on=on), "ref": ref, "purpose": line.consent.purpose}
    return answer(request, "staff/consent/stand_in.html", context, form=form)


@staff_page
@require_POST
def end_stand_in(request: HttpRequest, child: UUID, ref: UUID, which: UUID) -> HttpResponse:
    """End what stands in: the guardian's own answer is needed again."""
    actor = actor_of(request)
    file = open_child(actor, child)
    line = own_question(actor, file, ref)
    there = {words.get("ref") for words in line.exceptions.stand_ins.values()}
    if str(which) not in there:
        raise Http404
    commands.end_stand_in(actor, line.consent, ref=which)
    return redirect(reverse("staff:consents", args=[child]) + "?klart=ersatter-inte")


@staff_page
@require_safe
def scanned(request: HttpRequest, child: UUID, paper: UUID) -> HttpResponse:
    """Give a scanned answer to be saved; it is never shown as a page of ours."""
    actor = actor_of(request)
    file = open_child(actor, child)
    kept = queries.paper(actor, file, ref=paper)
    record(actor, "consent.paper_read", child=file.pk, object=paper, told=False)
    day = timezone.localdate(kept.stored_at)
    response = HttpResponse(kept.content, content_type=kept.content_type)
    name = f"svar-{day:%Y-%m-%d}.{ENDINGS[kept.content_type]}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
