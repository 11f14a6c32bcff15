"""What somebody in the family logs in with: typed once, kept as a fingerprint, never shown again."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from varjebarn.kernel.identity import IdentifierSystem, normalised
from varjebarn.web.shared.forms import ShortText

DEMO = "demo"
Login = tuple[str, str]


class Unshown(forms.TextInput):
    """A line that is read once: a page that comes back with faults shows it empty."""

    def format_value(self, value: Any) -> None:
        """Show nothing."""


class ElectronicId(ShortText):
    """A national number, or in the demonstration its own made-up id; gives system and value."""

    def __init__(self, **kwargs: Any) -> None:
        """Let no browser remember it, and no page show it again."""
        kwargs.setdefault("help_text", _("Tolv siffror. Numret visas aldrig igen."))
        kwargs.setdefault("missing", _("Skriv personnumret med tolv siffror"))
        kwargs.setdefault("widget", Unshown(attrs={"autocomplete": "off"}))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        """Give the system that knows the person, and the form that is compared."""
        text = str(super().clean(value))
        if not text:
            return None
        try:
            return IdentifierSystem.PERSONNUMMER.value, normalised(
                IdentifierSystem.PERSONNUMMER, text
            )
        except ValueError:
            if settings.DEMO:
                return DEMO, text
        raise ValidationError(_("Numret stämmer inte. Skriv personnumret med tolv siffror"))
