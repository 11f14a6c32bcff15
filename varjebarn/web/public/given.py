"""The page where somebody without a login reads one part: two secrets, a promise, and the words.

Whatever is wrong, the answer is one and the same page. Nothing here is kept in a browser or a log.
"""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from varjebarn.disclosure.opening import Opened, open_outside
from varjebarn.web.public.given_page import given_page
from varjebarn.web.shared.forms import BaseForm, ShortText, Tick

ACCEPT = "godta"


class SecretsForm(BaseForm):
    """What was in the link, and what was said another way."""

    secret = ShortText(
        label=_("Lösenordet i länken"),
        help_text=_("Det som står efter # i länken. Ofta är det redan ifyllt."),
        required=False,
        max_length=400,
    )
    code = ShortText(
        label=_("Koden"),
        help_text=_("Sex siffror som du har fått på ett annat sätt, till exempel i telefon."),
        required=False,
        max_length=40,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Let no browser remember them."""
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class PromiseForm(BaseForm):
    """What is promised, by whom."""

    name = ShortText(label=_("Ditt namn"), missing=_("Skriv ditt namn"), max_length=100, strip=True)
    accepted = Tick(
        label=_("Jag har läst förbehållet och lovar att följa det"),
        required=True,
        missing=_("Kryssa i rutan om du lovar. Annars visas inget."),
    )


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def given(request: HttpRequest) -> HttpResponse:
    """Ask for the secrets; then for the promise; then show the part."""
    if request.method != "POST":
        return render(request, "public/given.html", {"form": SecretsForm()})
    secret = request.POST.get("secret", "").rpartition("#")[2]
    code = request.POST.get("code", "")
    promise = PromiseForm(request.POST if request.POST.get("steg") == ACCEPT else None)
    by = promise.cleaned_data["name"] if promise.is_valid() else ""
    opened = open_outside(secret[:200], code[:40], accepted_by=by, address=_address(request))
    if opened is None:
        context = {"form": SecretsForm(), "has_faults": True, "is_refused": True}
        return render(request, "public/given.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _promise(request, opened, promise, secret, code)


def _promise(
    request: HttpRequest, opened: Opened, promise: PromiseForm, secret: str, code: str
) -> HttpResponse:
    context = {"page": given_page(opened), "form": promise, "secret": secret, "code": code}
    if opened.body is not None:
        return render(request, "public/given_part.html", context)
    faulty = promise.has_faults
    status = HTTPStatus.UNPROCESSABLE_ENTITY if faulty else HTTPStatus.OK
    return render(
        request, "public/given_promise.html", context | {"has_faults": faulty}, status=status
    )


def _address(request: HttpRequest) -> str:
    """Say where from: the last hop that our own proxy has seen, or the connection itself."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.SECURE_PROXY_SSL_HEADER is not None and forwarded:
        return forwarded.rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
