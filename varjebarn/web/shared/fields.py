"""The fields our forms are made of: a day, a long text, choices as cards, the face scale."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from varjebarn.web.shared.dates import day_as_written

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Text = str | _StrPromise
else:
    Text = object
Choice = tuple[str, Text]

FACES: tuple[Choice, ...] = (
    ("very_bad", _("Jättedåligt")),
    ("bad", _("Dåligt")),
    ("so_so", _("Sådär")),
    ("good", _("Bra")),
    ("very_good", _("Jättebra")),
)


class CardRadios(forms.RadioSelect):
    """Radio buttons as cards; `hints` gives a choice a second line."""

    template_name = "shared/fields/cards.html"
    option_template_name = "shared/fields/card.html"
    columns = 1

    def __init__(self, *, hints: Mapping[str, Text] | None = None, **kwargs: Any) -> None:
        """Keep the second lines by value."""
        super().__init__(**kwargs)
        self.hints = hints or {}

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Say how many columns the cards stand in."""
        context = super().get_context(name, value, attrs)
        context["widget"]["columns"] = self.columns
        return context

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Give the option its hint."""
        option = super().create_option(name, value, *args, **kwargs)
        option["hint"] = self.hints.get(str(value), "")
        return option


class CardCheckboxes(forms.CheckboxSelectMultiple):
    """Checkboxes as cards."""

    template_name = "shared/fields/cards.html"
    option_template_name = "shared/fields/card.html"

    def __init__(self, *, hints: Mapping[str, Text] | None = None, **kwargs: Any) -> None:
        """Keep the second lines by value."""
        super().__init__(**kwargs)
        self.hints = hints or {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Give the option its hint."""
        option = super().create_option(name, value, *args, **kwargs)
        option["hint"] = self.hints.get(str(value), "")
        return option


class FaceRadios(forms.RadioSelect):
    """The face scale: each choice a drawn face and its word, nothing chosen beforehand."""

    template_name = "shared/fields/faces.html"

    def create_option(
        self,
        name: str,
        value: Any,
        label: Any,
        selected: Any,
        index: Any,
        subindex: Any = None,
        attrs: Any = None,
    ) -> dict[str, Any]:
        """Give each choice its face, counted from 1, the saddest."""
        option = super().create_option(
            name, value, label, selected, index, subindex=subindex, attrs=attrs
        )
        option["place"] = int(index) + 1
        return option


class Day(forms.Field):
    """A day, written as people write it. Never only a picker."""

    widget = forms.TextInput
    row_class = "vb-field-day"

    def __init__(self, *, missing: Text = "", **kwargs: Any) -> None:
        """Say what to write, unless the form says it better."""
        kwargs.setdefault("help_text", _("Till exempel 2026-12-18 eller 18 december 2026"))
        kwargs.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"})
        )
        super().__init__(**kwargs)
        unreadable = _("Skriv datumet som 2026-12-18")
        self.error_messages["required"] = missing or unreadable
        self.error_messages["unreadable"] = unreadable

    def prepare_value(self, value: Any) -> Any:
        """Show a day as 2026-12-18, and what was typed as it was typed."""
        return value.isoformat() if isinstance(value, date) else value

    def to_python(self, value: Any) -> date | None:
        """Read what was written."""
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date) or value in self.empty_values:
            return value or None
        day = day_as_written(str(value))
        if day is None:
            raise ValidationError(self.error_messages["unreadable"], code="unreadable")
        return day


class ShortText(forms.CharField):
    """One line."""

    def __init__(self, *, missing: Text = "", **kwargs: Any) -> None:
        """Say what is missing in the form's own words."""
        super().__init__(**kwargs)
        self.error_messages["required"] = missing or _("Skriv något här")
        if self.max_length is not None:
            self.error_messages["max_length"] = _("Texten är för lång")


class LongText(ShortText):
    """Several lines."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        """Leave the width to the page."""
        kwargs.setdefault("widget", forms.Textarea(attrs={"cols": False, "rows": rows}))
        super().__init__(**kwargs)


class OneOf(forms.ChoiceField):
    """One of a few, as cards."""

    def __init__(
        self, *, hints: Mapping[str, Text] | None = None, missing: Text = "", **kwargs: Any
    ) -> None:
        """Say what is missing in the form's own words."""
        kwargs.setdefault("widget", CardRadios(hints=hints))
        super().__init__(**kwargs)
        self.error_messages["required"] = missing or _("Välj ett av alternativen")
        self.error_messages["invalid_choice"] = _("Välj ett av alternativen")


class SomeOf(forms.MultipleChoiceField):
    """None, one or several of a few, as cards."""

    def __init__(
        self, *, hints: Mapping[str, Text] | None = None, missing: Text = "", **kwargs: Any
    ) -> None:
        """Say what is missing in the form's own words."""
        kwargs.setdefault("widget", CardCheckboxes(hints=hints))
        super().__init__(**kwargs)
        self.error_messages["required"] = missing or _("Välj minst ett av alternativen")
        self.error_messages["invalid_choice"] = _("Välj bland alternativen")


class Face(forms.ChoiceField):
    """How something feels, on five faces with words."""

    def __init__(self, *, choices: Iterable[Choice] = FACES, missing: Text = "", **kw: Any) -> None:
        """Five choices, the saddest first."""
        kw.setdefault("widget", FaceRadios())
        kw.setdefault("label", _("Välj en bild"))
        super().__init__(choices=tuple(choices), **kw)
        self.error_messages["required"] = missing or _("Välj en bild, eller välj att inte svara")


class Tick(forms.BooleanField):
    """One box to tick."""

    def __init__(self, *, missing: Text = "", **kwargs: Any) -> None:
        """Let a box stay empty unless the form says otherwise."""
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)
        self.error_messages["required"] = missing or _("Kryssa i rutan för att gå vidare")
