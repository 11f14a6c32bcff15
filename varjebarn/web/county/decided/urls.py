"""Addresses of decisions. Reading is open to all."""

from django.urls import path

from varjebarn.web.county.decided import analysis, views

urlpatterns = [
    path("beslut/", views.decisions, name="decisions"),
    path("beslut/<uuid:decision>/", views.decision, name="decision"),
    path("beslut/<uuid:decision>/folj-upp/", views.follow_up, name="follow_up"),
    path("beslut/<uuid:decision>/komplettera/", views.complete, name="complete"),
    path("beslut/<uuid:decision>/ratta/", views.correct, name="correct_decision"),
    path("beslut/<uuid:decision>/koppla/", views.link, name="link_decision"),
    path("grupper/<uuid:body>/ta-upp-beslut/", views.raise_due, name="raise_due"),
    path("punkter/<uuid:item>/barnkonsekvens/", analysis.write, name="analysis"),
]
