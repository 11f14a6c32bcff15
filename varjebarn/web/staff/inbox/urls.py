"""Addresses of copies that have arrived."""

from django.urls import path

from varjebarn.web.staff.inbox import views

urlpatterns = [
    path("leverans/<uuid:delivery>/", views.delivery, name="delivery"),
    path("leverans/<uuid:delivery>/ta-emot/", views.take, name="take"),
    path("leverans/<uuid:delivery>/avboj/", views.decline, name="decline"),
    path("leverans/<uuid:delivery>/bidra/", views.contribute, name="contribute"),
]
