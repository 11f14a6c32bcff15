"""The keeper's one form: an assignment, with a new person or for one who is there."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from varjebarn.web.keeper.pages import DUTIES, DUTY_HINTS
from varjebarn.web.shared.forms import BaseForm, Day, OneOf, ShortText, SomeOf


class AssignmentForm(BaseForm):
    """What somebody does, where and between which days."""

    title = ShortText(
        label=_("Titel"),
        help_text=_("Som ni säger det till familjer, till exempel Klasslärare"),
        missing=_("Skriv en titel"),
        max_length=100,
    )
    workplace = OneOf(label=_("Arbetsplats"), required=False)
    duties = SomeOf(
        label=_("Uppgifter"),
        choices=[(duty.value, words) for duty, words in DUTIES.items()],
        hints=DUTY_HINTS,
        missing=_("Välj minst en uppgift"),
    )
    first_day = Day(label=_("Från och med"), missing=_("Skriv den första dagen"))
    last_day = Day(
        label=_("Till och med"),
        required=False,
        help_text=_("Lämna tomt om uppdraget gäller tills vidare."),
    )

    def __init__(
        self, *args: Any, places: Iterable[tuple[str, str]], today: date, **kwargs: Any
    ) -> None:
        """Offer the unit's workplaces, and today as the first day."""
        kwargs.setdefault("initial", {"first_day": today, "workplace": ""})
        super().__init__(*args, **kwargs)
        self.today = today
        field = self.fields["workplace"]
        assert isinstance(field, OneOf)  # noqa: S101 - the form above says so
        field.choices = [*places, ("", _("Ingen särskild arbetsplats"))]

    def clean_first_day(self) -> date:
        """Begin today or later: nobody has had duties that they didn't have."""
        day: date = self.cleaned_data["first_day"]
        if day < self.today:
            self.add_error("first_day", _("Välj i dag eller en senare dag"))
        return day

    def clean(self) -> dict[str, Any]:
        """End on the first day or later."""
        data = super().clean() or self.cleaned_data
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("Den sista dagen är före den första"))
        return data

    @property
    def period(self) -> tuple[datetime, datetime | None]:
        """From the first moment of the first day, now if that is today, to after the last."""
        first, last = self.cleaned_data["first_day"], self.cleaned_data["last_day"]
        begins = timezone.now() if first == self.today else _midnight(first)
        return begins, _midnight(last + timedelta(days=1)) if last else None


class PersonForm(AssignmentForm):
    """Somebody new, with their first assignment."""

    given_name = ShortText(label=_("Förnamn"), missing=_("Skriv förnamnet"), max_length=100)
    family_name = ShortText(label=_("Efternamn"), missing=_("Skriv efternamnet"), max_length=100)
    field_order = ("given_name", "family_name")


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
