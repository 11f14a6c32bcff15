"""Addresses of agreements and joining. Reading is open to all."""

from django.urls import path

from varjebarn.web.county.agreed import joining, views

urlpatterns = [
    path("overenskommelser/", views.agreements, name="agreements"),
    path("overenskommelser/ny/", views.register, name="register_agreement"),
    path("overenskommelser/<uuid:agreement>/", views.agreement, name="agreement"),
    path("overenskommelser/<uuid:agreement>/forlang/", views.extend, name="extend"),
    path("overenskommelser/<uuid:agreement>/motsagelse/", views.contradict, name="contradict"),
    path("motsagelser/<uuid:contradiction>/los/", views.solve, name="solve"),
    path("anslutning/", joining.organisations, name="joining"),
    path("anslutning/vad-det-innebar/", joining.meaning, name="joining_meaning"),
    path("anslutning/<uuid:organisation>/", joining.organisation, name="organisation"),
    path("anslutning/<uuid:organisation>/andra/", joining.change, name="change_joining"),
]
