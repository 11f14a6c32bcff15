"""Asking the child, taking in what it answers, and saying what came of it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varjebarn.disclosure.queries import deciding
from varjebarn.kernel.actors import Actor
from varjebarn.participation import commands, queries
from varjebarn.people.queries import child_of, guardians, open_child
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.model import county_model, language
from varjebarn.web.staff.spoken import spoken
from varjebarn.web.staff.who import who
from varjebarn.web.staff.words import pages
from varjebarn.web.staff.words.forms import (
    AskChildForm,
    AskGuardianForm,
    InfluenceForm,
    NoteViewForm,
    ground_form,
)


@staff_page
@require_safe
def words(request: HttpRequest, child: UUID) -> HttpResponse:
    """Show what the child and those close have said, and what has come and waits to be taken in."""
    actor = actor_of(request)
    file = open_child(actor, child)
    page = pages.words_page(
        waiting=queries.words_to_take_in(actor, file),
        views=queries.views(actor, file),
        model=county_model(),
        language=language(),
    )
    context = {"page": page, "who": who(file, on=timezone.localdate())}
    return render(request, "staff/words/words.html", context)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, child: UUID) -> HttpResponse:
    """Ask the child: some of the wheel's questions with faces, or a question of one's own."""
    actor = actor_of(request)
    file, on, model = open_child(actor, child), timezone.localdate(), county_model()
    form = AskChildForm(request.POST or None, model=model, language=language())
    ground = ground_form(request.POST or None, "SELF", language())
    if form.is_valid() and ground.is_valid():
        commands.ask_child(
            actor,
            file,
            model=model,
            on=on,
            purpose=form.cleaned_data["why"],
            answers=ground.said(),
            questions=form.cleaned_data["questions"],
            free=form.free(),
        )
        return redirect(reverse("staff:words", args=[child]) + "?klart=barnet-fragat")
    readers = queries.readers_of_answer(actor, file, on=on)
    context = _asking(actor, file, readers, ground, on)
    return answer(
        request, "staff/words/ask.html", context, form=form, also_faulty=ground.has_faults
    )


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def ask_guardian(request: HttpRequest, child: UUID) -> HttpResponse:
    """Ask a guardian, who answers in words."""
    actor = actor_of(request)
    file, on = open_child(actor, child), timezone.localdate()
    decides = {one.public_id for one in deciding(actor, file)}
    known = [guardian for guardian in guardians(actor, file) if guardian.public_id in decides]
    form = AskGuardianForm(request.POST or None, guardians=known)
    ground = ground_form(request.POST or None, "GUARDIAN", language())
    if form.is_valid() and ground.is_valid():
        commands.ask_guardian(
            actor,
            file,
            guardian=form.guardian(),
            model=county_model(),
            on=on,
            purpose=form.cleaned_data["why"],
            answers=ground.said(),
            free=[form.cleaned_data["question"]],
        )
        return redirect(reverse("staff:words", args=[child]) + "?klart=vardnadshavaren-fragad")
    readers = queries.readers_of_answer(actor, file, on=on, capacity="guardian")
    context = _asking(actor, file, readers, ground, on)
    return answer(
        request, "staff/words/ask_guardian.html", context, form=form, also_faulty=ground.has_faults
    )


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, child: UUID) -> HttpResponse:
    """Write down what somebody said; the adult who holds the pen is named."""
    actor = actor_of(request)
    file, on = open_child(actor, child), timezone.localdate()
    form = NoteViewForm(request.POST or None, called=file.called, on=on)
    if form.is_valid():
        data = form.cleaned_data
        commands.note_view(
            actor,
            file,
            whose=form.whose(),
            name=form.name(),
            words=data["words"],
            said_on=data["said_on"],
            occasion=data["occasion"],
            on=on,
            verbatim=data["how"] == "verbatim",
            child_checked=data["checked"],
            present=data["present"],
            stays_here=data["stays_here"],
        )
        return redirect(reverse("staff:words", args=[child]) + "?klart=ord-antecknade")
    return answer(request, "staff/words/note.html", {"who": who(file, on=on)}, form=form)


@staff_page
@require_POST
def take_in(request: HttpRequest, submission: UUID) -> HttpResponse:
    """Take in what was sent, word for word."""
    actor = actor_of(request)
    view = commands.take_in_words(actor, queries.open_words(actor, submission))
    child = child_of(actor, view.child_file_id)
    return redirect(reverse("staff:words", args=[child.public_id]) + "?klart=ord-tagna")


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def influence(request: HttpRequest, view: UUID) -> HttpResponse:
    """Say what came of somebody's words, and when that was told back."""
    actor = actor_of(request)
    found, on = queries.open_view(actor, view), timezone.localdate()
    child = child_of(actor, found.child_file_id)
    form = InfluenceForm(request.POST or None, initial={"what": found.influence})
    if form.is_valid():
        data = form.cleaned_data
        commands.note_influence(actor, found, what=data["what"], on=on, told_back_on=data["told"])
        return redirect(reverse("staff:words", args=[child.public_id]) + "?klart=aterkopplat")
    context = {"who": who(child, on=on), "view": found}
    return answer(request, "staff/words/influence.html", context, form=form)


def _asking(actor: Actor, file: Any, readers: Any, ground: Any, on: date) -> dict[str, Any]:
    return {
        "who": who(file, on=on),
        "spoken": spoken(file, guardians(actor, file)),
        "readers": pages.readers(readers),
        "ground": ground,
    }
