"""The forms of bodies, seats, expected professions and mandates."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from varjebarn.steering.values import Named
from varjebarn.web.county import words
from varjebarn.web.county.choosing import INTERNAL, Number, Pick, offer
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, ShortText, SomeOf, Tick

LEVELS = tuple(words.LEVELS.items())


class BodyForm(BaseForm):
    """What a body is called, how high it stands, whom it reports to, and what it is for."""

    name = ShortText(label=_("Gruppens namn"), missing=_("Skriv vad gruppen heter"), max_length=120)
    level = OneOf(label=_("Nivå"), missing=_("Välj nivå"), choices=LEVELS)
    reports_to = Pick(
        label=_("Rapporterar till"),
        help_text=_("En grupp som inte rapporterar till någon visas som utan uppdragsgivare."),
        nothing=_("Ingen"),
        required=False,
    )
    purpose = LongText(
        label=_("Vad är gruppen till för?"), required=False, max_length=2000, help_text=INTERNAL
    )

    def __init__(self, *args: Any, above: Iterable[Named], **kwargs: Any) -> None:
        """Offer the bodies that one may report to."""
        super().__init__(*args, **kwargs)
        offer(self, "reports_to", above)


class ReformForm(BodyForm):
    """A body formed anew: from which day, and who goes along."""

    on = Day(label=_("Från vilken dag?"), missing=_("Skriv från vilken dag"))
    keep = SomeOf(
        label=_("Vilka följer med?"),
        help_text=_("De andra lämnar sina platser den dagen."),
        required=False,
    )

    def __init__(self, *args: Any, seats: Iterable[Named], **kwargs: Any) -> None:
        """Offer the seats of today, all of them chosen."""
        seats = list(seats)
        kwargs["initial"] = {**kwargs.get("initial", {}), "keep": [str(one.id) for one in seats]}
        super().__init__(*args, **kwargs)
        offer(self, "keep", seats)


class EndForm(BaseForm):
    """The day something ends."""

    on = Day(label=_("Vilken dag upphör gruppen?"), missing=_("Skriv vilken dag"))


class PersonForm(BaseForm):
    """Who gets a seat, with a profession that the county knows of."""

    name = ShortText(label=_("Namn"), missing=_("Skriv vem det är"), max_length=120)
    has_login = Tick(
        label=_("Personen loggar in i Varje barn"),
        help_text=_("Då kan hen svara för sin organisation. Skriv namnet som hen heter där."),
    )
    title = ShortText(label=_("Titel"), required=False, max_length=120)
    profession = Pick(label=_("Yrke eller verksamhet"), required=False, nothing=_("Inget av dem"))

    def __init__(self, *args: Any, professions: Iterable[Named], **kwargs: Any) -> None:
        """Offer the professions."""
        super().__init__(*args, **kwargs)
        offer(self, "profession", professions)


class SeatForm(PersonForm):
    """A seat in a body."""

    organisation = Pick(label=_("Organisation"), missing=_("Välj organisation"))
    seat = OneOf(
        label=_("Som vad?"),
        missing=_("Välj som vad"),
        choices=tuple(words.SEATS.items()),
        initial="member",
    )
    substitute_for = Pick(label=_("Ersättare för"), required=False, nothing=_("Ingen"))
    valid_from = Day(label=_("Från och med"), missing=_("Skriv från vilken dag"))
    last_day = Day(label=_("Till och med"), required=False)
    field_order = ("organisation", "name", "has_login", "title", "profession")

    def __init__(
        self, *args: Any, organisations: Iterable[Named], seats: Iterable[Named], **kwargs: Any
    ) -> None:
        """Offer the organisations, and whom one may be a substitute for."""
        super().__init__(*args, **kwargs)
        offer(self, "organisation", organisations)
        offer(self, "substitute_for", seats)

    def clean(self) -> dict[str, Any]:
        """See that the seat lasts."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        not_before(self, "last_day", values.get("valid_from"), _("Platsen slutar före den börjar"))
        return values


class ReplaceForm(PersonForm):
    """Who takes over a seat, and from which day."""

    on = Day(label=_("Från och med"), missing=_("Skriv från vilken dag"))


class LastDayForm(BaseForm):
    """The last day of a seat."""

    last_day = Day(label=_("Sista dagen på platsen"), missing=_("Skriv vilken dag"))


class ExpectForm(BaseForm):
    """A profession that is to be found somewhere."""

    name = ShortText(
        label=_("Yrke eller verksamhet"),
        help_text=_("Till exempel Elevhälsans medicinska insats"),
        missing=_("Skriv vilket yrke"),
        max_length=120,
    )
    short = ShortText(
        label=_("Förkortning"),
        help_text=_("Så som det brukar sägas, till exempel EMI"),
        required=False,
        max_length=20,
    )
    where = Pick(
        label=_("Var ska det finnas?"),
        help_text=_("I en grupp, eller i någon grupp på en nivå"),
        missing=_("Välj var"),
    )

    def __init__(self, *args: Any, bodies: Iterable[Named], **kwargs: Any) -> None:
        """Offer the levels and the bodies."""
        super().__init__(*args, **kwargs)
        offer(self, "where", [*LEVELS, *bodies])


