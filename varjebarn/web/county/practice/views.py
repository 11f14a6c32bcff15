"""Obstacles by their sender and by the bodies; visits and research, open to all but what is asked."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.kernel.actors import Duty
from varjebarn.steering import queries as register
from varjebarn.steering.commands import obstacles as commands
from varjebarn.steering.commands import research as research_commands
from varjebarn.steering.queries import obstacles as queries
from varjebarn.steering.queries import telling
from varjebarn.steering.queries.seats import holds_seat
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.county.duty import county_actor, may_write
from varjebarn.web.county.practice import forms, pages
from varjebarn.web.shared.forms import answer

FORMS = ["GET", "HEAD", "POST"]


@require_http_methods(FORMS)
@staff_page
def obstacles(request: HttpRequest) -> HttpResponse:
    """Send one sentence, and see what became of what one has sent before."""
    actor, today = actor_of(request), timezone.localdate()
    bodies = [(str(one.id), one.name) for one in queries.bodies_to_send_to()]
    form = forms.ObstacleForm(request.POST if request.method == "POST" else None, bodies=bodies)
    if form.is_valid():
        said = form.cleaned_data
        commands.send_obstacle(
            actor,
            register.open_body(UUID(said["body"])),
            text=said["text"],
            theme=said["theme"],
            is_helping=said["is_helping"] == "yes",
        )
        return redirect(f"{reverse('county:obstacles')}?klart=lanet-skickat")
    context = {
        "mine": [pages.obstacle_view(one) for one in queries.my_obstacles(actor, on=today)],
        "has_bodies": bool(bodies),
        "sees_others": queries.sees_obstacles(actor, today),
    }
    return answer(request, "county/practice/obstacles.html", context, form=form)


@require_safe
@staff_page
def obstacles_here(request: HttpRequest) -> HttpResponse:
    """Show a body's members what has been sent to them, and the steering group the themes."""
    actor, today = actor_of(request), timezone.localdate()
    if not queries.sees_obstacles(actor, today):
        raise Http404
    lines = queries.obstacles_here(actor, on=today)
    mine = queries.keys_to_take_up(actor, today)
    context = {
        "themes": pages.theme_rows(queries.themes(lines)),
        "rows": [
            pages.obstacle_view(one, may_take_up=mine is None or one.body_key in mine)
            for one in lines
        ],
    }
    return render(request, "county/practice/obstacles_here.html", context)


@require_http_methods(FORMS)
@staff_page
def obstacle(request: HttpRequest, obstacle: UUID) -> HttpResponse:
    """Answer, pass on or close."""
    actor, today = actor_of(request), timezone.localdate()
    found = queries.open_obstacle(obstacle)
    if Duty.COUNTY not in actor.duties and not holds_seat(actor, found.body_id, today):
        raise Http404
    if found.state != "waiting":
        raise Http404
    bodies = [(str(one.id), one.name) for one in queries.bodies_to_pass_on_to(found)]
    form = forms.TakeUpForm(request.POST if request.method == "POST" else None, bodies=bodies)
    if form.is_valid():
        said = form.cleaned_data
        if said["act"] == "pass_on":
            to = register.open_body(UUID(said["to"]))
            commands.pass_on_obstacle(actor, found, to=to, text=said["text"], today=today)
        elif said["act"] == "answer":
            commands.answer_obstacle(actor, found, text=said["text"], today=today)
        else:
            commands.close_obstacle(actor, found, text=said["text"], today=today)
        return redirect(f"{reverse('county:obstacles_here')}?klart=lanet-hinder")
    line = queries.obstacle_line(actor, found, on=today)
    context = {"one": pages.obstacle_view(line)}
    return answer(request, "county/practice/obstacle.html", context, form=form)


@require_safe
def visits(request: HttpRequest) -> HttpResponse:
    """List contacts and visits."""
    context = {"rows": pages.visit_rows(telling.visits()), "may_write": may_write(request)}
    return render(request, "county/practice/visits.html", context)


@require_http_methods(FORMS)
@staff_page
def visit_new(request: HttpRequest) -> HttpResponse:
    """Note a contact or a visit."""
    actor = county_actor(request)
    form = forms.VisitForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        research_commands.note_visit(actor, today=timezone.localdate(), **form.cleaned_data)
        return redirect(f"{reverse('county:visits')}?klart=lanet-besok")
    return answer(request, "county/practice/visit_new.html", {}, form=form)


@require_safe
def research(request: HttpRequest) -> HttpResponse:
    """List requests from researchers, and what they have published."""
    can_write = may_write(request)
    context = {
        "requests": pages.request_rows(telling.research_requests(), may_write=can_write),
        "outputs": pages.output_rows(telling.research_outputs()),
        "may_write": can_write,
    }
    return render(request, "county/practice/research.html", context)


@require_http_methods(FORMS)
@staff_page
def research_new(request: HttpRequest) -> HttpResponse:
    """Note a request from researchers."""
    actor = county_actor(request)
    form = forms.RequestForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        research_commands.note_research_request(actor, **form.cleaned_data)
        return redirect(f"{reverse('county:research')}?klart=lanet-forskning")
    return answer(request, "county/practice/research_new.html", {}, form=form)


@require_http_methods(FORMS)
@staff_page
def research_answer(request: HttpRequest, asked: UUID) -> HttpResponse:
    """Write down what the presidium has said."""
    actor = county_actor(request)
    found = telling.open_research_request(asked)
    if found.state != "asked":
        raise Http404
    form = forms.RequestAnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = form.cleaned_data
        research_commands.decide_research_request(
            actor,
            found,
            is_granted=said["is_granted"] == "yes",
            may_attend=said["may_attend"],
            answer=said["answer"],
            on=said["on"],
        )
        return redirect(f"{reverse('county:research')}?klart=lanet-forskning")
    context = {"title": found.title, "from_whom": found.from_whom}
    return answer(request, "county/practice/research_answer.html", context, form=form)


@require_http_methods(FORMS)
@staff_page
def output_new(request: HttpRequest) -> HttpResponse:
    """Note something that researchers have published."""
    actor = county_actor(request)
    form = forms.OutputForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        research_commands.note_research_output(actor, **form.cleaned_data)
        return redirect(f"{reverse('county:research')}?klart=lanet-forskning")
    return answer(request, "county/practice/output_new.html", {}, form=form)
