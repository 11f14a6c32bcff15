"""The public pages: no login, no child, nothing stored."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from varjebarn.web.public import pages


@require_safe
def first(request: HttpRequest) -> HttpResponse:
    """Show the first screen: what this is for, and four doors."""
    return render(request, "public/first.html", {"page": pages.first_page()})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Say what the service is, and how the sharing works."""
    return render(request, "public/about.html", {"page": pages.about_page()})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the accessibility statement, with the parts that Digg asks for."""
    return render(request, "public/accessibility.html")
