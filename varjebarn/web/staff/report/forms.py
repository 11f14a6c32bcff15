"""What was decided, whether the reporter has asked, and why she may be told."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.feedback import Choice
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf
from varjebarn.web.staff.labels import REPORT_CHOICES

SEND, FIELD = "skicka", "gor"


class FeedbackForm(BaseForm):
    """The three values and nothing else; the assessment is asked for when it is to be sent."""

    sometimes = frozenset({"suitability"})
    choice = OneOf(
        label=_("Vad har ni beslutat?"),
        choices=[(one.value, REPORT_CHOICES[one.value]) for one in Choice],
        missing=_("Välj vad ni har beslutat"),
    )
    decided_on = Day(label=_("Vilken dag beslutade ni?"))
    asked_on = Day(
        label=_("Vilken dag bad den som lämnade uppgiften att få veta?"),
        help_text=_("Lämna tomt om ingen har frågat."),
        required=False,
    )
    suitability = LongText(
        label=_("Varför är det lämpligt att berätta?"),
        help_text=_("Mottagaren ser inte det här. Det behövs när du skickar."),
        required=False,
        rows=2,
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        """Suggest today."""
        super().__init__(*args, **kwargs)
        self.fields["decided_on"].initial = on

    @property
    def is_sending(self) -> bool:
        """Whether the reporter is to be told now; else it is noted."""
        return str(self.data.get(FIELD, "")) == SEND

    def clean(self) -> dict[str, Any]:
        """Ask why it may be told when it is."""
        data = super().clean() or {}
        if self.is_sending and not str(data.get("suitability", "")).strip():
            self.add_error("suitability", _("Skriv varför det är lämpligt att berätta"))
        return data
