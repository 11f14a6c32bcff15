"""Asking for consent, seeing how it stands, and entering an answer given by other means."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.disclosure import commands, queries
from varjebarn.disclosure.policy import default_policy
from varjebarn.people.queries import guardians, open_child
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.consent import pages
from varjebarn.web.staff.consent.departing import own_question
from varjebarn.web.staff.consent.forms import AskForm, EnterForm
from varjebarn.web.staff.ground_form import ground_forms
from varjebarn.web.staff.model import language
from varjebarn.web.staff.nearby import units_around
from varjebarn.web.staff.spoken import spoken
from varjebarn.web.staff.who import who


@staff_page
@require_safe
def consents(request: HttpRequest, child: UUID) -> HttpResponse:
    """Show what everybody has answered, unit by unit."""
    actor = actor_of(request)
    file = open_child(actor, child)
    on = timezone.localdate()
    lines, instead = queries.consents(actor, file), queries.substitutes(actor, file)
    context = {
        "consents": pages.consent_cards(lines, instead, born=file.born, on=on),
        "who": who(file, on=on),
    }
    return render(request, "staff/consent/consents.html", context)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, child: UUID) -> HttpResponse:
    """Ask for consent: written, looked at as the family will see it, and then sent."""
    actor = actor_of(request)
    file, on = open_child(actor, child), timezone.localdate()
    units = [unit for unit in units_around(actor) if unit.unit != actor.unit]
    forny = request.GET.get("forny", "")
    initial = pages.renewed(queries.consents(actor, file), forny) if forny else {}
    form = AskForm(request.POST or None, initial=initial, units=units, called=file.called, on=on)
    grounds = ground_forms(request.POST or None, queries.request_answers(actor, file), language())
    step = request.POST.get("steg", "")
    if form.is_valid() and step == "skicka" and grounds.is_valid:
        data = form.cleaned_data
        commands.ask_consent(
            actor,
            file,
            purpose=data["purpose"],
            last_day=data["last_day"],
            circle=pages.circle(actor, form.asked()),
            answers=grounds.said(),
            concern=form.concern(),
            matter=form.about(),
        )
        return redirect(reverse("staff:consents", args=[child]) + "?klart=samtycke-fragat")
    context: dict[str, Any] = {
        "who": who(file, on=on),
        "spoken": spoken(file, guardians(actor, file)),
        "asks_alone": not default_policy().band(file.born, on).guardians_asked,
    }
    if form.is_valid() and step != "andra":
        kept = pages.kept(request.POST, without=grounds.names)
        deciders = queries.deciding(actor, file, matter=form.about().value)
        context["page"] = pages.preview(actor, form, units, deciders, kept)
        is_faulty = step == "skicka" or grounds.has_faults
        context |= {"grounds": grounds, "has_faults": is_faulty}
        status = HTTPStatus.UNPROCESSABLE_ENTITY if is_faulty else HTTPStatus.OK
        return render(request, "staff/consent/preview.html", context, status=status)
    context["kept"] = pages.kept(request.POST, without=frozenset(form.fields))
    return answer(request, "staff/consent/ask.html", context, form=form)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, child: UUID, ref: UUID) -> HttpResponse:
    """Enter an answer given on paper or by word of mouth."""
    actor = actor_of(request)
    file = open_child(actor, child)
    line = own_question(actor, file, ref)
    form = EnterForm(
        request.POST or None,
        request.FILES or None,
        units=line.units,
        on=timezone.localdate(),
        by=f"{actor.name}, {actor.title}",
        is_too_big=int(request.META.get("CONTENT_LENGTH") or 0)
        > settings.FILE_UPLOAD_MAX_MEMORY_SIZE,
    )
    if form.is_valid():
        units, person = form.chosen()
        data = form.cleaned_data
        scan = data["scan"]
        paper = commands.store_paper(actor, line.consent, content=scan) if scan else None
        for unit in units:
            commands.record_answer(
                actor,
                line.consent,
                consenter=person.consenter_id,
                unit=unit.unit,
                what=data["what"],
                how=data["how"],
                note=data["note"],
                given=form.given(paper),
            )
        return redirect(reverse("staff:consents", args=[child]) + "?klart=svar-infort")
    context = {"who": who(file, on=timezone.localdate()), "ref": ref}
    return answer(request, "staff/consent/enter.html", context, form=form)
