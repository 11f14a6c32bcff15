"""The forms of planning a series and of an item on the agenda."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from varjebarn.interop.minutes.dates import YEAR, find_dates, nearest_after
from varjebarn.web.county import words
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, ShortText, Tick

_DIGITAL = re.compile(r"digital|teams|skype|zoom|länk", re.IGNORECASE)


class Clock(forms.TimeField):
    """A time of day, as 8.30 or 08:30."""

    row_class = "vb-field-day"

    def __init__(self, *, missing: Any, **kwargs: Any) -> None:
        """Take a full stop as well as a colon, and a bare hour."""
        kwargs.setdefault("help_text", _("Till exempel 8.30"))
        widget = forms.TextInput(attrs={"autocomplete": "off"})
        super().__init__(input_formats=["%H.%M", "%H:%M", "%H"], widget=widget, **kwargs)
        self.error_messages["required"] = missing
        self.error_messages["invalid"] = _("Skriv klockslaget som 8.30")

    def prepare_value(self, value: Any) -> Any:
        """Show a time as 8.30, and what was typed as it was typed."""
        return f"{value.hour}.{value.minute:02}" if isinstance(value, time) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days that were read out of a text, and those of them without a room."""

    all: tuple[date, ...]
    digital: frozenset[date]


class SeriesForm(BaseForm):
    """Days as one writes them in minutes, and what the meetings have in common."""

    days = LongText(
        label=_("Vilka dagar?"),
        help_text=_(
            "Skriv som du brukar: 8 jan, 12 feb (digitalt) och 9 april 2027. En dag på varje rad går också bra."
        ),
        missing=_("Skriv minst en dag"),
        max_length=2000,
        rows=6,
    )
    starts = Clock(label=_("Börjar klockan"), missing=_("Skriv när mötena börjar"))
    ends = Clock(label=_("Slutar klockan"), missing=_("Skriv när mötena slutar"))
    place = ShortText(label=_("Plats"), required=False, max_length=200)
    also_digital = Tick(label=_("Det går också att vara med digitalt"))
    sure = Tick(label=_("Ja, planera de här mötena"))

    def clean_days(self) -> Days:
        """Read the days; one without a year is the first to come, or of a year that stands in the text."""
        text, today = self.cleaned_data["days"], timezone.localdate()
        years = YEAR.findall(text)
        found: list[date] = []
        digital: set[date] = set()
        every = find_dates(text)
        for at, one in enumerate(every):
            after = text[one.end : every[at + 1].start if at + 1 < len(every) else len(text)]
            day = (
                one.on(int(years[-1])) if years and one.year is None else nearest_after(one, today)
            )
            if day is None or day < today:
                raise ValidationError(
                    _("%(day)s har redan varit. Skriv året om du menar ett annat.")
                    % {"day": text[one.start : one.end]}
                )
            found.append(day)
            if _DIGITAL.search(after.split("\n", 1)[0]):
                digital.add(day)
        if not found:
            raise ValidationError(_("Inga dagar gick att läsa. Skriv till exempel 8 januari 2027."))
        return Days(all=tuple(sorted(set(found))), digital=frozenset(digital))

    def clean(self) -> dict[str, Any]:
        """Ask for an end after the beginning."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        end_after_start(self, values)
        return values

    @property
    def is_sure(self) -> bool:
        """Whether the days were shown and agreed to."""
        return bool(self.cleaned_data.get("sure"))

    @property
    def preview(self) -> list[str]:
        """Show the days as they were understood."""
        days: Days | None = (
            self.cleaned_data.get("days")
            if self.is_bound and hasattr(self, "cleaned_data")
            else None
        )
        if days is None:
            return []
        place = self.cleaned_data.get("place", "")
        both = self.cleaned_data.get("also_digital", False)
        return [
            f"{words.day_words(day)}{_where(place, is_digital=day in days.digital, is_both=both)}"
            for day in days.all
        ]

    @property
    def preview_heading(self) -> str:
        """Say how many meetings it becomes."""
        count = len(self.preview)
        return ngettext("Det blir %(count)d möte", "Det blir %(count)d möten", count) % {
            "count": count
        }


def end_after_start(form: BaseForm, values: Mapping[str, Any]) -> None:
    """Say at the field when a meeting ends before it begins."""
    starts, ends = values.get("starts"), values.get("ends")
    if starts and ends and ends <= starts:
        form.add_error("ends", _("Mötet måste sluta efter att det börjar"))


def _where(place: str, *, is_digital: bool, is_both: bool) -> str:
    if is_digital or (is_both and not place):
        return ", " + str(_("digitalt"))
    if is_both:
        return ", " + str(_("%(place)s, eller digitalt") % {"place": place})
    return f", {place}" if place else ""


class MeetingForm(BaseForm):
    """One meeting: an extra one, or a planned one that is changed."""

    on = Day(label=_("Dag"), missing=_("Skriv vilken dag"))
    starts = Clock(label=_("Börjar klockan"), missing=_("Skriv när mötet börjar"))
    ends = Clock(label=_("Slutar klockan"), missing=_("Skriv när mötet slutar"))
    place = ShortText(label=_("Plats"), required=False, max_length=200)
    digital = Tick(label=_("Det går att vara med digitalt"))
    chair = forms.ChoiceField(label=_("Vem leder mötet?"), required=False)

    def __init__(
        self, *args: Any, seats: Iterable[tuple[str, str]] | None = None, **kwargs: Any
    ) -> None:
        """Offer the seats for a chair of the day; with none to choose among, don't ask."""
        super().__init__(*args, **kwargs)
        if seats is None:
            del self.fields["chair"]
            return
        field = self.fields["chair"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - the class above says so
        field.choices = [("", _("Gruppens ordförande")), *seats]

    def clean(self) -> dict[str, Any]:
        """Ask for an end after the beginning, and a day that has not been."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        end_after_start(self, values)
        if values.get("on") and values["on"] < timezone.localdate():
            self.add_error("on", _("Dagen har redan varit"))
        return values


class CancelForm(BaseForm):
    """Why a meeting is called off."""

    reason = ShortText(
        label=_("Varför ställs mötet in?"),
        help_text=_("Skriv inget om enskilda barn. Texten blir öppen för alla."),
        missing=_("Skriv varför mötet ställs in"),
        max_length=300,
    )


class ItemForm(BaseForm):
    """An item for the agenda."""

    title = ShortText(
        label=_("Vad gäller det?"),
        help_text=_("Skriv inget om enskilda barn. Dagordningen är öppen för alla."),
        missing=_("Skriv vad punkten gäller"),
        max_length=200,
    )
    kind = OneOf(
        label=_("Vad ska mötet göra?"),
        missing=_("Välj vad mötet ska göra"),
        choices=[(key, label) for key, label in words.KINDS.items() if key != "standing"],
    )
