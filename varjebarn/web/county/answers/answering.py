"""Answering for an organisation, in a field, in one click, or through a colleague."""

from collections.abc import Iterable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varjebarn.kernel.actors import Actor
from varjebarn.steering import commands, queries
from varjebarn.steering.values import Named
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.county.answers import pages
from varjebarn.web.county.answers.forms import AnswerForm, DelegateForm
from varjebarn.web.county.answers.prefilled import prefilled
from varjebarn.web.shared.forms import answer

FORMS = ["GET", "HEAD", "POST"]
NOTHING_NEW = "inget-nytt"


@require_http_methods(FORMS)
@staff_page
def answer_one(request: HttpRequest, report_back: UUID) -> HttpResponse:
    """Answer once for an organisation."""
    actor, today = actor_of(request), timezone.localdate()
    mine = _mine(queries.organisations_to_answer_for(actor, report_back, on=today))
    page = pages.report_back_page(
        queries.report_back_page(report_back), today=today, may_answer=False
    )
    only = mine[0].id if len(mine) == 1 else None
    written = "" if only is None or page.parts else prefilled(report_back, only)
    form = AnswerForm(
        request.POST or None, choices=_choices(mine), parts=page.parts, initial={"text": written}
    )
    if _says(actor, request, report_back, form):
        back = reverse("county:report_back", args=[report_back])
        return redirect(f"{back}?klart=lanet-svar")
    context = {
        "page": page,
        "back": reverse("county:report_back", args=[report_back]),
        "answering": mine[0].name if len(mine) == 1 else "",
        "previous": None if only is None else queries.previous_answer(report_back, only),
        "may_delegate": bool(
            queries.organisations_to_answer_for(actor, report_back, on=today, by_seat=True)
        ),
    }
    return answer(request, "county/answers/answer.html", context, form=form)


@require_http_methods(FORMS)
@staff_page
def delegate(request: HttpRequest, report_back: UUID) -> HttpResponse:
    """Ask a colleague in the same organisation to answer."""
    actor, today = actor_of(request), timezone.localdate()
    mine = _mine(queries.organisations_to_answer_for(actor, report_back, on=today, by_seat=True))
    form = DelegateForm(request.POST or None, choices=_choices(mine))
    back = reverse("county:answer", args=[report_back])
    found: tuple[Named, ...] = ()
    if request.method == "POST":
        chosen = request.POST.get("organisation", "")
        organisation = next((one.id for one in mine if str(one.id) == chosen), mine[0].id)
        words = request.POST.get("name", "").replace("\0", "")  # the form says no to it, below
        found = queries.colleagues_named(organisation, words)
        form.offer(_choices(found))
        if form.is_valid() and not found:
            form.add_error("name", _("Ingen med det namnet arbetar i organisationen."))
        elif form.is_valid() and form.cleaned_data["who"]:
            is_written = commands.delegate_answer(
                actor,
                queries.open_report_back(report_back),
                organisation=organisation,
                to=UUID(form.cleaned_data["who"]),
                address=form.cleaned_data["address"],
                path=back,
                today=today,
            )
            told = "lanet-kollega-brev" if is_written else "lanet-kollega"
            return redirect(f"{back}?klart={told}")
    page = pages.report_back_page(
        queries.report_back_page(report_back), today=today, may_answer=False
    )
    context = {"page": page, "back": back, "has_found": bool(found)}
    return answer(request, "county/answers/delegate.html", context, form=form)


def _says(actor: Actor, request: HttpRequest, report_back: UUID, form: AnswerForm) -> bool:
    """Whether an answer was given; what was typed is never thrown away for a click."""
    if NOTHING_NEW in request.POST and form.has_text:
        form.add_error(None, _("Du har skrivit ett svar. Lämna det, eller töm fältet först."))
        return False
    if NOTHING_NEW in request.POST:
        chosen = request.POST.get("organisation", "")
        if chosen not in form.offered:
            return False
        commands.answer_nothing_new(
            actor,
            queries.open_report_back(report_back),
            organisation=UUID(chosen),
            today=timezone.localdate(),
        )
        return True
    if not form.is_valid():
        return False
    asking = queries.open_report_back(report_back)
    organisation = UUID(form.cleaned_data["organisation"])
    today = timezone.localdate()
    if asking.parts:
        commands.answer_analysis(
            actor, asking, organisation=organisation, parts=form.texts, today=today
        )
    else:
        commands.answer_report_back(
            actor, asking, organisation=organisation, text=form.texts[0], today=today
        )
    return True


def _mine(organisations: tuple[Named, ...]) -> tuple[Named, ...]:
    """Give them on; to whoever may speak for none, the page isn't there."""
    if not organisations:
        raise Http404
    return organisations


def _choices(some: Iterable[Named]) -> list[tuple[str, str]]:
    return [(str(one.id), one.name) for one in some]
