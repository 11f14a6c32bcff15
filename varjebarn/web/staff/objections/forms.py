"""The form of an answer to an objection."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.beside import Outcome
from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.web.shared.forms import BaseForm, LongText, OneOf
from varjebarn.web.staff.ground_form import KNOWN, GroundForm
from varjebarn.web.staff.labels import OBJECTION_OUTCOMES

WRITTEN_IN = "sv"  # what is decided is written in the authority's language


class AnswerForm(BaseForm):
    """What the unit does about it, in words that the one who objected reads."""

    outcome = OneOf(
        label=_("Vad gör ni?"),
        choices=[(one.value, OBJECTION_OUTCOMES[one.value]) for one in Outcome],
        missing=_("Välj vad ni gör"),
    )
    words = LongText(
        label=_("Ert svar"),
        help_text=_("Skriv vad ni har rättat, eller varför ni låter det stå. Skriv enkelt."),
        missing=_("Skriv ert svar"),
    )


def ground_form(data: Mapping[str, Any] | None, ground: str, language: str) -> GroundForm:
    """Make the form with what the copy to the one who objected rests on."""
    answers = suggested_answers("objection_answer", ground, WRITTEN_IN)
    kwargs: dict[str, Any] = {
        "prefix": "beslut",
        "answers": answers,
        "language": language,
        "skip": KNOWN.get(ground, frozenset()),
    }
    return GroundForm(data, **kwargs)
