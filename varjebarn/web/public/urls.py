"""Addresses that need no login."""

from django.urls import path

from varjebarn.web.public import given, views

app_name = "public"

urlpatterns = [
    path("", views.first, name="first"),
    path("om/", views.about, name="about"),
    path("om/uppgifter/", views.data, name="data"),
    path("tillganglighet/", views.accessibility, name="accessibility"),
    path("del/", given.given, name="given"),
]
