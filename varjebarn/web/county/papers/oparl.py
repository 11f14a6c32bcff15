"""The public register as OParl 1.1: JSON that anybody may fetch."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from varjebarn.interop.oparl import (
    KINDS,
    BadQuestionError,
    Places,
    as_list,
    as_one,
    the_body,
    the_system,
    window_of,
)


@require_safe
def system(_request: HttpRequest) -> HttpResponse:
    """Give the entry."""
    return _json(the_system(_places()))


@require_safe
def bodies(_request: HttpRequest) -> HttpResponse:
    """List the bodies in OParl's sense: one."""
    places = _places()
    return _json(
        {
            "data": [the_body(places)],
            "pagination": {
                "totalElements": 1,
                "elementsPerPage": 1,
                "currentPage": 1,
                "totalPages": 1,
            },
            "links": {name: places.bodies() for name in ("first", "self", "last")},
        }
    )


@require_safe
def body(_request: HttpRequest) -> HttpResponse:
    """Give the one body."""
    return _json(the_body(_places()))


@require_safe
def listed(request: HttpRequest, kind: str) -> HttpResponse:
    """Give a page of a list."""
    if kind not in KINDS:
        raise Http404
    asked = {name: str(value) for name, value in request.GET.items()}
    try:
        window, page = window_of(asked)
    except BadQuestionError as fault:
        return _json({"error": f"cannot read {fault}"}, status=400)
    return _json(as_list(kind, window, page, asked=asked, places=_places()))


@require_safe
def one(_request: HttpRequest, kind: str, which: UUID) -> HttpResponse:
    """Give one thing."""
    if kind not in KINDS:
        raise Http404
    found = as_one(kind, which, _places())
    if found is None:
        raise Http404
    return _json(found)


def _places() -> Places:
    return Places(settings.ADDRESS)


def _json(words: dict[str, Any], *, status: int = 200) -> HttpResponse:
    response = JsonResponse(words, status=status, json_dumps_params={"ensure_ascii": False})
    response["X-Content-Type-Options"] = "nosniff"
    return response
