"""Asking for pages as somebody of the cast: a login of their own, carried in the real cookies."""

import re
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.test import Client

from varjebarn.kernel.actors import Kind
from varjebarn.ops.world.logins import People
from varjebarn.organisations.cast import cast

HOST = "localhost"


def browser_of(people: People, slug: str) -> Client:
    """A client that is logged in as somebody, under their first assignment."""
    kind = cast()[slug].kind
    token, assignment = people.login(people.persons[slug], kind)
    client = Client(HTTP_HOST=HOST)
    client.cookies[settings.TOKEN_COOKIE] = token
    client.cookies[settings.ASSIGNMENT_COOKIE] = str(assignment) if kind is Kind.STAFF else "familj"
    return client


def words(response: Any) -> str:
    """Give what a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def words_of(response: Any, status: int = HTTPStatus.OK) -> str:
    """Give what a page says, after seeing that it answered with the status that is meant."""
    assert response.status_code == status, words(response)[:1500]
    return words(response)
