"""People and assignments in words: what each may do, and until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.kernel.actors import Actor, Duty
from varjebarn.kernel.periods import FOREVER
from varjebarn.organisations.queries import StaffLine
from varjebarn.web.shared.days import day_in_words
from varjebarn.web.shared.fields import Text

DUTIES: dict[Duty, Text] = {
    Duty.PROFESSIONAL: gettext_lazy("Arbetar med barn"),
    Duty.CONTACT: gettext_lazy("Är barnensbästa-ansvarig"),
    Duty.MANAGER: gettext_lazy("Leder verksamheten"),
    Duty.INTAKE: gettext_lazy("Tar emot det som kommer till verksamheten"),
    Duty.LOG_REVIEWER: gettext_lazy("Granskar loggen"),
    Duty.KEEPER: gettext_lazy("Sköter medarbetare och uppdrag"),
}
DUTY_HINTS: dict[str, Text] = {
    Duty.PROFESSIONAL: gettext_lazy("Kan arbeta med de barn som hen görs delaktig hos."),
    Duty.CONTACT: gettext_lazy("Tar emot det andra har uppmärksammat, och bedömer det."),
    Duty.MANAGER: gettext_lazy("Kan göra medarbetare delaktiga hos ett barn."),
    Duty.INTAKE: gettext_lazy("Öppnar inkorgen och avgör vems det är."),
    Duty.LOG_REVIEWER: gettext_lazy("Ser vem i verksamheten som har öppnat vad."),
    Duty.KEEPER: gettext_lazy("Ser den här sidan, och inga barn."),
}
COUNTY = gettext_lazy("Håller ihop länets arbete")


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentRow:
    """One assignment of somebody's."""

    assignment: UUID
    title: str
    workplace: str
    duties: tuple[str, ...]
    period: str
    is_coming: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Somebody with everything they are assigned to here."""

    person: UUID
    name: str
    is_oneself: bool
    assignments: tuple[AssignmentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """The unit's people."""

    unit: str
    organisation: str
    rows: tuple[PersonRow, ...]


def people_page(actor: Actor, lines: Sequence[StaffLine], *, today: date) -> PeoplePage:
    """Gather assignments by person, by name."""
    by_person: dict[UUID, list[StaffLine]] = {}
    for line in lines:
        by_person.setdefault(line.person, []).append(line)
    return PeoplePage(
        unit=actor.unit_name,
        organisation=actor.organisation_name,
        rows=tuple(
            PersonRow(
                person=person,
                name=found[0].name,
                is_oneself=person == actor.person,
                assignments=tuple(assignment_row(line, today=today) for line in found),
            )
            for person, found in by_person.items()
        ),
    )


def assignment_row(line: StaffLine, *, today: date) -> AssignmentRow:
    """Put one assignment into words."""
    return AssignmentRow(
        assignment=line.assignment,
        title=line.title,
        workplace=line.workplace_name,
        duties=tuple(
            str(words)
            for duty, words in {**DUTIES, Duty.COUNTY: COUNTY}.items()
            if duty.value in line.duties
        ),
        period=period_in_words(line),
        is_coming=timezone.localdate(line.valid_from) > today,
    )


def period_in_words(line: StaffLine) -> str:
    """Say from when, and to the last day if there is one."""
    start = day_in_words(timezone.localdate(line.valid_from))
    if line.valid_to >= FOREVER:
        return _("från %(day)s, tills vidare") % {"day": start}
    last = timezone.localdate(line.valid_to - timedelta(microseconds=1))
    return _("från %(day)s till och med %(last)s") % {"day": start, "last": day_in_words(last)}
