"""The two cookies of a login: its token, and which assignment one acts under."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from varjebarn.database.acting import assignments, close_login, open_login, renew_login
from varjebarn.kernel.actors import Kind


class _NotChosen(UUID):
    """No assignment has been chosen yet, and there are several."""


NOT_CHOSEN: Final = _NotChosen(int=0)
FAMILY = "familj"
LONGEST = 10 * 60 * 60


def token_of(request: HttpRequest) -> str | None:
    """Read the token that a request carries."""
    return request.COOKIES.get(settings.TOKEN_COOKIE) or None


def assignment_of(request: HttpRequest) -> UUID | None:
    """Read what one acts under; None as family, NOT_CHOSEN if the choice is still to be made."""
    text = request.COOKIES.get(settings.ASSIGNMENT_COOKIE, "")
    if text == FAMILY:
        return None
    try:
        return UUID(text)
    except ValueError:
        return NOT_CHOSEN


def begin(response: HttpResponseBase, *, person: UUID, kind: Kind) -> str:
    """Open a login for somebody just recognised, and give the browser its cookies."""
    idle = timedelta(minutes=settings.IDLE_MINUTES[kind.value])
    token = open_login(person, kind, idle=idle)
    _set(response, settings.TOKEN_COOKIE, token)
    if kind is Kind.FAMILY:
        _set(response, settings.ASSIGNMENT_COOKIE, FAMILY)
        return token
    choices = assignments(token)
    if len(choices) == 1:
        choose(response, choices[0].assignment)
    else:
        response.delete_cookie(settings.ASSIGNMENT_COOKIE, path="/")
    return token


def choose(response: HttpResponseBase, assignment: UUID) -> None:
    """Remember which assignment one acts under; the database checks it in each request."""
    _set(response, settings.ASSIGNMENT_COOKIE, str(assignment))


def change(response: HttpResponseBase, token: str, assignment: UUID) -> None:
    """Act under another assignment from now, with a token of its own; the one before is dead."""
    _set(response, settings.TOKEN_COOKIE, renew_login(token))
    choose(response, assignment)


def end(request: HttpRequest, response: HttpResponseBase) -> None:
    """Close the login that a request carries, for good, and clear the browser."""
    token = token_of(request)
    if token is not None:
        close_login(token)
    forget(response)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'


def forget(response: HttpResponseBase) -> None:
    """Take the cookies back."""
    for name in (settings.TOKEN_COOKIE, settings.ASSIGNMENT_COOKIE):
        response.delete_cookie(name, path="/")


def _set(response: HttpResponseBase, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=LONGEST,
        path="/",
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )
