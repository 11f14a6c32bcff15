"""The letters that a family member has been given; opening one gives its sender a receipt."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from varjebarn.disclosure.letters import LETTERS
from varjebarn.disclosure.queries import (
    family_deliveries,
    family_delivery,
    open_family_delivery,
)
from varjebarn.web.acting import actor_of, family_page
from varjebarn.web.family.given import read, read_all
from varjebarn.web.family.letters.pages import letter_page


@require_safe
@family_page
def letters(request: HttpRequest) -> HttpResponse:
    """List the letters, the newest first."""
    copies = read_all(family_deliveries(actor_of(request)))
    lines = [letter_page(copy) for copy in copies if copy.kind in LETTERS]
    return render(request, "family/letters.html", {"letters": lines})


@require_safe
@family_page
def letter(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Show one."""
    actor = actor_of(request)
    if family_delivery(actor, ref).content_kind not in LETTERS:
        raise Http404
    page = letter_page(read(open_family_delivery(actor, ref)))
    return render(request, "family/letter.html", {"page": page})
