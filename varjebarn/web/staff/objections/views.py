"""Objections are read and answered where the record is; the earlier words are there for who may."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.disclosure import commands, queries
from varjebarn.disclosure.beside import Outcome
from varjebarn.disclosure.catalogue import GUARDIAN, SELF
from varjebarn.kernel.actors import Actor
from varjebarn.people.queries import earlier as earlier_lines
from varjebarn.people.queries import guardians, open_child
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.model import language
from varjebarn.web.staff.objections import pages
from varjebarn.web.staff.objections.forms import AnswerForm, ground_form
from varjebarn.web.staff.who import who


@staff_page
@require_safe
def objections(request: HttpRequest, child: UUID) -> HttpResponse:
    """Show what the child and the guardians say is wrong, each with its answer."""
    actor = actor_of(request)
    file = open_child(actor, child)
    rows = pages.objection_rows(queries.objections(actor, file))
    context = {"rows": rows, "who": who(file, on=timezone.localdate())}
    return render(request, "staff/objections/objections.html", context)


@staff_page
@require_safe
def earlier(request: HttpRequest, child: UUID) -> HttpResponse:
    """Show what stood in the file before it was corrected, by whom and when."""
    actor = actor_of(request)
    file = open_child(actor, child)
    rows = pages.earlier_rows(earlier_lines(actor, file))
    context = {"rows": rows, "who": who(file, on=timezone.localdate())}
    return render(request, "staff/objections/earlier.html", context)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def answer_objection(request: HttpRequest, submission: UUID) -> HttpResponse:
    """Answer an objection; the one who objected gets a copy if they can be reached here."""
    actor, on = actor_of(request), timezone.localdate()
    objection = queries.open_objection(actor, submission)
    file = objection.child_file
    line = next(one for one in queries.objections(actor, file) if one.submission == submission)
    back = reverse("staff:objections", args=[file.public_id])
    if line.answer is not None:
        return redirect(back)
    form = AnswerForm(request.POST or None)
    ground = _ground(actor, file, objection, on)
    told = ground_form(request.POST or None, ground, language()) if ground else None
    if form.is_valid() and (told is None or told.is_valid()):
        commands.answer_objection(
            actor,
            file,
            objection,
            outcome=Outcome(form.cleaned_data["outcome"]),
            words=form.cleaned_data["words"],
            answers=told.said() if told else None,
        )
        return redirect(f"{back}?klart=invandning-besvarad")
    context = {"line": pages.objection_row(line), "told": told, "who": who(file, on=on)}
    return answer(
        request,
        "staff/objections/answer.html",
        context,
        form=form,
        also_faulty=told is not None and told.has_faults,
    )


def _ground(actor: Actor, file: Any, objection: Any, on: date) -> str:
    """Say on which ground the one who objected gets the answer here; empty when they can't."""
    if objection.capacity == "child":
        return SELF
    for guardian in guardians(actor, file):
        if guardian.person_ref == objection.person_ref and guardian.custody:
            agreed = guardian.view_agreed
            is_closed = queries.guardian_closed(file.born, view_agreed=agreed, on=on)
            return "" if is_closed else GUARDIAN
    return ""
