"""Forms of a plan: each asks one thing."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from varjebarn.organisations.queries import UnitLine
from varjebarn.plan.documents import ActionLine, ActionStatus
from varjebarn.practice.values import PracticeModel
from varjebarn.web.shared.forms import BaseForm, Day, LongText, ShortText, SomeOf, Tick
from varjebarn.web.staff.consent.forms import months_later
from varjebarn.web.staff.labels import STATUSES
from varjebarn.web.staff.offering import offer

FAMILY = "familjen"
FOLLOW_UP_MONTHS = 3


class ComingDay(Day):
    """A day from today on."""

    def __init__(self, **kwargs: Any) -> None:
        """Keep today for the check, which the form gives."""
        super().__init__(**kwargs)
        self.on: date | None = None

    def validate(self, value: Any) -> None:
        """Refuse a day that has passed."""
        super().validate(value)
        if value is not None and self.on is not None and value < self.on:
            raise forms.ValidationError(_("Datumet ska vara i dag eller senare"))


def coming(form: forms.BaseForm, name: str, on: date) -> None:
    """Tell a field which day it is."""
    field: Any = form.fields[name]
    field.on = on


class StartForm(BaseForm):
    """What a plan begins with."""

    why = LongText(
        label=_("Varför behövs en plan?"),
        help_text=_("Skriv så att barnet och familjen känner igen sig."),
        missing=_("Skriv varför planen behövs"),
    )
    follow_up_on = ComingDay(label=_("När följer ni upp?"))
    is_sip = Tick(
        label=_("Planen är en SIP"),
        help_text=_("När barnet behöver insatser från både kommunen och regionen."),
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        """Propose a day."""
        super().__init__(*args, **kwargs)
        coming(self, "follow_up_on", on)
        self.fields["follow_up_on"].initial = months_later(on, FOLLOW_UP_MONTHS)


class WhyForm(BaseForm):
    """Why the plan exists."""

    why = LongText(
        label=_("Varför finns planen?"),
        help_text=_("Skriv så att barnet och familjen känner igen sig."),
        missing=_("Skriv varför planen finns"),
    )


class GoalForm(BaseForm):
    """What should become true."""

    wording = LongText(
        label=_("Vad vill vi uppnå?"),
        help_text=_("Skriv så att barnet förstår."),
        missing=_("Skriv ett mål"),
        rows=2,
    )
    how_seen = LongText(label=_("Hur märker vi det?"), required=False, rows=2)
    child_wording = LongText(label=_("Med barnets egna ord"), required=False, rows=2)


class NeedForm(BaseForm):
    """A need, and at once its first goal if there is one."""

    need = LongText(label=_("Vad behöver barnet?"), missing=_("Skriv vad barnet behöver"), rows=2)
    dimension = forms.ChoiceField(label=_("Var på hjulet?"), required=False)
    wording = LongText(label=_("Vad vill vi uppnå?"), required=False, rows=2)
    how_seen = LongText(label=_("Hur märker vi det?"), required=False, rows=2)
    child_wording = LongText(label=_("Med barnets egna ord"), required=False, rows=2)

    def __init__(self, *args: Any, model: PracticeModel, language: str, **kwargs: Any) -> None:
        """Offer the plan's own dimensions."""
        super().__init__(*args, **kwargs)
        offer(
            self,
            "dimension",
            [
                ("", _("Inget särskilt")),
                *((one.key, one.label(language)) for one in model.dimensions),
            ],
        )


class LeaveForm(BaseForm):
    """Why nothing is done about a need now."""

    reason = LongText(label=_("Varför gör ni inget nu?"), missing=_("Skriv varför"), rows=2)


