"""Forms by which a plan goes over to somebody else, or comes to its end."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from varjebarn.web.shared.forms import BaseForm, LongText, OneOf
from varjebarn.web.staff.labels import OUTCOMES
from varjebarn.web.staff.offering import offer


class LeadForm(BaseForm):
    """Who takes over, and why."""

    person = OneOf(label=_("Vem ska hålla ihop planen?"), missing=_("Välj en kollega"))
    reason = LongText(
        label=_("Varför tar någon annan över?"),
        help_text=_("Orsaken sparas i loggen. De andra ser bytet i nästa version."),
        missing=_("Skriv varför någon annan tar över"),
        rows=2,
    )

    def __init__(self, *args: Any, colleagues: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the unit's colleagues."""
        super().__init__(*args, **kwargs)
        offer(self, "person", colleagues)


class CloseForm(BaseForm):
    """Why it is over."""

    outcome = OneOf(
        label=_("Varför avslutas planen?"),
        choices=list(OUTCOMES.items()),
        missing=_("Välj varför planen avslutas"),
    )
