"""Files with an organisation's answer: put there, taken away, and given to whoever may read it."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.interop.papers import download_name
from varjebarn.kernel.decisions import Refused
from varjebarn.steering import commands, queries
from varjebarn.steering.queries.answer_files import (
    answer_file,
    files_of,
    open_answer_file,
    organisations_to_file_for,
)
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.county.answers import pages
from varjebarn.web.county.answers.forms import AnswerFileForm
from varjebarn.web.county.papers.saving import saved
from varjebarn.web.shared.forms import answer
from varjebarn.web.shared.reasons import sentence

FORMS = ["GET", "HEAD", "POST"]


@require_http_methods(FORMS)
@staff_page
def files(request: HttpRequest, report_back: UUID) -> HttpResponse:
    """List the files with one's own answer, and put another one there."""
    actor, today = actor_of(request), timezone.localdate()
    mine = organisations_to_file_for(actor, report_back, on=today)
    if not mine:
        raise Http404
    form = AnswerFileForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        choices=[(str(one.id), one.name) for one in mine],
        is_too_big=int(request.META.get("CONTENT_LENGTH") or 0)
        > settings.FILE_UPLOAD_MAX_MEMORY_SIZE,
    )
    if form.is_valid():
        try:
            commands.attach_answer_file(
                actor,
                queries.open_report_back(report_back),
                organisation=UUID(form.cleaned_data["organisation"]),
                title=form.cleaned_data["title"],
                content=form.cleaned_data["file"],
                kind=form.kind,
                today=today,
            )
        except Refused as no:
            form.add_error(None, sentence(no.reason))
        else:
            return redirect(f"{request.path}?klart=lanet-fil")
    own = {one.id for one in mine}
    page = pages.report_back_page(
        queries.report_back_page(report_back), today=today, may_answer=False
    )
    context = {
        "page": page,
        "rows": pages.file_rows(
            (one for one in files_of(report_back) if one.organisation.id in own),
            is_named=len(mine) > 1,
        ),
        "back": reverse("county:report_back", args=[report_back]),
    }
    return answer(request, "county/answers/files.html", context, form=form)


@require_safe
def file(request: HttpRequest, file: UUID) -> HttpResponse:
    """Give a file to be saved."""
    line, content = answer_file(getattr(request, "actor", None), file)
    return saved(content, name=download_name(line.title, line.kind), content_type=line.kind.value)


@require_http_methods(FORMS)
@staff_page
def remove(request: HttpRequest, file: UUID) -> HttpResponse:
    """Ask once more, and take a file away."""
    actor, today = actor_of(request), timezone.localdate()
    found = open_answer_file(file)
    asking = found.report_back.public_id
    mine = organisations_to_file_for(actor, asking, on=today)
    if found.organisation.public_id not in {one.id for one in mine}:
        raise Http404
    back = reverse("county:answer_files", args=[asking])
    if request.method == "POST":
        commands.remove_answer_file(actor, found, today=today)
        return redirect(f"{back}?klart=lanet-fil-bort")
    context = {
        "heading": _("Ta bort filen?"),
        "text": _("%(title)s försvinner från svaret. Det går inte att ångra.")
        % {"title": found.title},
        "submit": _("Ta bort filen"),
        "action": reverse("county:remove_answer_file", args=[file]),
        "back": back,
        "colour": "danger",
    }
    return render(request, "shared/confirm_page.html", context)
