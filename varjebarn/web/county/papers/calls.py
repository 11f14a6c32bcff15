"""Calling a body to its meetings, where members are mailed, and saying no thanks."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.steering import commands, queries
from varjebarn.steering.no_thanks import decline_meeting_mail
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.county import words
from varjebarn.web.county.duty import county_actor
from varjebarn.web.county.papers.forms import ALL, AddressesForm, CallForm
from varjebarn.web.county.papers.pages import addressee_rows
from varjebarn.web.shared.forms import answer


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def call(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Call the body to a meeting, and see whom it has reached."""
    actor, today = county_actor(request), timezone.localdate()
    page = queries.call_page(actor, meeting, on=today)
    form = CallForm(request.POST if request.method == "POST" else None, others=page.others_uncalled)
    if form.is_valid():
        found = queries.open_meeting(meeting)
        if form.cleaned_data["which"] == ALL:
            commands.call_to_all_meetings(actor, found.body, today=today)
        else:
            commands.call_to_meeting(actor, found, today=today)
        return redirect(f"{reverse('county:call', args=[meeting])}?klart=kallelse")
    line = page.meeting
    context = {
        "page": page,
        "rows": addressee_rows(page),
        "when": words.meeting_when(line),
        "may_call": page.called_at is None and not line.is_held and line.day >= today,
        "mailed": sum(one.is_mailed for one in page.addressees),
        "back": reverse("county:meeting", args=[meeting]),
        "addresses_href": reverse("county:addresses", args=[line.body.id]),
    }
    return answer(request, "county/papers/call.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def addresses(request: HttpRequest, body: UUID) -> HttpResponse:
    """Keep where the members of a body are mailed."""
    actor, today = county_actor(request), timezone.localdate()
    found = queries.open_body(body)
    seats = queries.addresses_of_body(actor, body, on=today)
    form = AddressesForm(request.POST if request.method == "POST" else None, seats=seats)
    back = reverse("county:body", args=[body])
    if form.is_valid():
        commands.keep_addresses(actor, found, addresses=form.addresses())
        return redirect(f"{reverse('county:addresses', args=[body])}?klart=adresser")
    context = {"body": found.name, "back": back, "has_seats": bool(seats)}
    return answer(request, "county/papers/addresses.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def mine(request: HttpRequest) -> HttpResponse:
    """Show the mail about one's own seats, and say yes or no thanks to it."""
    actor, today = actor_of(request), timezone.localdate()
    seats = queries.my_meeting_mail(actor, on=today)
    if request.method == "POST":
        known = {str(one.seat): one.seat for one in seats}
        seat = known.get(request.POST.get("seat", ""))
        if seat is None:
            raise Http404
        wants = request.POST.get("wants") == "ja"
        commands.choose_meeting_mail(actor, seat, wants=wants)
        code = "brev-ja" if wants else "brev-nej"
        return redirect(f"{reverse('county:my_mail')}?klart={code}")
    return render(request, "county/papers/my_mail.html", {"seats": seats})


@require_http_methods(["GET", "HEAD", "POST"])
def no_thanks(request: HttpRequest, secret: UUID) -> HttpResponse:
    """Say no thanks by the link of a mail. Opening the page changes nothing: mail is scanned."""
    if request.method == "POST":
        if not decline_meeting_mail(secret):
            raise Http404
        return render(request, "county/papers/no_thanks.html", {"is_done": True})
    return render(request, "county/papers/no_thanks.html", {"is_done": False})
