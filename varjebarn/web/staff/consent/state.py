"""What is covered, and what is missing for the plan to reach each unit, and why: an overview."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from varjebarn.disclosure.parts import PLAN_PARTS
from varjebarn.disclosure.queries import ConsentLine, Covered, consents
from varjebarn.people.queries import open_child
from varjebarn.plan.queries import current_plan, recipients_preview
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.staff.consent.saying_no import why_not
from varjebarn.web.staff.labels import CAPACITIES, PARTS, label
from varjebarn.web.staff.who import who

IN_PLANS = frozenset(part.value for part in PLAN_PARTS)
UNIT = "unit"


class Line(Protocol):
    """What the page asks of a line of the plan's list of recipients."""

    @property
    def kind(self) -> str:
        """unit, guardian or child."""

    @property
    def ref(self) -> UUID | None:
        """The unit."""

    @property
    def name(self) -> str:
        """The unit's name."""

    @property
    def organisation_name(self) -> str:
        """Its organisation's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRow:
    """One unit: whether the plan reaches it, with which parts, which not, and why."""

    name: str
    reaches: bool
    covered: tuple[str, ...]
    missing: tuple[str, ...]
    why: tuple[str, ...]
    last_day: date | None
    is_asked: bool


def state_rows(
    known: Sequence[ConsentLine], lines: Iterable[Line], held: frozenset[str]
) -> tuple[StateRow, ...]:
    """Say for each unit around the plan how the newest consent stands. `held` are the plan's parts."""
    newest: dict[UUID, tuple[Covered, bool]] = {}
    for line in known:
        for unit in line.units:
            if not unit.is_own and unit.parts & IN_PLANS:
                newest.setdefault(unit.unit, (unit, line.consent.is_origin))
    named = {
        line.ref: f"{line.name}, {line.organisation_name}"
        for line in lines
        if line.kind == UNIT and line.ref is not None
    }
    asked = [_row(unit, held, is_origin=is_origin) for unit, is_origin in newest.values()]
    return (*asked, *(_not_asked(name, held) for ref, name in named.items() if ref not in newest))


def _row(unit: Covered, held: frozenset[str], *, is_origin: bool) -> StateRow:
    covered = held & unit.parts if unit.holds else frozenset[str]()
    why = [] if unit.holds else list(_why(unit, is_origin=is_origin))
    if unit.holds and held - unit.parts:
        why.append(_("Frågan gällde inte alla delar."))
    return StateRow(
        name=f"{unit.unit_name}, {unit.organisation_name}",
        reaches=bool(covered),
        covered=_words(covered),
        missing=_words(held - covered),
        why=tuple(why),
        last_day=unit.consent.valid_to - timedelta(days=1),
        is_asked=True,
    )


def _why(unit: Covered, *, is_origin: bool) -> Iterable[str]:
    """Say why it does not hold. Who said no is told where it was asked, and nowhere else."""
    if not is_origin:
        yield _("Samtycket gäller inte längre för dem.")
        return
    if unit.why_not is not None:
        yield why_not(unit)
    said = {
        "asked": _("%(name)s (%(capacity)s) har inte svarat."),
        "refused": _("%(name)s (%(capacity)s) har sagt nej."),
        "withdrawn": _("%(name)s (%(capacity)s) har tagit tillbaka sitt ja."),
    }
    for answer in unit.answers:
        if answer.what in said and not (answer.what == "asked" and answer.capacity == "child"):
            words = {"name": answer.name, "capacity": label(CAPACITIES, answer.capacity)}
            yield said[answer.what] % words


def _not_asked(name: str, held: frozenset[str]) -> StateRow:
    return StateRow(
        name=name,
        reaches=False,
        covered=(),
        missing=_words(held),
        why=(_("Ingen har frågat om dem."),),
        last_day=None,
        is_asked=False,
    )


def _words(parts: frozenset[str]) -> tuple[str, ...]:
    return tuple(str(words) for part, words in PARTS.items() if part in parts)


@staff_page
@require_safe
def state(request: HttpRequest, child: UUID) -> HttpResponse:
    """Show it, for the plan that this unit holds; without one, for the parts that plans have."""
    actor = actor_of(request)
    file, on = open_child(actor, child), timezone.localdate()
    plan = current_plan(actor, file)
    preview = recipients_preview(actor, plan, on) if plan else None
    held = frozenset(part.value for part in preview.document.parts) if preview else IN_PLANS
    rows = state_rows(consents(actor, file), preview.lines if preview else (), held & IN_PLANS)
    context = {"rows": rows, "has_plan": plan is not None, "who": who(file, on=on)}
    return render(request, "staff/consent/state.html", context)
