"""The components of our pages: `{% load vb %}`, then one tag or filter each.

No tag writes HTML: each fills a template under `shared/parts/`.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone

from varjebarn.web.shared import days
from varjebarn.web.shared.language import NAMES, SIMPLE
from varjebarn.web.shared.notices import notice
from varjebarn.web.shared.wheel import Segment, slices

register = template.Library()

TAG_COLOURS = {"done": "success", "going": "info", "waiting": "neutral", "late": "warning"}


# Words -------------------------------------------------------------------------------------------


@register.filter
def day_words(day: date | None) -> str:
    """`{{ plan.follow_up_on|day_words }}`: 24 november 2026."""
    return "" if day is None else days.day_in_words(day)


@register.filter
def from_now(day: date | None, today: date | None = None) -> str:
    """`{{ plan.follow_up_on|from_now }}`: om 3 dagar (vecka 48)."""
    return "" if day is None else days.how_far_off(day, today=today or timezone.localdate())


@register.filter
def clock(moment: datetime | None) -> str:
    """`{{ draft.saved_at|clock }}`: kl. 14.32."""
    return "" if moment is None else days.clock(moment)


@register.filter
def moment_words(moment: datetime | None) -> str:
    """`{{ reading.at|moment_words }}`: 24 november 2026 kl. 14.32."""
    return "" if moment is None else days.moment_in_words(moment)


@register.filter
def unlocal(number: float) -> str:
    """`{{ place.x|unlocal }}`: a coordinate with a point, in whatever language the page is."""
    return f"{number:g}"


# Pictures ----------------------------------------------------------------------------------------


@register.inclusion_tag("shared/parts/icon.html")
def icon(name: str) -> Mapping[str, Any]:
    """`{% icon "lock" %}`: a small drawing, hidden from screen readers; words stand beside it."""
    return {"name": name}


@register.inclusion_tag("shared/parts/face.html")
def face(place: int) -> Mapping[str, Any]:
    """`{% face 1 %}` … `{% face 5 %}`: from very bad to very good; a word stands beside it."""
    return {"place": place}


@register.inclusion_tag("shared/parts/face_shown.html")
def face_shown(place: int, word: str) -> Mapping[str, Any]:
    """`{% face_shown answer.place answer.word %}`: an answer as the child gave it."""
    return {"place": place, "word": word}


@register.inclusion_tag("shared/parts/wheel.html")
def wheel(
    segments: Sequence[Segment], title: str, *, with_list: bool = True, name: str = "hjul"
) -> Mapping[str, Any]:
    """`{% wheel page.segments "Hur har Alva det?" %}`: the drawing, and the same as a list.

    Where something is noted that comes first, and the rest is folded. `name` must differ when a page shows two wheels.
    """
    placed = slices(segments)
    noted = tuple(place for place in placed if place.segment.is_noted)
    return {
        "slices": placed,
        "listed": noted or placed,
        "folded": tuple(place for place in placed if place not in noted) if noted else (),
        "title": title,
        "with_list": with_list,
        "name": name,
        "any_noted": bool(noted),
    }


# Boxes and lists ---------------------------------------------------------------------------------


@register.inclusion_tag("shared/parts/steps.html")
def steps(names: Iterable[str], current: int) -> Mapping[str, Any]:
    """`{% steps page.step_names 3 %}`: where one is, counted from 1."""
    return {"names": tuple(names), "current": current}


@register.inclusion_tag("shared/parts/question_progress.html")
def question_progress(number: int, of: int) -> Mapping[str, Any]:
    """`{% question_progress 2 5 %}`: Fråga 2 av 5, with a bar."""
    return {"number": number, "of": of}


@register.inclusion_tag("shared/parts/who_sees.html")
def who_sees(names: Iterable[str], *, heading: str = "", note: str = "") -> Mapping[str, Any]:
    """`{% who_sees page.readers %}`: names those who will read this, worked out from the rules."""
    return {"names": tuple(names), "heading": heading, "note": note}


@register.inclusion_tag("shared/parts/tag.html")
def tag(label: str, kind: str = "waiting") -> Mapping[str, Any]:
    """`{% tag "Pågår" "going" %}`: kinds are done, going, waiting and late."""
    return {"label": label, "colour": TAG_COLOURS.get(kind, kind)}


@register.inclusion_tag("shared/parts/empty.html")
def empty(
    text: str, *, icon: str = "leaf", link: str = "", link_text: str = ""
) -> Mapping[str, Any]:
    """`{% empty "Inga barn väntar på dig." %}`: says that there is nothing, and what to do."""
    return {"text": text, "icon": icon, "link": link, "link_text": link_text}


@register.inclusion_tag("shared/parts/timeline.html")
def timeline(items: Iterable[Any]) -> Mapping[str, Any]:
    """`{% timeline page.events %}`: items have `at` (moment), `what`, and may have `text`."""
    return {"items": items}


@register.inclusion_tag("family/beside.html")
def beside(here: Any, item: str) -> Mapping[str, Any]:
    """`{% beside page.beside goal.item %}`: what the reader has said is wrong, and the way to say it."""
    return {"said": here.said.get(item, ()), "link": here.link(item)}


@register.inclusion_tag("shared/parts/goal_card.html")
def goal_card(goal: Any, *, level: int = 3) -> Mapping[str, Any]:
    """`{% goal_card goal %}`: goal has `wording`; may have `area`, `reason` and `actions`.

    Of an action it says what; the table of actions says by whom, until when and how it goes.
    """
    return {"goal": goal, "level": level}


@register.inclusion_tag("shared/parts/actions.html")
def actions(rows: Iterable[Any], caption: str) -> Mapping[str, Any]:
    """`{% actions plan.actions "Alla insatser" %}`: a table, cards on a phone.

    A row has `what`, `who`, `due` (a day or None), `status` and `status_kind`; may have `link`.
    """
    return {"rows": tuple(rows), "caption": caption}


@register.inclusion_tag("shared/parts/confirm.html", takes_context=True)
def confirm(  # noqa: PLR0913 - a dialog has that many words
    context: Context,
    name: str,
    *,
    opener: str,
    heading: str,
    text: str,
    action: str,
    submit: str,
    fallback: str,
    colour: str = "danger",
) -> Mapping[str, Any]:
    """Ask before something that is hard to undo; without JavaScript `fallback` is a page.

    `{% confirm "taback" opener="Ta tillbaka" heading=… text=… action=url submit=… fallback=url %}`
    """
    return {
        "name": name,
        "opener": opener,
        "heading": heading,
        "text": text,
        "action": action,
        "submit": submit,
        "fallback": fallback,
        "colour": colour,
        "csrf_token": context.get("csrf_token"),
    }


# The frame ---------------------------------------------------------------------------------------


@register.inclusion_tag("shared/parts/nav_link.html", takes_context=True)
def nav_link(context: Context, href: str, label: str, *, exact: bool = False) -> Mapping[str, Any]:
    """`{% nav_link "/personal/" _("Min dag") exact=True %}` inside block nav_links."""
    request = context.get("request")
    path = getattr(request, "path", "")
    here = path == href or (not exact and path.startswith(href))
    return {"href": href, "label": label, "here": here}


@register.inclusion_tag("shared/parts/languages.html", takes_context=True)
def languages(context: Context, *, simple: bool = True) -> Mapping[str, Any]:
    """`{% languages %}`: the same page in another language; easy Swedish where it exists."""
    now = context.get("LANGUAGE_CODE", "sv")
    names = {code: name for code, name in NAMES.items() if simple or code != SIMPLE}
    return {"names": names, "now": now}


@register.inclusion_tag("shared/parts/saved.html", takes_context=True)
def saved(context: Context) -> Mapping[str, Any]:
    """`{% saved %}`: what was just done, from `?klart=<code>`."""
    request = context.get("request")
    code = request.GET.get("klart", "") if request is not None else ""
    return {"sentence": notice(code)}
