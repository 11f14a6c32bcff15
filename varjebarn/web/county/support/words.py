"""The words of trials, training and funding."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

STEPS: Mapping[str, Promise] = {
    "started": gettext_lazy("Testet har börjat"),
    "delayed": gettext_lazy("Testet är försenat"),
    "widened": gettext_lazy("Testet har breddats"),
    "outcome": gettext_lazy("Det här har kommit ut av testet"),
    "finished": gettext_lazy("Testet är avslutat"),
}

TOOLS: Mapping[str, Promise] = {
    "wheel": gettext_lazy("Hjulet"),
    "triangle": gettext_lazy("Triangeln"),
    "questions": gettext_lazy("Frågorna att ställa sig"),
    "tree": gettext_lazy("Vägvalet"),
    "plan": gettext_lazy("Barnets plan"),
    "child_words": gettext_lazy("Barnets egna ord"),
}

RATINGS: Mapping[str, Promise] = {
    "1": gettext_lazy("1, fungerar inte"),
    "2": gettext_lazy("2, fungerar dåligt"),
    "3": gettext_lazy("3, fungerar delvis"),
    "4": gettext_lazy("4, fungerar bra"),
    "5": gettext_lazy("5, fungerar mycket bra"),
}

LACKS: Mapping[str, Promise] = {
    "mandate": gettext_lazy("Mandat saknas"),
    "time": gettext_lazy("Tid saknas"),
    "resources": gettext_lazy("Resurser saknas"),
}


def money(posts: Decimal | None, crowns: int | None) -> str:
    """Say what there is: "1,5 tjänster, 900 000 kr"."""
    said = []
    if posts is not None:
        shown = formats.localize(posts.normalize() if posts % 1 else posts.to_integral_value())
        said.append(
            ngettext("%(posts)s tjänst", "%(posts)s tjänster", 1 if posts == 1 else 2)
            % {"posts": shown}
        )
    if crowns is not None:
        said.append(_("%(crowns)s kr") % {"crowns": f"{crowns:,}".replace(",", "\u00a0")})
    return ", ".join(said)
