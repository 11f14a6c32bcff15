"""The log's review: for the reviewer the list and each review, for the reader her explanation."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varjebarn.audit import commands
from varjebarn.audit.review import ReviewCase, open_review, standing
from varjebarn.audit.review import reviews as list_reviews
from varjebarn.audit.rules import may_review
from varjebarn.audit.values import Outcome
from varjebarn.kernel.actors import Actor
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.log import review_pages
from varjebarn.web.staff.log.forms import AskReaderForm, ConcludeForm, ExplainForm


@staff_page
@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """List what waits, or with `?visa=avslutade` what is done. For others the page does not exist."""
    actor = _reviewer(request)
    done = request.GET.get("visa") == "avslutade"
    on = timezone.localdate()
    rows = [review_pages.review_row(line, on=on) for line in list_reviews(actor, done=done)]
    context = {"rows": rows, "done": done, "standing": standing(actor)}
    return render(request, "staff/log/reviews.html", context)


@staff_page
@require_POST
def draw(request: HttpRequest) -> HttpResponse:
    """Draw one more sample."""
    drawn = commands.draw_extra(_reviewer(request))
    return redirect(
        reverse("staff:reviews") + ("?klart=stickprov" if drawn else "?klart=inget-att-dra")
    )


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, review: UUID) -> HttpResponse:
    """Show one review, and take what it came to."""
    actor, case = _case(request, review)
    form = ConcludeForm(request.POST or None)
    if form.is_valid():
        outcome = Outcome(form.cleaned_data["outcome"])
        commands.conclude(actor, case, outcome=outcome, words=form.cleaned_data["words"])
        if outcome is Outcome.LOOK_INTO:
            return redirect(reverse("staff:review", args=[review]) + "?klart=utreds")
        return redirect(reverse("staff:reviews") + "?klart=granskat")
    return _answer(request, "staff/log/review.html", case, form)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, review: UUID) -> HttpResponse:
    """Ask the reader to explain."""
    actor, case = _case(request, review)
    form = AskReaderForm(request.POST or None)
    if form.is_valid():
        commands.ask_reader(actor, case, words=form.cleaned_data["words"])
        return redirect(reverse("staff:review", args=[review]) + "?klart=forklaring-begard")
    return _answer(request, "staff/log/ask_reader.html", case, form)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def explain(request: HttpRequest, review: UUID) -> HttpResponse:
    """Explain one's own reading, when asked. Only the reader finds it."""
    actor = actor_of(request)
    case = open_review(actor, review)
    if case.reader != actor.person_id:
        raise Http404
    form = ExplainForm(request.POST or None)
    if form.is_valid():
        commands.explain_reading(actor, case, words=form.cleaned_data["words"])
        return redirect("/personal/?klart=forklarat")
    return _answer(request, "staff/log/explain.html", case, form)


def _reviewer(request: HttpRequest) -> Actor:
    actor = actor_of(request)
    if not may_review(actor):
        raise Http404
    return actor


def _case(request: HttpRequest, review: UUID) -> tuple[Actor, ReviewCase]:
    actor = _reviewer(request)
    case = open_review(actor, review)
    if not may_review(actor, reader=case.reader):
        raise Http404
    return actor, case


def _answer(
    request: HttpRequest,
    template: str,
    case: ReviewCase,
    form: ConcludeForm | AskReaderForm | ExplainForm,
) -> HttpResponse:
    page = review_pages.review_page(case, on=timezone.localdate())
    return answer(request, template, {"page": page}, form=form)
