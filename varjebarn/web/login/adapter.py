"""allauth recognises the person by password; what acts afterwards is the database's own login.

An account's username is the person's uuid. allauth's session is thrown away again at once.
"""

from typing import Any
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from varjebarn.kernel.actors import Kind
from varjebarn.web.login import tokens

FAMILY_DOOR = "/familj/"
STAFF_DOOR = "/personal/"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Nobody signs up by themselves; a password that fits opens a login in the database."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts come with an assignment or a connection to a child, never by oneself."""
        del request
        return False

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Open the login and go to where the person was heading."""
        there = kwargs.get("redirect_url") or request.GET.get("next") or STAFF_DOOR
        if not url_has_allowed_host_and_scheme(there, allowed_hosts={request.get_host()}):
            there = STAFF_DOOR
        person = UUID(user.username)
        kind = Kind.FAMILY if there.startswith(FAMILY_DOOR) else Kind.STAFF
        logout(request)
        response = HttpResponseRedirect(there)
        tokens.begin(response, person=person, kind=kind)
        return response
