"""What is proposed to a body and answered by its secretary, and what stands on every agenda."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from varjebarn.kernel.decisions import Refused
from varjebarn.steering import commands, queries
from varjebarn.steering.minuted import ProposedLine
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.county import words
from varjebarn.web.county.duty import county_actor, may_write, member_actor
from varjebarn.web.county.meetings.agenda_forms import (
    USES,
    AnswerProposalForm,
    ProposeForm,
    StandingForm,
    WithdrawForm,
)
from varjebarn.web.county.parts import Link, Row
from varjebarn.web.shared.forms import answer
from varjebarn.web.shared.reasons import sentence

STATES = {"waiting": "waiting", "placed": "done", "declined": "late", "withdrawn": "late"}


@require_http_methods(["GET", "HEAD"])
@staff_page
def proposed(request: HttpRequest, body: UUID) -> HttpResponse:
    """List what is proposed to a body, for its members and the county's own."""
    actor = member_actor(request, body, today=timezone.localdate())
    found = queries.open_body(body)
    can_write = may_write(request)
    rows = [_row(one, may_write=can_write) for one in queries.proposed_items(actor, body)]
    context = {
        "body": found.name,
        "back": reverse("county:body", args=[body]),
        "rows": rows,
        "propose_href": reverse("county:propose", args=[body]),
    }
    return render(request, "county/meetings/proposed.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def propose(request: HttpRequest, body: UUID) -> HttpResponse:
    """Propose an item to a body."""
    today = timezone.localdate()
    actor = member_actor(request, body, today=today)
    found = queries.open_body(body)
    own_name = queries.seat_name(actor, found.pk, today)
    form = ProposeForm(request.POST if request.method == "POST" else None, own_name=own_name)
    if form.is_valid():
        commands.propose_item(actor, found, today=today, **form.cleaned_data)
        there = reverse("county:proposed", args=[body])
        return redirect(f"{there}?klart=lanet-foreslaget")
    context = {
        "body": found.name,
        "back": reverse("county:body", args=[body]),
        "own_name": own_name,
    }
    return answer(request, "county/meetings/propose.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def answer_proposal(request: HttpRequest, proposal: UUID) -> HttpResponse:
    """Put a proposed item on an agenda, or say why it isn't taken up."""
    actor = county_actor(request)
    found = queries.open_proposal(proposal)
    if found.state != "waiting":
        raise Http404
    body = found.body.public_id
    meetings = queries.planned_meetings(body)
    form = AnswerProposalForm(
        request.POST if request.method == "POST" else None,
        meetings=[(str(one.id), words.meeting_when(one).capitalize()) for one in meetings],
    )
    back = reverse("county:proposed", args=[body])
    if form.is_valid():
        chosen = form.cleaned_data["answer"]
        if chosen == "no":
            commands.decline_proposal(actor, found, reason=form.cleaned_data["reason"])
            return redirect(f"{back}?klart=lanet-tas-inte-upp")
        on = queries.open_meeting(UUID(chosen))
        commands.place_proposal(actor, found, on=on)
        there = reverse("county:meeting", args=[on.public_id])
        return redirect(f"{there}?klart=lanet-punkt")
    context = {"proposed": found, "back": back, "body": found.body.name}
    return answer(request, "county/meetings/answer_proposal.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def withdraw_proposal(request: HttpRequest, proposal: UUID) -> HttpResponse:
    """Ask once more, and take back one's own proposal. To others the page isn't there."""
    actor, found = actor_of(request), queries.open_proposal(proposal)
    facts = queries.withdraw_facts(actor, found)
    if not facts.is_own or not facts.is_live:
        raise Http404
    back = reverse("county:proposed", args=[found.body.public_id])
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            commands.withdraw_proposal(actor, found, reason=form.cleaned_data["reason"])
        except Refused as no:
            form.add_error(None, sentence(no.reason))
        else:
            return redirect(f"{back}?klart=lanet-atertagen")
    context = {
        "heading": _("Ta tillbaka förslaget?"),
        "about": found.title,
        "lead": _(
            "Det tas inte upp. Gruppen ser att det är återtaget, och varför om du skriver det."
        ),
        "send": _("Ta tillbaka"),
        "back": Link(text=_("Föreslagna punkter"), href=back),
    }
    return answer(request, "county/one_form.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def standing(request: HttpRequest, body: UUID) -> HttpResponse:
    """Say what comes onto every new agenda of a body."""
    actor = county_actor(request)
    found = queries.open_body(body)
    form = StandingForm(request.POST if request.method == "POST" else None)
    here = reverse("county:standing", args=[body])
    if form.is_valid():
        try:
            commands.keep_standing(actor, found, **form.cleaned_data)
        except Refused as no:
            form.add_error("title", sentence(no.reason))
        else:
            return redirect(f"{here}?klart=lanet-aterkommer")
    uses = dict(USES)
    rows = [
        {
            "title": one.title,
            "about": str(uses[one.use]),
            "where": _("Sist") if one.comes_last else _("Först"),
            "end": reverse("county:end_standing", args=[one.id]),
        }
        for one in queries.standing_items(body)
    ]
    context = {"body": found.name, "back": reverse("county:body", args=[body]), "rows": rows}
    return answer(request, "county/meetings/standing.html", context, form=form)


@require_POST
@staff_page
def end_standing(request: HttpRequest, standing: UUID) -> HttpResponse:
    """Let an item come back no more."""
    actor = county_actor(request)
    found = queries.open_standing(standing)
    commands.end_standing(actor, found, today=timezone.localdate())
    there = reverse("county:standing", args=[found.body.public_id])
    return redirect(f"{there}?klart=lanet-aterkommer-inte")


def _row(one: ProposedLine, *, may_write: bool) -> Row:
    states = {
        "waiting": _("Väntar på svar"),
        "placed": _("På dagordningen"),
        "declined": _("Tas inte upp"),
        "withdrawn": _("Återtagen"),
    }
    facts = [
        str(words.KINDS[one.kind]),
        _("Väckt av %(who)s") % {"who": one.raised_by_name},
        words.day_words(timezone.localtime(one.at).date()),
    ]
    if one.is_again:
        facts.append(_("Sändes tillbaka av ett möte"))
    return Row(
        title=one.title,
        href="" if one.item is None else reverse("county:matter", args=[one.item]),
        status=states[one.state],
        status_kind=STATES[one.state],
        facts=tuple(facts),
        note=one.reason or one.proposal or one.background,
        act=_act(one, may_write=may_write),
    )


def _act(one: ProposedLine, *, may_write: bool) -> Link | None:
    if may_write and one.state == "waiting":
        return Link(text=_("Svara"), href=reverse("county:answer_proposal", args=[one.id]))
    if one.may_withdraw:
        return Link(text=_("Ta tillbaka"), href=reverse("county:withdraw_proposal", args=[one.id]))
    return None
