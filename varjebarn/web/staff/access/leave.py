"""Who is away and who stands in, for the head of the unit: see, note, end."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.organisations.queries import staff
from varjebarn.people import commands as people
from varjebarn.people.queries import leaves, left_alone
from varjebarn.web.acting import actor_of
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.access import pages
from varjebarn.web.staff.access.around import manager_page
from varjebarn.web.staff.access.forms import LeaveForm


@require_safe
@manager_page
def leave_page(request: HttpRequest) -> HttpResponse:
    """Show who is away and who stands in, and the children whom nobody works with any more."""
    actor = actor_of(request)
    context = {
        "rows": pages.leave_rows(leaves(actor), now=timezone.now()),
        "alone": left_alone(actor),
    }
    return render(request, "staff/access/leaves.html", context)


@manager_page
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Note that a colleague is away, and who stands in."""
    actor = actor_of(request)
    everybody = staff(actor)
    form = LeaveForm(
        request.POST or None,
        away=pages.everybody(everybody),
        instead=pages.colleagues(actor, everybody),
        today=timezone.localdate(),
    )
    if form.is_valid():
        said = form.cleaned_data
        people.begin_leave(
            actor,
            person=UUID(said["person"]),
            substitute=UUID(said["substitute"]),
            first_day=said["first_day"],
            last_day=said["last_day"],
        )
        return redirect(reverse("staff:leaves") + "?klart=franvaro-noterad")
    return answer(request, "staff/access/new_leave.html", {}, form=form)


@manager_page
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, leave: UUID) -> HttpResponse:
    """End a leave from now, after one more question."""
    actor = actor_of(request)
    line = next((one for one in leaves(actor) if one.leave == leave), None)
    if line is None:
        raise Http404
    if request.method == "POST":
        people.end_leave(actor, leave=leave)
        return redirect(reverse("staff:leaves") + "?klart=franvaro-avslutad")
    context = {
        "heading": _("Är %(name)s tillbaka?") % {"name": line.name},
        "text": _("%(name)s kan inte längre öppna de barnens sidor i %(away)ss ställe.")
        % {"name": line.substitute, "away": line.name},
        "action": request.path,
        "submit": _("Avsluta frånvaron"),
        "back": reverse("staff:leaves"),
    }
    return render(request, "staff/access/end_leave.html", context)
