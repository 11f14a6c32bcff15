"""Forms of asking, noting, and telling back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.participation.values import Whose
from varjebarn.practice.values import PracticeModel
from varjebarn.web.shared.forms import (
    BaseForm,
    Day,
    LongText,
    OneOf,
    ShortText,
    SomeOf,
    Tick,
)
from varjebarn.web.staff.ground_form import GroundForm
from varjebarn.web.staff.offering import offer

WRITTEN_IN = "sv"  # what is decided is written in the authority's language


def ground_form(data: Mapping[str, Any] | None, ground: str, language: str) -> GroundForm:
    """Make the form with a ground's suggested sentences; the question's own purpose stands above it."""
    answers = suggested_answers("question", ground, WRITTEN_IN)
    skip = frozenset({"purpose", "custody_checked"})
    return GroundForm(data, prefix="beslut", answers=answers, language=language, skip=skip)


class AskChildForm(BaseForm):
    """Which questions the child gets."""

    sometimes = frozenset({"questions", "own"})
    why = LongText(
        label=_("Varför frågar du?"),
        help_text=_("Barnet läser det här först."),
        initial=_("Vi vill veta hur du har det, så att det vi gör blir bra för dig."),
        missing=_("Skriv varför du frågar"),
        rows=2,
    )
    questions = SomeOf(
        label=_("Frågor från hjulet"),
        help_text=_("Tre brukar räcka. Barnet svarar med en bild och egna ord, eller inte alls."),
        required=False,
    )
    own = LongText(
        label=_("En egen fråga"),
        help_text=_("Kort, och en sak i taget."),
        required=False,
        rows=2,
    )

    def __init__(self, *args: Any, model: PracticeModel, language: str, **kwargs: Any) -> None:
        """Offer the wheel's questions, said as the child reads them."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["questions"]
        field.choices = [(one.key, one.label(language)) for one in model.dimensions]
        field.widget.hints = {one.key: one.child.label(language) for one in model.dimensions}

    def clean(self) -> dict[str, Any]:
        """Something is asked."""
        data = super().clean() or {}
        if not data.get("questions") and not data.get("own", "").strip():
            self.add_error("questions", _("Välj minst en fråga, eller skriv en egen"))
        return data

    def free(self) -> list[str]:
        """Give the question in own words, if there is one."""
        own = self.cleaned_data["own"].strip()
        return [own] if own else []


class AskGuardianForm(BaseForm):
    """Whom, why, and what."""

    to = OneOf(label=_("Vem frågar du?"), missing=_("Välj en vårdnadshavare"))
    why = LongText(label=_("Varför frågar du?"), missing=_("Skriv varför du frågar"), rows=2)
    question = LongText(label=_("Din fråga"), missing=_("Skriv din fråga"), rows=2)

    def __init__(self, *args: Any, guardians: Sequence[Any], **kwargs: Any) -> None:
        """Offer the guardians with custody."""
        super().__init__(*args, **kwargs)
        self.known = {str(guardian.public_id): guardian for guardian in guardians}
        offer(self, "to", [(key, one.name) for key, one in self.known.items()])

    def guardian(self) -> Any:
        """Give the chosen guardian."""
        return self.known[self.cleaned_data["to"]]


class NoteViewForm(BaseForm):
    """What somebody said, and how it came to be written down."""

    sometimes = frozenset({"other_name"})
    who_said = OneOf(label=_("Vem har sagt det?"), missing=_("Välj vem som har sagt det"))
    other_name = ShortText(label=_("Namn, om det inte är barnet"), required=False)
    words = LongText(label=_("Vad sades?"), missing=_("Skriv vad som sades"))
    how = OneOf(
        label=_("Hur har du skrivit det?"),
        choices=[("verbatim", _("Ord för ord")), ("summary", _("Min sammanfattning"))],
        missing=_("Välj hur du har skrivit det"),
    )
    said_on = Day(label=_("Vilken dag?"))
    occasion = ShortText(
        label=_("Vid vilket tillfälle?"),
        help_text=_("Till exempel: samtal efter lunchen"),
        missing=_("Skriv vid vilket tillfälle"),
    )
    present = ShortText(label=_("Vilka var med?"), required=False)
    checked = Tick(label=_("Jag har läst upp det, och det stämmer"))
    stays_here = Tick(
        label=_("Barnet vill att det stannar hos oss"),
        help_text=_("Då kommer det inte med i någon plan."),
    )

    def __init__(self, *args: Any, called: str, on: date, **kwargs: Any) -> None:
        """Offer the child by name."""
        super().__init__(*args, **kwargs)
        self.called = called
        self.fields["said_on"].initial = on
        offer(
            self,
            "who_said",
            [
                ("child", called),
                ("guardian", _("En vårdnadshavare")),
                ("other", _("Någon annan nära barnet")),
            ],
        )

    def clean(self) -> dict[str, Any]:
        """Somebody else than the child has a name."""
        data = super().clean() or {}
        if data.get("who_said", "child") != "child" and not data.get("other_name", "").strip():
            self.add_error("other_name", _("Skriv vem det är"))
        return data

    def whose(self) -> Whose:
        """Give whose words they are."""
        return Whose(self.cleaned_data["who_said"])

    def name(self) -> str:
        """Give the name of the one who said it."""
        data = self.cleaned_data
        return self.called if data["who_said"] == "child" else str(data["other_name"]).strip()


class InfluenceForm(BaseForm):
    """What came of it."""

    what = LongText(
        label=_("Vad ledde det till?"),
        help_text=_("Vad som ändrades, eller varför det inte gick."),
        missing=_("Skriv vad det ledde till, eller varför inte"),
        rows=3,
    )
    told = Day(label=_("Vilken dag berättade du det?"), required=False)