class TermsForm(BaseForm):
    """On what terms a mandate is held."""

    purpose = LongText(label=_("Syfte"), required=False, max_length=2000, help_text=INTERNAL)
    limits = LongText(
        label=_("Ramar"),
        help_text=_("Vad som ingår, och vad som inte gör det"),
        required=False,
        max_length=2000,
        rows=3,
    )
    time_share = Number(
        label=_("Tid, i procent av en tjänst"),
        required=False,
        min_value=1,
        max_value=100,
        error_messages={
            "min_value": _("Skriv ett tal mellan 1 och 100"),
            "max_value": _("Skriv ett tal mellan 1 och 100"),
        },
    )
    resources = LongText(
        label=_("Andra resurser"),
        help_text=_("Till exempel pengar, lokaler eller hjälp av någon"),
        required=False,
        max_length=1000,
        rows=2,
    )
    due = Day(label=_("Klart senast"), required=False)
    reports_to = Pick(label=_("Rapporteras till"), required=False, nothing=_("Inte sagt"))
    reports_on = Day(label=_("Rapporteras senast"), required=False)

    def __init__(self, *args: Any, bodies: Iterable[Named], **kwargs: Any) -> None:
        """Offer the bodies that one may report to."""
        super().__init__(*args, **kwargs)
        offer(self, "reports_to", bodies)


class MandateForm(TermsForm):
    """A mandate: what, from whom, to whom."""

    title = ShortText(label=_("Uppdraget"), missing=_("Skriv vad uppdraget är"), max_length=200)
    decision = Pick(
        label=_("Beslut som ger uppdraget"),
        help_text=_("Då är det gruppen som beslutade som ger uppdraget."),
        required=False,
        nothing=_("Inget beslut i registret"),
    )
    given_by = Pick(label=_("Grupp som ger uppdraget"), required=False, nothing=_("Ingen av dem"))
    giver_name = ShortText(
        label=_("Annan som ger uppdraget"),
        help_text=_("Till exempel en nämnd"),
        required=False,
        max_length=120,
    )
    given_to = Pick(label=_("Grupp som får uppdraget"), required=False, nothing=_("Ingen av dem"))
    holder_name = ShortText(
        label=_("Annan som får uppdraget"),
        help_text=_("En person eller en tjänst"),
        required=False,
        max_length=120,
    )
    given_on = Day(label=_("Gavs"), missing=_("Skriv när uppdraget gavs"))
    field_order = (
        "title",
        "decision",
        "given_by",
        "giver_name",
        "given_to",
        "holder_name",
        "given_on",
    )

    def __init__(
        self, *args: Any, bodies: Iterable[Named], decisions: Iterable[Named], **kwargs: Any
    ) -> None:
        """Offer the bodies and the decisions."""
        bodies = list(bodies)
        super().__init__(*args, bodies=bodies, **kwargs)
        offer(self, "given_by", bodies)
        offer(self, "given_to", bodies)
        offer(self, "decision", decisions)

    def clean(self) -> dict[str, Any]:
        """Ask for one giver and one holder, and for a day to come."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if not any(values.get(name) for name in ("decision", "given_by", "giver_name")):
            self.add_error("given_by", _("Säg vem som ger uppdraget"))
        if not any(values.get(name) for name in ("given_to", "holder_name")):
            self.add_error("given_to", _("Säg vem som får uppdraget"))
        elif values.get("given_to") and values.get("given_to") == values.get("given_by"):
            self.add_error("given_to", _("En grupp ger inte sig själv ett uppdrag"))
        not_before(
            self, "due", values.get("given_on"), _("Dagen ligger före den dag uppdraget gavs")
        )
        return values


class EndMandateForm(BaseForm):
    """The end of a mandate, and what became of it."""

    on = Day(label=_("Vilken dag avslutades uppdraget?"), missing=_("Skriv vilken dag"))
    outcome = LongText(
        label=_("Vad blev det av uppdraget?"),
        help_text=INTERNAL,
        missing=_("Skriv vad det blev av uppdraget"),
        max_length=2000,
    )


def not_before(form: BaseForm, name: str, first: date | None, said: Any) -> None:
    """Say at a field when its day lies before another."""
    day = form.cleaned_data.get(name)
    if first is not None and day is not None and day < first:
        form.add_error(name, said)


def day_after(day: date | None) -> date | None:
    """Give the first day without something, from its last day."""
    return None if day is None else day + timedelta(days=1)
