"""What the unit has received and made, for its registrar; and the marking of one document."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.disclosure import commands, queries
from varjebarn.disclosure.grounds import protection_at
from varjebarn.kernel.actors import Duty
from varjebarn.people.queries import open_child
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.model import language
from varjebarn.web.staff.provisions import provision_in_words
from varjebarn.web.staff.register.forms import MarkForm
from varjebarn.web.staff.register.pages import register_page
from varjebarn.web.staff.who import who

PAGE = 100


@staff_page
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Show the register. For whoever neither holds the intake nor leads the unit it does not exist."""
    actor = actor_of(request)
    if not actor.duties & {Duty.INTAKE, Duty.MANAGER}:
        raise Http404
    lines = queries.register(actor, before=_before(request.GET.get("fore", "")), most=PAGE + 1)
    owner = f"{actor.unit_name}, {actor.organisation_name}"
    page = register_page(lines, owner=owner, most=PAGE)
    return render(request, "staff/register/register.html", {"page": page})


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def mark(request: HttpRequest, child: UUID, document: UUID) -> HttpResponse:
    """Mark a document as secret, or take the marking away. What was marked before stays written."""
    actor, on = actor_of(request), timezone.localdate()
    file = open_child(actor, child)
    known = {copy.public_id for copy in queries.deliveries(actor, file)}
    known |= {one.public_id for one in queries.submissions(actor, file)}
    if document not in known:
        raise Http404
    form = MarkForm(
        request.POST or None,
        authority=f"{actor.unit_name}, {actor.organisation_name}",
        provision=provision_in_words(protection_at(actor.area).provision, language()),
        on=on,
    )
    if form.is_valid():
        commands.mark_secret(
            actor,
            file,
            document=document,
            provision=form.cleaned_data["provision"],
            authority=form.cleaned_data["authority"],
            marked_on=form.cleaned_data["marked_on"],
            on=on,
            is_lifted=request.POST.get("gor") == "ta-bort",
        )
        return redirect(f"{request.path}?klart=sekretessmarkerad")
    marks = queries.secrecy_marks(actor, document)
    context = {"marks": marks, "document": document, "who": who(file, on=on)}
    return answer(request, "staff/register/mark.html", context, form=form)


def _before(text: str) -> datetime:
    """Read where the page begins; what can't be read begins at now."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        moment = None
    return moment if moment is not None and moment.tzinfo is not None else timezone.now()
