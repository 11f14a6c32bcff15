"""Choosing how to hear that there is something new."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from varjebarn.people.commands import choose_notice
from varjebarn.people.queries import my_notice_way
from varjebarn.web.acting import actor_of, family_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.shared.notice_ways import WayForm


@require_http_methods(["GET", "HEAD", "POST"])
@family_page
def notices(request: HttpRequest) -> HttpResponse:
    """Show what is chosen, and let it be changed."""
    actor = actor_of(request)
    now = my_notice_way(actor)
    form = WayForm(
        request.POST or None,
        chosen=now.way if now else None,
        address=now.address if now else "",
    )
    if form.is_valid():
        choose_notice(actor, way=form.chosen(), address=form.address())
        return redirect(reverse("family:notices") + "?klart=besked-valt")
    context = {"entered_by_another": now is not None and not now.by_herself}
    return answer(request, "family/notices.html", context, form=form)
