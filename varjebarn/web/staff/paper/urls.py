"""Addresses of the sheets."""

from django.urls import path

from varjebarn.web.staff.paper import views

urlpatterns = [
    path("barn/<uuid:child>/samtycke/<uuid:ref>/blankett/", views.consent, name="consent_sheet"),
    path("barn/<uuid:child>/ord/blankett/", views.words, name="words_sheet"),
]
