"""The forms of documents, activities and messages."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varjebarn.web.county.documents import words
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, ShortText, Tick

NO_CHILD = _("Skriv inget om enskilda barn.")
HOW = _(
    "Skriv inget om enskilda barn. Börja en rubrik med ## och en punkt i en lista med -. "
    "En tom rad gör ett nytt stycke."
)
LONGEST = 60_000


class StartForm(BaseForm):
    """A new document."""

    title = ShortText(
        label=_("Vad heter dokumentet?"), missing=_("Skriv vad det heter"), max_length=120
    )
    kind = OneOf(
        label=_("Vilket slag är det?"),
        missing=_("Välj vilket slag det är"),
        choices=tuple(words.KINDS.items()),
    )
    body = OneOf(label=_("Vilken grupp beslutar om det?"), missing=_("Välj grupp"))
    text = LongText(
        label=_("Texten"), help_text=HOW, missing=_("Skriv en text"), max_length=LONGEST, rows=16
    )

    def __init__(self, *args: Any, bodies: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the bodies for which one may write; a single one is chosen beforehand."""
        offered = list(bodies)
        if len(offered) == 1:
            kwargs["initial"] = {"body": offered[0][0]}
        super().__init__(*args, **kwargs)
        offer(self, "body", offered)


class DraftForm(BaseForm):
    """The next version of a document."""

    text = LongText(
        label=_("Texten"), help_text=HOW, missing=_("Skriv en text"), max_length=LONGEST, rows=20
    )
    summary = ShortText(
        label=_("Vad är nytt?"),
        help_text=_("En mening för den som har läst förra versionen."),
        required=False,
        max_length=200,
    )
    after = forms.IntegerField(widget=forms.HiddenInput)


class InForceForm(BaseForm):
    """From which day a version holds, and by which decision."""

    decision = OneOf(label=_("Vilket beslut?"), missing=_("Välj beslut"))
    from_day = Day(label=_("Gäller från och med"), missing=_("Skriv dagen då den börjar gälla"))

    def __init__(
        self,
        *args: Any,
        decisions: Iterable[tuple[str, str]],
        decided_on: date | None = None,
        **kwargs: Any,
    ) -> None:
        """Offer the decisions made where the version stood, and the day of the meeting."""
        offered = list(decisions)
        first = offered[0][0] if len(offered) == 1 else None
        kwargs["initial"] = {"decision": first, "from_day": decided_on}
        super().__init__(*args, **kwargs)
        offer(self, "decision", offered)


class ActivityForm(BaseForm):
    """A dated part of a plan."""

    title = ShortText(
        label=_("Vad ska göras?"),
        help_text=NO_CHILD,
        missing=_("Skriv vad som ska göras"),
        max_length=120,
    )
    owner = ShortText(label=_("Vem ansvarar?"), missing=_("Skriv vem som ansvarar"), max_length=120)
    starts = Day(label=_("Första dagen"), missing=_("Skriv första dagen"))
    ends = Day(
        label=_("Sista dagen"),
        help_text=_("Lämna tomt om det är en enda dag."),
        required=False,
    )
    is_milestone = Tick(label=_("Det är en milstolpe: en dag då något ska vara klart"))

    def clean(self) -> dict[str, Any]:
        """Let a single day end the day it begins; say at the field when it ends before."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        values["ends"] = values.get("ends") or values.get("starts")
        starts, ends = values.get("starts"), values["ends"]
        if starts and ends and ends < starts:
            self.add_error("ends", _("Sista dagen ligger före den första"))
        elif starts and values.get("is_milestone") and ends != starts:
            self.add_error("ends", _("En milstolpe är en enda dag"))
        return values


class ReportForm(BaseForm):
    """How an activity goes."""

    status = OneOf(
        label=_("Hur går det?"),
        missing=_("Välj hur det går"),
        choices=tuple(
            (key, words.STATUSES[key][0]) for key in ("planned", "going", "done", "stopped")
        ),
    )
    note = ShortText(
        label=_("Något att säga om det?"), help_text=NO_CHILD, required=False, max_length=300
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a reason when it is stopped."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("status") == "stopped" and not values.get("note"):
            self.add_error("note", _("Skriv varför aktiviteten avbryts"))
        return values


class MessageForm(BaseForm):
    """A line of a communication plan."""

    audience = ShortText(label=_("Till vem?"), missing=_("Skriv till vem det är"), max_length=120)
    message = ShortText(
        label=_("Vad ska sägas?"),
        help_text=NO_CHILD,
        missing=_("Skriv vad som ska sägas"),
        max_length=300,
    )
    channel = ShortText(
        label=_("På vilket sätt?"),
        help_text=_("Till exempel brev, möte eller webben"),
        missing=_("Skriv på vilket sätt"),
        max_length=120,
    )
    owner = ShortText(label=_("Vem gör det?"), missing=_("Skriv vem som gör det"), max_length=120)
    due = Day(label=_("Senast"), missing=_("Skriv dagen"))


def offer(form: BaseForm, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Give a field the choices that only the page knows."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - the forms say so
    field.choices = list(choices)
