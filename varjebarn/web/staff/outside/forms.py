"""Forms of giving a part to an association, and of what comes of it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure import outside
from varjebarn.disclosure.defaults import suggested
from varjebarn.disclosure.reasons import Reason
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, ShortText, Tick
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.staff.labels import PARTS
from varjebarn.web.staff.offering import offer

TWO_WEEKS = timedelta(days=14)
KIND = "outside_part"


class GiveForm(BaseForm):
    """Which part, to whom, how, until when, and on which promise."""

    association = OneOf(label=_("Vilken förening?"), missing=_("Välj en förening"))
    part = OneOf(
        label=_("Vilken del av planen?"),
        help_text=_("En enda. Om insatserna nämner föreningen går bara deras egna med."),
        choices=[(part.value, PARTS[part.value]) for part in outside.PARTS],
        missing=_("Välj en del"),
    )
    to_name = ShortText(
        label=_("Vilken ledare ska få den?"),
        help_text=_("För- och efternamn på en enda person."),
        missing=_("Skriv namnet på den ledare som ska få delen."),
    )
    way = OneOf(
        label=_("Hur ska den lämnas?"),
        choices=[
            (outside.Way.LINK.value, _("Med en länk som öppnas en gång")),
            (outside.Way.PAPER.value, _("På papper")),
        ],
        missing=_("Välj hur"),
    )
    reservation = LongText(
        label=_("Förbehåll som ledaren ska godta först"),
        help_text=_("En förening har ingen sekretess i lag. Det här är vad ledaren lovar."),
        missing=_("Skriv förbehållet som ledaren ska godta först."),
        rows=4,
    )
    last_day = Day(label=_("Till och med vilken dag?"), missing=_("Skriv sista dagen"))
    child_view = LongText(
        label=_("Vad vill barnet?"),
        missing=_("Skriv vad barnet vill, eller varför barnet inte har frågats"),
        rows=2,
    )
    offence = Tick(label=_("Delen innehåller uppgifter om brott"))

    def __init__(
        self, *args: Any, associations: Sequence[tuple[str, str]], on: date, **kwargs: Any
    ) -> None:
        """Offer the associations that a consent names; suggest a promise and two weeks."""
        super().__init__(*args, **kwargs)
        self.on = on
        offer(self, "association", associations)
        if len(associations) == 1:
            self.fields["association"].initial = associations[0][0]
        self.fields["last_day"].initial = on + TWO_WEEKS
        for name in ("reservation", "child_view"):
            words = suggested(KIND, "reservation_text" if name == "reservation" else name)
            self.fields[name].initial = words.label("sv") if words else ""
            self.fields[name].widget.attrs["lang"] = "sv"

    def clean(self) -> dict[str, Any]:
        """Refuse what the rule refuses, where it stands."""
        data = super().clean() or {}
        last_day = data.get("last_day")
        if last_day is not None and not self.on <= last_day <= self.on + outside.LONGEST:
            self.add_error("last_day", sentence(Reason.OUTSIDE_LAST_DAY))
        if data.get("offence"):
            self.add_error("offence", sentence(Reason.OFFENCE_DATA_TO_CIVIL_SOCIETY))
        return data


class ReceiptForm(BaseForm):
    """Who has signed for the paper."""

    name = ShortText(
        label=_("Vem har skrivit under förbehållet?"),
        missing=_("Skriv namnet på den ledare som ska få delen."),
    )


class AnswerForm(BaseForm):
    """What the leader answered, on whose behalf, when and how."""

    words = LongText(
        label=_("Vad svarade ledaren?"),
        help_text=_("Skriv det som ledaren sade, så nära orden som det går."),
        missing=_("Skriv vad ledaren svarade."),
        rows=3,
    )
    said_by = ShortText(label=_("Vem svarade?"), missing=_("Skriv vem som svarade"))
    said_on = Day(label=_("Vilken dag?"), missing=_("Skriv dagen"))
    how = forms.ChoiceField(
        label=_("Hur?"),
        choices=[
            (outside.How.ORAL.value, _("Vid ett samtal")),
            (outside.How.PAPER.value, _("På papper")),
            (outside.How.MAIL.value, _("I ett meddelande")),
        ],
    )

    def __init__(self, *args: Any, leader: str, entered_by: str, on: date, **kwargs: Any) -> None:
        """Suggest the leader, and today."""
        super().__init__(*args, **kwargs)
        self.entered_by = entered_by
        self.on = on
        self.fields["said_by"].initial = leader
        self.fields["said_on"].initial = on

    def clean(self) -> dict[str, Any]:
        """Nobody answers for themselves here, and not in days to come."""
        data = super().clean() or {}
        if data.get("said_on") and data["said_on"] > self.on:
            self.add_error("said_on", _("Dagen har inte varit än"))
        if data.get("words") and data.get("said_by"):
            decision = outside.may_note_answer(
                words=data["words"], said_by=data["said_by"], entered_by=self.entered_by
            )
            if isinstance(decision.reason, Reason):
                self.add_error("said_by", sentence(decision.reason))
        return data


class EndForm(BaseForm):
    """Why it ends before its last day."""

    reason = LongText(
        label=_("Varför avslutas det?"),
        help_text=_("Det du skriver sparas i loggen."),
        missing=_("Skriv varför"),
        rows=2,
    )
