"""The handbook's pages, open to all; links lead to the pages of whoever reads."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from varjebarn.kernel.actors import Actor, Duty
from varjebarn.steering.queries.nearest import Nearest, nearest
from varjebarn.web.county.duty import own_organisations
from varjebarn.web.county.handbook.pages import chapters
from varjebarn.web.county.handbook.tasks import Who, roles


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show whom the handbook is for."""
    return render(request, "county/handbook/index.html", {"roles": roles()})


@require_safe
def role(request: HttpRequest, role: str) -> HttpResponse:
    """Show one role's tasks."""
    found = next((one for one in roles() if one.key == role), None)
    if found is None:
        raise Http404
    today = timezone.localdate()
    near = nearest(getattr(request, "actor", None), on=today)
    shown = chapters(found, near, reader=_reader(request, near), today=today)
    context = {"role": found, "chapters": shown, "others": [one for one in roles() if one != found]}
    return render(request, "county/handbook/role.html", context)


def _reader(request: HttpRequest, near: Nearest) -> frozenset[Who]:
    """Say what whoever reads may open."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None or not actor.is_staff:
        return frozenset({Who.EVERYBODY})
    if Duty.COUNTY in actor.duties:
        return frozenset(Who)
    may = {Who.EVERYBODY, Who.STAFF}
    if near.sits:
        may.add(Who.MEMBER)
        if own_organisations(request):
            may.add(Who.OWN)
    return frozenset(may)
