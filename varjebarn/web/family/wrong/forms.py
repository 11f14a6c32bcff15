"""What is wrong, in one's own words, and who may see that one has said so."""

from collections.abc import Sequence
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.web.shared.forms import BaseForm, LongText, OneOf, Tick

LONGEST = 4000


class WrongForm(BaseForm):
    """One thing of what was shown, and what is wrong about it."""

    item = OneOf(
        label=gettext_lazy("Vad är det som inte stämmer?"),
        missing=gettext_lazy("Välj vad det är som inte stämmer"),
    )
    words = LongText(
        label=gettext_lazy("Hur är det i stället?"),
        help_text=gettext_lazy("Skriv med egna ord. Ingen ändrar dem."),
        missing=gettext_lazy("Skriv vad som inte stämmer"),
        max_length=LONGEST,
        rows=5,
    )
    stays_here = Tick(label="")

    def __init__(
        self, data: QueryDict | None, *, choices: Sequence[tuple[str, str]], unit: str, item: str
    ) -> None:
        """Offer what the copy shows; what the reader came from is chosen already."""
        super().__init__(data, initial={"item": item or choices[0][0]})
        field: Any = self.fields["item"]
        field.choices = list(choices)
        self.fields["stays_here"].label = _("Bara %(unit)s får se det.") % {"unit": unit}
        self.fields["stays_here"].help_text = _("Annars står det också bredvid i nästa version.")
