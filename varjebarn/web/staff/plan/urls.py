"""Addresses of a plan in its lead's unit."""

from django.urls import path

from varjebarn.web.staff.plan import editing, ending, inviting, publishing, views

urlpatterns = [
    path("barn/<uuid:child>/plan/", views.child_plan, name="child_plan"),
    path("plan/<uuid:plan>/", views.plan, name="plan"),
    path("plan/<uuid:plan>/version/<int:number>/", views.version, name="plan_version"),
    path("plan/<uuid:plan>/lasta/", views.receipts, name="plan_receipts"),
    path("plan/<uuid:plan>/varfor/", editing.why, name="plan_why"),
    path("plan/<uuid:plan>/behov/", editing.need, name="plan_need"),
    path("plan/<uuid:plan>/behov/<uuid:need>/mal/", editing.goal, name="plan_goal"),
    path("plan/<uuid:plan>/behov/<uuid:need>/utan/", editing.leave, name="plan_leave"),
    path("plan/<uuid:plan>/insats/", editing.action, name="plan_action"),
    path("plan/<uuid:plan>/insats/<uuid:ref>/", editing.change, name="plan_change"),
    path("plan/<uuid:plan>/med/", editing.team, name="plan_team"),
    path("plan/<uuid:plan>/uppfoljning/", editing.follow_up, name="plan_follow_up"),
    path("plan/<uuid:plan>/annorlunda/", editing.disagreement, name="plan_disagreement"),
    path("plan/<uuid:plan>/ord-saknas/", editing.no_view, name="plan_no_view"),
    path("plan/<uuid:plan>/ingen-annan/", editing.nobody_else, name="plan_nobody_else"),
    path("plan/<uuid:plan>/ansvarig/", ending.lead, name="plan_lead"),
    path("plan/<uuid:plan>/avsluta/", ending.close, name="plan_close"),
    path("plan/<uuid:plan>/bjud-in/", inviting.invite, name="plan_invite"),
    path("plan/<uuid:plan>/skicka/", publishing.publish, name="plan_publish"),
    path(
        "plan/<uuid:plan>/skicka/<uuid:recipient>/",
        publishing.shown_before,
        name="plan_preview",
    ),
]
