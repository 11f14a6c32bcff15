"""Choosing what to act under, staying a while longer, and logging out."""

from http import HTTPStatus
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from varjebarn.database.acting import NoSuchActor, acting_as, assignments
from varjebarn.web.login import tokens
from varjebarn.web.shared import errors
from varjebarn.web.shared.context import login_ends


@require_http_methods(["GET", "POST"])
def choose_assignment(request: HttpRequest) -> HttpResponse:
    """Choose among one's assignments; who has one never comes here."""
    token = tokens.token_of(request) or ""
    choices = assignments(token) if token else []
    there = _safe(request, request.POST.get("next") or request.GET.get("next", ""))
    if not choices:
        return _log_in_again()
    if request.method == "POST":
        chosen = request.POST.get("assignment", "")
        if chosen not in {str(choice.assignment) for choice in choices}:
            return errors.not_found(request)
        response = redirect(there)
        try:
            tokens.change(response, token, UUID(chosen))
        except NoSuchActor:
            return _log_in_again()
        rotate_token(request)  # a form from before, in another tab, is asked about once more
        return response
    return render(request, "shared/choose_assignment.html", {"choices": choices, "next": there})


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """End the login here; the token is worth nothing afterwards."""
    response = redirect("/?klart=utloggad")
    tokens.end(request, response)
    return response


@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """Stay logged in a while longer, and say until when. Only a click asks for this."""
    token, assignment = tokens.token_of(request), tokens.assignment_of(request)
    try:
        with acting_as(token or "", assignment) as actor:
            ends = login_ends(actor)
    except NoSuchActor:
        return JsonResponse({}, status=HTTPStatus.UNAUTHORIZED)
    answer = JsonResponse({"seconds": ends.seconds, "at": ends.at} if ends else {})
    add_never_cache_headers(answer)
    return answer


def _log_in_again() -> HttpResponse:
    response = redirect(settings.LOGIN_URL)
    tokens.forget(response)
    return response


def _safe(request: HttpRequest, there: str) -> str:
    if url_has_allowed_host_and_scheme(there, allowed_hosts={request.get_host()}):
        return there
    return "/personal/"
