"""Addresses of a new child and of the guardians."""

from django.urls import path

from varjebarn.web.staff.family import hearing, opening, replacing, views

urlpatterns = [
    path("barn/ny/", opening.new_child, name="new_child"),
    path("barn/<uuid:child>/vardnadshavare/", views.guardians_page, name="guardians"),
    path(
        "barn/<uuid:child>/vardnadshavare/<uuid:guardian>/besked/",
        hearing.hears,
        name="notice_way",
    ),
    path("barn/<uuid:child>/vardnadshavare/ny/", views.register, name="new_guardian"),
    path(
        "barn/<uuid:child>/vardnadshavare/<uuid:guardian>/avsluta/",
        views.end,
        name="end_custody",
    ),
    path("barn/<uuid:child>/stallforetradare/ny/", replacing.new_substitute, name="new_substitute"),
    path(
        "barn/<uuid:child>/stallforetradare/<uuid:substitute>/avsluta/",
        replacing.end_substitute,
        name="end_substitute",
    ),
]
