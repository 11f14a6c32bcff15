"""Pages that change one thing in a plan. Nobody outside the unit sees it before a version is sent."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from varjebarn.kernel.actors import Actor
from varjebarn.plan import commands, queries
from varjebarn.plan.documents import PlanDocument
from varjebarn.practice.queries import open_model
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import BaseForm, answer
from varjebarn.web.staff.model import language
from varjebarn.web.staff.nearby import units_around
from varjebarn.web.staff.plan import forms
from varjebarn.web.staff.who import who

Save = Callable[[], object]
editable = require_http_methods(["GET", "HEAD", "POST"])


def edit(request: HttpRequest, row: Any, form: BaseForm, title: str, save: Save) -> HttpResponse:
    """Show one form about a plan; once it is right, save and lead back to the plan."""
    if form.is_valid():
        save()
        return redirect(reverse("staff:plan", args=[row.public_id]) + "?klart=plan-andrad")
    context = {
        "title": title,
        "plan_id": row.public_id,
        "who": who(row.child_file, on=timezone.localdate()),
        "tab": "plan",
    }
    return answer(request, "staff/plan/edit.html", context, form=form)


@staff_page
@editable
def why(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Say why the plan exists."""
    actor = actor_of(request)
    row = queries.open_plan(actor, plan)
    form = forms.WhyForm(request.POST or None, initial={"why": row.why})
    return edit(
        request,
        row,
        form,
        _("Varför planen finns"),
        lambda: commands.set_why(actor, row, why=form.cleaned_data["why"]),
    )


@staff_page
@editable
def need(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Write down a need, and its first goal."""
    actor = actor_of(request)
    row = queries.open_plan(actor, plan)
    model = open_model(row.model_id, row.model_version)
    form = forms.NeedForm(request.POST or None, model=model, language=language())
    return edit(
        request, row, form, _("Nytt behov och mål"), lambda: _add(actor, row, form.cleaned_data)
    )


def _add(actor: Actor, row: Any, data: dict[str, str]) -> None:
    made = commands.add_need(actor, row, wording=data["need"], dimension=data["dimension"])
    if data["wording"].strip():
        commands.agree_goal(
            actor,
            row,
            need=made.ref,
            wording=data["wording"],
            how_seen=data["how_seen"],
            child_wording=data["child_wording"],
        )


@staff_page
@editable
def goal(request: HttpRequest, plan: UUID, need: UUID) -> HttpResponse:
    """Agree on one more goal for a need."""
    actor = actor_of(request)
    row = queries.open_plan(actor, plan)
    form = forms.GoalForm(request.POST or None)
    return edit(
        request,
        row,
        form,
        _("Nytt mål"),
        lambda: commands.agree_goal(actor, row, need=need, **form.cleaned_data),
    )


@staff_page
@editable
def leave(request: HttpRequest, plan: UUID, need: UUID) -> HttpResponse:
    """Say why nothing is done about a need."""
    actor = actor_of(request)
    row = queries.open_plan(actor, plan)
    form = forms.LeaveForm(request.POST or None)
    return edit(
        request,
        row,
        form,
        _("Ingen insats nu"),
        lambda: commands.leave_without_action(
            actor, row, need=need, reason=form.cleaned_data["reason"]
        ),
    )


@staff_page
@editable
def action(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Plan what somebody does."""
    actor, on = actor_of(request), timezone.localdate()
    row = queries.open_plan(actor, plan)
    about = _about(queries.working_document(actor, row))
    if not about:
        return redirect("staff:plan_need", plan)
    form = forms.ActionForm(
        request.POST or None,
        about=about,
        units=units_around(actor),
        own=actor.unit,
        on=on,
        initial={"about": request.GET.get("till", "")},
    )
    return edit(
        request,
        row,
        form,
        _("Ny insats"),
        lambda: commands.plan_action(
            actor,
            row,
            wording=form.cleaned_data["wording"],
            unit=form.responsible(),
            person_name=form.cleaned_data["person_name"],
            due=form.cleaned_data["due"],
            goal=form.towards().get("goal"),
            need=form.towards().get("need"),
        ),
    )


def _about(document: PlanDocument) -> list[tuple[str, str]]:
    """Give the goals, and the needs, that an action may belong to."""
    needs = document.goals.needs if document.goals else ()
    goals = [(f"goal:{goal.ref}", goal.wording) for need in needs for goal in need.goals]
    return [*goals, *((f"need:{need.ref}", need.wording) for need in needs)]


@staff_page
@editable
def change(request: HttpRequest, plan: UUID, ref: UUID) -> HttpResponse:
    """Say how an action goes."""
    actor, on = actor_of(request), timezone.localdate()
    row = queries.open_plan(actor, plan)
    line = queries.working_action(actor, row, ref)
    if line is None:
        raise Http404
    form = forms.ChangeForm(request.POST or None, line=line)
    return edit(
        request,
        row,
        form,
        line.wording,
        lambda: commands.change_action(
            actor,
            row,
            action=ref,
            on=on,
            status=form.chosen(),
            note=form.cleaned_data["note"],
            due=form.cleaned_data["due"],
        ),
    )


@staff_page
@editable
def team(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Name a unit of the team."""
    actor = actor_of(request)
    row = queries.open_plan(actor, plan)
    form = forms.TeamForm(request.POST or None, units=units_around(actor))
    return edit(
        request,
        row,
        form,
        _("Vem är med?"),
        lambda: commands.name_team_member(
            actor,
            row,
            unit=UUID(form.cleaned_data["unit"]),
            contact_name=form.cleaned_data["contact_name"],
            contact_title=form.cleaned_data["contact_title"],
            telephone=form.cleaned_data["telephone"],
        ),
    )


@staff_page
@editable
def follow_up(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Set the day of the next follow-up."""
    actor, on = actor_of(request), timezone.localdate()
    row = queries.open_plan(actor, plan)
    form = forms.FollowUpForm(
        request.POST or None, on=on, initial={"follow_up_on": row.follow_up_on}
    )
    return edit(
        request,
        row,
        form,
        _("Uppföljning"),
        lambda: commands.set_follow_up(
            actor, row, follow_up_on=form.cleaned_data["follow_up_on"], on=on
        ),
    )


@staff_page
@editable
def disagreement(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Write down what somebody sees differently."""
    actor, on = actor_of(request), timezone.localdate()
    row = queries.open_plan(actor, plan)
    form = forms.DisagreementForm(request.POST or None)
    return edit(
        request,
        row,
        form,
        _("Någon tycker annorlunda"),
        lambda: commands.note_disagreement(actor, row, on=on, **form.cleaned_data),
    )


@staff_page
@editable
def no_view(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Say why the next version has no words of the child's."""
    actor, on = actor_of(request), timezone.localdate()
    row = queries.open_plan(actor, plan)
    form = forms.NoViewForm(request.POST or None)
    return edit(
        request,
        row,
        form,
        _("Barnets ord saknas"),
        lambda: commands.give_reason_without_child_view(
            actor, row, reason=form.cleaned_data["reason"], on=on
        ),
    )


@staff_page
@require_POST
def nobody_else(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Say that nobody but the principals does anything, or take it back."""
    actor = actor_of(request)
    row = queries.open_plan(actor, plan)
    commands.say_nobody_else(actor, row, nobody_else=request.POST.get("svar") == "ja")
    return redirect(reverse("staff:plan", args=[plan]) + "?klart=plan-andrad")
