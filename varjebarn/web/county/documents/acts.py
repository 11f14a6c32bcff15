"""Documents, written: by those who sit in the body; published and put in force by the county's own."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.kernel.actors import Actor, Duty
from varjebarn.steering import queries as register
from varjebarn.steering.commands import documents as commands
from varjebarn.steering.commands import plans
from varjebarn.steering.document_values import Standing
from varjebarn.steering.queries import documents as queries
from varjebarn.steering.queries.seats import bodies_of
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.county.documents import forms, words
from varjebarn.web.county.duty import county_actor
from varjebarn.web.county.words import day_words
from varjebarn.web.shared.forms import answer

FORMS = ["GET", "HEAD", "POST"]


@require_http_methods(FORMS)
@staff_page
def start(request: HttpRequest) -> HttpResponse:
    """Start a document."""
    actor, today = actor_of(request), timezone.localdate()
    offered = _bodies(actor)
    if not offered:
        raise Http404
    form = forms.StartForm(request.POST if request.method == "POST" else None, bodies=offered)
    if form.is_valid():
        said = form.cleaned_data
        body = register.open_body(UUID(said["body"]))
        made = commands.start_document(
            actor, body, kind=said["kind"], title=said["title"], text=said["text"], today=today
        )
        return redirect(f"{_there(made.public_id)}?klart=lanet-utkast")
    return answer(request, "county/documents/start.html", {}, form=form)


@require_http_methods(FORMS)
@staff_page
def write(request: HttpRequest, document: UUID) -> HttpResponse:
    """Write the next version. A published one stays as it is."""
    actor, today = actor_of(request), timezone.localdate()
    found = queries.open_to_draft(actor, document, on=timezone.localdate())
    newest = queries.newest_version(found)
    form = forms.DraftForm(
        request.POST if request.method == "POST" else None,
        initial={"text": newest.text, "after": newest.number},
    )
    if form.is_valid():
        commands.write_draft(actor, found, today=today, **form.cleaned_data)
        return redirect(f"{_there(document)}?klart=lanet-utkast")
    context = {
        "title": found.title,
        "back": _there(document),
        "is_published": newest.published_on is not None,
    }
    return answer(request, "county/documents/write.html", context, form=form)


@require_http_methods(FORMS)
@staff_page
def publish(request: HttpRequest, document: UUID) -> HttpResponse:
    """Publish the draft: everybody may read it, the members are told, the next meeting decides."""
    actor, today = county_actor(request), timezone.localdate()
    found = queries.open_document(document)
    newest = queries.newest_version(found)
    if newest.published_on is not None:
        raise Http404
    meeting = queries.meeting_to_decide(found, today)
    if request.method == "POST":
        commands.publish_draft(actor, newest, meeting=meeting, path=_there(document), today=today)
        return redirect(f"{_there(document)}?klart=lanet-forslag")
    context = {
        "title": found.title,
        "body": found.body.name,
        "version": words.version_name(newest.number),
        "when": "" if meeting is None else day_words(meeting.date),
        "plan_href": reverse("county:body", args=[found.body.public_id]),
        "back": _there(document),
    }
    return render(request, "county/documents/publish.html", context)


@require_http_methods(FORMS)
@staff_page
def put_in_force(request: HttpRequest, document: UUID) -> HttpResponse:
    """Let the version that has been decided hold from a day."""
    actor, today = county_actor(request), timezone.localdate()
    line = queries.document_page(document, on=today, actor=actor).line
    if line.proposed is None or line.proposed.standing not in {
        Standing.PROPOSED,
        Standing.DECIDED,
    }:
        raise Http404
    version = queries.open_version(document, line.proposed.number)
    made = queries.decisions_for(version)
    form = forms.InForceForm(
        request.POST if request.method == "POST" else None,
        decisions=[(str(one.public_id), one.wording) for one in made],
        decided_on=made[0].item.meeting.date if made else None,
    )
    if form.is_valid():
        decision = register.open_decision(UUID(form.cleaned_data["decision"]))
        commands.put_in_force(
            actor, version, decision=decision, from_day=form.cleaned_data["from_day"]
        )
        return redirect(f"{_there(document)}?klart=lanet-galler")
    context = {
        "title": line.title,
        "version": words.version_name(version.number),
        "has_decisions": bool(made),
        "back": _there(document),
    }
    return answer(request, "county/documents/in_force.html", context, form=form)


@require_http_methods(FORMS)
@staff_page
def add_activity(request: HttpRequest, document: UUID) -> HttpResponse:
    """Add an activity or a milestone to a plan."""
    actor = actor_of(request)
    found = queries.open_to_draft(actor, document, on=timezone.localdate())
    form = forms.ActivityForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        plans.plan_activity(actor, found, today=timezone.localdate(), **form.cleaned_data)
        return redirect(f"{_there(document)}?klart=lanet-aktivitet#aktiviteter")
    context = {"title": found.title, "back": _there(document)}
    return answer(request, "county/documents/activity_new.html", context, form=form)


@require_http_methods(FORMS)
@staff_page
def activity(request: HttpRequest, activity: UUID) -> HttpResponse:
    """Say how an activity goes."""
    actor = actor_of(request)
    found = queries.open_activity(activity)
    queries.open_to_draft(actor, found.document.public_id, on=timezone.localdate())
    form = forms.ReportForm(
        request.POST if request.method == "POST" else None,
        initial={"status": found.status, "note": found.note},
    )
    back = _there(found.document.public_id)
    if form.is_valid():
        plans.report_activity(actor, found, today=timezone.localdate(), **form.cleaned_data)
        return redirect(f"{back}?klart=lanet-aktivitet#aktiviteter")
    context = {"title": found.title, "plan": found.document.title, "back": back}
    return answer(request, "county/documents/activity.html", context, form=form)


@require_http_methods(FORMS)
@staff_page
def add_message(request: HttpRequest, document: UUID) -> HttpResponse:
    """Add a line to a communication plan."""
    actor = actor_of(request)
    found = queries.open_to_draft(actor, document, on=timezone.localdate())
    form = forms.MessageForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        plans.plan_message(actor, found, today=timezone.localdate(), **form.cleaned_data)
        return redirect(f"{_there(document)}?klart=lanet-budskap#budskap")
    context = {"title": found.title, "back": _there(document)}
    return answer(request, "county/documents/message_new.html", context, form=form)


@require_http_methods(FORMS)
@staff_page
def told(request: HttpRequest, message: UUID) -> HttpResponse:
    """Note that a message has been told today; asks first."""
    actor, today = actor_of(request), timezone.localdate()
    found = queries.open_planned_message(message)
    queries.open_to_draft(actor, found.document.public_id, on=timezone.localdate())
    back = _there(found.document.public_id)
    if request.method == "POST":
        plans.mark_told(actor, found, on=today, today=today)
        return redirect(f"{back}?klart=lanet-budskap#budskap")
    context = {"message": found, "back": back}
    return render(request, "county/documents/told.html", context)


def _bodies(actor: Actor) -> list[tuple[str, str]]:
    """Give the bodies for which whoever acts may write: all of them to the county's own."""
    if Duty.COUNTY in actor.duties:
        found = register.bodies()
    else:
        found = bodies_of(actor, timezone.localdate())
    return [(str(one.id), one.name) for one in found]


def _there(document: UUID) -> str:
    return reverse("county:document", args=[document])
