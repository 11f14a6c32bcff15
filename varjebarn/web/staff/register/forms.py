"""The form of a secrecy marking."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from varjebarn.web.shared.forms import BaseForm, Day, ShortText


class MarkForm(BaseForm):
    """What the law says that a marking states: provision, day and authority (OSL 5:5)."""

    provision = ShortText(
        label=_("Bestämmelse om sekretess"),
        help_text=_("Till exempel: OSL 26:1"),
        missing=_("Skriv vilken bestämmelse det gäller"),
    )
    marked_on = Day(label=_("Dag för markeringen"))
    authority = ShortText(
        label=_("Myndighet som gör markeringen"), missing=_("Skriv vilken myndighet det är")
    )

    def __init__(self, *args: Any, authority: str, provision: str, on: date, **kwargs: Any) -> None:
        """Suggest the unit's own provision and name, and today."""
        super().__init__(*args, **kwargs)
        self.fields["authority"].initial = authority
        self.fields["provision"].initial = provision
        self.fields["marked_on"].initial = on
