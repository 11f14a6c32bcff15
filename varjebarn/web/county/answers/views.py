"""Questions and their answers, read by all."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from varjebarn.kernel.actors import Actor
from varjebarn.steering import queries
from varjebarn.steering.queries.answer_files import files_of, organisations_to_file_for
from varjebarn.web.county.answers import forms, pages


@require_safe
def report_backs(request: HttpRequest) -> HttpResponse:
    """Show the questions; or, when words or an organisation are asked for, answers over time."""
    wanted = pages.wanted(request.GET)
    found = queries.answers_found(wanted)
    form = forms.FindAnswersForm(
        asked=request.GET.dict(),
        organisations=[(str(one.id), one.name) for one in found.organisations],
    )
    page = pages.list_page(found, wanted, asked=request.GET, today=timezone.localdate())
    return render(request, "county/answers/list.html", {"page": page, "form": form})


@require_safe
def report_back(request: HttpRequest, report_back: UUID) -> HttpResponse:
    """Show one question and its answers side by side."""
    today = timezone.localdate()
    actor: Actor | None = getattr(request, "actor", None)
    mine = (
        () if actor is None else queries.organisations_to_answer_for(actor, report_back, on=today)
    )
    page = pages.report_back_page(
        queries.report_back_page(report_back),
        today=today,
        may_answer=bool(mine),
        files=files_of(report_back),
        may_file=bool(organisations_to_file_for(actor, report_back, on=today)),
    )
    return render(request, "county/answers/report_back.html", {"page": page})
