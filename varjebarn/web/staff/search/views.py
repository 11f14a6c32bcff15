"""Looking for a child. What is sought is posted, so that it stands in no address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.kernel.actors import Duty
from varjebarn.organisations.queries import staff
from varjebarn.people.queries import find_child
from varjebarn.people.rules import may_work_with_children
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.search.forms import KeyForm
from varjebarn.web.staff.search.pages import found_page


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Look for a child by name or number, among one's own."""
    actor = actor_of(request)
    if not may_work_with_children(actor):
        raise Http404
    form = KeyForm(request.POST or None, area=actor.area)
    if not form.is_valid():
        return answer(request, "staff/search/search.html", {"page": None}, form=form)
    key = form.cleaned_data["key"]
    page = found_page(
        actor,
        find_child(actor, key=key, wanted=form.cleaned_data["wanted"]),
        key=key,
        managers=staff(actor, duty=Duty.MANAGER.value),
        on=timezone.localdate(),
    )
    again = KeyForm(area=actor.area, initial={"key": key})
    return render(request, "staff/search/search.html", {"page": page, "form": again})
