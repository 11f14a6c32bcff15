"""The contact enters how a guardian wants to hear that there is something new."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.people import commands as people
from varjebarn.people.queries import guardians, notice_ways, open_child
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.shared.notice_ways import WayForm
from varjebarn.web.staff.who import who


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def hears(request: HttpRequest, child: UUID, guardian: UUID) -> HttpResponse:
    """Enter what the guardian has said; what is chosen on screen is the guardian's own to change."""
    actor = actor_of(request)
    file = open_child(actor, child)
    found = next((one for one in guardians(actor, file) if one.public_id == guardian), None)
    now = notice_ways(actor, file).get(found.person_ref) if found else None
    if found is None or (now is not None and now.by_herself):
        raise Http404
    form = WayForm(request.POST or None, chosen=now.way if now else None, address="")
    if form.is_valid():
        people.choose_notice_for(
            actor, file, person=found.person_ref, way=form.chosen(), address=form.address()
        )
        return redirect(reverse("staff:guardians", args=[child]) + "?klart=besked-infort")
    context = {"guardian": found, "who": who(file, on=timezone.localdate())}
    return answer(request, "staff/family/hearing.html", context, form=form)
