"""Asking the unit that has read, about one line of who has read."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from varjebarn.audit.commands import ask_about_reading
from varjebarn.audit.queries import my_line
from varjebarn.disclosure.queries import family_deliveries
from varjebarn.kernel.decisions import Refused
from varjebarn.web.acting import actor_of, family_page
from varjebarn.web.family.first.readings import what_was_read
from varjebarn.web.family.given import read_all
from varjebarn.web.family.labels import unit_in_words
from varjebarn.web.shared.days import clock
from varjebarn.web.shared.forms import BaseForm, LongText, answer
from varjebarn.web.shared.reasons import sentence

LONGEST = 2000


class AskForm(BaseForm):
    """What one wants to know."""

    words = LongText(
        label=_("Vad vill du fråga?"),
        missing=_("Skriv din fråga"),
        max_length=LONGEST,
        rows=4,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@family_page
def ask(request: HttpRequest, line: UUID) -> HttpResponse:
    """Ask about one reading. The question goes to the unit that read and to nobody else."""
    actor = actor_of(request)
    row = my_line(actor, line)
    form = AskForm(request.POST or None)
    if form.is_valid():
        try:
            ask_about_reading(actor, line, words=form.cleaned_data["words"])
        except Refused as no:
            form.add_error("words", sentence(no.reason))
        else:
            return redirect(f"{reverse('family:readings')}?klart=fraga-skickad")
    copies = read_all(family_deliveries(actor))
    context = {
        "unit": unit_in_words(row.unit_name, row.organisation_name),
        "what": what_was_read(row, is_child=bool(copies) and all(one.is_child for one in copies)),
        "on": timezone.localtime(row.at).date(),
        "clock": clock(row.at),
    }
    return answer(request, "family/ask_about_reading.html", context, form=form)
