"""Forms of noticing, handing on and judging."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from varjebarn.organisations.queries import StaffLine, UnitLine
from varjebarn.practice.rules import next_question, outcome
from varjebarn.practice.values import Outcome, PracticeModel
from varjebarn.web.shared.days import day_in_words
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, SomeOf
from varjebarn.web.staff.consent.forms import A_YEAR, months_later
from varjebarn.web.staff.labels import VOICES
from varjebarn.web.staff.offering import offer
from varjebarn.wellbeing.queries import SignalLine
from varjebarn.wellbeing.rules import NEEDS_REASON
from varjebarn.wellbeing.values import Note, NoteKind, Voice

TELL_MONTHS = 3


class NoticeForm(BaseForm):
    """Notes by the wheel: what works, what is hard, in whose voice; and one's own words."""

    own_words = LongText(
        label=_("Med dina egna ord"),
        help_text=_("Om du vill berätta hur det hänger ihop."),
        required=False,
        rows=3,
    )
    noticed_on = Day(label=_("När såg du det?"))

    def __init__(
        self, *args: Any, model: PracticeModel, language: str, on: date, **kwargs: Any
    ) -> None:
        """Make three fields for each dimension of the model, in its order."""
        super().__init__(*args, **kwargs)
        self.model, self.language, self.on = model, language, on
        self.fields["noticed_on"].initial = on
        for dimension in model.dimensions:
            self.fields[f"{dimension.key}-strength"] = _note(_("Det som fungerar"))
            self.fields[f"{dimension.key}-challenge"] = _note(_("Det som är svårt"))
            self.fields[f"{dimension.key}-voice"] = OneOf(
                label=_("Vem säger det?"),
                choices=list(VOICES.items()),
                initial=Voice.STAFF.value,
                required=False,
            )

    def dimensions(self) -> list[dict[str, Any]]:
        """Give the wheel's rows for the page, those that hold something open."""
        return [
            {
                "key": one.key,
                "label": one.label(self.language),
                "meaning": one.meaning.label(self.language),
                "fields": [
                    self[f"{one.key}-{name}"] for name in ("strength", "challenge", "voice")
                ],
                "is_open": any(self[f"{one.key}-{kind.value}"].value() for kind in NoteKind),
            }
            for one in self.model.dimensions
        ]

    def clean_noticed_on(self) -> date:
        """Nobody has seen something tomorrow."""
        day: date = self.cleaned_data["noticed_on"]
        if day > self.on:
            self.add_error("noticed_on", _("Dagen kan inte ligga framåt i tiden"))
        return day

    def clean(self) -> dict[str, Any]:
        """One note is enough, and it need not be a worry."""
        data = super().clean() or {}
        if not self.notes():
            self.add_error(None, _("Skriv något under minst ett område"))
        return data

    def notes(self) -> list[Note]:
        """Give what was written, in the wheel's order."""
        return [
            Note(
                dimension=one.key,
                kind=kind,
                text=text,
                voice=Voice(self.cleaned_data.get(f"{one.key}-voice") or Voice.STAFF.value),
            )
            for one in self.model.dimensions
            for kind in NoteKind
            if (text := self.cleaned_data.get(f"{one.key}-{kind.value}", "").strip())
        ]


