"""The forms of the minutes: what was said, item by item; their approval."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.interop.documents import Block
from varjebarn.interop.minutes.write import outcome_blocks
from varjebarn.steering.minuted import MinutesText
from varjebarn.steering.values import MeetingPage
from varjebarn.web.shared.forms import BaseForm, LongText, OneOf


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRow:
    """One item: its heading and what the register says of it, around the field of what was said."""

    number: int
    title: str
    said: forms.BoundField
    wordings: tuple[forms.BoundField, ...]
    blocks: tuple[Block, ...]


class TextsForm(BaseForm):
    """What was said: one field before the items, and one for each."""

    opening = LongText(
        label=gettext_lazy("Före punkterna"), required=False, max_length=20_000, rows=3
    )

    def __init__(
        self, *args: Any, page: MeetingPage, text: MinutesText | None, **kwargs: Any
    ) -> None:
        """Fill in the text that holds."""
        self.page = page
        initial = {} if text is None else {"opening": text.opening}
        initial |= {
            f"said-{item}": said for item, said in ({} if text is None else text.said).items()
        }
        super().__init__(*args, initial=initial, **kwargs)
        for item in page.items:
            self.fields[f"said-{item.id}"] = LongText(
                label=_("Vad sades?"), required=False, max_length=20_000, rows=4
            )
            self.fields[f"said-{item.id}"].widget.attrs.setdefault("class", "ds-input")
            for decision in reversed(item.decisions):
                self.fields[f"decision-{decision.id}"] = LongText(
                    label=_("Beslut %(number)d") % {"number": decision.number},
                    initial=decision.wording,
                    required=False,
                    max_length=4000,
                    rows=3,
                )

    def items(self) -> Iterator[SaidRow]:
        """Give the rows of the items."""
        for item in self.page.items:
            yield SaidRow(
                number=item.order,
                title=item.title,
                said=self[f"said-{item.id}"],
                wordings=tuple(self[f"decision-{one.id}"] for one in reversed(item.decisions)),
                blocks=tuple(outcome_blocks(self.page, replace(item, decisions=()), is_told=True)),
            )

    @property
    def is_changed(self) -> bool:
        """Whether the texts are to be taken."""
        return True

    def clean(self) -> dict[str, Any]:
        """Let no decision be emptied."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        for name in self.fields if self.is_changed else ():
            if name.startswith("decision-") and name in self.data and not values.get(name):
                self.add_error(name, _("Skriv vad som beslutades"))
        return values

    def wordings(self) -> dict[UUID, str]:
        """Give the decisions' wordings as they were sent."""
        every = (one for item in self.page.items for one in item.decisions)
        names = {one.id: f"decision-{one.id}" for one in every}
        return {
            one: self.cleaned_data[name] for one, name in names.items() if self.cleaned_data[name]
        }

    def texts(self) -> dict[UUID | None, str]:
        """Give the passages by item; None is what stands before them."""
        said: dict[UUID | None, str] = {None: self.cleaned_data["opening"]}
        return said | {item.id: self.cleaned_data[f"said-{item.id}"] for item in self.page.items}


class ApproveForm(TextsForm):
    """At which meeting, and with what changes."""

    at = OneOf(
        label=gettext_lazy("På vilket möte godkändes de?"), missing=gettext_lazy("Välj möte")
    )
    how = OneOf(
        label=gettext_lazy("Hur godkändes de?"),
        missing=gettext_lazy("Välj hur de godkändes"),
        choices=(
            ("as_they_are", gettext_lazy("Som de är")),
            ("with_changes", gettext_lazy("Med ändringar")),
        ),
    )
    changes = LongText(
        label=gettext_lazy("Vad ändrades?"),
        help_text=gettext_lazy("En mening, till exempel: Olle Dahl var med från punkt 3."),
        required=False,
        max_length=2000,
        rows=2,
    )

    def __init__(self, *args: Any, meetings: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the later meetings; a single one is chosen beforehand."""
        super().__init__(*args, **kwargs)
        offered = list(meetings)
        field = self.fields["at"]
        assert isinstance(field, OneOf)  # noqa: S101 - the class above says so
        field.choices = offered
        if len(offered) == 1:
            self.initial["at"] = offered[0][0]

    @property
    def is_changed(self) -> bool:
        """Whether they were approved with changes."""
        return bool(self.cleaned_data.get("how") == "with_changes")

    def clean(self) -> dict[str, Any]:
        """Ask what was changed, when something was."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if self.is_changed and not values.get("changes"):
            self.add_error("changes", _("Skriv vad som ändrades"))
        return values
