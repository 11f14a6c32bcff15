"""Addresses: what one has said is wrong, and saying so of one copy."""

from django.urls import path

from varjebarn.web.family.wrong import views

urlpatterns = [
    path("", views.all_wrong, name="wrong"),
    path("<uuid:ref>/", views.say_wrong, name="say-wrong"),
]
