"""Forms of sharing: what and with whom, on what ground, whom to tell, or why not."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.catalogue import Told
from varjebarn.disclosure.coach import Option, may_tell
from varjebarn.disclosure.reasons import Reason
from varjebarn.web.shared.forms import BaseForm, LongText, OneOf, SomeOf, Tick
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.staff.offering import offer
from varjebarn.web.staff.provisions import provision_in_words
from varjebarn.web.staff.sharing.offer import NOTE, PLAN, Offer, Relative


class WhatForm(BaseForm):
    """Step one."""

    sometimes = frozenset({"parts", "words"})
    what = OneOf(label=_("Vad vill du dela?"), missing=_("Välj vad du vill dela"))
    parts = SomeOf(
        label=_("Vilka delar av planen?"),
        help_text=_("Bara om du delar planen. Kryssa i det mottagaren behöver, inte mer."),
        required=False,
    )
    words = LongText(
        label=_("Texten"),
        help_text=_("Bara om du skriver en text nu. Skriv så att barnet kan läsa den."),
        required=False,
        rows=4,
    )
    offence = Tick(label=_("Det jag delar innehåller uppgifter om brott"))
    to = OneOf(
        label=_("Vem ska få det?"),
        widget=forms.Select(),
        missing=_("Välj vem som ska få det"),
    )

    def __init__(self, *args: Any, offered: Offer, **kwargs: Any) -> None:
        """Offer what there is; nothing is chosen beforehand."""
        super().__init__(*args, **kwargs)
        self.offered = offered
        offer(self, "what", offered.what)
        offer(self, "parts", offered.parts)
        offer(self, "to", [("", _("Välj")), *offered.recipients])
        if not offered.parts:
            del self.fields["parts"]

    def clean(self) -> dict[str, Any]:
        """Ask for a plan's parts, or for a text; the family gets texts here."""
        data = super().clean() or {}
        what = data.get("what", "")
        if what == PLAN and not data.get("parts"):
            self.add_error("parts", _("Välj minst en del av planen"))
        if what == NOTE and not data.get("words", "").strip():
            self.add_error("words", _("Skriv texten"))
        if what and what != NOTE and data.get("to", "") in self.offered.family:
            self.add_error(
                "to",
                _(
                    "Till familjen delar du en text här. Planen når familjen när du skickar en ny version."
                ),
            )
        return data


class GroundChoice(BaseForm):
    """Step two."""

    ground = OneOf(label=_("Vad stöder du dig på?"), missing=_("Välj vad du stöder dig på"))

    def __init__(self, *args: Any, options: Sequence[Option], language: str, **kwargs: Any) -> None:
        """Offer the grounds that can carry it, each with when it applies and where it stands."""
        hints = {
            one.key: f"{one.plain.label(language)} ({provision_in_words(one.provision, language)})"
            for one in options
        }
        super().__init__(*args, **kwargs)
        field: Any = self.fields["ground"]
        field.widget.hints = hints
        offer(self, "ground", [(one.key, one.title.label(language)) for one in options])
        if len(options) == 1:
            field.initial = options[0].key


class TellForm(BaseForm):
    """Whom in the family is told, in which words, or why nobody."""

    sometimes = frozenset({"told", "told_words", "untold_reason"})
    told = SomeOf(label=_("Vilka berättar du för?"), required=False)
    told_words = LongText(
        label=_("Det här berättar du"),
        help_text=_("Skriv så att barnet kan läsa det."),
        required=False,
        rows=4,
    )
    untold_reason = LongText(
        label=_("Varför ska ingen få veta det nu?"),
        help_text=_("Bara om du inte berättar för någon."),
        required=False,
        rows=2,
    )

    def __init__(
        self, *args: Any, family: Mapping[str, Relative], words: str, **kwargs: Any
    ) -> None:
        """Tick everybody who can be told; the decider may change it."""
        super().__init__(*args, **kwargs)
        self.family = family
        open_to = {key: one for key, one in family.items() if not one.why_not}
        offer(self, "told", [(key, one.name) for key, one in open_to.items()])
        self.fields["told"].initial = list(open_to)
        self.fields["told_words"].initial = words
        if not open_to:
            del self.fields["told"]

    @property
    def closed(self) -> list[Relative]:
        """Those who cannot be told here, each with why."""
        return [one for one in self.family.values() if one.why_not]

    def clean(self) -> dict[str, Any]:
        """Somebody is told something, or it stands why nobody is."""
        data = super().clean() or {}
        chosen = data.get("told") or []
        decision = may_tell(Told.TOLD, anybody=bool(chosen), reason=data.get("untold_reason", ""))
        if isinstance(decision.reason, Reason):
            self.add_error("untold_reason", sentence(decision.reason))
        if chosen and not data.get("told_words", "").strip():
            self.add_error("told_words", _("Skriv vad du berättar"))
        return data

    def people(self) -> list[Relative]:
        """Give those who are told."""
        return [self.family[key] for key in self.cleaned_data.get("told") or []]


class NotForm(BaseForm):
    """Why it is not shared."""

    why_not = LongText(
        label=_("Varför delar du inte?"),
        help_text=_("Skälet står kvar i barnets akt hos er. Det du skrev sparas inte."),
        missing=_("Skriv varför du inte delar."),
        rows=2,
    )


def names(forms_on_page: Iterable[BaseForm | None]) -> frozenset[str]:
    """Name the fields that stand in the open, and need not be kept along."""
    return frozenset(name for form in forms_on_page if form is not None for name in form.fields)
