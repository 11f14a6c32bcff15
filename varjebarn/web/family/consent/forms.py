"""The answer to a request: yes or no for each unit, nothing chosen beforehand."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.disclosure.parts import PLAN_PARTS
from varjebarn.web.family.consent.pages import GIVEN, REFUSED, RequestPage, UnitAsked
from varjebarn.web.shared.forms import BaseForm, LongText, OneOf

LATER = "later"
PREFIX = "unit_"
LONGEST = 4000


class AnswerForm(BaseForm):
    """One choice a unit, and words of one's own if one likes."""

    words = LongText(
        label=gettext_lazy("Vill du säga något mer?"),
        help_text=gettext_lazy("Det går till den som frågar. Du kan hoppa över det."),
        required=False,
        rows=3,
        max_length=LONGEST,
    )

    def __init__(
        self, data: QueryDict | None, *, page: RequestPage, kept: Mapping[str, Any]
    ) -> None:
        """Make the choices; what was kept or said before is shown, else nothing is chosen."""
        super().__init__(data, initial=_initial(page, kept))
        for unit in reversed(page.questions):
            field = OneOf(
                label=_question(page, unit),
                help_text=_may_be_told(unit.parts),
                choices=_choices(is_child=page.is_child),
                missing=_("Välj ett svar för %(unit)s") % {"unit": unit.name},
            )
            self.fields = {PREFIX + unit.unit: field, **self.fields}
        self.page = page

    @property
    def body(self) -> dict[str, Any]:
        """What has been chosen and written so far, complete or not: the draft."""
        units = self.page.questions
        chosen = {unit.unit: str(self.data.get(PREFIX + unit.unit, "")) for unit in units}
        answers = {unit: said for unit, said in chosen.items() if said in {GIVEN, REFUSED}}
        return {
            "answers": self.page.for_every_unit(answers),
            "later": [unit for unit, said in chosen.items() if said == LATER],
            "words": str(self.data.get("words", ""))[:LONGEST],
        }


def _question(page: RequestPage, unit: UnitAsked) -> str:
    if not page.is_one_question:
        return unit.name
    return _("Får vi berätta för %(unit)s?") % {"unit": unit.name}


def _may_be_told(parts: tuple[str, ...]) -> str:
    if len(parts) == len(PLAN_PARTS):
        return _("Får veta allt som står i planen.")
    return _("Får veta: %(parts)s.") % {"parts": "; ".join(parts)}


def _choices(*, is_child: bool) -> list[tuple[str, str]]:
    choices = [(GIVEN, _("Ja")), (REFUSED, _("Nej"))]
    return [*choices, (LATER, _("Jag vill inte svara nu"))] if is_child else choices


def _initial(page: RequestPage, kept: Mapping[str, Any]) -> dict[str, str]:
    said = {unit: what for unit, what in page.said.items() if what in {GIVEN, REFUSED}}
    chosen = said | dict.fromkeys(kept.get("later", ()), LATER) | dict(kept.get("answers", {}))
    return {PREFIX + unit: what for unit, what in chosen.items()} | {
        "words": str(kept.get("words", ""))
    }
