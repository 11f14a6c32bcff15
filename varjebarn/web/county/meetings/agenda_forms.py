"""The forms of an item on its way to the agenda."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varjebarn.web.county import words
from varjebarn.web.county.meetings.forms import ItemForm
from varjebarn.web.shared.forms import BaseForm, LongText, OneOf, ShortText, Tick

OPEN_TO_ALL = _("Skriv inget om enskilda barn. Texten blir öppen för alla.")
USES = (
    ("previous_minutes", _("Föregående anteckningar")),
    ("process_plan", _("Processplanen")),
    ("next_meeting", _("Nästa möte")),
    ("other", _("Något annat")),
)


class PrepareForm(BaseForm):
    """Background, proposed decision, and who has been heard."""

    prepared_by = forms.ChoiceField(label=_("Vilken grupp har berett ärendet?"), required=False)
    background = LongText(
        label=_("Bakgrund"), help_text=OPEN_TO_ALL, required=False, max_length=8000, rows=6
    )
    proposal = LongText(
        label=_("Förslag till beslut, ordagrant"),
        help_text=_("Beslutar mötet något annat sparas båda texterna."),
        required=False,
        max_length=2000,
        rows=3,
    )
    heard = LongText(
        label=_("Vilka har hörts?"),
        help_text=_("Grupper och organisationer, inte enskilda barn."),
        required=False,
        max_length=2000,
        rows=3,
    )

    def __init__(
        self, *args: Any, bodies: Iterable[tuple[str, str]], may_be_none: bool, **kwargs: Any
    ) -> None:
        """Offer the bodies; who has the county's duty may name none."""
        super().__init__(*args, **kwargs)
        field = self.fields["prepared_by"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - the class above says so
        nobody = [("", _("Ingen särskild grupp"))] if may_be_none else []
        field.choices = [*nobody, *bodies]

    def clean(self) -> dict[str, Any]:
        """Ask for something in one of the three."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if not any(values.get(name) for name in ("background", "proposal", "heard")):
            self.add_error("background", _("Skriv minst en av de tre texterna"))
        return values


class ProposeForm(ItemForm):
    """An item that somebody wants on the agenda."""

    raised_by = OneOf(
        label=_("Vem väcker frågan?"),
        missing=_("Välj vem som väcker frågan"),
        choices=tuple(words.RAISED_BY.items()),
    )
    raised_by_name = ShortText(
        label=_("Namn på den som väcker frågan"),
        help_text=_(
            "Till exempel Barnrådet i Växjö eller Tvärgrupp barn och unga. Inte ett barns namn."
        ),
        required=False,
        max_length=200,
    )
    background = LongText(
        label=_("Bakgrund"), help_text=OPEN_TO_ALL, required=False, max_length=8000, rows=5
    )
    proposal = LongText(label=_("Förslag till beslut"), required=False, max_length=2000, rows=3)

    def __init__(self, *args: Any, own_name: str, **kwargs: Any) -> None:
        """Keep what a member is called, for a matter of their own."""
        self.own_name = own_name
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Name who raises it: a member's own name is known."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        is_own = values.get("raised_by") == "member" and bool(self.own_name)
        if is_own:
            values["raised_by_name"] = self.own_name
        elif not values.get("raised_by_name"):
            self.add_error("raised_by_name", _("Skriv vem som väcker frågan"))
        return values


class AnswerProposalForm(BaseForm):
    """The secretary's answer to a proposed item."""

    answer = OneOf(label=_("Vad blir det av förslaget?"), missing=_("Välj vad det blir"))
    reason = ShortText(label=_("Om det inte tas upp: varför?"), required=False, max_length=300)

    def __init__(self, *args: Any, meetings: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer each planned meeting, and a no."""
        super().__init__(*args, **kwargs)
        field = self.fields["answer"]
        assert isinstance(field, OneOf)  # noqa: S101 - the class above says so
        field.choices = [*meetings, ("no", _("Tas inte upp"))]

    def clean(self) -> dict[str, Any]:
        """Ask for a reason for a no."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("answer") == "no" and not values.get("reason"):
            self.add_error("reason", _("Skriv varför förslaget inte tas upp"))
        return values


class StandingForm(BaseForm):
    """An item for every new agenda."""

    title = ShortText(label=_("Punkten"), missing=_("Skriv vad punkten heter"), max_length=200)
    use = forms.ChoiceField(label=_("Vad är det för punkt?"), choices=USES)
    comes_last = Tick(label=_("Den står sist på dagordningen"))


class WithdrawForm(BaseForm):
    """Why a proposal is taken back, if whoever proposed it wants to say so."""

    reason = LongText(
        label=_("Varför tar du tillbaka det?"),
        help_text=OPEN_TO_ALL,
        required=False,
        max_length=1000,
        rows=2,
    )
