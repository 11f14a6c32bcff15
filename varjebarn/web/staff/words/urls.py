"""Addresses of the child's and the guardians' own words."""

from django.urls import path

from varjebarn.web.staff.words import views

urlpatterns = [
    path("barn/<uuid:child>/ord/", views.words, name="words"),
    path("barn/<uuid:child>/ord/fraga/", views.ask, name="ask_words"),
    path("barn/<uuid:child>/ord/fraga-vardnadshavare/", views.ask_guardian, name="ask_guardian"),
    path("barn/<uuid:child>/ord/anteckna/", views.note, name="note_view"),
    path("ord/<uuid:submission>/ta-in/", views.take_in, name="take_in"),
    path("ord/<uuid:view>/ledde-till/", views.influence, name="influence"),
]
