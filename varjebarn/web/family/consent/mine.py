"""What one has said yes to, and taking it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.disclosure.commands import withdraw_consent
from varjebarn.disclosure.queries import MyConsent, family_deliveries, my_consents
from varjebarn.disclosure.standing import reminder
from varjebarn.web.acting import actor_of, family_page
from varjebarn.web.family import given as g
from varjebarn.web.family.consent.pages import ASKED, GIVEN, REFUSED, WITHDRAWN
from varjebarn.web.family.consent.picture import Picture, pictures
from varjebarn.web.family.given import Given
from varjebarn.web.family.labels import parts_in_words, unit_in_words

ANSWERS: Mapping[str, Promise] = {
    ASKED: _("Inget svar än"),
    GIVEN: _("Ja"),
    REFUSED: _("Nej"),
    WITHDRAWN: _("Du har tagit tillbaka ditt ja"),
}
KINDS = {ASKED: "waiting", GIVEN: "done", REFUSED: "neutral", WITHDRAWN: "neutral"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentUnit:
    """One unit of a request, and one's own latest answer."""

    unit: UUID
    name: str
    parts: tuple[str, ...]
    answer: str
    kind: str
    at: datetime | None
    take_back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentBox:
    """One request with its units. `link` leads to the request itself, where answers are changed."""

    called: str
    purpose: str
    from_unit: str
    last_day: date
    is_over: bool
    is_unanswered: bool
    is_ending: bool
    link: str
    units: tuple[ConsentUnit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentsPage:
    """All requests, the newest first."""

    is_child: bool
    boxes: tuple[ConsentBox, ...]
    pictures: tuple[Picture, ...] = ()


def consents_page(
    lines: Sequence[MyConsent],
    requests: Sequence[Given],
    *,
    on: date,
) -> ConsentsPage:
    """Put one's answers together, a box a request."""
    by_ref: dict[UUID, list[MyConsent]] = {}
    for line in lines:
        by_ref.setdefault(line.ref, []).append(line)
    given = {request.subject: request for request in requests}
    boxes = [_box(units, given[ref], on=on) for ref, units in by_ref.items() if ref in given]
    return ConsentsPage(
        is_child=bool(requests) and all(request.is_child for request in requests),
        boxes=tuple(boxes),
        pictures=pictures(lines, requests, on=on),
    )


def _box(lines: Sequence[MyConsent], request: Given, *, on: date) -> ConsentBox:
    names = {
        unit["unit"]: unit_in_words(unit["name"], unit["organisation"])
        for unit in request.body["parts"]["request"]["units"]
    }
    order = {unit: place for place, unit in enumerate(names)}
    is_over = lines[0].valid_to <= on
    return ConsentBox(
        called=request.called,
        purpose=lines[0].purpose,
        from_unit=unit_in_words(request.unit_name, request.organisation_name),
        last_day=lines[0].valid_to - timedelta(days=1),
        is_over=is_over,
        is_unanswered=all(line.what == ASKED for line in lines),
        is_ending=reminder(lines[0].valid_to, on=on) is not None
        and any(line.what == GIVEN for line in lines),
        link=reverse("family:request", args=[request.ref]),
        units=tuple(
            ConsentUnit(
                unit=line.unit,
                name=names.get(str(line.unit), line.unit_name),
                parts=parts_in_words(line.parts, is_child=request.is_child),
                answer=str(ANSWERS[line.what]),
                kind=KINDS[line.what],
                at=line.at,
                take_back=reverse("family:take-back", args=[line.ref, line.unit])
                if line.what == GIVEN and not is_over
                else "",
            )
            for line in sorted(lines, key=lambda line: order.get(str(line.unit), len(order)))
        ),
    )


@require_safe
@family_page
def consents(request: HttpRequest) -> HttpResponse:
    """Show each request with one's answers."""
    actor = actor_of(request)
    page = consents_page(
        my_consents(actor),
        g.read_all(family_deliveries(actor, kind=g.REQUEST)),
        on=timezone.localdate(),
    )
    return render(request, "family/consents.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@family_page
def take_back(request: HttpRequest, ref: UUID, unit: UUID) -> HttpResponse:
    """Say what taking a yes back means, and take it back."""
    actor = actor_of(request)
    page = consents_page(
        [line for line in my_consents(actor) if (line.ref, line.unit) == (ref, unit)],
        g.read_all(family_deliveries(actor, kind=g.REQUEST, subject_ref=ref)),
        on=timezone.localdate(),
    )
    if not page.boxes or not page.boxes[0].units[0].take_back:
        raise Http404
    if request.method == "POST":
        withdraw_consent(actor, ref=ref, unit=unit)
        return redirect(f"{reverse('family:consents')}?klart=samtycke-tillbaka")
    context = {"page": page, "box": page.boxes[0], "line": page.boxes[0].units[0]}
    return render(request, "family/take_back.html", context)
