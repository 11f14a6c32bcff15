"""The form of a meeting while it goes on: one row for each seat, one for each item."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.steering.queries import RollCall
from varjebarn.web.county import words
from varjebarn.web.county.meetings.forms import Clock, end_after_start
from varjebarn.web.county.meetings.results import (
    ABSENT,
    AS_PROPOSED,
    DECISIONS,
    GUESTS,
    PRESENT,
    Faults,
    said_of,
)
from varjebarn.web.shared.forms import BaseForm, Day, LongText, ShortText

SOMETIMES = ("wording-", "note-", "guest-from-")  # what another answer makes needed
ROLL = ((PRESENT, gettext_lazy("Närvarande")), (ABSENT, gettext_lazy("Frånvarande")))


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """One seat, with its fields."""

    name: str
    about: str
    presence: forms.BoundField
    replaced_by: forms.BoundField


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """The fields of one decision."""

    wording: forms.BoundField
    responsible: forms.BoundField
    due: forms.BoundField


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One item, with its fields."""

    ref: str
    number: int
    title: str
    href: str
    use: str
    is_standing: bool
    proposal: str
    outcome: forms.BoundField
    note: forms.BoundField
    first: DecisionRow
    more: tuple[DecisionRow, ...]
    question: forms.BoundField
    question_due: forms.BoundField

    @property
    def has_decision(self) -> bool:
        """Whether something is written among the decisions."""
        return any(_is_used(one) for one in (self.first, *self.more))

    @property
    def has_more(self) -> bool:
        """Whether a second decision is written."""
        return any(_is_used(one) for one in self.more)

    @property
    def has_question(self) -> bool:
        """Whether a question is written, or something is wrong with it."""
        return bool(self.question.value() or self.question.errors or self.question_due.errors)


