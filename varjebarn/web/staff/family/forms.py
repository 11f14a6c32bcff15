"""Forms about a new child, and about guardians and parents."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from varjebarn.kernel.identity import IdentifierSystem, normalised
from varjebarn.people.values import Protection
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, ShortText, Tick
from varjebarn.web.staff.family.electronic import ElectronicId
from varjebarn.web.staff.labels import LANGUAGES, PROTECTIONS
from varjebarn.web.staff.saying_why import Why

ADULT = 18
NUMBERS = {
    "school_number": IdentifierSystem.SCHOOL_TEMPORARY,
    "local_number": IdentifierSystem.LOCAL,
}


class NewChildForm(BaseForm):
    """What a unit writes down of a child that it begins to work with."""

    given_name = ShortText(label=_("Förnamn"), missing=_("Skriv barnets förnamn"))
    name_used = ShortText(
        label=_("Det barnet kallas"), help_text=_("Om det är något annat."), required=False
    )
    family_name = ShortText(label=_("Efternamn"), required=False)
    born = Day(
        label=_("Född"),
        help_text=_("Till exempel 2018-03-14"),
        missing=_("Skriv när barnet är fött"),
    )
    language = OneOf(
        label=_("Språk"),
        choices=list(LANGUAGES.items()),
        initial="sv",
        widget=forms.Select(),
        missing=_("Välj språk"),
    )
    interpreter = ShortText(
        label=_("Tolk"), help_text=_("Om tolk behövs: på vilket språk?"), required=False
    )
    school_number = ShortText(
        label=_("Skolans tillfälliga nummer"),
        help_text=_("Åtta siffror, TF och två siffror, till exempel 20180314TF01"),
        required=False,
    )
    local_number = ShortText(
        label=_("Er egen beteckning"),
        help_text=_("Till exempel ett ärendenummer."),
        required=False,
    )
    child_login = ElectronicId(
        label=_("Barnets personnummer för e-legitimation"),
        help_text=_("Bara om barnet ska kunna logga in. Tolv siffror. Numret visas aldrig igen."),
        required=False,
    )
    protection = OneOf(
        label=_("Har barnet skyddade personuppgifter?"),
        choices=list(PROTECTIONS.items()),
        initial=Protection.NONE.value,
        hints={
            "none": _("De som är med kan öppna akten. Barnet står i deras lista."),
            "marked": _(
                "Bara namngivna personer kan öppna akten, först bara du. "
                "Barnet står inte i någon lista."
            ),
            "registered_elsewhere": _(
                "Som vid sekretessmarkering. Barnet är dessutom folkbokfört på en annan ort "
                "än där det bor. Skriv aldrig var."
            ),
            "fictitious": _(
                "Som vid sekretessmarkering. Skriv bara de nya uppgifterna, aldrig de gamla."
            ),
        },
    )
    reason = Why(
        label=_("Varför lägger du till barnet?"),
        help_text=_("Det du skriver sparas i loggen."),
        missing=_("Skriv varför"),
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        """Keep today."""
        super().__init__(*args, **kwargs)
        self.on = on

    def clean_born(self) -> date:
        """Let nobody be born tomorrow, or be grown up."""
        born: date = self.cleaned_data["born"]
        if born > self.on:
            raise ValidationError(_("Dagen har inte varit än"))
        if (self.on.year - born.year, self.on.month, self.on.day) >= (ADULT, born.month, born.day):
            raise ValidationError(_("Varje barn är för barn som inte har fyllt 18 år"))
        return born

    def clean_school_number(self) -> str:
        """Say in words what a school's number looks like."""
        return self._number(
            "school_number", _("Skriv åtta siffror, TF och två siffror, till exempel 20180314TF01")
        )

    def clean_local_number(self) -> str:
        """Keep the unit's own number in the form that is compared."""
        return self._number("local_number", _("Skriv beteckningen, eller lämna fältet tomt"))

    def _number(self, name: str, fault: Any) -> str:
        text: str = self.cleaned_data[name]
        try:
            return normalised(NUMBERS[name], text) if text.strip() else ""
        except ValueError as error:
            raise ValidationError(fault) from error

    def identifiers(self) -> list[tuple[IdentifierSystem, str]]:
        """Give the numbers that were written."""
        data = self.cleaned_data
        return [(system, data[name]) for name, system in NUMBERS.items() if data[name]]


