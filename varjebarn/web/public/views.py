"""The public pages: no login, no child, nothing stored."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.statement import may_be_published
from varjebarn.web.public import pages, register
from varjebarn.web.public.statement import as_statement, statement_page
from varjebarn.web.shared.county import our_county


@require_safe
def first(request: HttpRequest) -> HttpResponse:
    """Show the first screen: what this is for, and four doors."""
    actor: Actor | None = getattr(request, "actor", None)
    page = pages.first_page(actor.kind if actor else None)
    return render(request, "public/first.html", {"page": page})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Say what the service is, and how the sharing works."""
    return render(request, "public/about.html", {"page": pages.about_page()})


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """Show the register: who is responsible for which data, and on what basis."""
    return render(request, "public/data.html", {"page": register.data_page()})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the accessibility statement, with the parts that Digg asks for."""
    page = statement_page(our_county())
    require(may_be_published(as_statement(page)))
    return render(request, "public/accessibility.html", {"page": page})
