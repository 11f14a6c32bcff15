"""Forms of the log's review."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from varjebarn.audit.values import About, Outcome
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, ShortText
from varjebarn.web.staff.log.words import OUTCOME_HINTS, OUTCOMES


class ConcludeForm(BaseForm):
    """What a review came to."""

    sometimes = frozenset({"words"})
    outcome = OneOf(
        label=_("Vad kom du fram till?"),
        choices=[(one.value, OUTCOMES[one]) for one in Outcome],
        hints={one.value: hint for one, hint in OUTCOME_HINTS.items()},
        missing=_("Välj vad du kom fram till"),
    )
    words = LongText(
        label=_("Med egna ord"),
        help_text=_("Skriv inget om barnet. Vid ”Som väntat” behövs inga ord."),
        required=False,
        rows=3,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for words where the outcome needs them, beside the field they are missing in."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        outcome = cleaned.get("outcome")
        if outcome and outcome != Outcome.EXPECTED and not cleaned.get("words", "").strip():
            self.add_error("words", _("Skriv med egna ord"))
        return cleaned


class AskReaderForm(BaseForm):
    """What the reader is asked."""

    words = LongText(
        label=_("Vad vill du veta?"),
        help_text=_("Den som läste ser frågan på sin dag. Skriv inget om barnet."),
        missing=_("Skriv vad du vill veta"),
        rows=3,
    )


class ExplainForm(BaseForm):
    """Why one read."""

    words = LongText(
        label=_("Varför läste du?"),
        help_text=_("Skriv vad du behövde det till. Skriv inget om hur barnet har det."),
        missing=_("Skriv varför du läste"),
        rows=4,
    )


class AnswerForm(BaseForm):
    """What the family is answered."""

    words = LongText(
        label=_("Vad svarar du?"),
        help_text=_("Skriv så att ett barn förstår. Ditt namn och din titel visas under svaret."),
        missing=_("Skriv ett svar"),
        rows=4,
    )


class ExtractForm(BaseForm):
    """What an extract is about, and of which days."""

    sometimes = frozenset({"name"})
    about = OneOf(
        label=_("Vad gäller utdraget?"),
        choices=[
            (About.UNIT.value, _("Hela verksamhetens logg")),
            (About.CHILD.value, _("Ett barn")),
            (About.PERSON.value, _("En medarbetare")),
        ],
        initial=About.UNIT.value,
        missing=_("Välj vad utdraget gäller"),
    )
    name = ShortText(
        label=_("Barnets eller medarbetarens hela namn"),
        help_text=_("Som det står i loggen. Behövs inte för hela verksamhetens logg."),
        required=False,
    )
    first = Day(label=_("Från och med"), missing=_("Skriv datumet som 2026-12-18"))
    last = Day(label=_("Till och med"), missing=_("Skriv datumet som 2026-12-18"))

    def clean(self) -> dict[str, Any]:
        """Ask for a name where one is needed, and for days in their order."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("about") in {About.CHILD, About.PERSON} and not cleaned.get("name"):
            self.add_error("name", _("Skriv hela namnet"))
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", _("Den sista dagen ligger före den första"))
        return cleaned
