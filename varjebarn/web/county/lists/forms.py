"""What the list of meetings is narrowed by."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varjebarn.steering.values import Named
from varjebarn.web.shared.forms import BaseForm

PLANNED, HELD = "planerade", "hallna"


class MeetingsForm(BaseForm):
    """Which body, which year, planned or held."""

    grupp = forms.ChoiceField(label=_("Grupp"), required=False)
    ar = forms.ChoiceField(label=_("År"), required=False)
    lage = forms.ChoiceField(
        label=_("Läge"),
        required=False,
        choices=[("", _("Alla")), (PLANNED, _("Planerade")), (HELD, _("Genomförda"))],
    )

    def __init__(
        self, *args: Any, bodies: Iterable[Named], years: Iterable[int], **kwargs: Any
    ) -> None:
        """Offer the bodies and the years that there are."""
        super().__init__(*args, auto_id="%s", **kwargs)
        every = [("", _("Alla"))]
        self._offer("grupp", [*every, *((str(one.id), one.name) for one in bodies)])
        self._offer("ar", [*every, *((str(year), str(year)) for year in years)])

    def _offer(self, name: str, choices: "list[tuple[str, Any]]") -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - the form above says so
        field.choices = choices