class RunForm(BaseForm):
    """Who was there, who stood in for whom, what became of each item, and guests."""

    starts = Clock(
        label=gettext_lazy("Började klockan"), missing=gettext_lazy("Skriv när mötet började")
    )
    ends = Clock(
        label=gettext_lazy("Slutade klockan"), missing=gettext_lazy("Skriv när mötet slutade")
    )
    chair = forms.ChoiceField(label=gettext_lazy("Vem ledde mötet?"), required=False)
    opening = LongText(
        label=gettext_lazy("Före punkterna"),
        help_text=gettext_lazy("Till exempel att mötet öppnas. Skriv inget om enskilda barn."),
        required=False,
        max_length=8000,
        rows=2,
    )

    def __init__(self, *args: Any, roll: RollCall, **kwargs: Any) -> None:
        """Make the fields of a roll call; what isn't typed yet is what was planned."""
        self.roll = roll
        planned: dict[str, Any] = {"starts": roll.meeting.starts, "ends": roll.meeting.ends}
        led_by = next((one for one in roll.seats if one.pk == roll.meeting.chair_id), None)
        planned["chair"] = "" if led_by is None else str(led_by.public_id)
        kwargs["initial"] = {**planned, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self._choices(
            "chair",
            [
                ("", _("Gruppens ordförande")),
                *((str(seat.public_id), seat.name) for seat in roll.seats),
            ],
        )
        for seat in roll.seats:
            self.fields[f"seat-{seat.public_id}"] = forms.ChoiceField(
                label=seat.name, choices=ROLL, widget=forms.RadioSelect, required=False
            )
            self.fields[f"for-{seat.public_id}"] = ShortText(
                label=_("Ersätts av"), required=False, max_length=120
            )
            self.fields[f"for-{seat.public_id}"].widget.attrs |= {
                "list": "platser",
                "autocomplete": "off",
            }
        for item in roll.items:
            self._add_item(
                str(item.public_id), item.title, has_proposal=bool(roll.proposal_for(item))
            )
        for number in range(1, GUESTS + 1):
            self._add_guest(number)
        fields: dict[str, Any] = self.fields
        for name, field in fields.items():
            field.widget.attrs.setdefault("class", "ds-input")
            field.is_sometimes = name.startswith(SOMETIMES)  # the template reads it

    def _choices(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - the class above says so
        field.choices = list(choices)

    def _add_item(self, ref: str, title: str, *, has_proposal: bool) -> None:
        proposed = [(AS_PROPOSED, _("Beslutat enligt förslaget"))] if has_proposal else []
        outcomes = [
            ("", _("Inte sagt än")),
            *proposed,
            *((key, label) for key, (label, _kind) in words.OUTCOMES.items()),
        ]
        said = _("Säg vad det blev av ”%(title)s”") % {"title": title}
        self.fields[f"outcome-{ref}"] = forms.ChoiceField(
            label=_("Vad blev det?"), choices=outcomes, required=False
        )
        self.fields[f"outcome-{ref}"].error_messages["required"] = said
        self.fields[f"note-{ref}"] = LongText(
            label=_("Vad sades?"), required=False, max_length=8000, rows=3
        )
        for number in range(1, DECISIONS + 1):
            end = ref if number == 1 else f"{ref}-{number}"
            self.fields[f"wording-{end}"] = LongText(
                label=_("Beslutet, ordagrant"), required=False, max_length=2000, rows=2
            )
            self.fields[f"responsible-{end}"] = ShortText(
                label=_("Ansvarig"), required=False, max_length=200
            )
            self.fields[f"due-{end}"] = Day(label=_("Klart senast"), required=False)
        self.fields[f"question-{ref}"] = LongText(
            label=_("Fråga till alla organisationer"), required=False, max_length=1000, rows=2
        )
        self.fields[f"question-due-{ref}"] = Day(label=_("Svar senast"), required=False)

    def _add_guest(self, number: int) -> None:
        organisations = [
            ("", _("Välj organisation")),
            *((str(one.id), one.name) for one in self.roll.organisations),
        ]
        self.fields[f"guest-{number}"] = ShortText(label=_("Namn"), required=False, max_length=120)
        self.fields[f"guest-from-{number}"] = forms.ChoiceField(
            label=_("Organisation"), choices=organisations, required=False
        )

    def clean(self) -> dict[str, Any]:
        """Say at the row what is missing there: one word for each, and the list of all above."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        end_after_start(self, values)
        for field, fault in Faults(roll=self.roll, values=values).all():
            self.add_error(field, fault)
        return values

    def said(self) -> dict[str, Any]:
        """Give what was said, as `run_meeting` takes it."""
        return said_of(self.roll, self.cleaned_data)

    # What the page shows ---------------------------------------------------------------------------

    def seats(self) -> Iterator[SeatRow]:
        """Give the rows of the roll call."""
        for seat in self.roll.seats:
            role = "" if seat.seat == "member" else str(words.SEATS[seat.seat])
            yield SeatRow(
                name=seat.name,
                about=", ".join(filter(None, [seat.organisation.name, seat.title, role])),
                presence=self[f"seat-{seat.public_id}"],
                replaced_by=self[f"for-{seat.public_id}"],
            )

    def items(self) -> Iterator[ItemRow]:
        """Give the rows of the agenda."""
        for item in self.roll.items:
            ref = str(item.public_id)
            yield ItemRow(
                ref=ref,
                number=item.order,
                title=item.title,
                href=reverse("county:matter", args=[ref]),
                use="" if item.standing is None else item.standing.use,
                is_standing=item.standing is not None,
                proposal=self.roll.proposal_for(item),
                outcome=self[f"outcome-{ref}"],
                note=self[f"note-{ref}"],
                first=self._decision(ref),
                more=tuple(self._decision(f"{ref}-{n}") for n in range(2, DECISIONS + 1)),
                question=self[f"question-{ref}"],
                question_due=self[f"question-due-{ref}"],
            )

    def guests(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        """Give the rows for those without a seat."""
        for number in range(1, GUESTS + 1):
            yield self[f"guest-{number}"], self[f"guest-from-{number}"]

    @property
    def has_guests(self) -> bool:
        """Whether a guest is written."""
        return any(name.value() or organisation.errors for name, organisation in self.guests())

    def _decision(self, end: str) -> DecisionRow:
        return DecisionRow(
            wording=self[f"wording-{end}"],
            responsible=self[f"responsible-{end}"],
            due=self[f"due-{end}"],
        )


def _is_used(one: DecisionRow) -> bool:
    return bool(one.wording.value() or one.wording.errors or one.due.errors)
