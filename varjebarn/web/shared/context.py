"""What the frame of every page needs: the county, who acts, and whether this is the demo.

A context processor. `request.actor` is set by `web/acting.py`; without it the frame is that of a public page.
Who has several assignments may change: in one click where `request.assignments` lists them,
else by a page of choices, where `request.has_several` says so.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from varjebarn.kernel.actors import Actor
from varjebarn.web.shared.county import our_county
from varjebarn.web.shared.days import clock


def acting_line(actor: Actor | None) -> str:
    """Say who acts, and as what: "Lena · Rektor, Björkskolan"."""
    if actor is None:
        return ""
    where = (
        [actor.workplace_name]
        if actor.workplace_name
        else [actor.unit_name, actor.organisation_name]
    )
    under = ", ".join(part for part in (actor.title, *where) if part)
    return f"{actor.name} · {under}" if under else actor.name


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginEnds:
    """When a login ends by itself: in how many seconds, and what the clock says then."""

    seconds: int
    at: str


def login_ends(actor: Actor | None) -> LoginEnds | None:
    """Say when the login ends if nothing more is done, or nothing if nobody is logged in."""
    if actor is None or actor.login_ends is None:
        return None
    left = actor.login_ends - timezone.now()
    return LoginEnds(seconds=max(0, int(left.total_seconds())), at=clock(actor.login_ends))


def page(request: HttpRequest) -> dict[str, Any]:
    """Give the frame's words. `assignments` is empty unless there is something to choose."""
    actor = getattr(request, "actor", None)
    assignments = tuple(getattr(request, "assignments", ()))
    return {
        "county": our_county(),
        "actor": actor,
        "acting_line": acting_line(actor),
        "assignments": assignments if len(assignments) > 1 else (),
        "may_switch": len(assignments) > 1 or bool(getattr(request, "has_several", False)),
        "login_ends": login_ends(actor),
        "demo": bool(getattr(settings, "DEMO", False)),
    }