class HandForm(BaseForm):
    """To which colleague."""

    person = OneOf(label=_("Vem tar det vidare?"), missing=_("Välj vem som tar det vidare"))

    def __init__(self, *args: Any, colleagues: Sequence[StaffLine], **kwargs: Any) -> None:
        """Offer the unit's contacts; a single one is chosen already."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.choices = [(str(line.person), f"{line.name}, {line.title}") for line in colleagues]
        if len(colleagues) == 1:
            field.initial = str(colleagues[0].person)


class AskUnitForm(BaseForm):
    """Which unit the family is asked about, why, and until when."""

    unit = OneOf(label=_("Vilken verksamhet?"), missing=_("Välj en verksamhet"))
    purpose = LongText(label=_("Varför vill du berätta?"), missing=_("Skriv varför"), rows=2)
    last_day = Day(label=_("Till och med vilken dag gäller frågan?"))

    def __init__(
        self, *args: Any, units: Sequence[UnitLine], called: str, on: date, **kwargs: Any
    ) -> None:
        """Offer the units of the area that the model names."""
        super().__init__(*args, **kwargs)
        self.on = on
        offer(
            self,
            "unit",
            [(str(unit.unit), f"{unit.name}, {unit.organisation_name}") for unit in units],
        )
        self.fields["purpose"].initial = _(
            "Att den som följer %(name)s får veta vad vi har sett"
        ) % {"name": called}
        self.fields["last_day"].initial = months_later(on, TELL_MONTHS)

    def clean_last_day(self) -> date:
        """Ask from now on, and for a year at most."""
        day: date = self.cleaned_data["last_day"]
        if not self.on < day <= months_later(self.on, A_YEAR):
            self.add_error("last_day", _("Välj en dag inom tolv månader"))
        return day


class AssessForm(BaseForm):
    """The model's tree, one question after the other, and the words to whoever noticed."""

    signals = SomeOf(label=_("Det här bedömer du"), missing=_("Välj vad du bedömer"))
    reason = LongText(
        label=_("Varför?"),
        help_text=_("Behövs när det hör till någon annan, eller när inget mer ska göras."),
        required=False,
        rows=2,
    )
    to_author = LongText(
        label=_("Till den som uppmärksammade"),
        help_text=_("Skriv vad som händer nu. Den som såg något ska alltid få ett svar."),
        missing=_("Skriv ett svar till den som uppmärksammade"),
        rows=2,
    )

    def __init__(
        self,
        *args: Any,
        signals: Sequence[SignalLine],
        model: PracticeModel,
        language: str,
        **kwargs: Any,
    ) -> None:
        """Make the tree's and the model's questions; all that waits is chosen."""
        super().__init__(*args, **kwargs)
        self.model = model
        field: Any = self.fields["signals"]
        field.choices = [
            (str(line.signal), f"{line.author_name}, {day_in_words(line.noticed_on)}")
            for line in signals
        ]
        field.initial = [str(line.signal) for line in signals]
        for node in model.decision:
            self.fields[f"fraga-{node.key}"] = OneOf(
                label=node.label(language),
                choices=[("ja", _("Ja")), ("nej", _("Nej"))],
                required=False,
            )
        for question in model.questions:
            self.fields[f"tanke-{question.key}"] = LongText(
                label=question.label(language), required=False, rows=2
            )
        for name in self.fields:
            self.fields[name].widget.attrs.setdefault("class", "ds-input")

    def tree(self) -> list[Any]:
        """Give the tree's fields."""
        return [self[f"fraga-{node.key}"] for node in self.model.decision]

    def questions(self) -> list[Any]:
        """Give the fields of the model's own questions."""
        return [self[f"tanke-{question.key}"] for question in self.model.questions]

    def clean(self) -> dict[str, Any]:
        """Follow the tree to its end; two of its ends need a reason."""
        data = super().clean() or {}
        asked = next_question(self.model.decision, self.answers())
        if asked is not None:
            self.add_error(f"fraga-{asked.key}", _("Svara ja eller nej"))
        elif self.outcome() in NEEDS_REASON and not data.get("reason", "").strip():
            self.add_error("reason", _("Skriv varför"))
        return data

    def answers(self) -> dict[str, bool]:
        """Give the answers to the tree."""
        data = self.cleaned_data
        said = {node.key: data.get(f"fraga-{node.key}", "") for node in self.model.decision}
        return {key: word == "ja" for key, word in said.items() if word}

    def outcome(self) -> Outcome | None:
        """Say where the answers lead."""
        return outcome(self.model.decision, self.answers())

    def thoughts(self) -> dict[str, str]:
        """Give the answers to the model's own questions."""
        return {
            question.key: self.cleaned_data[f"tanke-{question.key}"]
            for question in self.model.questions
        }

    def chosen(self) -> list[UUID]:
        """Give the signals that are judged."""
        return [UUID(signal) for signal in self.cleaned_data["signals"]]


class CloseForm(BaseForm):
    """The last word."""

    to_author = LongText(
        label=_("Vad blev det av det?"),
        missing=_("Skriv vad det blev av det"),
        rows=3,
    )


def _note(label: Any) -> LongText:
    field = LongText(label=label, required=False, rows=2)
    field.widget.attrs["class"] = "ds-input"
    return field
