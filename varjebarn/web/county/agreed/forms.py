"""Forms of agreements and joining."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from varjebarn.web.county.agreed.words import STANDING_HINTS, STANDINGS
from varjebarn.web.county.decided.forms import Pick
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, ShortText, SomeOf

Choices = Iterable[tuple[str, str]]
DAY = timedelta(days=1)
MOST = 2000


class RegisterForm(BaseForm):
    """What has been agreed, between whom and for how long."""

    title = ShortText(label=_("Rubrik"), missing=_("Skriv en rubrik"), max_length=300)
    parties = SomeOf(label=_("Vilka är parter?"), missing=_("Välj minst två parter"))
    valid_from = Day(label=_("Gäller från"))
    last_day = Day(label=_("Gäller till och med"))
    revise_by = Day(label=_("Ska ses över senast"), required=False)

    def __init__(self, *args: Any, organisations: Choices, **kwargs: Any) -> None:
        """Offer the organisations there are."""
        super().__init__(*args, **kwargs)
        field = self.fields["parties"]
        assert isinstance(field, SomeOf)  # noqa: S101 - declared above
        field.choices = list(organisations)

    def clean(self) -> dict[str, Any]:
        """Ask for two parties, and an end after the beginning."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if len(values.get("parties", ["", ""])) < 2:  # noqa: PLR2004 - two make an agreement
            self.add_error("parties", _("Välj minst två parter"))
        first, last = values.get("valid_from"), values.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("Sista dagen måste komma efter den första"))
        return values


class ByDecisionForm(BaseForm):
    """An act that rests on a decision."""

    decision = Pick(label=_("Genom vilket beslut?"))

    def __init__(self, *args: Any, decisions: Choices, **kwargs: Any) -> None:
        """Offer the decisions there are."""
        super().__init__(*args, **kwargs)
        field = self.fields["decision"]
        assert isinstance(field, Pick)  # noqa: S101 - declared above
        field.offer(_("Välj beslut"), decisions)
        field.error_messages["required"] = _("Välj beslutet")


class ExtendForm(ByDecisionForm):
    """A longer validity, by a decision."""

    last_day = Day(label=_("Ny sista dag"))
    revise_by = Day(label=_("Ska ses över senast"), required=False)


class SolveForm(ByDecisionForm):
    """The decision that solved a contradiction."""


class ContradictForm(BaseForm):
    """Two texts that don't go together."""

    says = LongText(
        label=_("Vad säger den här överenskommelsen?"),
        missing=_("Skriv vad den säger"),
        max_length=MOST,
    )
    other = Pick(label=_("Vilken annan text säger något annat?"), required=False)
    other_text = ShortText(
        label=_("Om den inte finns i listan: vad heter texten?"), required=False, max_length=300
    )
    other_says = LongText(
        label=_("Vad säger den andra texten?"), missing=_("Skriv vad den säger"), max_length=MOST
    )
    owner = Pick(label=_("Vilken grupp ska lösa det?"))

    def __init__(self, *args: Any, agreements: Choices, bodies: Choices, **kwargs: Any) -> None:
        """Offer the other agreements, and the bodies."""
        super().__init__(*args, **kwargs)
        for name, first, choices in (
            ("other", _("En text som inte finns här"), agreements),
            ("owner", _("Välj grupp"), bodies),
        ):
            field = self.fields[name]
            assert isinstance(field, Pick)  # noqa: S101 - declared above
            field.offer(first, choices)
        self.fields["owner"].error_messages["required"] = _("Välj grupp")

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two ways to name the other text."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if not values.get("other") and not values.get("other_text"):
            self.add_error("other", _("Välj en överenskommelse, eller skriv vad texten heter"))
        return values


class JoiningForm(BaseForm):
    """Where an organisation stands from a day on, and by which decision."""

    standing = OneOf(
        label=_("Var står organisationen?"),
        choices=[(key, words) for key, (words, _kind) in STANDINGS.items()],
        hints=STANDING_HINTS,
    )
    since = Day(label=_("Från och med"))
    decided_by = ShortText(
        label=_("Organisationens eget beslut"),
        help_text=_("Till exempel: kommunstyrelsen, paragraf 63"),
        required=False,
        max_length=300,
    )
    decision = Pick(label=_("Eller ett beslut i en av länets grupper"), required=False)
    note = LongText(
        label=_("Något att lägga till?"),
        help_text=_("Skriv inget om enskilda barn. Texten blir öppen för alla."),
        required=False,
        max_length=MOST,
        rows=2,
    )

    def __init__(self, *args: Any, decisions: Choices, **kwargs: Any) -> None:
        """Offer the decisions there are."""
        super().__init__(*args, **kwargs)
        field = self.fields["decision"]
        assert isinstance(field, Pick)  # noqa: S101 - declared above
        field.offer(_("Inget beslut i länets grupper"), decisions)
