"""Forms of papers and calls."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from varjebarn.interop.papers import UnfitPaperError, paper_kind, title_from_name
from varjebarn.kernel.actors import Duty
from varjebarn.steering.paper_kinds import BIGGEST_PAPER, PaperKind
from varjebarn.steering.paper_reasons import PaperReason
from varjebarn.steering.queries import Addressee
from varjebarn.steering.rules import may_keep_address
from varjebarn.web.shared.forms import BaseForm, LongText, OneOf, ShortText
from varjebarn.web.shared.reasons import sentence

WHOLE = "hela"
THIS, ALL = "motet", "alla"


class FileForm(BaseForm):
    """A file, and what it is called."""

    file = forms.FileField(
        label=_("Vilken fil?"),
        help_text=_("PDF, Word, Excel, PowerPoint, OpenDocument, bild eller text. Högst 5 MB."),
        allow_empty_file=True,
        error_messages={"required": _("Välj en fil"), "invalid": _("Välj en fil")},
    )
    title = ShortText(
        label=_("Vad ska handlingen heta?"),
        help_text=_("Skriv inget om enskilda barn. Lämna tomt för att använda filens namn."),
        required=False,
        max_length=200,
    )

    def __init__(self, *args: Any, is_too_big: bool = False, **kwargs: Any) -> None:
        """Tell whether what was sent was so big that its file was not even read."""
        super().__init__(*args, **kwargs)
        if is_too_big:
            self.fields["file"].error_messages["required"] = sentence(PaperReason.PAPER_TOO_BIG)
        self.kind = PaperKind.TEXT

    def clean_file(self) -> bytes:
        """Judge the file by what it holds, and take a title from its name."""
        sent = self.cleaned_data["file"]
        self.name = str(sent.name)
        content: bytes = sent.read(BIGGEST_PAPER + 1)
        try:
            self.kind = paper_kind(content)
        except UnfitPaperError as fault:
            raise forms.ValidationError(sentence(fault.reason)) from None
        return content

    def clean_title(self) -> str:
        """Use the file's name where nothing is written."""
        typed = str(self.cleaned_data["title"]).strip()
        title = typed or title_from_name(getattr(self, "name", ""))
        if not title:
            raise forms.ValidationError(_("Skriv vad handlingen ska heta"))
        return title


class AttachForm(FileForm):
    """A file for a meeting, and where it belongs."""

    item = OneOf(label=_("Vad hör den till?"), missing=_("Välj vad handlingen hör till"))

    def __init__(self, *args: Any, items: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the items."""
        kwargs.setdefault("initial", {"item": WHOLE})
        super().__init__(*args, **kwargs)
        field = self.fields["item"]
        assert isinstance(field, OneOf)  # noqa: S101 - the class above says so
        field.choices = [(WHOLE, _("Hela mötet")), *items]

    @property
    def chosen_item(self) -> UUID | None:
        """Give the item, or None for the whole meeting."""
        chosen = self.cleaned_data["item"]
        return None if chosen == WHOLE else UUID(chosen)


class WithdrawForm(BaseForm):
    """Why a paper is taken back."""

    why = LongText(
        label=_("Varför tas handlingen tillbaka?"),
        help_text=_("Skriv inget om enskilda barn. Gruppens ledamöter kan läsa det."),
        missing=_("Skriv varför handlingen tas tillbaka"),
        max_length=1000,
        rows=3,
    )


class CallForm(BaseForm):
    """Which meetings the call is to."""

    which = OneOf(label=_("Vilka möten gäller kallelsen?"), missing=_("Välj möten"))

    def __init__(self, *args: Any, others: int, **kwargs: Any) -> None:
        """Offer all coming meetings where there are more."""
        kwargs.setdefault("initial", {"which": THIS})
        super().__init__(*args, **kwargs)
        field = self.fields["which"]
        assert isinstance(field, OneOf)  # noqa: S101 - the class above says so
        field.choices = [(THIS, _("Bara det här mötet"))]
        if others:
            field.choices = [*field.choices, (ALL, _("Alla gruppens kommande möten"))]


class AddressesForm(BaseForm):
    """Where each member is mailed: a field for each seat."""

    def __init__(self, *args: Any, seats: Sequence[Addressee], **kwargs: Any) -> None:
        """Give each seat its field."""
        super().__init__(*args, **kwargs)
        self.seats = {f"seat-{one.seat}": one for one in seats}
        for name, one in self.seats.items():
            self.fields[name] = ShortText(
                label=f"{one.name}, {one.organisation}",
                help_text="" if one.wants_mail else _("Har sagt nej tack till brev om möten."),
                required=False,
                max_length=254,
                initial=one.address,
            )
            self.fields[name].widget.attrs.update(
                {"class": "ds-input", "inputmode": "email", "autocomplete": "off"}
            )

    def clean(self) -> dict[str, Any]:
        """Say at each field what is no address."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        for name in self.seats:
            decision = may_keep_address(
                frozenset({Duty.COUNTY}), address=str(values.get(name, "")).strip()
            )
            if decision.reason is not None:
                self.add_error(name, sentence(decision.reason))
        return values

    def addresses(self) -> dict[UUID, str]:
        """Give what was written, by seat."""
        return {one.seat: self.cleaned_data[name] for name, one in self.seats.items()}
