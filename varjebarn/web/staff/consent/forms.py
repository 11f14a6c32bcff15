"""Forms of consent."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.commands import Given
from varjebarn.disclosure.departing import BIGGEST_PAPER, may_store_paper
from varjebarn.disclosure.matters import Matter
from varjebarn.disclosure.parts import PLAN_PARTS
from varjebarn.disclosure.queries import AnswerLine, Covered
from varjebarn.disclosure.reasons import Reason
from varjebarn.organisations.queries import UnitLine
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, ShortText, SomeOf, Tick
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.staff.consent.labels import MATTERS
from varjebarn.web.staff.consent.pages import UNIT
from varjebarn.web.staff.labels import CAPACITIES, PARTS, label
from varjebarn.web.staff.offering import offer

HALF_A_YEAR, A_YEAR = 6, 12


def months_later(day: date, months: int) -> date:
    """Give the same day of a later month; its last day when it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


class AskForm(BaseForm):
    """What is asked: why, until when, and which parts each unit may be given."""

    sometimes = frozenset({"concern_words"})
    purpose = LongText(
        label=_("Varför vill ni dela?"),
        help_text=_("Familjen läser det här. Säg vad barnet har för nytta av det."),
        missing=_("Skriv varför"),
        rows=2,
    )
    last_day = Day(label=_("Till och med vilken dag?"), missing=_("Skriv sista dagen"))
    matter = OneOf(
        label=_("Vad gäller frågan?"),
        help_text=_(
            "Har barnet en ställföreträdare, eller har socialnämnden beslutat om en insats, "
            "avgör svaret här vem som får frågan och vad beslutet räcker till."
        ),
        choices=list(MATTERS.items()),
        initial=Matter.EVERYDAY.value,
        required=False,
    )
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
        self.fields["purpose"].initial = _("Att vi tillsammans ska kunna hjälpa %(name)s") % {
            "name": called
        }
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

    def about(self) -> Matter:
        """Give what the question is about; everyday support when nothing is chosen."""
        return Matter(self.cleaned_data["matter"] or Matter.EVERYDAY.value)

    def concern(self) -> str:
        """Give the words about the concern, only if the asker has ticked that they go along."""
        data = self.cleaned_data
        return str(data["concern_words"]).strip() if data["with_concern"] else ""


class EnterForm(BaseForm):
    """An answer given by other means: by whom, for which unit, what, how."""

    person = OneOf(label=_("Vem har svarat?"), missing=_("Välj vem som har svarat"))
    unit = SomeOf(
        label=_("Vilka verksamheter gäller svaret?"), missing=_("Välj minst en verksamhet")
    )
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
    said_on = Day(label=_("Vilken dag?"), missing=_("Skriv vilken dag svaret gavs"))
    heard_by = ShortText(
        label=_("Vem hörde svaret eller tog emot papperet?"),
        help_text=_("Namn och yrke."),
        missing=_("Skriv vem som hörde svaret eller tog emot papperet"),
    )
    note = LongText(
        label=_("Hur gick det till?"),
        help_text=_("Till exempel: på telefon, eller på mötet när vi gick igenom frågan."),
        missing=_("Skriv hur det gick till"),
        rows=2,
    )
    reference = ShortText(
        label=_("Var finns papperet?"),
        help_text=_("Om svaret kom på papper. Till exempel: pärmen i arkivrummet, nr 14."),
        required=False,
    )
    scan = forms.FileField(
        label=_("Papperet, inskannat"),
        help_text=_("PDF, JPEG eller PNG, högst 5 MB."),
        required=False,
        allow_empty_file=True,
    )

    def __init__(
        self,
        *args: Any,
        units: Sequence[Covered],
        on: date,
        by: str,
        is_too_big: bool = False,
        **kwargs: Any,
    ) -> None:
        """Offer those who were asked, and the units of the circle.

        `is_too_big`: what was sent was so big that its file was not even read.
        """
        super().__init__(*args, **kwargs)
        self.on, self.is_too_big = on, is_too_big
        self.fields["said_on"].initial = on
        self.fields["heard_by"].initial = by
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

    def clean_said_on(self) -> date:
        """Let nobody have answered tomorrow."""
        day: date = self.cleaned_data["said_on"]
        if day > self.on:
            self.add_error("said_on", _("Dagen har inte varit än"))
        return day

    def clean_scan(self) -> bytes:
        """Judge a file by what it holds. Nothing is what it says it is."""
        found = self.cleaned_data.get("scan")
        content: bytes = found.read(BIGGEST_PAPER + 1) if found else b""
        reason = may_store_paper(content).reason if found else None
        if self.is_too_big:
            reason = Reason.PAPER_TOO_BIG
        if reason is not None:
            self.add_error("scan", sentence(reason))
        return content

    def chosen(self) -> tuple[list[Covered], AnswerLine]:
        """Give the chosen units and the person."""
        data = self.cleaned_data
        return [self.units[key] for key in data["unit"]], self.people[int(data["person"])]

    def given(self, paper: UUID | None) -> Given:
        """Give how the answer came."""
        data = self.cleaned_data
        return Given(
            said_on=data["said_on"],
            heard_by=data["heard_by"],
            reference=data["reference"],
            paper=paper,
        )
