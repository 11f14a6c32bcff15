"""Addresses: the plans there are, and one version of one plan."""

from django.urls import path

from varjebarn.web.family.plan import views

urlpatterns = [
    path("", views.plans, name="plans"),
    path("<uuid:ref>/", views.plan, name="plan"),
]
