"""The form of a whole meeting: one row for each seat, one for each item."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.steering.commands import Guest, ItemResult
from varjebarn.steering.queries import RollCall
from varjebarn.web.county import words
from varjebarn.web.shared.forms import BaseForm, Day, LongText, ShortText

GUESTS = 3
PRESENT, ABSENT = "present", "absent"
ROLL = ((PRESENT, gettext_lazy("Närvarande")), (ABSENT, gettext_lazy("Frånvarande")))
DECIDED, POSTPONED = "decided", "postponed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """One seat, with its fields."""

    name: str
    about: str
    presence: forms.BoundField
    instead_of: forms.BoundField


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One item, with its fields."""

    number: int
    title: str
    outcome: forms.BoundField
    note: forms.BoundField
    wording: forms.BoundField
    responsible: forms.BoundField
    due: forms.BoundField


class RunForm(BaseForm):
    """Who was there, who stood in for whom, what became of each item, and guests."""

    def __init__(self, *args: Any, roll: RollCall, **kwargs: Any) -> None:
        """Make the fields of a roll call."""
        self.roll = roll
        super().__init__(*args, **kwargs)
        names = [("", _("ingen")), *((str(seat.public_id), seat.name) for seat in roll.seats)]
        for seat in roll.seats:
            self.fields[f"seat-{seat.public_id}"] = forms.ChoiceField(
                label=seat.name, choices=ROLL, widget=forms.RadioSelect, required=False
            )
            self.fields[f"for-{seat.public_id}"] = forms.ChoiceField(
                label=_("Ersätter"), choices=names, required=False
            )
        for item in roll.items:
            self._add_item(str(item.public_id), item.title)
        organisations = [
            ("", _("Välj organisation")),
            *((str(one.id), one.name) for one in roll.organisations),
        ]
        for number in range(1, GUESTS + 1):
            self.fields[f"guest-{number}"] = ShortText(
                label=_("Namn"), required=False, max_length=120
            )
            self.fields[f"guest-from-{number}"] = forms.ChoiceField(
                label=_("Organisation"), choices=organisations, required=False
            )
        for field in self.fields.values():
            field.widget.attrs.setdefault("class", "ds-input")

    def _add_item(self, ref: str, title: str) -> None:
        outcomes = [
            ("", _("Inte sagt än")),
            *((key, label) for key, (label, _kind) in words.OUTCOMES.items()),
        ]
        said = _("Säg vad det blev av ”%(title)s”") % {"title": title}
        self.fields[f"outcome-{ref}"] = forms.ChoiceField(
            label=_("Vad blev det?"), choices=outcomes, error_messages={"required": said}
        )
        self.fields[f"note-{ref}"] = LongText(
            label=_("Vad sades?"), required=False, max_length=8000, rows=3
        )
        self.fields[f"wording-{ref}"] = LongText(
            label=_("Beslutet, ordagrant"), required=False, max_length=2000, rows=2
        )
        self.fields[f"responsible-{ref}"] = ShortText(
            label=_("Ansvarig"), required=False, max_length=200
        )
        self.fields[f"due-{ref}"] = Day(label=_("Klart senast"), required=False)

    def clean(self) -> dict[str, Any]:
        """Say at the row what is missing there: one word for each, and the list of all above."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if not any(value == PRESENT for key, value in values.items() if key.startswith("seat-")):
            self.add_error(None, _("Kryssa för minst en som är närvarande."))
        self._clean_stand_ins(values)
        for item in self.roll.items:
            self._clean_item(values, str(item.public_id), item.title)
        for number in range(1, GUESTS + 1):
            if values.get(f"guest-{number}") and not values.get(f"guest-from-{number}"):
                self.add_error(
                    f"guest-from-{number}",
                    _("Välj organisation för %(name)s") % {"name": values[f"guest-{number}"]},
                )
        return values

    def _clean_stand_ins(self, values: Mapping[str, Any]) -> None:
        for seat in self.roll.seats:
            whom = values.get(f"for-{seat.public_id}")
            if not whom:
                continue
            if values.get(f"seat-{seat.public_id}") != PRESENT:
                self.add_error(
                    f"for-{seat.public_id}",
                    _("%(name)s är inte närvarande och kan inte ersätta någon")
                    % {"name": seat.name},
                )
            elif values.get(f"seat-{whom}") == PRESENT:
                self.add_error(
                    f"for-{seat.public_id}",
                    _("Den som %(name)s ersätter är själv närvarande") % {"name": seat.name},
                )

    def _clean_item(self, values: Mapping[str, Any], ref: str, title: str) -> None:
        outcome = values.get(f"outcome-{ref}")
        about = {"title": title}
        if outcome == DECIDED and not values.get(f"wording-{ref}"):
            self.add_error(f"wording-{ref}", _("Skriv beslutet om ”%(title)s”") % about)
        if outcome != DECIDED and values.get(f"wording-{ref}"):
            self.add_error(
                f"outcome-{ref}",
                _("”%(title)s” har ett beslut men är inte markerad som beslutad") % about,
            )
        if outcome == POSTPONED and not values.get(f"note-{ref}"):
            self.add_error(f"note-{ref}", _("Skriv varför ”%(title)s” skjuts upp") % about)
        due: date | None = values.get(f"due-{ref}")
        if due is not None and due < self.roll.meeting.date:
            self.add_error(f"due-{ref}", _("Dagen ligger före mötet"))

    # What the page shows ---------------------------------------------------------------------------

    def seats(self) -> Iterator[SeatRow]:
        """Give the rows of the roll call."""
        for seat in self.roll.seats:
            role = "" if seat.seat == "member" else str(words.SEATS[seat.seat])
            yield SeatRow(
                name=seat.name,
                about=", ".join(filter(None, [seat.organisation.name, seat.title, role])),
                presence=self[f"seat-{seat.public_id}"],
                instead_of=self[f"for-{seat.public_id}"],
            )

    def items(self) -> Iterator[ItemRow]:
        """Give the rows of the agenda."""
        for item in self.roll.items:
            ref = item.public_id
            yield ItemRow(
                number=item.order,
                title=item.title,
                outcome=self[f"outcome-{ref}"],
                note=self[f"note-{ref}"],
                wording=self[f"wording-{ref}"],
                responsible=self[f"responsible-{ref}"],
                due=self[f"due-{ref}"],
            )

    def guests(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        """Give the rows for those without a seat."""
        for number in range(1, GUESTS + 1):
            yield self[f"guest-{number}"], self[f"guest-from-{number}"]

    # What the command is told ----------------------------------------------------------------------

    def said(self) -> dict[str, Any]:
        """Give what was said, as `run_meeting` takes it."""
        values = self.cleaned_data
        by_ref = {str(seat.public_id): seat for seat in self.roll.seats}
        there = {ref: values.get(f"seat-{ref}") for ref in by_ref}
        return {
            "present": [by_ref[ref] for ref, what in there.items() if what == PRESENT],
            "absent": [by_ref[ref] for ref, what in there.items() if what == ABSENT],
            "stand_ins": {
                seat.pk: by_ref[values[f"for-{ref}"]]
                for ref, seat in by_ref.items()
                if values.get(f"for-{ref}")
            },
            "results": [self._result(item) for item in self.roll.items],
            "guests": [
                Guest(
                    name=values[f"guest-{number}"],
                    organisation=UUID(values[f"guest-from-{number}"]),
                )
                for number in range(1, GUESTS + 1)
                if values.get(f"guest-{number}")
            ],
            "next_meeting": self.roll.next_meeting,
        }

    def _result(self, item: Any) -> ItemResult:
        values, ref = self.cleaned_data, item.public_id
        return ItemResult(
            item=item,
            outcome=values[f"outcome-{ref}"],
            note=values[f"note-{ref}"],
            wording=values[f"wording-{ref}"],
            responsible=values[f"responsible-{ref}"],
            due=values[f"due-{ref}"],
        )
