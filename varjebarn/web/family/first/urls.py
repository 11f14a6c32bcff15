"""Addresses: the first page, who has read."""

from django.urls import path

from varjebarn.web.family.first import views

urlpatterns = [
    path("", views.first, name="first"),
    path("vem-har-last/", views.readings, name="readings"),
]
