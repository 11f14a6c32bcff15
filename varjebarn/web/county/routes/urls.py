"""Addresses of the contact routes."""

from django.urls import path

from varjebarn.web.county.routes import views

urlpatterns = [
    path("kontaktvagar/", views.routes, name="routes"),
    path("kontaktvagar/ny/", views.add, name="add_route"),
    path("kontaktvagar/<uuid:route>/andra/", views.change, name="change_route"),
    path("kontaktvagar/<uuid:route>/kontrollerad/", views.check, name="check_route"),
    path("kontaktvagar/<uuid:route>/ta-bort/", views.end, name="end_route"),
]
