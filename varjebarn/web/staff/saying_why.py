"""The field in which somebody says why: it is kept in the log, so it holds nobody's number (R42)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from varjebarn.people.rules import may_say
from varjebarn.web.shared.fields import Text
from varjebarn.web.shared.forms import LongText
from varjebarn.web.shared.reasons import sentence


class Why(LongText):
    """A reason in one's own words; `least` is how many characters a reviewer needs to judge by."""

    def __init__(self, *, least: int = 1, missing: Text = "", rows: int = 2, **kwargs: Any) -> None:
        """Keep how long it has to be."""
        super().__init__(missing=missing, rows=rows, **kwargs)
        self.least = least

    def clean(self, value: Any) -> str:
        """Ask for enough words, and for no number among them."""
        words: str = super().clean(value).strip()
        if 0 < len(words) < self.least:
            raise ValidationError(_("Skriv några fler ord, så att den som granskar förstår"))
        said = may_say(words)
        if words and said.reason is not None:
            raise ValidationError(sentence(said.reason))
        return words
