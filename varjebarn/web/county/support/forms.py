"""The forms of trials, consultations, training, risks and funding."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varjebarn.steering.values import Named
from varjebarn.web.county.choosing import INTERNAL, Number, Pick, offer
from varjebarn.web.county.support import words
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, ShortText, SomeOf, Tick


class OfOrganisation(BaseForm):
    """Whatever is an organisation's own."""

    organisation = Pick(label=_("Organisation"), missing=_("Välj organisation"))

    def __init__(self, *args: Any, organisations: Iterable[Named], **kwargs: Any) -> None:
        """Offer those one may write for; a single one is chosen beforehand."""
        organisations = list(organisations)
        if len(organisations) == 1:
            kwargs["initial"] = {
                **kwargs.get("initial", {}),
                "organisation": str(organisations[0].id),
            }
        super().__init__(*args, **kwargs)
        offer(self, "organisation", organisations)


class TrialForm(OfOrganisation):
    """Who is to try which version, from when."""

    where = ShortText(
        label=_("Vilka testar?"),
        help_text=_("Till exempel två skolor, eller en BVC"),
        missing=_("Skriv vilka som testar"),
        max_length=200,
    )
    model = Pick(label=_("Version av modellen"), missing=_("Välj version"))
    planned_start = Day(label=_("Börjar enligt planen"), missing=_("Skriv när det ska börja"))

    def __init__(self, *args: Any, models: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the published versions."""
        super().__init__(*args, **kwargs)
        offer(self, "model", models)


class TrialStepForm(BaseForm):
    """What happened in a trial."""

    step = OneOf(
        label=_("Vad har hänt?"), missing=_("Välj vad som har hänt"), choices=words.STEPS.items()
    )
    on = Day(label=_("Vilken dag?"), missing=_("Skriv vilken dag"))
    text = LongText(
        label=_("Berätta kort"), help_text=INTERNAL, required=False, max_length=1000, rows=3
    )

    def clean(self) -> dict[str, Any]:
        """Ask for words where the kind alone says nothing."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("step") in {"delayed", "widened", "outcome"} and not values.get("text"):
            self.add_error("text", _("Berätta med en mening"))
        return values


class RatingForm(BaseForm):
    """How a tool works."""

    tool = OneOf(label=_("Verktyg"), missing=_("Välj verktyg"), choices=words.TOOLS.items())
    rating = OneOf(
        label=_("Hur fungerar det?"),
        missing=_("Välj hur det fungerar"),
        choices=words.RATINGS.items(),
    )
    note = LongText(label=_("Varför?"), help_text=INTERNAL, required=False, max_length=500, rows=2)


class ConsultationForm(BaseForm):
    """A proposal, who is asked, and until when. A group may have a last day of its own."""

    title = ShortText(
        label=_("Vad gäller remissen?"), missing=_("Skriv vad remissen gäller"), max_length=200
    )
    text = LongText(
        label=_("Förslaget"),
        help_text=INTERNAL,
        missing=_("Skriv förslaget"),
        max_length=8000,
        rows=8,
    )
    bodies = SomeOf(label=_("Vilka grupper ska svara?"), missing=_("Välj minst en grupp"))
    due = Day(label=_("Svar senast"), missing=_("Skriv sista dagen"))
    later = SomeOf(
        label=_("Vilka får längre tid?"),
        help_text=_("De svarar senast den dag som står nedanför."),
        required=False,
    )
    later_due = Day(label=_("Längre tid: svar senast"), required=False)

    def __init__(self, *args: Any, bodies: Iterable[Named], today: date, **kwargs: Any) -> None:
        """Offer the bodies."""
        self.today, bodies = today, list(bodies)
        super().__init__(*args, **kwargs)
        offer(self, "bodies", bodies)
        offer(self, "later", bodies)

    def clean(self) -> dict[str, Any]:
        """See that the days are to come, and that who gets longer is asked."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        due, later_due = values.get("due"), values.get("later_due")
        if due is not None and due < self.today:
            self.add_error("due", _("Dagen har redan varit"))
        if values.get("later") and later_due is None and "later_due" not in self.errors:
            self.add_error("later_due", _("Skriv sista dagen för dem som får längre tid"))
        if due is not None and later_due is not None and later_due < due:
            self.add_error("later_due", _("Längre tid slutar efter den vanliga dagen"))
        if set(values.get("later", ())) - set(values.get("bodies", ())):
            self.add_error("later", _("Den som får längre tid ska också vara vald ovanför"))
        return values

    def asked(self) -> dict[str, date]:
        """Give each body that is asked its last day."""
        values = self.cleaned_data
        return {
            one: values["later_due"] if one in values["later"] else values["due"]
            for one in values["bodies"]
        }


class ConsultationAnswerForm(BaseForm):
    """What a body answers."""

    text = LongText(
        label=_("Gruppens svar"),
        help_text=INTERNAL,
        missing=_("Skriv ett svar"),
        max_length=8000,
        rows=8,
    )


class SessionForm(BaseForm):
    """An occasion of training."""

    title = ShortText(
        label=_("Vad gäller utbildningen?"),
        missing=_("Skriv vad utbildningen gäller"),
        max_length=200,
    )
    on = Day(label=_("Dag"), missing=_("Skriv vilken dag"))
    place = ShortText(label=_("Plats"), required=False, max_length=120)
    digital = Tick(label=_("Digitalt"))
    audience = ShortText(label=_("För vilka?"), required=False, max_length=200)


class CountForm(OfOrganisation):
    """How many took part."""

    people = Number(label=_("Hur många var med?"), missing=_("Skriv hur många"))


class NeedForm(OfOrganisation):
    """How many are to be trained in all."""

    people = Number(
        label=_("Hur många ska utbildas?"),
        help_text=_("Alla i organisationen som ska kunna modellen"),
        missing=_("Skriv hur många"),
        min_value=1,
        error_messages={"min_value": _("Skriv minst 1")},
    )


class RiskForm(OfOrganisation):
    """What an organisation lacks."""

    lack = OneOf(label=_("Vad saknas?"), missing=_("Välj vad"), choices=words.LACKS.items())
    text = LongText(
        label=_("Vad leder det till?"),
        help_text=INTERNAL,
        missing=_("Skriv med en mening vad det leder till"),
        max_length=500,
        rows=3,
    )


class EndRiskForm(BaseForm):
    """What was done about a lack."""

    ended_by = LongText(
        label=_("Vad gjordes?"),
        help_text=INTERNAL,
        missing=_("Skriv vad som gjordes"),
        max_length=500,
        rows=3,
    )


class FundingForm(BaseForm):
    """Money for posts or a purpose."""

    title = ShortText(
        label=_("Till vad?"),
        help_text=_("Till exempel processledning"),
        missing=_("Skriv till vad"),
        max_length=200,
    )
    funder = ShortText(label=_("Vem betalar?"), missing=_("Skriv vem som betalar"), max_length=200)
    posts = forms.DecimalField(
        label=_("Antal tjänster"),
        help_text=_("Till exempel 1,5"),
        required=False,
        min_value=0,
        max_digits=4,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={"invalid": _("Skriv ett tal, till exempel 1,5")},
    )
    crowns = Number(label=_("Kronor"), required=False)
    valid_from = Day(label=_("Från och med"), missing=_("Skriv från vilken dag"))
    last_day = Day(label=_("Till och med"), missing=_("Skriv till vilken dag"))
    decision = Pick(label=_("Enligt beslut"), required=False, nothing=_("Inget i registret"))

    def __init__(self, *args: Any, decisions: Iterable[Named], **kwargs: Any) -> None:
        """Offer the decisions."""
        super().__init__(*args, **kwargs)
        offer(self, "decision", decisions)

    def clean(self) -> dict[str, Any]:
        """See that it lasts, and that it is something."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        start, last = values.get("valid_from"), values.get("last_day")
        if start is not None and last is not None and last < start:
            self.add_error("last_day", _("Slutar före den börjar"))
        if not self.errors and values.get("posts") is None and values.get("crowns") is None:
            self.add_error("posts", _("Skriv antal tjänster eller kronor"))
        return values
