"""Addresses of the day."""

from django.urls import path

from varjebarn.web.staff.day import views

urlpatterns = [
    path("", views.day, name="day"),
    path("barn/<uuid:child>/sett/", views.seen, name="seen"),
]
