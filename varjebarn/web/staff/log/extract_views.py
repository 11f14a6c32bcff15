"""A signed extract of the log for an inspector: as a file to verify, or as a page to read and print."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varjebarn.audit.extract import Extract, ExtractedEvent, Scope, make_extract, named_in_log
from varjebarn.audit.rules import may_review
from varjebarn.audit.values import About
from varjebarn.kernel.actors import Actor
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.log.forms import ExtractForm
from varjebarn.web.staff.log.pages import act_in_words, why_in_words

AT, ACT, WHY = 1, 7, 9
"""Places in an event's columns: audit/verify.py."""
MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event of an extract in words; one about a protected child is its hash."""

    at: datetime | None
    who: str
    act: str
    child: str
    why: str
    place: int | None
    leaf: str


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def extract(request: HttpRequest) -> HttpResponse:
    """Make an extract. Each making is logged. For others than the reviewer the page does not exist."""
    actor = actor_of(request)
    if not may_review(actor):
        raise Http404
    today = timezone.localdate()
    form = ExtractForm(
        request.POST or None,
        initial={"about": About.UNIT.value, "first": today - MONTH, "last": today},
    )
    scope = _scope(actor, form) if form.is_valid() else None
    if scope is None:
        return answer(request, "staff/log/extract.html", {}, form=form)
    made = make_extract(actor, scope)
    if request.POST.get("som") == "sida":
        lines = [_line(event) for event in made.events]
        return render(request, "staff/log/extract_page.html", {"made": made, "lines": lines})
    return _file(made)


def _scope(actor: Actor, form: ExtractForm) -> Scope | None:
    """Read what the form says; a name that nobody or several have is a fault of the form."""
    given = form.cleaned_data
    about, name, subject = About(given["about"]), "", None
    if about is not About.UNIT:
        name = given["name"]
        found = named_in_log(actor, about=about, name=name)
        if len(found) != 1:
            several = _("Flera i loggen heter så. Be den som sköter loggen om hjälp.")
            form.add_error("name", several if found else _("Ingen i loggen heter så"))
            return None
        subject = found[0]
    return Scope(about=about, name=name, subject=subject, first=given["first"], last=given["last"])


def _file(made: Extract) -> HttpResponse:
    response = HttpResponse(made.text, content_type="application/jsonl; charset=utf-8")
    name = f"logg-{made.header['first']}-{made.header['last']}.jsonl"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _line(event: ExtractedEvent) -> Line:
    if event.event is None:
        return Line(
            at=None,
            who="",
            act=_("Rör ett barn med skyddade uppgifter"),
            child="",
            why="",
            place=event.place,
            leaf=event.leaf,
        )
    return Line(
        at=datetime.fromtimestamp(event.event[AT] / 1_000_000, tz=UTC),
        who=event.who,
        act=act_in_words(event.event[ACT]),
        child=event.child,
        why=why_in_words(event.event[WHY]),
        place=event.place,
        leaf=event.leaf,
    )
