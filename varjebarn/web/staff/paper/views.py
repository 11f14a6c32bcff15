"""The sheets. What comes back on them is entered by the contact, on behalf of the family."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from varjebarn.disclosure import queries
from varjebarn.people.queries import guardians, open_child
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import FACES
from varjebarn.web.staff.labels import PARTS, label
from varjebarn.web.staff.model import county_model, language
from varjebarn.web.staff.spoken import spoken
from varjebarn.web.staff.who import who


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One service of the circle, and what it may get to know."""

    name: str
    is_own: bool
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSheet:
    """A question of consent as it stands on paper."""

    purpose: str
    last_day: date
    units: tuple[Asked, ...]
    people: tuple[str, ...]


@staff_page
@require_safe
def consent(request: HttpRequest, child: UUID, ref: UUID) -> HttpResponse:
    """Show a question of consent to be answered on paper, with what happens after a yes and a no."""
    actor = actor_of(request)
    file = open_child(actor, child)
    line = next((one for one in queries.consents(actor, file) if one.consent.ref == ref), None)
    if line is None or not line.consent.is_origin:
        raise Http404
    people = dict.fromkeys(answer.name for unit in line.units for answer in unit.answers)
    sheet = ConsentSheet(
        purpose=line.consent.purpose,
        last_day=line.consent.valid_to - timedelta(days=1),
        units=tuple(
            Asked(
                name=f"{unit.unit_name}, {unit.organisation_name}",
                is_own=unit.is_own,
                parts=tuple(label(PARTS, part) for part in PARTS if part in unit.parts),
            )
            for unit in line.units
        ),
        people=tuple(people),
    )
    context = {
        "who": who(file, on=timezone.localdate()),
        "sheet": sheet,
        "spoken": spoken(file, guardians(actor, file)),
        "path": request.path,
    }
    return render(request, "staff/paper/consent.html", context)


@staff_page
@require_safe
def words(request: HttpRequest, child: UUID) -> HttpResponse:
    """Show the wheel's questions with faces to ring and lines to write on."""
    actor = actor_of(request)
    file = open_child(actor, child)
    context = {
        "who": who(file, on=timezone.localdate()),
        "questions": [one.child.label(language()) for one in county_model().dimensions],
        "faces": [(place, words) for place, (_code, words) in enumerate(FACES, start=1)],
        "spoken": spoken(file, guardians(actor, file)),
        "path": request.path,
    }
    return render(request, "staff/paper/words.html", context)
