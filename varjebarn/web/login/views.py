"""Choosing what to act under, and logging out."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from varjebarn.database.acting import assignments
from varjebarn.web.login import tokens
from varjebarn.web.shared import errors


@require_http_methods(["GET", "POST"])
def choose_assignment(request: HttpRequest) -> HttpResponse:
    """Choose among one's assignments; who has one never comes here."""
    token = tokens.token_of(request)
    choices = assignments(token) if token else []
    there = _safe(request, request.POST.get("next") or request.GET.get("next", ""))
    if not choices:
        response = redirect(settings.LOGIN_URL)
        tokens.forget(response)
        return response
    if request.method == "POST":
        chosen = request.POST.get("assignment", "")
        if chosen not in {str(choice.assignment) for choice in choices}:
            return errors.not_found(request)
        response = redirect(there)
        tokens.choose(response, UUID(chosen))
        return response
    return render(request, "shared/choose_assignment.html", {"choices": choices, "next": there})


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """End the login here; the token is worth nothing afterwards."""
    response = redirect("/?klart=utloggad")
    tokens.end(request, response)
    return response


def _safe(request: HttpRequest, there: str) -> str:
    if url_has_allowed_host_and_scheme(there, allowed_hosts={request.get_host()}):
        return there
    return "/personal/"
