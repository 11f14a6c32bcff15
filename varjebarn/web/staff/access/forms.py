"""Forms about who is let in to a file."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from varjebarn.people.rules import SHORTEST_REASON, GlassKind, SearchKey
from varjebarn.web.shared.forms import BaseForm, Day, OneOf, Tick
from varjebarn.web.staff.labels import GLASS_KINDS, ROLES
from varjebarn.web.staff.offering import offer
from varjebarn.web.staff.saying_why import Why
from varjebarn.web.staff.search.forms import KeyForm


class GlassForm(KeyForm):
    """Whom it is about, what it is about, why in one's own words, and that one has understood."""

    born = Day(
        label=_("Född"),
        help_text=_("Behövs när du skriver ett namn. Till exempel 2018-03-14."),
        required=False,
    )
    kind = OneOf(
        label=_("Vad gäller det?"),
        choices=[(kind.value, GLASS_KINDS[kind.value]) for kind in GlassKind],
        missing=_("Välj vad det gäller"),
    )
    reason = Why(
        label=_("Vad har hänt, och varför kan det inte vänta?"),
        help_text=_("Den som granskar loggen läser det du skriver."),
        missing=_("Skriv vad som har hänt"),
        rows=3,
        least=SHORTEST_REASON,
    )
    confirmed = Tick(
        label=_("Jag förstår att öppningen alltid granskas och att familjen ser den"),
        required=True,
        missing=_("Kryssa i rutan för att gå vidare"),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the birth date beside a name: there are namesakes."""
        data = super().clean()
        if data.get("key") == SearchKey.NAME and "born" not in self.errors and not data.get("born"):
            self.add_error("born", _("Skriv när barnet är fött"))
        return data


class DelegateForm(BaseForm):
    """A colleague, as what, why, and for how long."""

    person = OneOf(label=_("Vem ska vara med?"), missing=_("Välj en kollega"))
    role = OneOf(
        label=_("Som vad?"),
        choices=[(role, ROLES[role]) for role in ("team", "contact", "lead")],
        initial="team",
    )
    reason = Why(
        label=_("Varför behöver din kollega kunna öppna barnets sida?"),
        help_text=_("Det du skriver syns för din kollega och i loggen."),
        missing=_("Skriv varför"),
    )
    first_day = Day(label=_("Från och med"), missing=_("Skriv den första dagen"))
    last_day = Day(
        label=_("Till och med"),
        required=False,
        help_text=_("Lämna tomt om det gäller tills vidare."),
    )

    def __init__(
        self, *args: Any, colleagues: Sequence[tuple[str, str]], today: date, **kwargs: Any
    ) -> None:
        """Offer the unit's people, and today as the first day."""
        kwargs.setdefault("initial", {"first_day": today, "role": "team"})
        super().__init__(*args, **kwargs)
        self.today = today
        offer(self, "person", colleagues)

    def clean(self) -> dict[str, Any]:
        """Begin today or later, and end on the first day or later."""
        data = super().clean() or {}
        first, last = data.get("first_day"), data.get("last_day")
        if first and first < self.today:
            self.add_error("first_day", _("Välj i dag eller en senare dag"))
        if first and last and last < first:
            self.add_error("last_day", _("Den sista dagen är före den första"))
        return data


class ProlongForm(BaseForm):
    """A later last day, and why."""

    last_day = Day(
        label=_("Ny sista dag"),
        required=False,
        help_text=_("Lämna tomt om det gäller tills vidare."),
    )
    reason = Why(
        label=_("Varför förlängs det?"),
        help_text=_("Det du skriver sparas i loggen."),
        missing=_("Skriv varför"),
    )

    def __init__(self, *args: Any, last_day: date | None, **kwargs: Any) -> None:
        """Keep the last day as it is."""
        super().__init__(*args, **kwargs)
        self.now = last_day

    def clean_last_day(self) -> date | None:
        """Let it be later than it is; ending is another page."""
        day: date | None = self.cleaned_data["last_day"]
        if day and self.now and day <= self.now:
            self.add_error("last_day", _("Välj en senare dag än den som gäller nu"))
        return day


class EndForm(BaseForm):
    """Why somebody is no longer with the child."""

    reason = Why(
        label=_("Varför avslutas det?"),
        help_text=_("Det du skriver sparas i loggen."),
        missing=_("Skriv varför"),
    )


class LeaveForm(BaseForm):
    """Who is away, from when and until when, and who stands in."""

    person = OneOf(label=_("Vem är borta?"), missing=_("Välj vem som är borta"))
    substitute = OneOf(
        label=_("Vem vikarierar?"),
        help_text=_("Vikarien kan öppna samma barns sidor, bara under tiden."),
        missing=_("Välj vem som vikarierar"),
    )
    first_day = Day(label=_("Från och med"), missing=_("Skriv den första dagen"))
    last_day = Day(label=_("Till och med"), missing=_("Skriv den sista dagen"))

    def __init__(
        self,
        *args: Any,
        away: Sequence[tuple[str, str]],
        instead: Sequence[tuple[str, str]],
        today: date,
        **kwargs: Any,
    ) -> None:
        """Offer the unit's people, and today as the first day."""
        kwargs.setdefault("initial", {"first_day": today})
        super().__init__(*args, **kwargs)
        self.today = today
        offer(self, "person", away)
        offer(self, "substitute", instead)

    def clean(self) -> dict[str, Any]:
        """Let somebody else stand in, from today at the earliest, to the first day at the earliest."""
        data = super().clean() or {}
        first, last = data.get("first_day"), data.get("last_day")
        if data.get("person") and data.get("person") == data.get("substitute"):
            self.add_error("substitute", _("Välj en annan kollega än den som är borta"))
        if first and first < self.today:
            self.add_error("first_day", _("Välj i dag eller en senare dag"))
        if first and last and last < first:
            self.add_error("last_day", _("Den sista dagen är före den första"))
        return data
