"""The form of a search: one key of a few, never words about a child."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from varjebarn.people.queries import settled
from varjebarn.people.rules import SHORTEST_WANTED, SearchKey, search_keys
from varjebarn.web.shared.fields import Text
from varjebarn.web.shared.forms import BaseForm, OneOf, ShortText
from varjebarn.web.staff.offering import offer

KEYS: dict[SearchKey, Text] = {
    SearchKey.NAME: _("Namn"),
    SearchKey.NATIONAL_NUMBER: _("Personnummer eller samordningsnummer"),
    SearchKey.CASE_NUMBER: _("Er egen beteckning, till exempel ett ärendenummer"),
    SearchKey.SCHOOL_NUMBER: _("Skolans tillfälliga nummer"),
}
FAULTS: dict[str, Text] = {
    SearchKey.NATIONAL_NUMBER: _("Skriv numret med tolv siffror"),
    SearchKey.SCHOOL_NUMBER: _("Skriv åtta siffror, TF och två siffror, till exempel 20180314TF01"),
}


class KeyForm(BaseForm):
    """A key, and what is sought by it."""

    key = OneOf(
        label=_("Vad vet du om barnet?"),
        initial=SearchKey.NAME.value,
        missing=_("Välj vad du söker på"),
    )
    wanted = ShortText(
        label=_("Namnet eller numret"), missing=_("Skriv namnet eller numret"), max_length=200
    )

    def __init__(self, *args: Any, area: str, **kwargs: Any) -> None:
        """Offer the keys that the unit's area allows."""
        super().__init__(*args, **kwargs)
        offer(self, "key", [(key.value, KEYS[key]) for key in search_keys(area)])
        self.fields["wanted"].widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    def clean(self) -> dict[str, Any]:
        """Say in words what a number looks like, and what is too short."""
        data = super().clean() or {}
        key, wanted = data.get("key"), data.get("wanted")
        if key and wanted:
            try:
                data["wanted"] = settled(key, wanted)
            except ValueError:
                fault = FAULTS.get(key, _("Skriv beteckningen"))
                self.add_error("wanted", ValidationError(fault))
            else:
                if len(data["wanted"]) < SHORTEST_WANTED:
                    self.add_error("wanted", _("Skriv minst två tecken"))
        return data
