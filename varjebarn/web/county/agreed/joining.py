"""Where each organisation stands: read by all, noted by the county's own."""

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
from varjebarn.web.shared.forms import answer


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """Show where every organisation stands."""
    page = pages.joining_page(queries.joining_lines(), today=timezone.localdate())
    return render(request, "county/agreed/joining.html", {"page": page})


@require_safe
def meaning(request: HttpRequest) -> HttpResponse:
    """Say what one undertakes and what support one gets, wherever one stands."""
    return render(request, "county/agreed/meaning.html")


@require_safe
def organisation(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Show where one organisation has stood."""
    named, lines = queries.joining_history(organisation)
    page = pages.organisation_page(named, lines, today=timezone.localdate())
    context = {"page": page, "may_write": may_write(request)}
    return render(request, "county/agreed/organisation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def change(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Note where an organisation stands from a day on."""
    actor = county_actor(request)
    named, lines = queries.joining_history(organisation)
    form = forms.JoiningForm(
        request.POST or None,
        decisions=pages.decision_choices(queries.latest_decisions()),
        initial={"since": timezone.localdate()},
    )
    back = reverse("county:organisation", args=[organisation])
    if form.is_valid():
        said = form.cleaned_data
        commands.note_joining(
            actor,
            organisation=organisation,
            standing=said["standing"],
            since=said["since"],
            decided_by=said["decided_by"],
            decision=queries.open_decision(UUID(said["decision"])) if said["decision"] else None,
            note=said["note"],
        )
        return redirect(f"{back}?klart=lanet-anslutning")
    page = pages.organisation_page(named, lines, today=timezone.localdate())
    context = {"page": page, "back": back}
    return answer(request, "county/agreed/change.html", context, form=form)
