"""What the secretary writes: a note under a heading, and why a published report is corrected."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from varjebarn.web.shared.forms import BaseForm, LongText, ShortText


class NoteForm(BaseForm):
    """A note under a heading. Empty takes it out."""

    text = LongText(
        label=_("Anteckning"),
        help_text=_(
            "Skriv inget om enskilda barn. Texten står först under rubriken, och blir öppen för "
            "alla när rapporten publiceras. Töm rutan om den inte ska vara med."
        ),
        required=False,
        max_length=6000,
    )


class PublishForm(BaseForm):
    """Publishing. Asks for a reason when there is an edition before."""

    reason = ShortText(
        label=_("Vad rättas?"),
        help_text=_("Den tidigare utgåvan finns kvar. Det här står vid den nya."),
        missing=_("Skriv vad som rättas"),
        max_length=300,
    )

    def __init__(self, *args: Any, is_correction: bool, **kwargs: Any) -> None:
        """Ask only for what is needed."""
        super().__init__(*args, **kwargs)
        if not is_correction:
            del self.fields["reason"]
