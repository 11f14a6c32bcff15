"""Forms of decisions: finding them, telling what became of them, and what they mean for children."""

import re
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from varjebarn.steering.queries import Changeable
from varjebarn.steering.rules import ARTICLES as RIGHTS
from varjebarn.steering.values import Named
from varjebarn.web.county.decided.words import ARTICLES, CHANGES, LATE, STATES
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, ShortText, SomeOf, Tick

Choices = Iterable[tuple[str, Any]]
NOT_ABOUT_ONE = _("Skriv inget om enskilda barn.")
EARLIER = "earlier"


class Pick(forms.ChoiceField):
    """One of many, in a list that opens. The first choice is none."""

    def offer(self, first: Any, choices: Choices) -> None:
        """Give the choices that only the page knows."""
        self.choices = [("", first), *choices]


class FindForm(BaseForm):
    """What to look for in the register. Never sent to be checked: it shows what is asked for."""

    grupp = Pick(label=_("Grupp"))
    ar = Pick(label=_("År"))
    lage = Pick(label=_("Läge"))
    ansvarig = Pick(label=_("Ansvarig"))
    saknar = Tick(label=_("Bara beslut som rör barn och saknar barnkonsekvensanalys"))

    def __init__(
        self,
        *,
        asked: dict[str, Any],
        bodies: Choices,
        years: Iterable[int],
        responsible: Iterable[str],
    ) -> None:
        """Offer what the register holds."""
        super().__init__(initial=asked)
        offered: dict[str, tuple[Any, Choices]] = {
            "grupp": (_("Alla grupper"), bodies),
            "ar": (_("Alla år"), [(str(year), str(year)) for year in years]),
            "lage": (
                _("Alla lägen"),
                [*((key, word) for key, (word, _kind) in STATES.items()), ("late", LATE)],
            ),
            "ansvarig": (_("Alla"), [(one, one) for one in responsible]),
        }
        for name, (first, choices) in offered.items():
            field = self.fields[name]
            assert isinstance(field, Pick)  # noqa: S101 - they are declared above
            field.offer(first, choices)


BEGUN, DONE, LAPSED = "under_way", "followed_up", "lapsed"


class FollowUpForm(BaseForm):
    """How far a decision has come, and what came of it."""

    state = OneOf(
        label=_("Hur långt har beslutet kommit?"),
        choices=[
            (BEGUN, _("Arbetet pågår")),
            (DONE, _("Det är gjort och uppföljt")),
            (LAPSED, _("Det gäller inte längre")),
        ],
        missing=_("Välj hur långt beslutet har kommit"),
    )
    note = LongText(
        label=_("Vad blev det av beslutet?"),
        help_text=_("Skriv inget om enskilda barn. Texten blir öppen för alla."),
        required=False,
        max_length=4000,
    )

    def clean(self) -> dict[str, Any]:
        """Ask what came of it, or why it no longer applies, when it ends."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("state") in {DONE, LAPSED} and not values.get("note"):
            self.add_error("note", _("Skriv vad det blev av beslutet"))
        return values


class CorrectForm(BaseForm):
    """Another wording, and why once the minutes are approved."""

    wording = LongText(
        label=_("Vad beslutades?"),
        help_text=NOT_ABOUT_ONE,
        missing=_("Skriv vad som beslutades"),
        max_length=4000,
        rows=4,
    )
    reason = LongText(
        label=_("Varför rättas texten?"),
        help_text=_("En mening. Den blir öppen för alla, med ditt namn och dagen."),
        required=False,
        max_length=1000,
        rows=2,
    )

    def __init__(self, *args: Any, is_drafted: bool, **kwargs: Any) -> None:
        """Ask why only when the minutes are no longer a draft."""
        super().__init__(*args, **kwargs)
        self.is_drafted = is_drafted
        if is_drafted:
            del self.fields["reason"]

    def clean_reason(self) -> str:
        """Ask for it."""
        reason: str = self.cleaned_data["reason"]
        if not reason:
            raise ValidationError(_("Skriv varför texten rättas"))
        return reason


class CompleteForm(BaseForm):
    """Who is responsible, until when, and whether it touches children."""

    responsible = Pick(label=_("Ansvarig"), required=False)
    due = Day(label=_("Klart senast"), required=False)
    about_children = Tick(
        label=_("Beslutet rör barn"),
        help_text=_("Då ska det ha en barnkonsekvensanalys. Saknas den syns det i registret."),
    )

    def __init__(self, *args: Any, stands: str, offered: Choices, **kwargs: Any) -> None:
        """Offer organisations and members; whoever stands there stays unless another is chosen."""
        super().__init__(*args, **kwargs)
        field = self.fields["responsible"]
        assert isinstance(field, Pick)  # noqa: S101 - declared above
        field.offer(stands or _("Ingen är utsedd"), offered)


class LinkForm(BaseForm):
    """What a decision belongs together with: an earlier one, or something that it changes."""

    kind = OneOf(
        label=_("Vad hör beslutet ihop med?"),
        choices=[(EARLIER, _("Ett tidigare beslut i samma sak")), *CHANGES.items()],
    )
    earlier = Pick(label=_("Vilket tidigare beslut?"), required=False)
    agreement = Pick(label=_("Vilken överenskommelse?"), required=False)
    action = Pick(label=_("Vilken aktivitet?"), required=False)
    document = Pick(label=_("Vilket dokument?"), required=False)
    label = ShortText(
        label=_("Vad är det som ändras?"),
        help_text=_("Fyll i för en indikator, och för det som inte finns i listorna."),
        required=False,
        max_length=300,
    )

    def __init__(self, *args: Any, earlier: Choices, offered: Changeable, **kwargs: Any) -> None:
        """Offer the decisions, agreements, activities and documents there are."""
        super().__init__(*args, **kwargs)
        self.names = {
            str(one.id): one.name
            for some in (offered.agreements, offered.activities, offered.documents)
            for one in some
        }
        for name, first, choices in (
            ("earlier", _("Välj beslut"), earlier),
            ("agreement", _("Välj överenskommelse"), _choices(offered.agreements)),
            ("action", _("Välj aktivitet"), _choices(offered.activities)),
            ("document", _("Välj dokument"), _choices(offered.documents)),
        ):
            field = self.fields[name]
            assert isinstance(field, Pick)  # noqa: S101 - declared above
            field.offer(first, choices)

    def clean(self) -> dict[str, Any]:
        """Ask for the one field that the choice needs, or a name where the list lacks it."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        kind = values.get("kind", "")
        if kind in {EARLIER, "agreement"} and not values.get(kind):
            missing = _("Välj det tidigare beslutet"), _("Välj överenskommelsen")
            self.add_error(kind, missing[kind == "agreement"])
        elif kind not in {"", EARLIER} and not (values.get(kind) or values.get("label")):
            self.add_error("label", _("Skriv vad beslutet ändrar"))
        return values

    @property
    def changed(self) -> tuple[str, UUID | None]:
        """Give the name of what is changed, and its id where it was picked."""
        picked = self.cleaned_data.get(self.cleaned_data["kind"], "")
        return (self.names[picked], UUID(picked)) if picked else (self.cleaned_data["label"], None)