class ActionForm(BaseForm):
    """What, towards what, who, when."""

    about = forms.ChoiceField(label=_("Vad hör det till?"))
    wording = ShortText(label=_("Vad ska göras?"), missing=_("Skriv vad som ska göras"))
    unit = forms.ChoiceField(label=_("Vilka gör det?"))
    person_name = ShortText(label=_("Vem där?"), required=False)
    due = ComingDay(label=_("Klart senast"))

    def __init__(
        self,
        *args: Any,
        about: Sequence[tuple[str, str]],
        units: Sequence[UnitLine],
        own: UUID | None,
        on: date,
        **kwargs: Any,
    ) -> None:
        """Offer the plan's goals and needs, the own unit first, and the family."""
        super().__init__(*args, **kwargs)
        offer(self, "about", about)
        nearest = sorted(units, key=lambda unit: unit.unit != own)
        offer(
            self,
            "unit",
            [
                *((str(unit.unit), f"{unit.name}, {unit.organisation_name}") for unit in nearest),
                (FAMILY, _("Familjen eller någon nära")),
            ],
        )
        coming(self, "due", on)

    def clean(self) -> dict[str, Any]:
        """Somebody near has a name."""
        data = super().clean() or {}
        if data.get("unit") == FAMILY and not data.get("person_name", "").strip():
            self.add_error("person_name", _("Skriv vem som gör det"))
        return data

    def responsible(self) -> UUID | None:
        """Give the unit, or None for the family."""
        chosen = self.cleaned_data["unit"]
        return None if chosen == FAMILY else UUID(chosen)

    def towards(self) -> dict[str, UUID]:
        """Give the goal or the need."""
        kind, ref = self.cleaned_data["about"].split(":")
        return {kind: UUID(ref)}


class ChangeForm(BaseForm):
    """How an action goes, and another day if need be."""

    status = forms.ChoiceField(label=_("Hur går det?"), choices=list(STATUSES.items()))
    note = LongText(label=_("Något att berätta?"), required=False, rows=2)
    due = Day(label=_("Klart senast"), required=False)

    def __init__(self, *args: Any, line: ActionLine, **kwargs: Any) -> None:
        """Begin with how it stands."""
        super().__init__(*args, **kwargs)
        self.fields["status"].initial = line.status.value
        self.fields["note"].initial = line.note
        self.fields["due"].initial = line.due

    def chosen(self) -> ActionStatus:
        """Give the chosen status."""
        return ActionStatus(self.cleaned_data["status"])


class TeamForm(BaseForm):
    """A unit of the team and the one to call there."""

    unit = forms.ChoiceField(label=_("Vilken verksamhet?"))
    contact_name = ShortText(label=_("Kontaktperson"), required=False)
    contact_title = ShortText(label=_("Yrke eller uppgift"), required=False)
    telephone = ShortText(label=_("Telefon"), required=False)

    def __init__(self, *args: Any, units: Sequence[UnitLine], **kwargs: Any) -> None:
        """Offer the units near."""
        super().__init__(*args, **kwargs)
        offer(
            self,
            "unit",
            [(str(unit.unit), f"{unit.name}, {unit.organisation_name}") for unit in units],
        )


class FollowUpForm(BaseForm):
    """When it is seen whether it has helped."""

    follow_up_on = ComingDay(label=_("Vilken dag följer ni upp?"))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        """Keep today."""
        super().__init__(*args, **kwargs)
        coming(self, "follow_up_on", on)


class DisagreementForm(BaseForm):
    """What somebody sees differently."""

    whose = ShortText(label=_("Vem tycker annorlunda?"), missing=_("Skriv vem"))
    text = LongText(
        label=_("Vad tycker personen?"),
        help_text=_("Det skrivs aldrig om. Det står kvar som det sades."),
        missing=_("Skriv vad personen tycker"),
    )


class NoViewForm(BaseForm):
    """Why the next version has no words of the child's."""

    reason = LongText(
        label=_("Varför saknas barnets ord?"),
        help_text=_("Gäller bara nästa version. Sedan frågas det igen."),
        missing=_("Skriv varför barnets ord saknas"),
        rows=2,
    )


class InviteForm(BaseForm):
    """Which units are asked to take part, and what is asked of them."""

    units = SomeOf(label=_("Vilka bjuder du in?"), missing=_("Välj minst en verksamhet"))
    asked = LongText(
        label=_("Vad undrar ni om de kan göra?"),
        missing=_("Skriv vad ni undrar om de kan göra"),
    )

    def __init__(self, *args: Any, units: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer those that the consent covers."""
        super().__init__(*args, **kwargs)
        offer(self, "units", units)
        self.fields["units"].initial = [key for key, _name in units]

    def chosen(self) -> list[UUID]:
        """Give the chosen units."""
        return [UUID(key) for key in self.cleaned_data["units"]]
