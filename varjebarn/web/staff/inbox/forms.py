"""Forms of the intake and of a contribution."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from varjebarn.web.shared.forms import BaseForm, LongText, OneOf, ShortText
from varjebarn.web.staff.labels import STATUSES
from varjebarn.web.staff.offering import offer

NEW = "ny"
ME = "jag"


class TakeForm(BaseForm):
    """Where a delivery is filed, and who takes it."""

    into = OneOf(label=_("Vilken akt hör det till?"), missing=_("Välj en akt, eller en ny"))
    taker = OneOf(label=_("Vem tar hand om det?"), missing=_("Välj vem som tar hand om det"))

    def __init__(
        self,
        *args: Any,
        candidates: Sequence[tuple[str, str]],
        colleagues: Sequence[tuple[str, str]],
        is_known: bool,
        **kwargs: Any,
    ) -> None:
        """Offer a new file and the unit's own that may be the same child; nothing chosen by itself.

        What an exact identifier has brought to a file of the unit's own stays there.
        """
        super().__init__(*args, **kwargs)
        stays = _("Den akt ni redan har om barnet") if is_known else _("En ny akt")
        offer(self, "into", [*candidates, (NEW, stays)])
        offer(self, "taker", [(ME, _("Jag själv")), *colleagues])
        if not candidates:
            self.fields["into"].initial = NEW

    @property
    def into_file(self) -> UUID | None:
        """The chosen file, or None for a new one."""
        chosen = self.cleaned_data["into"]
        return None if chosen == NEW else UUID(chosen)

    @property
    def taker_person(self) -> UUID | None:
        """The chosen colleague, or None for oneself."""
        chosen = self.cleaned_data["taker"]
        return None if chosen == ME else UUID(chosen)


class DeclineForm(BaseForm):
    """Why it does not belong here."""

    reason = LongText(
        label=_("Varför hör det inte hemma hos er?"),
        help_text=_("Avsändaren läser det. Skriv inget om barnet."),
        missing=_("Skriv varför"),
        rows=3,
    )


class OwnNumberForm(BaseForm):
    """The number under which it stands in the unit's own system."""

    number = ShortText(
        label=_("Ert eget ärendenummer"),
        help_text=_("Så som det står i ert eget system, till exempel diarienumret."),
        missing=_("Skriv ert eget ärendenummer"),
    )


class PassOnForm(BaseForm):
    """A colleague, and why."""

    person = OneOf(label=_("Vem ska ta det vidare?"), missing=_("Välj en kollega"))
    reason = LongText(
        label=_("Varför behöver din kollega läsa det?"),
        help_text=_("Det du skriver syns för din kollega och i loggen."),
        missing=_("Skriv varför"),
        rows=2,
    )

    def __init__(self, *args: Any, colleagues: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the unit's colleagues who are not with the child yet."""
        super().__init__(*args, **kwargs)
        offer(self, "person", colleagues)


class ActionReportForm(BaseForm):
    """How one of the unit's own actions is going."""

    status = forms.ChoiceField(label=_("Hur går det?"))
    note = LongText(label=_("Något att berätta?"), required=False, rows=2)

    def __init__(self, *args: Any, now: str, **kwargs: Any) -> None:
        """Offer the statuses; the one it has now stands first and means no report."""
        super().__init__(*args, **kwargs)
        self.now = now
        offer(self, "status", list(STATUSES.items()))
        self.fields["status"].initial = now

    @property
    def is_said(self) -> bool:
        """Whether anything is reported."""
        data = self.cleaned_data
        return data["status"] != self.now or bool(data["note"].strip())


class NoteForm(BaseForm):
    """A note to the whole plan, and one on the wheel."""

    sometimes = frozenset({"dimension"})
    note = LongText(
        label=_("Till planen som helhet"),
        help_text=_("Till exempel vad ni har sett, eller ett förslag."),
        required=False,
        rows=3,
    )
    dimension = forms.ChoiceField(label=_("Var på hjulet?"), required=False)
    strength = LongText(label=_("Det som fungerar"), required=False, rows=2)
    challenge = LongText(label=_("Det som är svårt"), required=False, rows=2)

    def __init__(self, *args: Any, dimensions: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the plan's own dimensions."""
        super().__init__(*args, **kwargs)
        offer(self, "dimension", [("", _("Välj område")), *dimensions])

    def clean(self) -> dict[str, Any]:
        """Ask where on the wheel a note stands."""
        data = super().clean() or {}
        if (data.get("strength") or data.get("challenge")) and not data.get("dimension"):
            self.add_error("dimension", _("Välj var på hjulet det hör hemma"))
        return data
