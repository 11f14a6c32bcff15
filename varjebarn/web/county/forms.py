"""Forms of the county's work."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from varjebarn.web.shared.forms import BaseForm, LongText, OneOf, ShortText


class AnswerForm(BaseForm):
    """One organisation's answer to a question."""

    organisation = OneOf(label=_("Vilken organisation svarar?"), missing=_("Välj organisation"))
    text = LongText(
        label=_("Svaret"),
        help_text=_("Skriv inget om enskilda barn. Svaret blir öppet för alla."),
        missing=_("Skriv ett svar"),
        max_length=4000,
    )

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the organisations that may still answer; a single one is chosen beforehand."""
        offered = list(choices)
        if len(offered) == 1:
            kwargs["initial"] = {"organisation": offered[0][0]}
        super().__init__(*args, **kwargs)
        _offer(self, "organisation", offered)


class PostponeForm(BaseForm):
    """Where an item goes, and why."""

    to = OneOf(label=_("Till vilket möte?"), missing=_("Välj möte"))
    reason = ShortText(
        label=_("Varför?"), missing=_("Skriv varför punkten skjuts upp"), max_length=300
    )

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the meetings still to come."""
        super().__init__(*args, **kwargs)
        _offer(self, "to", choices)


class FollowUpForm(BaseForm):
    """What came of a decision."""

    note = LongText(
        label=_("Vad blev det av beslutet?"),
        help_text=_("Skriv inget om enskilda barn. Texten blir öppen för alla."),
        missing=_("Skriv vad det blev av beslutet"),
        max_length=4000,
    )


def _offer(form: BaseForm, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Give a field the choices that only the page knows."""
    field = form.fields[name]
    assert isinstance(field, OneOf)  # noqa: S101 - the forms above say so
    field.choices = list(choices)
