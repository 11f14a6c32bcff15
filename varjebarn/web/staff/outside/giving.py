"""Giving a part: chosen, looked at as the leader will read it, and then decided."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.disclosure import commands
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.outside import Way, holds_number
from varjebarn.disclosure.queries import Covered, covered_associations, protected_at_unit
from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.recipients import ToUnit
from varjebarn.kernel.actors import Actor
from varjebarn.people.queries import open_child
from varjebarn.plan.documents import outside_document
from varjebarn.plan.queries import current_plan, open_version
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.staff.model import language
from varjebarn.web.staff.outside import pages
from varjebarn.web.staff.outside.forms import GiveForm
from varjebarn.web.staff.protected import protected_row
from varjebarn.web.staff.sharing.pages import kept, mark
from varjebarn.web.staff.who import who

CHANGE, GIVE = "andra", "lamna"


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest, child: UUID) -> HttpResponse:
    """Let somebody choose a part and a leader, see what the leader will read, and give it."""
    actor, on = actor_of(request), timezone.localdate()
    file = open_child(actor, child)
    known = {str(one.unit): one for one in covered_associations(actor, file) if one.holds}
    plan = current_plan(actor, file)
    ready = plan if plan is not None and plan.version > 0 and file.protection == "none" else None
    form = GiveForm(
        request.POST or None,
        associations=[(key, one.organisation_name) for key, one in known.items()],
        on=on,
    )
    step = request.POST.get("steg", "")
    context: dict[str, Any] = {
        "who": who(file, on=on),
        "has_associations": bool(known),
        "is_ready": ready is not None,
    }
    if ready is None or not form.is_valid() or step == CHANGE:
        return answer(request, "staff/outside/give.html", context, form=form)
    chosen = known[form.cleaned_data["association"]]
    document = outside_document(
        open_version(actor, ready, ready.version).for_units(),
        form.cleaned_data["part"],
        association=chosen.unit,
        sender=f"{actor.unit_name}, {actor.organisation_name}",
        on=on,
    )
    why_not = _why_not(document, chosen, form.cleaned_data["part"])
    protected = protected_at_unit(chosen.unit)
    shown = mark(document, protected)
    has_changed = step == GIVE and request.POST.get("visat") != shown
    if step == GIVE and not why_not and not has_changed:
        made = _give(actor, file, form, document, chosen, protected.mark)
        return redirect(reverse("staff:outside_part", args=[made]) + "?klart=del-beslutad")
    context |= {
        "text": pages.text(document.body),
        "form": form,
        "to": f"{form.cleaned_data['to_name']}, {chosen.organisation_name}",
        "protected": protected_row(protected, language()),
        "shown": shown,
        "has_changed": has_changed,
        "why_not": why_not,
        "kept": kept(request.POST, without=frozenset({"skydd"})),
    }
    status = HTTPStatus.CONFLICT if has_changed else HTTPStatus.OK
    return render(request, "staff/outside/review.html", context, status=status)


def _why_not(document: Document, chosen: Covered, part: str) -> str:
    """Say why this part can't be given, before anybody presses."""
    if part not in chosen.parts:
        return sentence(Reason.CONSENT_PART_NOT_COVERED)
    if holds_number(document.text()):
        return sentence(Reason.OUTSIDE_HOLDS_NUMBER)
    return "" if document.body["parts"][part]["lines"] else sentence(Reason.NO_CONTENT)


def _give(
    actor: Actor, file: Any, form: GiveForm, document: Document, chosen: Covered, shown: str
) -> UUID:
    data = form.cleaned_data
    return commands.give_outside(
        actor,
        file,
        document=document,
        to=ToUnit(unit=chosen.unit),
        to_name=data["to_name"],
        way=Way(data["way"]),
        reservation=data["reservation"],
        last_day=data["last_day"],
        consent=chosen.consent,
        answers={"child_view": data["child_view"]},
        secrecy_shown={shown},
        holds_offence_data=data["offence"],
    ).public_id
