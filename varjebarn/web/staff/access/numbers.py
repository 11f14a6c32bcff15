"""A child's numbers, masked until somebody asks, and two files on the same child made one."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.kernel.identity import IdentifierSystem
from varjebarn.people import commands as people
from varjebarn.people.queries import may_be_the_same, numbers, older_files, open_child
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.access.forms_of_numbers import JoinForm, NumberForm
from varjebarn.web.staff.access.pages import number_rows
from varjebarn.web.staff.who import age_in_words, who


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def numbers_page(request: HttpRequest, child: UUID) -> HttpResponse:
    """Show a child's numbers masked; a click shows one of them, in this answer alone, and is logged."""
    actor = actor_of(request)
    file = open_child(actor, child)
    shown: dict[int, str] = {}
    if request.method == "POST":
        wanted = request.POST.get("visa", "")
        if not wanted.isdecimal():
            raise Http404
        shown = {int(wanted): people.show_number(actor, file, place=int(wanted))}
    context = {
        "rows": number_rows(numbers(actor, file), shown),
        "older": older_files(actor, file),
        "who": who(file, on=timezone.localdate()),
    }
    return render(request, "staff/access/numbers.html", context)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, child: UUID) -> HttpResponse:
    """Register a number, and say which one it takes the place of, if any."""
    actor = actor_of(request)
    file = open_child(actor, child)
    rows = number_rows(numbers(actor, file), {})
    form = NumberForm(request.POST or None, instead_of=[row for row in rows if row.ended is None])
    if form.is_valid():
        said = form.cleaned_data
        people.add_number(
            actor,
            file,
            system=IdentifierSystem(said["system"]),
            value=said["value"],
            replaces=int(said["replaces"]) if said["replaces"] else None,
        )
        return redirect(reverse("staff:numbers", args=[child]) + "?klart=nummer-tillagt")
    context = {"who": who(file, on=timezone.localdate())}
    return answer(request, "staff/access/new_number.html", context, form=form)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, child: UUID) -> HttpResponse:
    """Make one of two files on the same child, when somebody who works with both says that they are."""
    actor, on = actor_of(request), timezone.localdate()
    file = open_child(actor, child)
    others = may_be_the_same(actor, file)
    form = JoinForm(
        request.POST or None,
        files=[(str(one.file), f"{one.name}, {age_in_words(one.born, on)}") for one in others],
    )
    if form.is_valid():
        older = open_child(actor, UUID(form.cleaned_data["older"]))
        people.join_files(actor, file, older=older, reason=form.cleaned_data["reason"])
        return redirect(reverse("staff:numbers", args=[child]) + "?klart=hopslaget")
    context = {"others": others, "who": who(file, on=on)}
    return answer(request, "staff/access/join.html", context, form=form)
