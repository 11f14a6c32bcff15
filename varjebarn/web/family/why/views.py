"""Why the reader can see what has been sent to them, by whose decision, and until when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from varjebarn.disclosure.queries import family_deliveries
from varjebarn.people.queries import family_access
from varjebarn.web.acting import actor_of, family_page
from varjebarn.web.family.why.pages import why_page


@require_safe
@family_page
def why(request: HttpRequest) -> HttpResponse:
    """Show one row for each copy, and open none of them."""
    actor = actor_of(request)
    page = why_page(family_deliveries(actor), family_access(actor))
    return render(request, "family/why.html", {"page": page})
