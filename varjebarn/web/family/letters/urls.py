"""Addresses: the letters there are, and one of them."""

from django.urls import path

from varjebarn.web.family.letters import views

urlpatterns = [
    path("", views.letters, name="letters"),
    path("<uuid:ref>/", views.letter, name="letter"),
]
