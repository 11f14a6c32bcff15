"""Addresses of the register, and of a document's secrecy marking."""

from django.urls import path

from varjebarn.web.staff.register import views

urlpatterns = [
    path("register/", views.register, name="register"),
    path("barn/<uuid:child>/handling/<uuid:document>/", views.mark, name="mark"),
]
