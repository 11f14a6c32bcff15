"""The sentences that a decision to disclose rests on: seen by the decider, who may change them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from varjebarn.disclosure.catalogue import CONFIRMED, Field, FieldKind
from varjebarn.disclosure.defaults import PURPOSE, Answers
from varjebarn.disclosure.grounds import catalogue
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, Tick, dress
from varjebarn.web.staff.labels import GROUNDS, label

KNOWN = {"CONSENT": frozenset({PURPOSE}), "GUARDIAN": frozenset({"custody_checked"})}
"""What the consent, and the unit's own file, answer by themselves."""


class GroundForm(BaseForm):
    """One field for each answer that one ground asks for, as it is suggested; none may be empty."""

    def __init__(
        self,
        *args: Any,
        answers: Mapping[str, str],
        language: str,
        skip: frozenset[str] = frozenset(),
        **kwargs: Any,
    ) -> None:
        """Make the fields in the catalogue's own words."""
        super().__init__(*args, **kwargs)
        titles = catalogue().fields
        for code, sentence in answers.items():
            if code not in skip:
                self.fields[code] = _field(titles[code], sentence, language)
        dress(self)

    @property
    def is_sent(self) -> bool:
        """Whether its sentences came with the page; if not, they are shown as they are suggested."""
        return any(self.add_prefix(code) in self.data for code in self.fields)

    def said(self) -> dict[str, str]:
        """Give the sentences as the decider left them."""
        return {code: _as_written(said) for code, said in self.cleaned_data.items()}

    def purpose(self) -> str:
        """Give what the recipient needs it for."""
        return self.said()[PURPOSE]


def _field(asked: Field, suggested: str, language: str) -> forms.Field:
    """Make the field that asks for one answer, by its kind."""
    label_ = asked.title.label(language)
    if asked.kind is FieldKind.CONFIRMATION:
        return Tick(
            label=label_,
            required=True,
            missing=_("Kryssa i om det är så. Annars går det inte att dela på den här grunden."),
        )
    if asked.kind is FieldKind.CHOICE:
        points = [(one, _("Punkt %(number)s") % {"number": one}) for one in asked.choices]
        return OneOf(label=label_, choices=points, missing=_("Välj en punkt"))
    if asked.kind is FieldKind.DAY:
        return Day(label=label_)
    sentence = LongText(
        label=label_,
        initial=suggested,
        missing=_("Skriv en mening. Det får inte vara tomt."),
        rows=2,
    )
    sentence.widget.attrs |= {"class": "ds-input", "lang": "sv"}
    return sentence


def _as_written(said: Any) -> str:
    """Give an answer as it is kept: a tick as a confirmation, a day as 2026-03-05."""
    if said is True:
        return CONFIRMED
    return said.isoformat() if isinstance(said, date) else str(said).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundForms:
    """The sentences of one decision: a form for each ground that it rests on."""

    forms: Mapping[str, GroundForm]

    def __iter__(self) -> Iterator[tuple[str, GroundForm]]:
        """Give each ground in words, with its form."""
        return iter([(label(GROUNDS, ground), form) for ground, form in self.forms.items()])

    @property
    def is_valid(self) -> bool:
        """Whether every sentence was sent and says something."""
        return all(form.is_valid() for form in self.forms.values())

    @property
    def has_faults(self) -> bool:
        """Whether a sentence was sent empty."""
        return any(form.has_faults for form in self.forms.values())

    @property
    def names(self) -> frozenset[str]:
        """Name the fields as the page sends them."""
        return frozenset(field.html_name for form in self.forms.values() for field in form)

    def said(self) -> Answers:
        """Give the sentences as the decider left them."""
        return {ground: form.said() for ground, form in self.forms.items()}


def grounds_sent(data: Mapping[str, Any]) -> frozenset[str]:
    """Name the grounds whose sentences a page has sent."""
    return frozenset(name.partition("-")[0] for name in data) & catalogue().grounds.keys()


def ground_forms(data: Mapping[str, Any] | None, answers: Answers, language: str) -> GroundForms:
    """Make the forms. One that was not sent along shows what is suggested, never empty boxes."""
    made: dict[str, GroundForm] = {}
    for ground, sentences in answers.items():
        kwargs: dict[str, Any] = {
            "prefix": ground,
            "answers": sentences,
            "language": language,
            "skip": KNOWN.get(ground, frozenset()),
        }
        form = GroundForm(data, **kwargs)
        made[ground] = form if data is None or form.is_sent else GroundForm(None, **kwargs)
    return GroundForms(forms=made)
