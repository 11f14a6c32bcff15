"""The forms of obstacles, visits and research."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.outside import holds_number
from varjebarn.steering.rules.obstacles import LONGEST
from varjebarn.web.county.practice import words
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, ShortText, Tick

NO_CHILD = _("Skriv inget om enskilda barn.")


class Pick(forms.ChoiceField):
    """One of many, in a list that folds."""

    def __init__(self, *, missing: Any, **kwargs: Any) -> None:
        """Say what is missing in the form's own words."""
        super().__init__(**kwargs)
        self.error_messages |= {"required": missing, "invalid_choice": missing}


class ObstacleForm(BaseForm):
    """One sentence on what stopped or helped."""

    is_helping = OneOf(
        label=_("Vad vill du berätta om?"),
        missing=_("Välj om det hindrade eller hjälpte"),
        choices=(("no", _("Något som hindrade")), ("yes", _("Något som hjälpte"))),
    )
    text = LongText(
        label=_("Berätta i en mening"),
        help_text=_(
            "Vad i organisationen, reglerna eller tekniken var det? Skriv inget om enskilda barn: "
            "inga namn, inga nummer, ingenting som går att känna igen."
        ),
        missing=_("Skriv en mening"),
        max_length=LONGEST,
        rows=3,
    )
    theme = Pick(label=_("Vad handlar det mest om?"), missing=_("Välj vad det handlar om"))
    body = Pick(label=_("Vilken grupp ska få det?"), missing=_("Välj grupp"))

    def __init__(self, *args: Any, bodies: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the themes and the bodies."""
        super().__init__(*args, **kwargs)
        offer(self, "theme", [("", _("Välj")), *words.THEMES.items()])
        offer(self, "body", [("", _("Välj grupp")), *bodies])

    def clean_text(self) -> str:
        """Stop what looks like somebody's number, before it is sent."""
        text: str = self.cleaned_data["text"]
        if holds_number(text):
            raise ValidationError(_("Ta bort det som ser ut som ett personnummer"))
        return text


class TakeUpForm(BaseForm):
    """What a body does with an obstacle."""

    act = OneOf(
        label=_("Vad gör ni?"),
        missing=_("Välj vad ni gör"),
        choices=(
            ("answer", _("Svarar")),
            ("pass_on", _("Skickar vidare till en annan grupp")),
            ("close", _("Avslutar utan åtgärd")),
        ),
    )
    to = Pick(label=_("Till vilken grupp?"), missing=_("Välj grupp"), required=False)
    text = LongText(
        label=_("Skriv till den som skickade"),
        help_text=NO_CHILD,
        missing=_("Skriv vad ni gör, så att den som skickade får veta"),
        max_length=2000,
    )

    def __init__(self, *args: Any, bodies: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the other bodies."""
        super().__init__(*args, **kwargs)
        offer(self, "to", [("", _("Ingen")), *bodies])

    def clean(self) -> dict[str, Any]:
        """Ask to whom, when it is passed on."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("act") == "pass_on" and not values.get("to"):
            self.add_error("to", _("Välj vilken grupp som ska få det"))
        return values


class VisitForm(BaseForm):
    """A contact or a visit in one line."""

    on = Day(label=_("Dag"), missing=_("Skriv dagen"))
    kind = OneOf(
        label=_("Vilket slag?"), missing=_("Välj slag"), choices=tuple(words.VISITS.items())
    )
    whom = ShortText(
        label=_("Vem träffade ni?"), missing=_("Skriv vem ni träffade"), max_length=120
    )
    text = ShortText(label=_("Vad gällde det?"), help_text=NO_CHILD, required=False, max_length=300)

    def clean_on(self) -> Any:
        """Take only a day that has come."""
        day = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise ValidationError(_("Den dagen har inte kommit än"))
        return day


class RequestForm(BaseForm):
    """A request from researchers."""

    title = ShortText(
        label=_("Vad vill de studera?"), missing=_("Skriv vad de vill studera"), max_length=200
    )
    from_whom = ShortText(
        label=_("Från vem?"), missing=_("Skriv från vem frågan kommer"), max_length=200
    )
    text = LongText(
        label=_("Vad ber de om?"),
        help_text=_("Skriv inget om enskilda barn. Blir det ja kan alla läsa frågan."),
        required=False,
        max_length=2000,
    )
    asked_on = Day(label=_("När kom frågan?"), missing=_("Skriv dagen"))


class RequestAnswerForm(BaseForm):
    """What the presidium has said."""

    is_granted = OneOf(
        label=_("Vad svarade presidiet?"),
        missing=_("Välj ja eller nej"),
        choices=(("yes", _("Ja")), ("no", _("Nej"))),
    )
    may_attend = Tick(label=_("De får delta på möten"))
    answer = LongText(
        label=_("Svaret med ord"), help_text=NO_CHILD, required=False, max_length=2000
    )
    on = Day(label=_("När?"), missing=_("Skriv dagen"))

    def clean(self) -> dict[str, Any]:
        """Ask for a reason when it is no, and let nobody attend then."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("is_granted") == "no":
            if not values.get("answer"):
                self.add_error("answer", _("Skriv varför svaret är nej"))
            if values.get("may_attend"):
                self.add_error("may_attend", _("Bara den som har fått ja kan delta"))
        return values


class OutputForm(BaseForm):
    """Something that researchers have published."""

    title = ShortText(label=_("Titel"), missing=_("Skriv titeln"), max_length=300)
    authors = ShortText(
        label=_("Av vilka?"), missing=_("Skriv vilka som har gjort den"), max_length=300
    )
    published_on = Day(label=_("Publicerad"), missing=_("Skriv dagen"))
    address = forms.URLField(
        label=_("Adress på webben"),
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Skriv hela adressen, till exempel https://exempel.se/")},
    )
    text = LongText(
        label=_("Vad kom de fram till?"), help_text=NO_CHILD, required=False, max_length=2000
    )


def offer(form: BaseForm, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    """Give a field the choices that only the page knows."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - the forms say so
    field.choices = list(choices)
