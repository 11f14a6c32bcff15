"""The handbook's way to what a page does: `{% load county_handbook %}{% handbook_here %}`."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.context import Context

from varjebarn.kernel.actors import Actor, Duty
from varjebarn.web.county.handbook.tasks import task_on

register = template.Library()


@register.inclusion_tag("county/handbook/here.html", takes_context=True)
def handbook_here(context: Context) -> Mapping[str, Any]:
    """Give the task that the page belongs to, to those who work; nothing where there is none."""
    request = context.get("request")
    actor: Actor | None = getattr(request, "actor", None)
    view = getattr(getattr(request, "resolver_match", None), "url_name", None)
    if actor is None or not actor.is_staff or view is None:
        return {"found": None}
    return {"found": task_on(view, is_county=Duty.COUNTY in actor.duties)}
