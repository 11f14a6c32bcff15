"""The choice of language: `?lang=en-gb` on any page, kept in a cookie."""

from collections.abc import Awaitable

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware

SIMPLE = "sv-simple"

# What each language is called, in itself; a page says so with `lang` on each link.
NAMES = {"sv": "Svenska", SIMPLE: "Lättläst", "en-gb": "English"}


class LanguageMiddleware(LocaleMiddleware):
    """Django's own, which also takes the choice, remembers it and shows the page again."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase | Awaitable[HttpResponseBase]:
        """Answer a choice with a redirect to the same page; else choose as Django does."""
        chosen = request.GET.get("lang", "")
        if request.method != "GET" or chosen not in NAMES:
            return super().__call__(request)
        rest = request.GET.copy()
        rest.pop("lang")
        query = f"?{rest.urlencode()}" if rest else ""
        response = HttpResponseRedirect(f"/{request.path.lstrip('/')}{query}")
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=365 * 24 * 60 * 60,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
        )
        return response
