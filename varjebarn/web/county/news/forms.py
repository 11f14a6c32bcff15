"""The forms of news, examples and the newsletter."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from varjebarn.steering.rules.news import may_subscribe
from varjebarn.web.shared.forms import BaseForm, LongText, OneOf, ShortText

HOW = _(
    "Skriv inget om enskilda barn. Sidan blir öppen för alla. Börja en rubrik med ## och en punkt "
    "i en lista med -. En tom rad gör ett nytt stycke."
)


class NewsForm(BaseForm):
    """A piece of news."""

    title = ShortText(label=_("Rubrik"), missing=_("Skriv en rubrik"), max_length=120)
    text = LongText(
        label=_("Texten"), help_text=HOW, missing=_("Skriv en text"), max_length=20_000, rows=12
    )


class ExampleForm(NewsForm):
    """One organisation's way of working."""

    organisation = OneOf(label=_("Vems exempel är det?"), missing=_("Välj organisation"))
    field_order = ("organisation", "title", "text")

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the organisations that one may speak for; a single one is chosen beforehand."""
        offered = list(choices)
        if len(offered) == 1:
            kwargs["initial"] = {"organisation": offered[0][0]}
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - it is declared so above
        field.choices = offered


class SubscribeForm(BaseForm):
    """Where to send the newsletter."""

    address = ShortText(
        label=_("Din e-postadress"),
        help_text=_("Den används bara för nyhetsbrevet."),
        missing=_("Skriv din e-postadress"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_address(self) -> str:
        """Take what could be an address."""
        address: str = self.cleaned_data["address"].strip()
        if not may_subscribe(address):
            raise ValidationError(_("Skriv adressen som namn@exempel.se"))
        return address
