"""Addresses of a child's own page."""

from django.urls import path

from varjebarn.web.staff.child import views

urlpatterns = [
    path("", views.child, name="child"),
    path("orosanmalan/", views.concern, name="concern"),
    path("kollega/", views.involve, name="involve"),
    path("kollega/<uuid:involvement>/avsluta/", views.release, name="release"),
]
