"""The forms of reading minutes: the files, and one file's finds to correct and accept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.interop.minutes import Reading
from varjebarn.interop.minutes.lines import lines_of
from varjebarn.interop.minutes.mapping import match_organisation
from varjebarn.interop.minutes.people import Person, people_of
from varjebarn.interop.minutes.reading import ReadItem
from varjebarn.steering.commands import Attended, PastItem
from varjebarn.steering.values import Named
from varjebarn.web.county import words
from varjebarn.web.county.meetings.forms import Clock, end_after_start
from varjebarn.web.county.reading.said import body_of
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, ShortText, Tick

MOST_FILES = 20
DECIDED, POSTPONED, DISCUSSED = "decided", "postponed", "discussed"


class Files(forms.FileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesForm(BaseForm):
    """The files to read."""

    chosen = forms.Field(
        label=gettext_lazy("Vilka filer?"),
        help_text=gettext_lazy("Word, LibreOffice, PDF eller text. Högst 20 filer på 6 MB."),
        widget=Files(attrs={"accept": ".txt,.md,.docx,.odt,.pdf"}),
        required=False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One matter found, with its fields."""

    number: int
    line: int
    keep: forms.BoundField
    title: forms.BoundField
    outcome: forms.BoundField
    decisions: forms.BoundField


class FindsForm(BaseForm):
    """What was found in one file, to correct and accept. Nothing is kept before that."""

    body = OneOf(label=gettext_lazy("Vilken grupp?"), missing=gettext_lazy("Välj grupp"))
    on = Day(label=gettext_lazy("Dag"), missing=gettext_lazy("Skriv vilken dag mötet hölls"))
    starts = Clock(
        label=gettext_lazy("Började klockan"), missing=gettext_lazy("Skriv när mötet började")
    )
    ends = Clock(
        label=gettext_lazy("Slutade klockan"), missing=gettext_lazy("Skriv när mötet slutade")
    )
    place = ShortText(label=gettext_lazy("Plats"), required=False, max_length=200)
    present = LongText(
        label=gettext_lazy("Närvarande"),
        help_text=gettext_lazy("En på varje rad: namn, organisation (ersätter namn)"),
        missing=gettext_lazy("Skriv minst en som var med"),
        max_length=20_000,
        rows=12,
    )
    absent = LongText(label=gettext_lazy("Frånvarande"), required=False, max_length=20_000, rows=5)

    def __init__(
        self,
        *args: Any,
        reading: Reading,
        bodies: Sequence[Named],
        organisations: Sequence[Named],
        **kwargs: Any,
    ) -> None:
        """Fill in what was found; the fields of the matters come from the reading."""
        self.reading = reading
        self.known: Mapping[str, UUID] = {one.name: one.id for one in organisations}
        super().__init__(*args, initial=_initial(reading, bodies), **kwargs)
        field = self.fields["body"]
        assert isinstance(field, OneOf)  # noqa: S101 - the class above says so
        field.choices = [(str(one.id), one.name) for one in bodies]
        outcomes = [(key, label) for key, (label, _kind) in words.OUTCOMES.items()]
        for at, item in enumerate(reading.items):
            self._add_item(at, item, outcomes)

    def _add_item(self, at: int, item: ReadItem, outcomes: Sequence[tuple[str, Any]]) -> None:
        said = DECIDED if item.decisions else POSTPONED if item.is_postponed else DISCUSSED
        self.fields[f"keep-{at}"] = Tick(label=_("Ta med punkten"), initial=True)
        self.fields[f"title-{at}"] = ShortText(
            label=_("Rubrik"), missing=_("Skriv en rubrik"), initial=item.heading, max_length=200
        )
        self.fields[f"outcome-{at}"] = forms.ChoiceField(
            label=_("Vad blev det?"), choices=list(outcomes), initial=said
        )
        self.fields[f"decisions-{at}"] = LongText(
            label=_("Beslut, ett på varje rad"),
            initial="\n".join(one.text for one in item.decisions),
            required=False,
            max_length=8000,
            rows=2,
        )
        for name in ("keep", "title", "outcome", "decisions"):
            self.fields[f"{name}-{at}"].widget.attrs.setdefault("class", "ds-input")

    def items(self) -> Iterator[ItemRow]:
        """Give the rows of the matters."""
        for at, item in enumerate(self.reading.items):
            yield ItemRow(
                number=at + 1,
                line=item.line,
                keep=self[f"keep-{at}"],
                title=self[f"title-{at}"],
                outcome=self[f"outcome-{at}"],
                decisions=self[f"decisions-{at}"],
            )

    def clean_present(self) -> list[Attended]:
        """Read who was there."""
        return self._people(self.cleaned_data["present"])

    def clean_absent(self) -> list[Attended]:
        """Read who was not."""
        return self._people(self.cleaned_data["absent"])

    def _people(self, text: str) -> list[Attended]:
        """Read a list of persons; each needs an organisation that the register knows."""
        found: list[Attended] = []
        unknown: list[str] = []
        for person in people_of(lines_of(text)):
            organisation = match_organisation(person.organisation, self.known)
            if organisation is None:
                unknown.append(person.name)
            else:
                found.append(
                    Attended(
                        name=person.name,
                        organisation=organisation,
                        instead_of=person.substitutes_for,
                    )
                )
        if unknown:
            raise forms.ValidationError(
                _("Skriv en organisation som finns i registret efter namnet: %(names)s")
                % {"names": words.listed(unknown)}
            )
        return found

    def clean(self) -> dict[str, Any]:
        """Say where a decision is missing its words, or its mark."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        end_after_start(self, values)
        for at in range(len(self.reading.items)):
            decided = values.get(f"outcome-{at}") == DECIDED
            if values.get(f"keep-{at}") and decided != bool(values.get(f"decisions-{at}")):
                missing = _("Skriv beslutet, eller välj något annat än beslutat")
                unmarked = _("Punkten har ett beslut: välj beslutat, eller ta bort beslutet")
                self.add_error(f"decisions-{at}", missing if decided else unmarked)
        return values

    def past_items(self) -> list[PastItem]:
        """Give the matters that are to be kept."""
        values = self.cleaned_data
        return [
            PastItem(
                title=values[f"title-{at}"],
                outcome=values[f"outcome-{at}"],
                decisions=tuple(
                    filter(None, map(str.strip, values[f"decisions-{at}"].splitlines()))
                ),
            )
            for at in range(len(self.reading.items))
            if values[f"keep-{at}"]
        ]


def _initial(reading: Reading, bodies: Sequence[Named]) -> dict[str, Any]:
    body = body_of(reading, bodies)
    return {
        "body": str(body) if body else None,
        "on": reading.on,
        "starts": (reading.start or "").replace(":", "."),
        "ends": (reading.end or "").replace(":", "."),
        "place": reading.place or "",
        "present": "\n".join(_person(one) for one in reading.present),
        "absent": "\n".join(_person(one) for one in reading.absent),
    }


def _person(one: Person) -> str:
    instead = f" (ersätter {' och '.join(one.substitutes_for)})" if one.substitutes_for else ""
    return ", ".join(filter(None, [one.name, one.organisation])) + instead
