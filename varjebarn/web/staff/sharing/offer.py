"""What can be shared about a child from here, with whom; and the frozen content of a choice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.letters import note_document
from varjebarn.disclosure.parts import PLAN_PARTS
from varjebarn.disclosure.queries import deciding, guardian_closed
from varjebarn.disclosure.recipients import ToPerson, ToUnit
from varjebarn.disclosure.rules import CIVIL_SOCIETY
from varjebarn.kernel.actors import Actor
from varjebarn.plan.queries import current_plan, open_version
from varjebarn.web.shared.days import day_in_words
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.staff.labels import PARTS
from varjebarn.web.staff.nearby import units_around
from varjebarn.wellbeing.letters import signal_document
from varjebarn.wellbeing.queries import open_signal, signals

PLAN, NOTE, SIGNAL = "plan", "note", "signal-"
Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A unit that can be given something, by organisation."""

    to: ToUnit
    name: str
    organisation: str

    @property
    def whole_name(self) -> str:
        """Name it so that it cannot be mistaken for another."""
        return f"{self.name}, {self.organisation}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """The child, or a guardian with a login; `why_not` when that one is given nothing now."""

    to: ToPerson
    name: str
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Everything that step one lets somebody choose among."""

    plan: Any
    what: Choices
    units: Mapping[str, Place]
    family: Mapping[str, Relative]

    @property
    def parts(self) -> Choices:
        """The parts of a plan, in the order of its page."""
        return [(part.value, str(PARTS[part.value])) for part in PLAN_PARTS] if self.plan else []

    @property
    def recipients(self) -> list[tuple[str, Choices]]:
        """The family first, then the units by organisation."""
        family = [(key, one.name) for key, one in self.family.items()]
        places = groupby(self.units.items(), key=lambda pair: pair[1].organisation)
        return [
            (_("Familjen"), family),
            *((name, [(key, one.name) for key, one in group]) for name, group in places),
        ]

    def to(self, key: str) -> ToUnit | ToPerson:
        """Find the chosen recipient."""
        return self.family[key].to if key in self.family else self.units[key].to

    def organisation(self, key: str) -> str:
        """Name the chosen recipient's organisation; empty for one in the family."""
        return "" if key in self.family else self.units[key].organisation

    def name(self, key: str) -> str:
        """Name the chosen recipient."""
        return self.family[key].name if key in self.family else self.units[key].whole_name


def offer(actor: Actor, child: Any, *, on: date) -> Offer:
    """Read what there is to choose among."""
    plan = current_plan(actor, child)
    has_version = plan is not None and plan.version > 0
    return Offer(
        plan=plan if has_version else None,
        what=_what(actor, child, plan if has_version else None),
        units={
            str(unit.unit): Place(
                to=ToUnit(unit=unit.unit), name=unit.name, organisation=unit.organisation_name
            )
            for unit in units_around(actor)
            if unit.unit != actor.unit and unit.area != CIVIL_SOCIETY
        },
        family=family(actor, child, on=on),
    )


def family(actor: Actor, child: Any, *, on: date) -> dict[str, Relative]:
    """Give the child and whoever decides for it: those with a login can be told here."""
    found: dict[str, Relative] = {}
    if child.person_ref is not None:
        to = ToPerson(person_ref=child.person_ref, capacity="child", name=child.called)
        found["child"] = Relative(to=to, name=_("%(name)s, barnet") % {"name": child.called})
    for one in deciding(actor, child):
        if one.person_ref is not None:
            closed = guardian_closed(child.born, view_agreed=one.view_agreed, on=on)
            found[f"guardian-{one.public_id}"] = Relative(
                to=ToPerson(person_ref=one.person_ref, capacity="guardian", name=one.name),
                name=_("%(name)s, vårdnadshavare") % {"name": one.name},
                why_not=sentence(closed) if closed else "",
            )
    return found


def frozen(
    actor: Actor, child: Any, chosen: Offer, data: Mapping[str, Any], *, on: date
) -> Document:
    """Freeze exactly what was chosen."""
    what = str(data["what"])
    if what == PLAN:
        whole = open_version(actor, chosen.plan, chosen.plan.version)
        return whole.for_units().only(data["parts"]).as_content()
    if what.startswith(SIGNAL):
        signal = open_signal(actor, UUID(what.removeprefix(SIGNAL)))
        return signal_document(actor, child, signal)
    return note_document(actor, child, words=data["words"], on=on)


def _what(actor: Actor, child: Any, plan: Any) -> Choices:
    lines: Choices = []
    if plan is not None:
        words = _("Barnets plan, version %(version)d, eller delar av den")
        lines.append((PLAN, words % {"version": plan.version}))
    for line in signals(actor, child):
        said = {"name": line.author_name, "day": day_in_words(line.noticed_on)}
        words = _("Det som %(name)s uppmärksammade %(day)s") % said
        lines.append((f"{SIGNAL}{line.signal}", words))
    return [*lines, (NOTE, _("En text som jag skriver nu"))]
