"""The forms of contact routes: looking for one, and writing one."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varjebarn.steering.values import Named
from varjebarn.web.county.choosing import Pick, offer
from varjebarn.web.county.routes.words import CONCERNS
from varjebarn.web.shared.forms import BaseForm, LongText, ShortText, Tick

NEAREST = _("Skriv en funktion, inte en privatperson. Skriv inget om enskilda barn.")
LONGEST = 200


class SearchForm(BaseForm):
    """Words, and what it is about."""

    q = ShortText(
        label=_("Sök"),
        help_text=_("En ort, en verksamhet eller vad det gäller, till exempel BUP Växjö"),
        required=False,
        max_length=LONGEST,
    )
    galler = Pick(label=_("Vad gäller det?"), required=False, nothing=_("Allt"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer what it may be about."""
        super().__init__(*args, **kwargs)
        offer(self, "galler", CONCERNS.items())


class RouteForm(BaseForm):
    """What a contact route says."""

    function = ShortText(
        label=_("Vem vänder man sig till?"),
        help_text=NEAREST,
        missing=_("Skriv vem man vänder sig till"),
        max_length=120,
    )
    concern = Pick(label=_("Vad gäller det?"), missing=_("Välj vad det gäller"))
    workplace = ShortText(
        label=_("Arbetsplats eller område"),
        help_text=_("Till exempel en skola, en BVC eller ett polisområde"),
        required=False,
        max_length=120,
    )
    about = LongText(
        label=_("För vad, med fler ord"), required=False, max_length=500, rows=3, help_text=NEAREST
    )
    telephone = ShortText(label=_("Telefon"), required=False, max_length=40)
    mail = forms.EmailField(
        label=_("E-post"),
        required=False,
        error_messages={"invalid": _("Skriv e-postadressen som namn@exempel.se")},
    )
    web = forms.URLField(
        label=_("Webbsida"),
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        error_messages={"invalid": _("Skriv adressen som https://exempel.se")},
    )
    hours = ShortText(
        label=_("När"), help_text=_("Till exempel vardagar 8–16"), required=False, max_length=120
    )
    fallback = ShortText(
        label=_("När det är stängt"),
        help_text=_("Vem man då vänder sig till i stället"),
        required=False,
        max_length=LONGEST,
    )
    is_public = Tick(
        label=_("Visa för alla, också familjer"),
        help_text=_("Utan kryss ser bara personal som är inloggad den här vägen."),
        initial=True,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer what it may be about."""
        super().__init__(*args, **kwargs)
        offer(self, "concern", CONCERNS.items())

    def clean(self) -> dict[str, Any]:
        """Ask for at least one way there."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(values.get(way) for way in ("telephone", "mail", "web")):
            self.add_error("telephone", _("Skriv telefon, e-post eller webbsida"))
        return values


class NewRouteForm(RouteForm):
    """A contact route of an organisation."""

    organisation = Pick(label=_("Organisation"), missing=_("Välj organisation"))
    field_order = ("organisation",)

    def __init__(self, *args: Any, organisations: Iterable[Named], **kwargs: Any) -> None:
        """Offer those one may write for; a single one is chosen beforehand."""
        organisations = list(organisations)
        if len(organisations) == 1:
            kwargs["initial"] = {
                **kwargs.get("initial", {}),
                "organisation": str(organisations[0].id),
            }
        super().__init__(*args, **kwargs)
        offer(self, "organisation", organisations)
