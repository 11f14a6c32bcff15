"""The sentences that a decision to disclose rests on: seen by the decider, who may change them."""

from collections.abc import Mapping
from typing import Any

from varjebarn.disclosure.defaults import PURPOSE
from varjebarn.disclosure.grounds import catalogue
from varjebarn.web.shared.forms import BaseForm, LongText


class GroundForm(BaseForm):
    """One field for each sentence that one ground asks for, as it is suggested; none may be empty."""

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
                self.fields[code] = LongText(
                    label=titles[code].title.label(language), initial=sentence, rows=2
                )
                self.fields[code].widget.attrs.setdefault("class", "ds-input")

    def said(self) -> dict[str, str]:
        """Give the sentences as the decider left them."""
        return {code: str(words).strip() for code, words in self.cleaned_data.items()}

    def purpose(self) -> str:
        """Give what the recipient needs it for."""
        return self.said()[PURPOSE]