class GuardianForm(BaseForm):
    """A guardian or a parent, and how custody was checked."""

    given_name = ShortText(label=_("Förnamn"), missing=_("Skriv personens förnamn"))
    family_name = ShortText(label=_("Efternamn"), missing=_("Skriv personens efternamn"))
    relation = ShortText(
        label=_("Vem är personen för barnet?"),
        help_text=_("Till exempel mamma, pappa eller familjehemsförälder."),
        missing=_("Skriv vem personen är för barnet"),
    )
    custody = OneOf(
        label=_("Är personen vårdnadshavare?"),
        choices=[("ja", _("Ja")), ("nej", _("Nej"))],
        hints={
            "ja": _("Tillfrågas om samtycke och får planen när den skickas."),
            "nej": _("Tillfrågas inte om samtycke."),
        },
        missing=_("Välj ja eller nej"),
    )
    source = LongText(
        label=_("Hur har du kontrollerat det?"),
        help_text=_("Till exempel: personbevis från Skatteverket, visat 2026-11-02."),
        missing=_("Skriv hur du har kontrollerat det"),
        rows=2,
    )
    first_day = Day(
        label=_("Gäller från och med"),
        help_text=_("Lämna tomt om det gäller från i dag."),
        required=False,
    )
    last_day = Day(
        label=_("Gäller till och med"),
        help_text=_("Lämna tomt om inget slut är bestämt."),
        required=False,
    )
    language = OneOf(
        label=_("Språk"),
        choices=list(LANGUAGES.items()),
        initial="sv",
        widget=forms.Select(),
        missing=_("Välj språk"),
    )
    interpreter = ShortText(
        label=_("Tolk"), help_text=_("Om tolk behövs: på vilket språk?"), required=False
    )
    login = ElectronicId(label=_("Personnummer för e-legitimation"))
    view_agreed = Tick(
        label=_("Barnet och ni är överens om att personen får se barnets sidor efter 13 år"),
        help_text=_("Utan kryss stängs de när barnet fyller 13 år."),
    )

    def __init__(self, *args: Any, taken: Callable[[Any], bool], **kwargs: Any) -> None:
        """Keep the question whether the file already has somebody of that name."""
        super().__init__(*args, **kwargs)
        self.taken = taken

    def clean(self) -> dict[str, Any]:
        """Let the end come after the beginning, and nobody stand twice."""
        data = super().clean() or {}
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("Slutet ska komma efter början"))
        if data.get("given_name") and self.taken(self.name()):
            self.add_error("given_name", _("Personen står redan i akten"))
        return data

    def name(self) -> str:
        """Give the whole name."""
        names = (self.cleaned_data.get(key, "") for key in ("given_name", "family_name"))
        return " ".join(name.strip() for name in names)

    def begins(self) -> datetime | None:
        """Give the first moment, or none for now."""
        return _midnight(self.cleaned_data["first_day"])

    def ends(self) -> datetime | None:
        """Give the first moment after the last day, or none for no end."""
        last = self.cleaned_data["last_day"]
        return _midnight(last + timedelta(days=1)) if last else None


class EndCustodyForm(BaseForm):
    """How the end of custody was checked."""

    source = LongText(
        label=_("Hur har du kontrollerat det?"),
        help_text=_("Till exempel: tingsrättens dom 2026-11-02, visad i original."),
        missing=_("Skriv hur du har kontrollerat det"),
        rows=2,
    )


def _midnight(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None
