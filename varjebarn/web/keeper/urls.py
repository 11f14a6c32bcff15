"""Addresses for the one who keeps a unit's people. Others find nothing here."""

from django.urls import path

from varjebarn.web.keeper import views

app_name = "keeper"

urlpatterns = [
    path("", views.people, name="people"),
    path("ny/", views.add, name="add"),
    path("<uuid:person>/uppdrag/", views.add_to, name="add_to"),
    path("uppdrag/<uuid:assignment>/avsluta/", views.end, name="end"),
]
