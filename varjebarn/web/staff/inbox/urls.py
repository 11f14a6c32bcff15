"""Addresses of copies that have arrived."""

from django.urls import path

from varjebarn.web.staff.inbox import handling, views

urlpatterns = [
    path("leverans/<uuid:delivery>/", views.delivery, name="delivery"),
    path("leverans/<uuid:delivery>/ta-emot/", views.take, name="take"),
    path("leverans/<uuid:delivery>/avboj/", views.decline, name="decline"),
    path("leverans/<uuid:delivery>/eget-nummer/", handling.own_number, name="own_number"),
    path("leverans/<uuid:delivery>/vidare/", handling.pass_on, name="pass_on"),
    path("leverans/<uuid:delivery>/bidra/", views.contribute, name="contribute"),
]
