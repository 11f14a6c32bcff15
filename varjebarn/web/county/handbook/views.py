"""The handbook's pages, open to all."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from varjebarn.web.county.handbook.tasks import ROLES


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show whom the handbook is for."""
    return render(request, "county/handbook/index.html", {"roles": ROLES})


@require_safe
def role(request: HttpRequest, role: str) -> HttpResponse:
    """Show one role's tasks."""
    found = next((one for one in ROLES if one.key == role), None)
    if found is None:
        raise Http404
    return render(request, "county/handbook/role.html", {"role": found})
