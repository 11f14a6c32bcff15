"""One request, one actor, one transaction. Refusals and absences become pages here and nowhere else."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import Error as DatabaseFault
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode

from varjebarn.audit.record import record, request_id
from varjebarn.database.acting import INVALID_AUTHORIZATION, NoSuchActor, acting_as
from varjebarn.kernel.actors import Actor, Kind
from varjebarn.kernel.decisions import Changed, Refused
from varjebarn.web.login import tokens
from varjebarn.web.shared import errors

logger = logging.getLogger("varjebarn.acting")

INSUFFICIENT_PRIVILEGE = "42501"
WALLS = {INSUFFICIENT_PRIVILEGE, INVALID_AUTHORIZATION}
OPEN_WITHOUT_ACTOR = ("/konto/", "/demo/", "/del/", "/healthz", "/static/")


class ActingMiddleware:
    """Log-in → actor → the transaction → the view, its template rendered inside it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let the request act as whoever's token it carries, or as nobody."""
        request.actor = None  # type: ignore[attr-defined]  # the project's own name on the request
        request_id.set(uuid4())
        token = tokens.token_of(request)
        if token is None or request.path.startswith(OPEN_WITHOUT_ACTOR):
            return self.get_response(request)
        assignment = tokens.assignment_of(request)
        if assignment is tokens.NOT_CHOSEN:
            return redirect(f"/konto/uppdrag/?{urlencode({'next': request.get_full_path()})}")
        return self._acting(request, token, assignment)

    def _acting(
        self, request: HttpRequest, token: str, assignment: UUID | None
    ) -> HttpResponseBase:
        try:
            with acting_as(token, assignment) as actor:
                request.actor = actor  # type: ignore[attr-defined]  # as above
                request.has_several = actor.has_several  # type: ignore[attr-defined]  # as above
                response = self.get_response(request)
                if getattr(request, "undo", False):
                    transaction.set_rollback(True)
        except NoSuchActor:
            logger.warning("nobody acts with the login that came to %s", _place(request))
            return self._expired(request)
        except DatabaseFault as fault:  # before the view, or when all of it was to be kept
            return _unavailable(request, fault)
        _log_no(request, token, assignment)
        add_never_cache_headers(response)
        return response

    def _expired(self, request: HttpRequest) -> HttpResponseBase:
        """Keep what was typed when the login has run out; a reading begins with a log-in."""
        request.actor = None  # type: ignore[attr-defined]  # as above
        response: HttpResponse
        if _is_our_form(request):
            response = errors.expired(request)
        else:
            response = redirect(login_address(request))
        tokens.forget(response)
        return response

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        """Turn a no, an absence or a change into its page; the transaction is undone."""
        request.undo = True  # type: ignore[attr-defined]  # read above, when the response is there
        if isinstance(exception, Refused):
            request.no = ("refused", str(exception.reason))  # type: ignore[attr-defined]  # as above
            return errors.refused(request, exception)
        if isinstance(exception, Changed):
            return errors.changed(request)
        if isinstance(exception, ObjectDoesNotExist | Http404):
            return errors.not_found(request)
        if isinstance(exception, DatabaseFault):
            return _broken_or_walled(request, exception)
        return None


def actor_of(request: HttpRequest) -> Actor:
    """Give who acts. Only behind `staff_page` or `family_page`, where there is one."""
    actor: Actor | None = request.actor  # type: ignore[attr-defined]  # set by the middleware
    if actor is None:
        raise Http404
    return actor


def staff_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only staff come here; others log in, or find nothing."""
    return _page(view, Kind.STAFF)


def family_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only children and guardians come here; others log in, or find nothing."""
    return _page(view, Kind.FAMILY)


def login_address(request: HttpRequest) -> str:
    """Say where one logs in to come back to this page."""
    there = request.get_full_path() if request.method == "GET" else "/"
    return f"{settings.LOGIN_URL}?{urlencode({'next': there})}"


def _page(view: Callable[..., HttpResponse], kind: Kind) -> Callable[..., HttpResponse]:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        actor: Actor | None = getattr(request, "actor", None)
        if actor is None:
            return redirect(login_address(request))
        if actor.kind is not kind:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def _broken_or_walled(request: HttpRequest, fault: DatabaseFault) -> HttpResponse:
    """Tell a no of the other wall from a database that does not answer."""
    state = _sqlstate(fault)
    if state not in WALLS:
        return _unavailable(request, fault)
    # It said no where this wall had not: somebody was before, or worse.
    request.no = ("wall.refused", state)  # type: ignore[attr-defined]  # logged when all is undone
    logger.error("the database refused with %s at %s", state, _place(request))
    return errors.not_found(request) if request.method == "GET" else errors.changed(request)


def _unavailable(request: HttpRequest, fault: DatabaseFault) -> HttpResponse:
    """Answer 503. The fault's own words may tell of a child, so only its kind is written."""
    kind = f"{type(fault).__name__} {_sqlstate(fault)}".strip()
    logger.error("the database failed with %s at %s", kind, _place(request))
    keeps = _is_our_form(request) and not request.path.startswith(OPEN_WITHOUT_ACTOR)
    return errors.unavailable(request, keeps=keeps)


def _is_our_form(request: HttpRequest) -> bool:
    """Another site's form is never offered again; CSRF may not have been judged yet."""
    origin = urlsplit(request.headers.get("Origin", f"//{request.get_host()}")).netloc
    return request.method == "POST" and origin == request.get_host()


def _place(request: HttpRequest) -> str:
    """Name the page by its route, which holds nobody's id."""
    try:
        return f"{request.method} {resolve(request.path_info).route}"
    except Resolver404:
        return f"{request.method} (no route)"


def _log_no(request: HttpRequest, token: str, assignment: UUID | None) -> None:
    """Write a no in a transaction of its own, since the first one is undone. No child is named."""
    no: tuple[str, str] | None = getattr(request, "no", None)
    if no is None:
        return
    act, why = no
    try:
        with acting_as(token, assignment) as actor:
            record(actor, act, why=why)
    except (DatabaseFault, NoSuchActor):
        logger.error("a no could not be logged: %s %s at %s", act, why, _place(request))  # noqa: TRY400 - the fault's own words may tell of a child


def _sqlstate(fault: DatabaseFault) -> str:
    return str(getattr(fault.__cause__, "sqlstate", "") or "")


def database_answers() -> bool:
    """Whether the database answers: for /healthz."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))
