"""Who may write in the county's register: those with the duty. To others the acts aren't there."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone

from varjebarn.kernel.actors import Actor, Duty
from varjebarn.steering import queries
from varjebarn.steering.queries import organisations_to_write_for
from varjebarn.steering.values import Named
from varjebarn.web.acting import actor_of


def may_write(request: HttpRequest) -> bool:
    """Whether to show the ways to the acts; also to somebody who isn't logged in."""
    actor: Actor | None = getattr(request, "actor", None)
    return actor is not None and Duty.COUNTY in actor.duties


def county_actor(request: HttpRequest) -> Actor:
    """Give who acts, if the county's work is theirs; raises Http404 for others."""
    actor = actor_of(request)
    if Duty.COUNTY not in actor.duties:
        raise Http404
    return actor


def may_see(request: HttpRequest, body: UUID, *, today: date) -> bool:
    """Whether somebody is of those who read a body's drafts: its members and the county's own."""
    actor: Actor | None = getattr(request, "actor", None)
    return queries.may_see_proposals(actor, body, on=today)


def member_actor(request: HttpRequest, body: UUID, *, today: date) -> Actor:
    """Give who acts, if they sit in the body or have the county's duty; raises Http404 for others."""
    if not may_see(request, body, today=today):
        raise Http404
    return actor_of(request)


def own_organisations(request: HttpRequest) -> tuple[Named, ...]:
    """Give the organisations whose own things one may write: all with the duty, else where one sits."""
    actor: Actor | None = getattr(request, "actor", None)
    return () if actor is None else organisations_to_write_for(actor, timezone.localdate())


def own_writer(request: HttpRequest) -> tuple[Actor, tuple[Named, ...]]:
    """Give who acts and for which organisations; raises Http404 for somebody who has none."""
    actor, own = actor_of(request), own_organisations(request)
    if not own:
        raise Http404
    return actor, own
