"""Fields that choose among what only the page knows: bodies, organisations, decisions."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from varjebarn.steering.values import Named

INTERNAL = _("Skriv inget om enskilda barn. Texten blir öppen för alla.")


class Pick(forms.ChoiceField):
    """One of many, in a list to pull down. Nothing is chosen beforehand."""

    def __init__(self, *, missing: Any = "", nothing: Any = "", **kwargs: Any) -> None:
        """Say what is missing in the form's own words, and what stands there before the choice."""
        self.nothing = nothing or _("Välj")
        super().__init__(**kwargs)
        self.error_messages["required"] = missing or _("Välj i listan")
        self.error_messages["invalid_choice"] = _("Välj i listan")


class Number(forms.IntegerField):
    """A whole number."""

    row_class = "vb-field-day"

    def __init__(self, *, missing: Any = "", **kwargs: Any) -> None:
        """Say what is missing in the form's own words; no arrows that change it by a scroll."""
        kwargs.setdefault("min_value", 0)
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(widget=widget, **kwargs)
        self.error_messages["required"] = missing or _("Skriv ett antal")
        self.error_messages["invalid"] = _("Skriv med siffror")


def offer(form: forms.Form, name: str, things: Iterable[Named | tuple[str, Any]]) -> None:
    """Give a field its choices: things with an id, or values with their words."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - the forms say so
    choices: list[tuple[str, Any]] = [
        (str(one.id), one.name) if isinstance(one, Named) else one for one in things
    ]
    if isinstance(field, Pick):
        choices.insert(0, ("", field.nothing))
    field.choices = choices


def picked(value: str) -> UUID | None:
    """Give what was picked, or nothing."""
    return UUID(value) if value else None
