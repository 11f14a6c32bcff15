"""Why the acting person may open this child's file, and why what has come is there."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from varjebarn.disclosure.queries import chain
from varjebarn.people.queries import open_child, way_in
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.staff.model import language
from varjebarn.web.staff.who import who
from varjebarn.web.staff.why.pages import why_page


@staff_page
@require_safe
def why_me(request: HttpRequest, child: UUID) -> HttpResponse:
    """Show the chain. As many statements for one copy as for thirty."""
    actor = actor_of(request)
    file = open_child(actor, child)
    page = why_page(
        actor,
        file,
        ways=way_in(actor, file),
        chain=chain(actor, file),
        language=language(),
    )
    context = {"page": page, "who": who(file, on=timezone.localdate())}
    return render(request, "staff/why/why.html", context)
