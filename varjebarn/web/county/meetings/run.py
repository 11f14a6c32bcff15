"""A meeting run from one page: saved as it goes, shortened in a step, and written down at its end."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Refused
from varjebarn.steering import commands, queries
from varjebarn.steering.queries import RollCall
from varjebarn.steering.reasons import Reason
from varjebarn.web.acting import staff_page
from varjebarn.web.county import words
from varjebarn.web.county.duty import county_actor
from varjebarn.web.county.meetings.results import POSTPONED
from varjebarn.web.county.meetings.running import RunForm
from varjebarn.web.shared.forms import answer
from varjebarn.web.shared.reasons import sentence

LONGEST = 8000


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def run(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Write down a meeting while it goes on, and end it: who was there, what became of every item."""
    actor = county_actor(request)
    roll = _roll(meeting)
    if request.method != "POST":
        number, content = queries.draft_of(actor, roll.meeting)
        return _page(request, RunForm(initial=dict(content), roll=roll), number=number)
    do = request.POST.get("do", "end")
    typed = _typed(request, RunForm(roll=roll))
    if do == "shorten":
        typed |= _shortened(request, roll)
    after = request.POST.get("number", "")
    try:
        with transaction.atomic():
            draft = commands.save_draft(
                actor,
                roll.meeting,
                content=typed,
                after=int(after) if after.isdigit() else None,
                today=timezone.localdate(),
            )
    except Refused as no:
        if no.reason is not Reason.DRAFT_SAVED_BY_OTHER:
            raise
        return _both(request, actor, roll, typed)
    here = reverse("county:run", args=[meeting])
    if do == "shorten":
        return redirect(f"{here}?klart=lanet-kortat#punkter")
    if do == "save":
        return redirect(f"{here}?klart=lanet-sparat")
    form = RunForm(typed, roll=roll)
    if form.is_valid() and do == "sure" and _ended(actor, form):
        return redirect(f"{reverse('county:minutes', args=[meeting])}?klart=lanet-genomfort")
    return _page(request, form, number=draft.number)


@require_http_methods(["GET", "POST"])
@staff_page
def save(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Keep the fields that have changed since the last time; a GET gives a new token after a log-in."""
    actor = county_actor(request)
    if request.method == "GET":
        return JsonResponse({"token": get_token(request)})
    roll = _roll(meeting)
    draft = commands.save_draft(
        actor,
        roll.meeting,
        content=_typed(request, RunForm(roll=roll), only_sent=True),
        today=timezone.localdate(),
    )
    at = formats.time_format(timezone.localtime(draft.saved_at), "G.i")
    told = _("Sparat klockan %(at)s") % {"at": at}
    return JsonResponse({"number": draft.number, "told": told})


def _roll(meeting: UUID) -> RollCall:
    roll = queries.roll_call(meeting)
    if not roll.is_planned or roll.meeting.date > timezone.localdate():
        raise Http404
    return roll


def _typed(request: HttpRequest, form: RunForm, *, only_sent: bool = False) -> dict[str, str]:
    """Give what was typed in the fields of the form; nothing else is kept, and nothing unstorable."""
    return {
        name: request.POST.get(name, "").replace("\0", "")[:LONGEST]
        for name in form.fields
        if not only_sent or name in request.POST
    }


def _shortened(request: HttpRequest, roll: RollCall) -> dict[str, str]:
    """Put off the items that are ticked, all with the same reason."""
    reason = request.POST.get("move-reason", "").strip()[:300] or _("Mötet kortades.")
    ticked = [str(one.public_id) for one in roll.items if f"move-{one.public_id}" in request.POST]
    outcomes = {f"outcome-{ref}": POSTPONED for ref in ticked}
    return outcomes | {f"note-{ref}": reason for ref in ticked}


def _ended(actor: Actor, form: RunForm) -> bool:
    """Write it all down, or say in the form why not; then nothing of it is written."""
    roll = form.roll
    try:
        with transaction.atomic():
            commands.run_meeting(actor, roll.meeting, today=timezone.localdate(), **form.said())
    except Refused as no:
        form.add_error(None, sentence(no.reason))
        return False
    return True


def _summary(form: RunForm) -> tuple[str, ...]:
    """Say what will be written down, to be looked at once before it is."""
    said = form.said()
    decisions = sum(len(one.decisions) for one in said["results"])
    moved = sum(one.outcome == POSTPONED for one in said["results"])
    present = len(said["present"]) + len(said["guests"])
    return (
        ngettext("%(count)d närvarande", "%(count)d närvarande", present) % {"count": present},
        ngettext("%(count)d frånvarande", "%(count)d frånvarande", len(said["absent"]))
        % {"count": len(said["absent"])},
        ngettext("%(count)d beslut", "%(count)d beslut", decisions) % {"count": decisions},
        ngettext("%(count)d punkt flyttas", "%(count)d punkter flyttas", moved) % {"count": moved},
    )


def _both(
    request: HttpRequest, actor: Actor, roll: RollCall, typed: Mapping[str, str]
) -> HttpResponse:
    """Show what was typed over what somebody else has saved meanwhile; nothing is saved yet."""
    number, content = queries.draft_of(actor, roll.meeting)
    mine = {name: text for name, text in typed.items() if text}
    form = RunForm(initial={**content, **mine}, roll=roll)
    response = _page(request, form, number=number, fault=sentence(Reason.DRAFT_SAVED_BY_OTHER))
    response.status_code = 422
    return response


def _page(request: HttpRequest, form: RunForm, *, number: int, fault: str = "") -> HttpResponse:
    meeting, later = form.roll.meeting, form.roll.next_meeting
    context = {
        "when": words.day_words(meeting.date),
        "body": meeting.body.name,
        "meeting": meeting.public_id,
        "back": reverse("county:meeting", args=[meeting.public_id]),
        "next_meeting": "" if later is None else words.day_words(later.date),
        "waiting": queries.waiting_minutes(meeting.body.public_id, before=meeting.date),
        "names": [seat.name for seat in form.roll.seats],
        "number": number,
        "fault": fault,
        "summary": _summary(form) if form.is_bound and form.is_valid() else (),
    }
    return answer(request, "county/meetings/run.html", context, form=form)
