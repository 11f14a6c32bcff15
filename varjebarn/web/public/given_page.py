"""What a leader reads, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.opening import Opened

TITLES = {
    "why": _("Varför det finns en plan"),
    "child_view": _("Det barnet har sagt"),
    "goals": _("Det vi vill uppnå"),
    "actions": _("Det vi ska göra"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenPage:
    """The promise; and, once it is given, the part."""

    association: str
    to_name: str
    sender: str
    sent_by: str
    reservation: str
    last_day: date
    called: str
    title: str
    lines: tuple[Mapping[str, str], ...]


def given_page(opened: Opened) -> GivenPage:
    """Put it together; before the promise there is nothing about the child in it."""
    parts = opened.body["parts"] if opened.body is not None else {}
    part, held = next(iter(parts.items()), ("", {"lines": []}))
    return GivenPage(
        association=opened.association,
        to_name=opened.to_name,
        sender=f"{opened.from_unit}, {opened.from_organisation}",
        sent_by=opened.sent_by,
        reservation=opened.reservation,
        last_day=timezone.localdate(opened.until - timedelta(seconds=1)),
        called=opened.body["child"]["called"] if opened.body is not None else "",
        title=str(TITLES.get(part, "")),
        lines=tuple(held["lines"]),
    )
