"""The newsletter without a login: asked for, confirmed from a letter, left with one click (RFC 8058)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from varjebarn.steering import newsletter
from varjebarn.web.county.news.forms import SubscribeForm
from varjebarn.web.shared.forms import answer

FORMS = ["GET", "HEAD", "POST"]


@never_cache
@sensitive_post_parameters()
@require_http_methods(FORMS)
def subscribe(request: HttpRequest) -> HttpResponse:
    """Ask for the newsletter. The answer is the same whether the address is there or not."""
    form = SubscribeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        newsletter.ask_for_news(form.cleaned_data["address"])
        return render(request, "county/news/asked.html")
    return answer(request, "county/news/subscribe.html", {}, form=form)


@never_cache
@require_http_methods(FORMS)
def confirm(request: HttpRequest, token: UUID) -> HttpResponse:
    """Say yes from the letter. A program that only opens the link says nothing."""
    is_done = newsletter.confirm_news(token) if request.method == "POST" else None
    return render(request, "county/news/confirm.html", {"is_done": is_done})


@csrf_exempt  # the mail program posts without having seen a page; the secret in the address is the right
@never_cache
@require_http_methods(FORMS)
def leave(request: HttpRequest, token: UUID) -> HttpResponse:
    """Leave: by the mail program's own button, or by ours. The address is removed at once."""
    is_done = request.method == "POST"
    if is_done:
        newsletter.leave_news(token)
    return render(request, "county/news/leave.html", {"is_done": is_done})
