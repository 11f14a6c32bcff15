"""Forms of the county's work."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from varjebarn.web.shared.forms import BaseForm, OneOf, ShortText


class PostponeForm(BaseForm):
    """Where an item goes, and why."""

    to = OneOf(label=_("Till vilket möte?"), missing=_("Välj möte"))
    reason = ShortText(
        label=_("Varför?"), missing=_("Skriv varför punkten skjuts upp"), max_length=300
    )

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the meetings still to come."""
        super().__init__(*args, **kwargs)
        _offer(self, "to", choices)


def _offer(form: BaseForm, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Give a field the choices that only the page knows."""
    field = form.fields[name]
    assert isinstance(field, OneOf)  # noqa: S101 - the forms above say so
    field.choices = list(choices)
