"""Addresses of the map, bodies over time, seats and mandates."""

from django.urls import path

from varjebarn.web.county.bodies import mandates, seats, views

urlpatterns = [
    path("karta/", views.who_sits_where, name="map"),
    path("karta/yrken/", views.professions, name="professions"),
    path("karta/yrken/<uuid:expected>/ta-bort/", views.stop_expecting, name="stop_expecting"),
    path("grupper/ny/", views.found, name="found_body"),
    path("grupper/<uuid:body>/andra/", views.change, name="change_body"),
    path("grupper/<uuid:body>/avsluta/", views.end, name="end_body"),
    path("grupper/<uuid:body>/ombilda/", views.reform, name="reform_body"),
    path("grupper/<uuid:body>/plats/", seats.appoint, name="appoint"),
    path("platser/<uuid:seat>/avsluta/", seats.end, name="end_seat"),
    path("platser/<uuid:seat>/byt-ut/", seats.replace, name="replace_member"),
    path("uppdrag/", mandates.mandates, name="mandates"),
    path("uppdrag/nytt/", mandates.give, name="give_mandate"),
    path("uppdrag/<uuid:mandate>/", mandates.mandate, name="mandate"),
    path("uppdrag/<uuid:mandate>/andra/", mandates.change, name="change_mandate"),
    path("uppdrag/<uuid:mandate>/avsluta/", mandates.end, name="end_mandate"),
    path("uppdrag/<uuid:mandate>/anta/", mandates.accept, name="accept_mandate"),
]
