"""News and examples, written; taken back; news sent as a letter."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import Refused
from varjebarn.steering import queries as register
from varjebarn.steering.commands import news as commands
from varjebarn.steering.queries import telling
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.county.duty import county_actor
from varjebarn.web.county.news.forms import ExampleForm, NewsForm
from varjebarn.web.county.parts import Link
from varjebarn.web.shared.forms import answer
from varjebarn.web.shared.reasons import sentence

FORMS = ["GET", "HEAD", "POST"]


@require_http_methods(FORMS)
@staff_page
def tell(request: HttpRequest) -> HttpResponse:
    """Publish a piece of news."""
    actor = county_actor(request)
    form = NewsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = commands.tell_news(actor, **form.cleaned_data)
        return redirect(f"{reverse('county:news', args=[made.public_id])}?klart=lanet-nyhet")
    return answer(request, "county/news/tell.html", {}, form=form)


@require_http_methods(FORMS)
@staff_page
def give_example(request: HttpRequest) -> HttpResponse:
    """Publish an organisation's own way of working."""
    actor = actor_of(request)
    if Duty.COUNTY in actor.duties:
        offered = register.organisations()
    else:
        offered = telling.organisations_to_speak_for(actor, timezone.localdate())
    if not offered:
        raise Http404
    form = ExampleForm(
        request.POST if request.method == "POST" else None,
        choices=[(str(one.id), one.name) for one in offered],
    )
    if form.is_valid():
        said = form.cleaned_data
        made = commands.give_example(
            actor, organisation=UUID(said["organisation"]), title=said["title"], text=said["text"]
        )
        return redirect(f"{reverse('county:example', args=[made.public_id])}?klart=lanet-exempel")
    return answer(request, "county/news/give_example.html", {}, form=form)


@require_http_methods(FORMS)
@staff_page
def edit(request: HttpRequest, article: UUID) -> HttpResponse:
    """Change what a page says; the page tells when it was changed."""
    actor = county_actor(request)
    found = telling.open_article(article)
    if found.taken_back_on is not None:
        raise Http404
    form = NewsForm(
        request.POST if request.method == "POST" else None,
        initial={"title": found.title, "text": found.text},
    )
    there = reverse(f"county:{found.kind}", args=[article])
    if form.is_valid():
        try:
            commands.edit_article(actor, found, **form.cleaned_data)
        except Refused as no:
            form.add_error(None, sentence(no.reason))
        else:
            return redirect(f"{there}?klart=lanet-sida-andrad")
    context = {
        "heading": _("Ändra sidan"),
        "lead": _(
            "Sidan visar dagen då den ändrades. Ett brev som redan har skickats ändras inte."
        ),
        "send": _("Spara ändringen"),
        "back": Link(text=found.title, href=there),
    }
    return answer(request, "county/one_form.html", context, form=form)


@require_http_methods(FORMS)
@staff_page
def take_back(request: HttpRequest, article: UUID) -> HttpResponse:
    """Take a page away from everybody; asks first."""
    actor = county_actor(request)
    found = telling.open_article(article)
    if request.method == "POST":
        commands.take_back_article(actor, found, on=timezone.localdate())
        there = "county:news_list" if found.kind == "news" else "county:examples"
        return redirect(f"{reverse(there)}?klart=lanet-tillbaka")
    context = {"title": found.title, "back": reverse(f"county:{found.kind}", args=[article])}
    return render(request, "county/news/take_back.html", context)


@require_http_methods(FORMS)
@staff_page
def mail(request: HttpRequest, article: UUID) -> HttpResponse:
    """Send a piece of news to those who have asked for the newsletter; asks first."""
    actor = county_actor(request)
    found = telling.open_article(article)
    if found.kind != "news":
        raise Http404
    back = reverse("county:news", args=[article])
    if request.method == "POST":
        commands.mail_news(actor, found, path=back, on=timezone.localdate())
        return redirect(f"{back}?klart=lanet-brev")
    context = {"title": found.title, "readers": telling.news_readers(), "back": back}
    return render(request, "county/news/mail.html", context)
