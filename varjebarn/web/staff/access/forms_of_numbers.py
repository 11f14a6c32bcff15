"""Forms about a child's numbers and files."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from varjebarn.kernel.identity import IdentifierSystem, normalised
from varjebarn.people.rules import SHORTEST_REASON
from varjebarn.web.shared.fields import Text
from varjebarn.web.shared.forms import BaseForm, OneOf, ShortText, Tick
from varjebarn.web.staff.access.pages import NumberRow
from varjebarn.web.staff.labels import SYSTEMS
from varjebarn.web.staff.offering import offer
from varjebarn.web.staff.saying_why import Why

FAULTS: dict[str, Text] = {
    IdentifierSystem.PERSONNUMMER: _("Skriv numret med tolv siffror"),
    IdentifierSystem.SAMORDNINGSNUMMER: _("Skriv numret med tolv siffror"),
    IdentifierSystem.SCHOOL_TEMPORARY: _(
        "Skriv åtta siffror, TF och två siffror, till exempel 20180314TF01"
    ),
}


class NumberForm(BaseForm):
    """A number, of what kind, and which one it takes the place of."""

    system = OneOf(
        label=_("Vad är det för nummer?"),
        choices=list(SYSTEMS.items()),
        missing=_("Välj vad det är för nummer"),
    )
    value = ShortText(label=_("Numret"), missing=_("Skriv numret"), max_length=60)
    replaces = OneOf(
        label=_("Ersätter det ett annat nummer?"),
        help_text=_("Det gamla numret finns kvar, så att det som kommer på det hittar rätt."),
        required=False,
        initial="",
    )

    def __init__(self, *args: Any, instead_of: Sequence[NumberRow], **kwargs: Any) -> None:
        """Offer the numbers that stand on the file now."""
        super().__init__(*args, **kwargs)
        known = [(str(row.place), f"{row.system}: {row.shown}") for row in instead_of]
        offer(self, "replaces", [("", _("Nej")), *known])
        self.fields["value"].widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    def clean(self) -> dict[str, Any]:
        """Say in words what a number looks like."""
        data = super().clean() or {}
        if data.get("system") and data.get("value"):
            try:
                normalised(IdentifierSystem(data["system"]), data["value"])
            except ValueError:
                fault = FAULTS.get(data["system"], _("Skriv beteckningen"))
                self.add_error("value", ValidationError(fault))
        return data


class JoinForm(BaseForm):
    """Which file is on the same child, how one knows, and that one means it."""

    older = OneOf(label=_("Vilken akt gäller samma barn?"), missing=_("Välj en akt"))
    reason = Why(
        label=_("Hur vet du att det är samma barn?"),
        help_text=_("Det du skriver sparas i loggen."),
        missing=_("Skriv hur du vet det"),
        least=SHORTEST_REASON,
    )
    confirmed = Tick(
        label=_("Jag har kontrollerat att det är samma barn"),
        required=True,
        missing=_("Kryssa i rutan för att gå vidare"),
    )

    def __init__(self, *args: Any, files: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the acting person's other children with the same birth date."""
        super().__init__(*args, **kwargs)
        offer(self, "older", files)
