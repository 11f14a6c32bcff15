"""Addresses: the first page, who has read, and asking about it."""

from django.urls import path

from varjebarn.web.family.first import asking, views

urlpatterns = [
    path("", views.first, name="first"),
    path("vem-har-last/", views.readings, name="readings"),
    path("vem-har-last/<uuid:line>/fraga/", asking.ask, name="ask-about-reading"),
]
