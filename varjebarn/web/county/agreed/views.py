"""Agreements: read by all; registered, extended and held against each other by the county's own."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.steering import commands, queries
from varjebarn.web.acting import staff_page
from varjebarn.web.county.agreed import forms, pages
from varjebarn.web.county.duty import county_actor, may_write
from varjebarn.web.shared.forms import BaseForm, answer

FORMS = ["GET", "HEAD", "POST"]


@require_safe
def agreements(request: HttpRequest) -> HttpResponse:
    """Show all agreements: those that lapse soon, those that hold, those that did."""
    today = timezone.localdate()
    page = pages.list_page(queries.agreement_lines(today, with_past=True), today=today)
    context = {"page": page, "may_write": may_write(request)}
    return render(request, "county/agreed/list.html", context)


@require_safe
def agreement(request: HttpRequest, agreement: UUID) -> HttpResponse:
    """Show one agreement."""
    can_write = may_write(request)
    page = pages.agreement_page(
        queries.agreement_page(agreement), today=timezone.localdate(), may_write=can_write
    )
    return render(request, "county/agreed/agreement.html", {"page": page, "may_write": can_write})


@require_http_methods(FORMS)
@staff_page
def register(request: HttpRequest) -> HttpResponse:
    """Register an agreement."""
    actor = county_actor(request)
    form = forms.RegisterForm(
        request.POST or None,
        organisations=[(str(one.id), one.name) for one in queries.organisations()],
    )
    if form.is_valid():
        said = form.cleaned_data
        made = commands.register_agreement(
            actor,
            title=said["title"],
            parties=[UUID(one) for one in said["parties"]],
            valid_from=said["valid_from"],
            valid_to=said["last_day"] + forms.DAY,
            revise_by=said["revise_by"],
        )
        there = reverse("county:agreement", args=[made.public_id])
        return redirect(f"{there}?klart=lanet-overenskommelse")
    context = {"back": reverse("county:agreements")}
    return answer(request, "county/agreed/register.html", context, form=form)


@require_http_methods(FORMS)
@staff_page
def extend(request: HttpRequest, agreement: UUID) -> HttpResponse:
    """Extend an agreement by a decision."""
    actor = county_actor(request)
    found = queries.open_agreement(agreement)
    form = forms.ExtendForm(
        request.POST or None, decisions=pages.decision_choices(queries.latest_decisions())
    )
    if form.is_valid():
        said = form.cleaned_data
        commands.extend_agreement(
            actor,
            found,
            decision=queries.open_decision(UUID(said["decision"])),
            valid_to=said["last_day"] + forms.DAY,
            revise_by=said["revise_by"],
        )
        return redirect(f"{_there(agreement)}?klart=lanet-forlangd")
    return _about(request, "county/agreed/extend.html", agreement, form=form)


@require_http_methods(FORMS)
@staff_page
def contradict(request: HttpRequest, agreement: UUID) -> HttpResponse:
    """Mark that another text says something else."""
    actor = county_actor(request)
    found = queries.open_agreement(agreement)
    others = [one for one in queries.agreements_named() if one.id != agreement]
    form = forms.ContradictForm(
        request.POST or None,
        agreements=[(str(one.id), one.name) for one in others],
        bodies=[(str(one.id), one.name) for one in queries.bodies()],
    )
    if form.is_valid():
        said = form.cleaned_data
        commands.mark_contradiction(
            actor,
            found,
            says=said["says"],
            other=queries.open_agreement(UUID(said["other"])) if said["other"] else None,
            other_text=said["other_text"],
            other_says=said["other_says"],
            owner=queries.open_body(UUID(said["owner"])),
        )
        return redirect(f"{_there(agreement)}?klart=lanet-motsagelse")
    return _about(request, "county/agreed/contradict.html", agreement, form=form)


@require_http_methods(FORMS)
@staff_page
def solve(request: HttpRequest, contradiction: UUID) -> HttpResponse:
    """Say which decision solved a contradiction."""
    actor = county_actor(request)
    found = queries.open_contradiction(contradiction)
    form = forms.SolveForm(
        request.POST or None, decisions=pages.decision_choices(queries.latest_decisions())
    )
    agreement = found.agreement.public_id
    if form.is_valid():
        commands.solve_contradiction(
            actor, found, decision=queries.open_decision(UUID(form.cleaned_data["decision"]))
        )
        return redirect(f"{_there(agreement)}?klart=lanet-lost")
    return _about(request, "county/agreed/solve.html", agreement, form=form)


def _there(agreement: UUID) -> str:
    return reverse("county:agreement", args=[agreement])


def _about(request: HttpRequest, template: str, agreement: UUID, *, form: BaseForm) -> HttpResponse:
    """Show a form about an agreement, beneath its title."""
    page = pages.agreement_page(
        queries.agreement_page(agreement), today=timezone.localdate(), may_write=False
    )
    return answer(request, template, {"page": page, "back": _there(agreement)}, form=form)
