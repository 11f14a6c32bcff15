"""A child or a guardian says that something is wrong; the unit that sent it answers."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.disclosure.beside import WHOLE
from varjebarn.disclosure.commands import object_to
from varjebarn.disclosure.queries import (
    family_deliveries,
    family_delivery,
    open_family_delivery,
    written,
)
from varjebarn.web.acting import actor_of, family_page
from varjebarn.web.family import given as g
from varjebarn.web.family.labels import unit_in_words
from varjebarn.web.family.wrong import pages
from varjebarn.web.family.wrong.forms import WrongForm
from varjebarn.web.shared.forms import answer

NOT_ANSWERED_SO = frozenset({"consent_request", "question", pages.ANSWER})
"""A question is answered as a question; an answer to an objection has been given."""


@require_safe
@family_page
def all_wrong(request: HttpRequest) -> HttpResponse:
    """Show everything that the reader has said is wrong, and what came back."""
    actor = actor_of(request)
    copies = g.read_all(family_deliveries(actor, kind=pages.ANSWER))
    for copy in copies:
        if not copy.is_opened:
            open_family_delivery(actor, copy.ref)
    lines = [line for _item, line in pages.said_wrong(written(actor), copies)]
    return render(request, "family/wrong.html", {"lines": lines})


@require_http_methods(["GET", "HEAD", "POST"])
@family_page
def say_wrong(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Say what is wrong. Sent at once: it is registered at the unit that sent the copy."""
    actor = actor_of(request)
    if family_delivery(actor, ref).content_kind in NOT_ANSWERED_SO:
        raise Http404
    delivery = open_family_delivery(actor, ref)  # the page names what the copy holds
    copy = g.read(delivery)
    chosen = request.GET.get("om", "")
    choices = pages.choices(copy, chosen)
    form = WrongForm(
        request.POST if request.method == "POST" else None,
        choices=choices,
        unit=unit_in_words(copy.unit_name, copy.organisation_name),
        item=chosen if chosen in dict(choices) else "",
    )
    if request.method == "POST" and form.is_valid():
        item = form.cleaned_data["item"]
        object_to(
            actor,
            delivery,
            item=item,
            about=pages.title(copy) if item == WHOLE else dict(choices)[item],
            words=form.cleaned_data["words"],
            stays_here=form.cleaned_data["stays_here"],
        )
        return redirect(reverse("family:wrong") + "?klart=stammer-inte")
    context = {"title": pages.title(copy), "copy": copy}
    return answer(request, "family/say_wrong.html", context, form=form)
