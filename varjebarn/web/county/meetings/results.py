"""From what was typed while a meeting went on to what the register is told, and what is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from varjebarn.steering.commands import Asked, Decided, Guest, ItemResult, Lasted
from varjebarn.steering.queries import RollCall

GUESTS, DECISIONS = 3, 3
PRESENT, ABSENT = "present", "absent"
DECIDED, POSTPONED, AS_PROPOSED = "decided", "postponed", "as_proposed"
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """Everything that is missing or doesn't go together, with the field that it stands at."""

    roll: RollCall
    values: Values

    def all(self) -> Iterator[tuple[str | None, str]]:
        """Give the faults, those of the roll call first."""
        if not any(v == PRESENT for k, v in self.values.items() if k.startswith("seat-")):
            yield None, _("Kryssa för minst en som är närvarande.")
        yield from self._stand_ins()
        for item in self.roll.items:
            yield from self._item(str(item.public_id), item)
        for number in range(1, GUESTS + 1):
            name = self.values.get(f"guest-{number}")
            if name and not self.values.get(f"guest-from-{number}"):
                yield (
                    f"guest-from-{number}",
                    _("Välj organisation för %(name)s") % {"name": name},
                )

    def _stand_ins(self) -> Iterator[tuple[str, str]]:
        seats = _by_name(self.roll)
        for seat in self.roll.seats:
            field = f"for-{seat.public_id}"
            written = (self.values.get(field) or "").strip()
            if not written:
                continue
            about = {"name": written, "seat": seat.name}
            other = seats.get(written.casefold())
            if self.values.get(f"seat-{seat.public_id}") == PRESENT:
                yield field, _("%(seat)s är själv närvarande och ersätts inte") % about
            elif other is not None and _presence(self.values, other) != PRESENT:
                yield field, _("%(name)s är inte närvarande och kan inte ersätta någon") % about

    def _item(self, ref: str, item: Any) -> Iterator[tuple[str, str]]:
        about = {"title": item.title}
        outcome = self.values.get(f"outcome-{ref}")
        wordings = [one.wording for one in _decisions(self.values, ref)]
        if not outcome and not wordings:
            yield f"outcome-{ref}", _("Säg vad det blev av ”%(title)s”") % about
        if outcome == DECIDED and not wordings:
            yield f"wording-{ref}", _("Skriv beslutet om ”%(title)s”") % about
        if outcome not in {"", None, DECIDED, AS_PROPOSED} and wordings:
            yield (
                f"outcome-{ref}",
                _("”%(title)s” har ett beslut men är inte markerad som beslutad") % about,
            )
        if outcome == POSTPONED and not self.values.get(f"note-{ref}"):
            yield f"note-{ref}", _("Skriv varför ”%(title)s” skjuts upp") % about
        if self.values.get(f"question-{ref}") and not self.values.get(f"question-due-{ref}"):
            yield f"question-due-{ref}", _("Skriv när svaren ska vara inne")
        for end in ("due", "question-due"):
            for field in self.values:
                if field.startswith(f"{end}-{ref}") and self._is_before(self.values[field]):
                    yield field, _("Dagen ligger före mötet")

    def _is_before(self, day: date | None) -> bool:
        return day is not None and day < self.roll.meeting.date


def said_of(roll: RollCall, values: Values) -> dict[str, Any]:
    """Give what was said, as `run_meeting` takes it. The values have no faults."""
    by_ref = {str(seat.public_id): seat for seat in roll.seats}
    replaced = {ref: name for ref in by_ref if (name := (values.get(f"for-{ref}") or "").strip())}
    names = _by_name(roll)
    instead: dict[str, list[Any]] = {}
    written: dict[str, str] = {}
    for ref, name in replaced.items():
        instead.setdefault(name.casefold(), []).append(by_ref[ref])
        written.setdefault(name.casefold(), name)
    return {
        "present": [seat for ref, seat in by_ref.items() if _presence(values, seat) == PRESENT],
        "absent": [
            seat
            for ref, seat in by_ref.items()
            if _presence(values, seat) == ABSENT or ref in replaced
        ],
        "stand_ins": {names[name].pk: seats for name, seats in instead.items() if name in names},
        "results": [_result(roll, values, item) for item in roll.items],
        "guests": [
            *(
                Guest(
                    name=written[name],
                    organisation=seats[0].organisation.public_id,
                    instead_of=tuple(seats),
                )
                for name, seats in instead.items()
                if name not in names
            ),
            *_guests(values),
        ],
        "opening": values["opening"],
        "lasted": Lasted(
            starts=values["starts"], ends=values["ends"], chair=by_ref.get(values["chair"])
        ),
        "next_meeting": roll.next_meeting,
    }


def _guests(values: Values) -> Iterator[Guest]:
    for number in range(1, GUESTS + 1):
        if values.get(f"guest-{number}"):
            yield Guest(
                name=values[f"guest-{number}"], organisation=UUID(values[f"guest-from-{number}"])
            )


def _result(roll: RollCall, values: Values, item: Any) -> ItemResult:
    ref = str(item.public_id)
    outcome: Any = values[f"outcome-{ref}"]
    note = values[f"note-{ref}"]
    decisions = tuple(_decisions(values, ref))
    if outcome == AS_PROPOSED:
        decisions = (_as_proposed(roll, values, item), *_decisions(values, ref, first=2))
    if decisions:
        outcome = DECIDED
    is_put_off = outcome == POSTPONED
    question = values[f"question-{ref}"]
    return ItemResult(
        item=item,
        outcome=outcome,
        said="" if is_put_off else note,
        reason=note if is_put_off else "",
        decisions=decisions,
        asked=Asked(question=question, due=values[f"question-due-{ref}"]) if question else None,
    )


def _as_proposed(roll: RollCall, values: Values, item: Any) -> Decided:
    """Take the proposal's own words, with what was said of who and when."""
    ref = item.public_id
    return Decided(
        wording=roll.proposal_for(item),
        responsible=values[f"responsible-{ref}"],
        due=values[f"due-{ref}"],
    )


def _decisions(values: Values, ref: str, *, first: int = 1) -> Iterator[Decided]:
    for number in range(first, DECISIONS + 1):
        end = ref if number == 1 else f"{ref}-{number}"
        if values.get(f"wording-{end}"):
            yield Decided(
                wording=values[f"wording-{end}"],
                responsible=values.get(f"responsible-{end}") or "",
                due=values.get(f"due-{end}"),
            )


def _presence(values: Values, seat: Any) -> str:
    return str(values.get(f"seat-{seat.public_id}") or "")


def _by_name(roll: RollCall) -> dict[str, Any]:
    return {seat.name.casefold(): seat for seat in roll.seats}
