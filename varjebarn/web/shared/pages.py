"""What the error pages say: a heading, what happened, what to do, and the way on."""

from dataclasses import dataclass
from enum import StrEnum

from django.http import HttpRequest
from django.utils.translation import gettext as _

from varjebarn.web.shared.reasons import sentence

NEVER_SHOWN = ("csrfmiddlewaretoken", "password", "password1", "password2", "login")
LONG = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One thing somebody had typed when the login ran out."""

    name: str
    value: str

    @property
    def is_written(self) -> bool:
        """Whether it is a person's own text, to be shown; choices are only carried along."""
        return " " in self.value.strip() or len(self.value) > LONG


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """An error page in words."""

    heading: str
    what: str
    todo: str = ""
    link: str = "/"
    link_text: str = ""
    provision: str = ""


def not_found_page() -> ErrorPage:
    """One page for what is hidden and what never was; nobody can tell them apart."""
    return ErrorPage(
        heading=_("Sidan finns inte"),
        what=_("Det finns ingen sida på den här adressen, eller så är den inte till för dig."),
        todo=_(
            "Är adressen rätt skriven? Har du fått den av någon annan kan sidan vara bara för "
            "den personen."
        ),
        link_text=_("Till startsidan"),
    )


def refused_page(reason: StrEnum, *, provision: str = "", back: str = "/") -> ErrorPage:
    """Say why a rule said no, and lead back."""
    return ErrorPage(
        heading=_("Det gick inte"),
        what=sentence(reason),
        todo=_("Ingenting har sparats eller skickats."),
        link=back,
        link_text=_("Tillbaka"),
        provision=provision,
    )


def changed_page(*, back: str = "/") -> ErrorPage:
    """Somebody was before you."""
    return ErrorPage(
        heading=_("Det har ändrats"),
        what=_("Någon annan hann ändra här medan du hade sidan öppen."),
        todo=_("Ingenting har sparats eller skickats. Läs sidan igen och gör om det du ville."),
        link=back,
        link_text=_("Visa sidan som den är nu"),
    )


def server_error_page() -> ErrorPage:
    """Something broke."""
    return ErrorPage(
        heading=_("Något gick fel hos oss"),
        what=_("Det var inte ditt fel. Felet är noterat utan något av det du skrev."),
        todo=_("Gå tillbaka och försök igen om en stund."),
        link_text=_("Till startsidan"),
    )


def unavailable_page(*, keeps: bool = False) -> ErrorPage:
    """Say that the service rests; after a form, that its text is still here."""
    if keeps:
        return ErrorPage(
            heading=_("Tjänsten vilar en stund"),
            what=_("Ingenting har sparats. Det du har skrivit finns kvar här nedanför."),
            todo=_("Vänta några minuter och välj Skicka igen. Är ett barn i fara nu, ring 112."),
        )
    return ErrorPage(
        heading=_("Tjänsten vilar en stund"),
        what=_("Ingenting har sparats. Inget som redan är sparat försvinner."),
        todo=_("Försök igen om några minuter. Är ett barn i fara nu, ring 112."),
        link_text=_("Försök igen"),
    )


def csrf_page() -> ErrorPage:
    """Say that a form came from a page that was too old, or from somewhere else."""
    return ErrorPage(
        heading=_("Sidan var för gammal"),
        what=_("Formuläret kom från en sida som inte gäller längre, så vi tog inte emot det."),
        todo=_("Öppna sidan på nytt och skicka igen. Kakor måste vara tillåtna för tjänsten."),
        link_text=_("Till startsidan"),
    )


def kept_fields(request: HttpRequest) -> tuple[Kept, ...]:
    """Give what was typed, but never a password or a token."""
    return tuple(
        Kept(name=name, value=str(value))
        for name, values in request.POST.lists()
        if name not in NEVER_SHOWN
        for value in values
    )
