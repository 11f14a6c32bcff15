"""Forms of consent."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.parts import PLAN_PARTS
from varjebarn.disclosure.queries import Covered
from varjebarn.organisations.queries import UnitLine
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, SomeOf, Tick
from varjebarn.web.staff.labels import CAPACITIES, PARTS, label
from varjebarn.web.staff.offering import offer

HALF_A_YEAR, A_YEAR = 6, 12
UNIT = "verksamhet-"


def months_later(day: date, months: int) -> date:
    """Give the same day of a later month; its last day when it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


class AskForm(BaseForm):
    """What is asked: why, until when, and which parts each unit may be given."""

    purpose = LongText(
        label=_("Varför vill ni dela?"),
        help_text=_("Familjen läser det här. Säg vad barnet har för nytta av det."),
        missing=_("Skriv varför"),
        rows=2,
    )
    last_day = Day(label=_("Till och med vilken dag?"), missing=_("Skriv sista dagen"))
    with_concern = Tick(label=_("Skicka med vad vi är oroliga för"))
    concern_words = LongText(
        label=_("Vad vi är oroliga för"),
        help_text=_("Skickas bara om du har kryssat i rutan. Skriv så att barnet kan läsa det."),
        required=False,
        rows=3,
    )

    def __init__(
        self, *args: Any, units: Sequence[UnitLine], called: str, on: date, **kwargs: Any
    ) -> None:
        """Offer each unit near with the parts of a plan; nothing is ticked beforehand."""
        super().__init__(*args, **kwargs)
        self.on = on
        self.units = units
        self.fields["purpose"].initial = _("Att samordna stödet för %(name)s") % {"name": called}
        self.fields["last_day"].initial = months_later(on, HALF_A_YEAR)
        for unit in units:
            self.fields[f"{UNIT}{unit.unit}"] = SomeOf(
                label=f"{unit.name}, {unit.organisation_name}",
                choices=[(part.value, PARTS[part.value]) for part in PLAN_PARTS],
                required=False,
            )

    def unit_fields(self) -> list[dict[str, Any]]:
        """Give the units' fields for the page, those with something ticked open."""
        fields = [self[f"{UNIT}{unit.unit}"] for unit in self.units]
        return [{"field": field, "is_open": bool(field.value())} for field in fields]

    def clean_last_day(self) -> date:
        """Ask from now on, and for a year at most."""
        day: date = self.cleaned_data["last_day"]
        if day <= self.on:
            self.add_error("last_day", _("Dagen ska vara i morgon eller senare"))
        elif day > months_later(self.on, A_YEAR):
            self.add_error("last_day", _("Längst tolv månader fram"))
        return day

    def clean(self) -> dict[str, Any]:
        """Somebody is asked about, and what is ticked to be sent says something."""
        data = super().clean() or {}
        if not self.asked():
            self.add_error(None, _("Välj minst en verksamhet och vad den ska få"))
        if data.get("with_concern") and not data.get("concern_words", "").strip():
            self.add_error("concern_words", _("Skriv vad ni är oroliga för, eller ta bort krysset"))
        return data

    def asked(self) -> dict[UUID, frozenset[str]]:
        """Give the parts asked for, by unit."""
        chosen = {
            unit.unit: frozenset(self.cleaned_data.get(f"{UNIT}{unit.unit}", ()))
            for unit in self.units
        }
        return {unit: parts for unit, parts in chosen.items() if parts}

    def concern(self) -> str:
        """Give the words about the concern, only if the asker has ticked that they go along."""
        data = self.cleaned_data
        return str(data["concern_words"]).strip() if data["with_concern"] else ""


class EnterForm(BaseForm):
    """An answer given by other means: by whom, for which unit, what, how."""

    person = OneOf(label=_("Vem har svarat?"), missing=_("Välj vem som har svarat"))
    unit = OneOf(label=_("Vilken verksamhet gäller svaret?"), missing=_("Välj en verksamhet"))
    what = OneOf(
        label=_("Vad blev svaret?"),
        choices=[
            ("given", _("Ja")),
            ("refused", _("Nej")),
            ("withdrawn", _("Tar tillbaka sitt ja")),
        ],
        missing=_("Välj vad svaret blev"),
    )
    how = OneOf(
        label=_("Hur fick ni svaret?"),
        choices=[("oral", _("Muntligt")), ("paper", _("På papper"))],
        missing=_("Välj hur ni fick svaret"),
    )
    note = LongText(
        label=_("När och hur gick det till?"),
        help_text=_("Till exempel: på telefon i dag, när vi gick igenom frågan."),
        missing=_("Skriv när och hur"),
        rows=2,
    )

    def __init__(self, *args: Any, units: Sequence[Covered], **kwargs: Any) -> None:
        """Offer those who were asked, and the units of the circle."""
        super().__init__(*args, **kwargs)
        self.units: Mapping[str, Covered] = {str(unit.unit): unit for unit in units}
        self.people = units[0].answers if units else ()
        offer(
            self,
            "person",
            [
                (str(number), f"{person.name}, {label(CAPACITIES, person.capacity)}")
                for number, person in enumerate(self.people)
            ],
        )
        offer(
            self,
            "unit",
            [
                (key, f"{unit.unit_name}, {unit.organisation_name}")
                for key, unit in self.units.items()
            ],
        )

    def chosen(self) -> tuple[Covered, Any]:
        """Give the chosen unit and person."""
        data = self.cleaned_data
        return self.units[data["unit"]], self.people[int(data["person"])]
