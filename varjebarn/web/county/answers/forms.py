"""Forms of report-backs: asking, answering, asking a colleague, and finding answers."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from varjebarn.steering.rules.news import may_subscribe
from varjebarn.web.county.decided.forms import Pick
from varjebarn.web.county.papers.forms import FileForm
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, ShortText

Choices = Iterable[tuple[str, str]]
QUESTION, ANALYSIS = "question", "analysis"
USUAL_PARTS = ("Ekonomi", "Resurser", "Tidplan", "Vad som behövs")
WEEK = timedelta(days=7)


class OrganisationForm(BaseForm):
    """For which organisation something is said. A single one is not asked for."""

    organisation = OneOf(label=_("Vilken organisation svarar?"), missing=_("Välj organisation"))

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        """Offer the organisations that one may speak for."""
        offered = list(choices)
        self.offered = frozenset(key for key, _name in offered)
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        assert isinstance(field, OneOf)  # noqa: S101 - declared above
        field.choices = offered
        if len(offered) == 1:
            field.widget = forms.HiddenInput()
            self.initial.setdefault("organisation", offered[0][0])


class AnswerForm(OrganisationForm):
    """One organisation's answer: one field, or one for each heading of an analysis."""

    def __init__(self, *args: Any, parts: Sequence[str], **kwargs: Any) -> None:
        """Make a field for each heading, or the one."""
        super().__init__(*args, **kwargs)
        for name, label in self._asked(parts):
            self.fields[name] = LongText(
                label=label,
                help_text=_("Skriv inget om enskilda barn. Svaret blir öppet för alla."),
                missing=_("Skriv ett svar"),
                required=not parts,
                max_length=4000,
                rows=6,
            )
            self.fields[name].widget.attrs["class"] = "ds-input"

    def _asked(self, parts: Sequence[str]) -> list[tuple[str, Any]]:
        self.names = [f"part-{number}" for number in range(len(parts))] or ["text"]
        labels: list[Any] = list(parts) or [_("Svaret")]
        return list(zip(self.names, labels, strict=True))

    def clean(self) -> dict[str, Any]:
        """Ask for at least one heading."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if not any(values.get(name) for name in self.names) and not self.errors:
            self.add_error(self.names[0], _("Skriv något under minst en rubrik."))
        return values

    @property
    def texts(self) -> list[str]:
        """Give what was written, heading by heading."""
        return [self.cleaned_data[name] for name in self.names]

    @property
    def has_text(self) -> bool:
        """Whether anything was written, also when it isn't sent as an answer."""
        return any(self.data.get(name, "").strip() for name in self.names)


class AnswerFileForm(FileForm, OrganisationForm):
    """A file with an organisation's answer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Call it a file: it is no paper of the meeting's."""
        super().__init__(*args, **kwargs)
        self.fields["title"].label = _("Vad ska filen heta?")


class DelegateForm(OrganisationForm):
    """A colleague by name, and then which of those who are called so."""

    name = ShortText(
        label=_("Vad heter din kollega?"), missing=_("Skriv kollegans namn"), max_length=100
    )
    who = OneOf(label=_("Vem menar du?"), required=False)
    address = ShortText(
        label=_("Kollegans e-postadress i tjänsten"),
        help_text=_("Då går ett brev dit med en länk hit. Frågan står inte i brevet."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def clean_address(self) -> str:
        """Take what could be an address."""
        address: str = self.cleaned_data["address"].strip()
        if address and not may_subscribe(address):
            raise ValidationError(_("Skriv adressen som namn@exempel.se"))
        return address

    def offer(self, people: Choices) -> None:
        """Let one choose among those who were found."""
        field = self.fields["who"]
        assert isinstance(field, OneOf)  # noqa: S101 - declared above
        field.choices = list(people)


class AskForm(BaseForm):
    """A question to every organisation, or a set of them."""

    kind = OneOf(
        label=_("Vad vill du fråga om?"),
        choices=[(QUESTION, _("En fråga")), (ANALYSIS, _("Nulägesanalys med flera rubriker"))],
        initial=QUESTION,
    )
    question = LongText(
        label=_("Frågan"),
        help_text=_("Den står också i påminnelsen som går ut med e-post."),
        missing=_("Skriv frågan"),
        max_length=500,
        rows=2,
    )
    parts = LongText(
        label=_("Rubriker i nulägesanalysen"),
        help_text=_("En på varje rad."),
        required=False,
        max_length=2000,
        rows=5,
        initial="\n".join(USUAL_PARTS),
    )
    due = Day(label=_("Svar senast"))
    remind_first = Day(label=_("Första påminnelsen"), required=False)
    remind_last = Day(label=_("Andra påminnelsen"), required=False)

    def clean(self) -> dict[str, Any]:
        """Take both reminders or none: then they go a week and a day before."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if bool(values.get("remind_first")) is not bool(values.get("remind_last")):
            missing = "remind_last" if values.get("remind_first") else "remind_first"
            self.add_error(missing, _("Fyll i båda dagarna, eller ingen av dem"))
        return values

    @property
    def reminders(self) -> tuple[date, date] | None:
        """Give the two days, if they were chosen."""
        first, last = (self.cleaned_data[name] for name in ("remind_first", "remind_last"))
        return (first, last) if first and last else None

    @property
    def headings(self) -> list[str]:
        """Give the headings, one of each line."""
        lines = self.cleaned_data["parts"].splitlines()
        return [line.strip() for line in lines if line.strip()]


class FindAnswersForm(BaseForm):
    """What to look for among answers. Never sent to be checked: it shows what is asked for."""

    organisation = Pick(label=_("Organisation"))
    ord = ShortText(label=_("Ord i svaren"), max_length=200)

    def __init__(self, *, asked: dict[str, Any], organisations: Choices) -> None:
        """Offer every organisation."""
        super().__init__(initial=asked)
        field = self.fields["organisation"]
        assert isinstance(field, Pick)  # noqa: S101 - declared above
        field.offer(_("Alla organisationer"), organisations)