def _choices(some: Iterable[Named]) -> list[tuple[str, str]]:
    return [(str(one.id), one.name) for one in some]


class AnalysisForm(BaseForm):
    """A child impact analysis, heading by heading. All of it may wait while it is a draft."""

    whom = LongText(
        label=_("Vilka barn gäller det?"),
        help_text=_("Till exempel ålder, hur många och om några berörs mer. Inga enskilda barn."),
        required=False,
        max_length=4000,
    )
    asked_how = LongText(
        label=_("Hur har barn tillfrågats?"),
        help_text=_("Om de inte har tillfrågats: skriv varför."),
        required=False,
        max_length=4000,
    )
    said = LongText(label=_("Vad sa de?"), help_text=NOT_ABOUT_ONE, required=False, max_length=4000)
    gains = LongText(label=_("Vad talar för?"), required=False, max_length=4000)
    costs = LongText(label=_("Vad talar emot?"), required=False, max_length=4000)
    articles = SomeOf(
        label=_("Vilka artiklar i barnkonventionen gäller det?"),
        choices=[(str(number), words) for number, words in ARTICLES.items()],
        required=False,
    )
    more_articles = ShortText(
        label=_("Andra artiklar"),
        help_text=_("Skriv numren, till exempel 13, 17"),
        required=False,
        max_length=60,
    )
    weighing = LongText(
        label=_("Hur har det vägts?"),
        help_text=_("Vad är bäst för barnen, och vad har vägt tyngre om det blev något annat?"),
        required=False,
        max_length=4000,
    )
    follow_up = LongText(label=_("Hur och när följs det upp?"), required=False, max_length=4000)

    def clean_more_articles(self) -> tuple[int, ...]:
        """Read the numbers."""
        text: str = self.cleaned_data["more_articles"]
        numbers = tuple(int(found) for found in re.findall(r"\d{1,3}", text))
        if (text and not numbers) or any(one not in RIGHTS for one in numbers):
            raise ValidationError(_("Skriv artiklarnas nummer, 1 till 41."))
        return numbers

    def says(self) -> dict[str, Any]:
        """Give what was written, as the command takes it."""
        values = dict(self.cleaned_data)
        more = values.pop("more_articles")
        values["articles"] = [*(int(one) for one in values["articles"]), *more]
        return values
