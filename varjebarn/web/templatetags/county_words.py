"""The words of a county page, explained below it: `{% load county_words %}{% page_words %}`."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.context import Context

from varjebarn.web.county.news.wordlist import terms_of

register = template.Library()


@register.inclusion_tag("county/news/page_words.html", takes_context=True)
def page_words(context: Context) -> Mapping[str, Any]:
    """Give the words that the page's view uses; nothing where it uses none."""
    request = context.get("request")
    found = getattr(request, "resolver_match", None)
    name = "" if found is None else found.url_name or ""
    return {"terms": terms_of(name)}
