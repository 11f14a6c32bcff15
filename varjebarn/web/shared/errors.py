"""Error pages. `web/acting.py` and Django's handlers call these, and nothing else does.

In `config/urls.py`: `handler404 = "varjebarn.web.shared.errors.not_found"`, and so on.
"""

from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.http import urlencode

from varjebarn.kernel.decisions import Refused
from varjebarn.web.shared import pages


def _show(request: HttpRequest, page: pages.ErrorPage, status: HTTPStatus) -> HttpResponse:
    response = render(request, "shared/error.html", {"page": page}, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def way_back(request: HttpRequest) -> str:
    """Give the page one came from, if it is ours, else this one."""
    referer = urlsplit(request.headers.get("Referer", ""))
    if referer.netloc == request.get_host() and referer.path:
        return referer.path
    return request.path if request.method == "GET" else "/"


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer for what is hidden and what is absent, byte for byte the same (404)."""
    del exception
    return _show(request, pages.not_found_page(), HTTPStatus.NOT_FOUND)


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """Say why a rule said no (409): the request was understood, and may not be done now."""
    page = pages.refused_page(refusal.reason, provision=refusal.provision, back=way_back(request))
    return _show(request, page, HTTPStatus.CONFLICT)


def changed(request: HttpRequest) -> HttpResponse:
    """Say that somebody was before you (409)."""
    return _show(request, pages.changed_page(back=way_back(request)), HTTPStatus.CONFLICT)


def expired(request: HttpRequest) -> HttpResponse:
    """Answer that the login ran out (401): keep what was typed, and let it be sent again."""
    door = "/familj/" if request.path.startswith("/familj/") else "/personal/"
    context = {
        "fields": pages.kept_fields(request),
        "is_logged_in": getattr(request, "actor", None) is not None,
        "login_url": f"{settings.LOGIN_URL}?{urlencode({'next': door})}",
        "again": request.get_full_path(),
    }
    response = render(request, "shared/expired.html", context, status=HTTPStatus.UNAUTHORIZED)
    response.headers["Cache-Control"] = "no-store"
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form that was too old (403); from our own page what was typed is kept.

    A form from before the last log-in is such a form: it is sent once more from the page shown here.
    """
    del reason
    if request.method == "POST" and _is_from_our_page(request) and pages.kept_fields(request):
        response = expired(request)
        response.status_code = HTTPStatus.FORBIDDEN
        return response
    return _show(request, pages.csrf_page(), HTTPStatus.FORBIDDEN)


def _is_from_our_page(request: HttpRequest) -> bool:
    """Only the browser's own word counts: another site's form is never offered again."""
    origin = request.headers.get("Origin", "")
    return urlsplit(origin).netloc == request.get_host()


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's 403 is shown as absence: who may not see a page may not know of it."""
    return not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke (500): no context processor, no database, no reading of the session."""
    del request
    html = loader.render_to_string("shared/error_bare.html", {"page": pages.server_error_page()})
    return HttpResponse(html, status=HTTPStatus.INTERNAL_SERVER_ERROR)


def unavailable(request: HttpRequest, *, keeps: bool = False) -> HttpResponse:
    """Answer that the service rests (503). What was typed is offered again if `keeps`."""
    fields = pages.kept_fields(request) if keeps else ()
    context: dict[str, object] = {"page": pages.unavailable_page(keeps=bool(fields))}
    if fields:
        context |= {"fields": fields, "again": request.get_full_path()}
    html = loader.render_to_string("shared/error_bare.html", context, request)
    response = HttpResponse(html, status=HTTPStatus.SERVICE_UNAVAILABLE)
    response.headers["Retry-After"] = "120"
    response.headers["Cache-Control"] = "no-store"
    return response
