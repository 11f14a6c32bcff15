"""Forms on a child's page."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from varjebarn.web.shared.forms import BaseForm, OneOf
from varjebarn.web.staff.labels import ROLES
from varjebarn.web.staff.offering import offer
from varjebarn.web.staff.saying_why import Why


class InvolveForm(BaseForm):
    """A colleague, in which role, and why."""

    person = OneOf(label=_("Vem ska vara med?"), missing=_("Välj en kollega"))
    role = OneOf(
        label=_("Som vad?"),
        choices=[(role, ROLES[role]) for role in ("team", "contact", "lead")],
        initial="team",
    )
    reason = Why(
        label=_("Varför behöver din kollega kunna öppna barnets sida?"),
        help_text=_("Det du skriver syns för din kollega och i loggen."),
        missing=_("Skriv varför"),
    )

    def __init__(self, *args: Any, colleagues: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the unit's colleagues who are not involved yet."""
        super().__init__(*args, **kwargs)
        offer(self, "person", colleagues)


class ReleaseForm(BaseForm):
    """Why somebody is no longer with the child."""

    reason = Why(
        label=_("Varför avslutas det?"),
        help_text=_("Det du skriver sparas i loggen."),
        missing=_("Skriv varför"),
    )
