"""The choice of language: `?lang=en-gb` on any page, kept in a cookie."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers

SIMPLE = "sv-simple"
YEAR = 365 * 24 * 60 * 60

# What each language is called, in itself; a page says so with `lang` on each link.
NAMES = {"sv": "Svenska", SIMPLE: "Lättläst", "en-gb": "English"}


class LanguageMiddleware:
    """In place of Django's own: Swedish until somebody chooses, whatever the browser says.

    A page one shows to a colleague or a parent is then the same page for both.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a choice with a redirect to the same page; else speak the language chosen."""
        chosen = request.GET.get("lang", "")
        if request.method == "GET" and chosen in NAMES:
            return _remember(request, chosen)
        kept = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = kept if kept in NAMES else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ("Cookie",))
        return response


def _remember(request: HttpRequest, chosen: str) -> HttpResponseBase:
    rest = request.GET.copy()
    rest.pop("lang")
    query = f"?{rest.urlencode()}" if rest else ""
    response = HttpResponseRedirect(f"/{request.path.lstrip('/')}{query}")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=YEAR,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
    )
    return response
